// Walks the flag table.
#include "search/cli/flags.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "common/cli/generate.h"
#include "common/cli/help.h"
#include "search/cli/parse_command.h"

using common::cli::FlagInfo;
using common::cli::ProgramInfo;

namespace {

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

std::string_view valid_value(const FlagInfo& flag) {
  if (!flag.choices.empty()) return flag.choices.front();
  if (flag.completion == common::cli::Completion::Encoding) return "auto";
  return flag.name == "colors" ? "match:none" : "1";
}

}  // namespace

TEST_CASE("the table has as many flags as ripgrep 15 or more, and no name twice") {
  const ProgramInfo program = search::program_info();
  CHECK(program.flags.size() >= 104);
  for (std::size_t i = 0; i < program.flags.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      CAPTURE(program.flags[i]->name);
      CHECK(!common::cli::share_a_name(*program.flags[i], *program.flags[j]));
    }
  }
}

TEST_CASE("every flag is in a category that is printed") {
  const ProgramInfo program = search::program_info();
  for (const FlagInfo* flag : program.flags) {
    CAPTURE(flag->name);
    CHECK(std::ranges::count(program.categories, flag->category, &common::cli::Category::key) == 1);
    CHECK(flag->summary.size() <= 54);
    CHECK(flag->summary.front() != ' ');
  }
}

TEST_CASE("every flag can be parsed, and so can its negation") {
  for (const FlagInfo* flag : search::program_info().flags) {
    CAPTURE(flag->name);
    std::string argument = "--" + std::string(flag->name);
    if (flag->takes_value()) argument.append("=").append(valid_value(*flag));
    const std::string negation = "--" + std::string(flag->negated);
    const char* arguments[] = {argument.c_str(), "-e", "x",
                               flag->negated.empty() ? "-n" : negation.c_str()};
    const auto parsed =
        search::parse_command(arguments, [](const char*) -> const char* { return nullptr; });
    CHECK(parsed.has_value());
  }
}

TEST_CASE("help, manual and completions mention every flag") {
  const ProgramInfo program = search::program_info();
  const std::string brief = short_help(program);
  const std::string full = long_help(program);
  const std::string man = man_page(program);
  const std::string bash = bash_completion(program);
  const std::string zsh = zsh_completion(program);
  const std::string fish = fish_completion(program);
  const std::string powershell = powershell_completion(program);
  const std::string elvish = elvish_completion(program);
  const std::string markdown = markdown_reference(program);
  for (const FlagInfo* flag : program.flags) {
    const std::string name(flag->name);
    CAPTURE(name);
    CHECK(count_of(brief, "--" + name) >= 1);
    CHECK(count_of(brief, std::string(flag->summary) + "\n") >= 1);
    CHECK(count_of(full, "--" + name) >= 1);
    std::string roff;
    for (char c : name) roff += c == '-' ? "\\-" : std::string(1, c);
    CHECK(count_of(man, "\\-\\-" + roff + "\\fP") >= 1);
    CHECK(count_of(bash, " --" + name) >= 1);
    CHECK(count_of(zsh, "--" + name) >= 1);
    CHECK(count_of(fish, " -l " + name + " ") == 1);
    CHECK(count_of(powershell, "'--" + name + "',") >= 1);
    CHECK(count_of(elvish, "candidate '--" + name + "' ") >= 1);
    CHECK(count_of(markdown, "--" + name) >= 1);
    if (!flag->negated.empty()) CHECK(count_of(full, "--" + std::string(flag->negated)) >= 1);
  }
}

TEST_CASE("help fits a terminal of 100 columns, full help one of 80") {
  const auto widest = [](const std::string& text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      width = std::max(width, end - at);
      at = end + 1;
    }
    return width;
  };
  CHECK(widest(short_help(search::program_info())) <= 100);
  CHECK(widest(long_help(search::program_info())) <= 80);
}
