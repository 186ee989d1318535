#include "common/cli/help.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "common/cli/layout.h"

namespace common::cli {

namespace {

constexpr std::size_t kColumn = 36;  // Where the summaries of -h begin.

// CLI11's two columns under our headings, with the flags spelled our way.
class ShortHelpFormatter : public CLI::Formatter {
 public:
  explicit ShortHelpFormatter(const ProgramInfo& program) {
    for (const FlagInfo* flag : program.flags) flags_.emplace(flag->name, flag);
    column_width(kColumn);
  }

  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    const auto flag = flags_.find(option->get_single_name());
    if (flag == flags_.end()) return CLI::Formatter::make_option_name(option, is_positional);
    return flag_synopsis(*flag->second);
  }
  std::string make_option_opts(const CLI::Option*) const override { return {}; }
  // CLI11 puts an empty line after every group as well as before it.
  std::string make_group(std::string title, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    std::string text = CLI::Formatter::make_group(std::move(title), is_positional, options);
    return text.substr(text.starts_with('\n') ? 1 : 0);
  }
  std::string make_usage(const CLI::App*, std::string) const override { return {}; }
  std::string make_footer(const CLI::App*) const override { return {}; }
  std::string make_description(const CLI::App*) const override { return {}; }

 private:
  std::map<std::string, const FlagInfo*, std::less<>> flags_;
};

void add_flag(CLI::App& app, const FlagInfo& flag, std::string_view group) {
  std::string names = "--" + std::string(flag.name);
  if (flag.short_name != 0) names = std::string("-") + flag.short_name + "," + names;
  app.add_option(names, CLI::callback_t(), std::string(flag.summary))->group(std::string(group));
}

std::string head(const ProgramInfo& program) {
  std::string text;
  if (!program.version.empty()) {
    text = std::string(program.name) + " " + std::string(program.version) + "\n\n";
  }
  text += filled(program.description, "", 79);
  text += "\nUse -h for short descriptions and --help for more details.\n\nUSAGE:\n";
  for (std::string_view line : program.usage) text.append("    ").append(line) += '\n';
  if (!program.commands.empty()) text += "\nCOMMANDS:\n";
  for (const ProgramInfo& command : program.commands) {
    std::string line = "    " + std::string(command.name);
    line.resize(std::max(line.size() + 2, kColumn), ' ');
    text += line + std::string(command.tagline) + "\n";
  }
  return text;
}

}  // namespace

std::string short_help(const ProgramInfo& program) {
  std::string text = head(program);
  text += program.positionals.empty() ? "\n" : "\nPOSITIONAL ARGUMENTS:\n";
  for (const Chapter& positional : program.positionals) {
    text += "    " + std::string(positional.title) + "\n";
  }
  try {
    CLI::App app;
    app.set_help_flag();
    app.formatter(std::make_shared<ShortHelpFormatter>(program));
    for (const Category& category : program.categories) {
      for (const FlagInfo* flag : program.flags) {
        if (flag->category == category.key) add_flag(app, *flag, category.title);
      }
    }
    text += app.help();
  } catch (const CLI::Error& error) {
    // Only a malformed row can do this; the tests would show it.
    text += error.what();
  }
  return text;
}

std::string long_help(const ProgramInfo& program) {
  std::string text = head(program);
  text += program.positionals.empty() ? "\n" : "\nPOSITIONAL ARGUMENTS:\n";
  for (const Chapter& positional : program.positionals) {
    text += "    " + std::string(positional.title) + "\n";
    text += filled(positional.text, "        ", 79) + "\n";
  }
  for (const Category& category : program.categories) {
    if (std::ranges::count(program.flags, category.key, &FlagInfo::category) == 0) continue;
    text += std::string(category.title) + ":\n";
    for (const FlagInfo* flag : program.flags) {
      if (flag->category != category.key) continue;
      text += "    " + flag_synopsis(*flag) + "\n";
      text += filled(flag_docs(*flag), "        ", 79) + "\n";
    }
  }
  for (const Chapter& chapter : program.chapters) {
    text += std::string(chapter.title) + ":\n" + filled(chapter.text, "    ", 79) + "\n";
  }
  text.pop_back();
  return text;
}

}  // namespace common::cli
