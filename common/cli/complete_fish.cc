#include "common/cli/generate.h"

namespace common::cli {

namespace {

std::string quoted_for_fish(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string value_options(const ProgramInfo& program, const FlagInfo& flag) {
  if (!flag.takes_value()) return "";
  if (!flag.choices.empty()) return " -x -a " + quoted_for_fish(joined(flag.choices));
  switch (flag.completion) {
    case Completion::None:
      return " -x";
    case Completion::File:
      return " -r -F";
    case Completion::Command:
      return " -x -a '(__fish_complete_command)'";
    case Completion::FileType:
      return " -x -a '(" + std::string(program.name) +
             " --no-config --type-list 2>/dev/null | string replace : \\t)'";
    case Completion::Encoding:
      return " -x -a " + quoted_for_fish(joined(encoding_labels()));
  }
  return "";
}

}  // namespace

std::string fish_completion(const ProgramInfo& program) {
  const std::string start = "complete -c " + std::string(program.name);
  std::string out = "# " + generated_notice(program, "complete-fish") + "\n\n";
  for (const FlagInfo* flag : program.flags) {
    const std::string value = value_options(program, *flag);
    const std::string text = " -d " + quoted_for_fish(flag->summary);
    std::string names;
    if (flag->short_name != 0) names = std::string(" -s ") + flag->short_name;
    out += start + names + " -l " + std::string(flag->name) + text + value + "\n";
    for (std::string_view alias : flag->aliases) {
      out += start + " -l " + std::string(alias) + text + value + "\n";
    }
    if (!flag->negated.empty()) {
      out += start + " -l " + std::string(flag->negated) + " -d " +
             quoted_for_fish("Take back --" + std::string(flag->name)) + "\n";
    }
  }
  return out;
}

}  // namespace common::cli
