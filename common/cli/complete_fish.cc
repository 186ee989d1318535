#include "common/cli/generate.h"
#include "common/cli/layout.h"

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

std::string value_options(const ProgramInfo& program, const FlagInfo& flag) {
  if (!flag.takes_value()) return "";
  if (!flag.choices.empty()) return " -x -a " + quoted_for_fish(joined(flag.choices, " "));
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
      return " -x -a " + quoted_for_fish(joined(program.encodings, " "));
  }
  return "";
}

std::string entry(const ProgramInfo& program, std::string_view names, std::string_view summary,
                  std::string_view value) {
  std::string out = "complete -c ";
  out.append(program.name).append(names).append(" -d ").append(quoted_for_fish(summary));
  return out.append(value).append("\n");
}

}  // namespace

std::string fish_completion(const ProgramInfo& program) {
  std::string out = "# " + generated_notice(program, "complete-fish") + "\n\n";
  for (const FlagInfo* flag : program.flags) {
    const std::string value = value_options(program, *flag);
    std::string names;
    if (flag->short_name != 0) names = std::string(" -s ") + flag->short_name;
    names.append(" -l ").append(flag->name);
    out += entry(program, names, flag->summary, value);
    for (std::string_view alias : flag->aliases) {
      out += entry(program, " -l " + std::string(alias), flag->summary, value);
    }
    if (!flag->negated.empty()) {
      out += entry(program, " -l " + std::string(flag->negated),
                   "Take back --" + std::string(flag->name), "");
    }
  }
  return out;
}

}  // namespace common::cli
