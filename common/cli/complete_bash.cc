#include "common/cli/generate.h"
#include "common/cli/layout.h"

namespace common::cli {

namespace {

std::string all_names(const ProgramInfo& program) {
  std::string out;
  for (const FlagInfo* flag : program.flags) {
    if (flag->short_name != 0) out += std::string(" -") + flag->short_name;
    out.append(" --").append(flag->name);
    for (std::string_view alias : flag->aliases) out.append(" --").append(alias);
    if (!flag->negated.empty()) out.append(" --").append(flag->negated);
  }
  return out.substr(1);
}

// What to offer for the value; empty: nothing in particular, which means files.
std::string reply(const ProgramInfo& program, const FlagInfo& flag) {
  if (!flag.choices.empty()) return "compgen -W '" + joined(flag.choices, " ") + "' -- \"$cur\"";
  switch (flag.completion) {
    case Completion::None:
      return "";
    case Completion::File:
      return "compgen -f -- \"$cur\"";
    case Completion::Command:
      return "compgen -c -- \"$cur\"";
    case Completion::FileType:
      return "compgen -W \"$(" + std::string(program.name) +
             " --no-config --type-list 2>/dev/null | cut -d: -f1)\" -- \"$cur\"";
    case Completion::Encoding:
      return "compgen -W '" + joined(program.encodings, " ") + "' -- \"$cur\"";
  }
  return "";
}

std::string value_cases(const ProgramInfo& program) {
  std::string out;
  for (const FlagInfo* flag : program.flags) {
    if (!flag->takes_value()) continue;
    std::string names = "--" + std::string(flag->name);
    for (std::string_view alias : flag->aliases) names.append("|--").append(alias);
    if (flag->short_name != 0) names += std::string("|-") + flag->short_name;
    const std::string words = reply(program, *flag);
    out += "    " + names + ")\n";
    out +=
        words.empty() ? "      COMPREPLY=()\n" : "      mapfile -t COMPREPLY < <(" + words + ")\n";
    out += "      return\n      ;;\n";
  }
  return out;
}

}  // namespace

std::string bash_completion(const ProgramInfo& program) {
  const std::string name(program.name);
  std::string out = "# " + generated_notice(program, "complete-bash") + "\n\n";
  out += "_" + name + "() {\n";
  out += R"(  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  # "--flag=value" arrives as three words.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
)";
  out += value_cases(program) + "  esac\n  if [[ $cur == -* ]]; then\n";
  out += "    mapfile -t COMPREPLY < <(compgen -W '" + all_names(program) + "' -- \"$cur\")\n";
  out += "  else\n    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n  fi\n}\n\n";
  out += "complete -o bashdefault -o default -o filenames -F _" + name + " " + name + "\n";
  return out;
}

}  // namespace common::cli
