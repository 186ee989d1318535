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
    if (!flag->takes_value() || flag->is_value_optional) continue;
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

// Sets COMPREPLY for one command line, given $cur and $prev.  Words that are no
// flags are files, or `words` if there are any.
std::string reply_for(const ProgramInfo& program, const std::string& words) {
  std::string out = "  case $prev in\n" + value_cases(program);
  out += "  esac\n  if [[ $cur == -* ]]; then\n";
  out += "    mapfile -t COMPREPLY < <(compgen -W '" + all_names(program) + "' -- \"$cur\")\n";
  const std::string others = words.empty() ? "-f" : "-W '" + words + "'";
  return out + "  else\n    mapfile -t COMPREPLY < <(compgen " + others + " -- \"$cur\")\n  fi\n";
}

// A case per command, each of which ends the function.
std::string command_cases(const ProgramInfo& program) {
  std::string out = R"(  local word command=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word != -* ]]; then
      command=$word
      break
    fi
  done
  case $command in
)";
  for (const ProgramInfo& command : program.commands) {
    out += "  " + std::string(command.name) + ")\n" + reply_for(command, "") + "  return\n  ;;\n";
  }
  return out + "  esac\n";
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
)";
  if (!program.commands.empty()) out += command_cases(program);
  out += reply_for(program, command_names(program)) + "}\n\n";
  out += "complete -o bashdefault -o default -o filenames -F _" + name + " " + name + "\n";
  return out;
}

}  // namespace common::cli
