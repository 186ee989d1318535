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

// What words that are no flags may be: the program's commands, what it prints, or files.
std::string words_of(const ProgramInfo& program, std::string_view root) {
  if (!program.commands.empty()) return "-W '" + command_names(program) + "'";
  if (program.words_from.empty()) return "-f";
  return "-W \"$(" + std::string(root) + " " + std::string(program.words_from) + " 2>/dev/null)\"";
}

// Sets COMPREPLY for one command line, given $cur and $prev.
std::string reply_for(const ProgramInfo& program, std::string_view root) {
  std::string out = "  case $prev in\n" + value_cases(program);
  out += "  esac\n  if [[ $cur == -* ]]; then\n";
  if (!program.flags.empty()) {
    out += "    mapfile -t COMPREPLY < <(compgen -W '" + all_names(program) + "' -- \"$cur\")\n";
  } else {
    out += "    :\n";
  }
  return out + "  else\n    mapfile -t COMPREPLY < <(compgen " + words_of(program, root) +
         " -- \"$cur\")\n  fi\n";
}

// Flags whose next word is their value, as a pattern.
std::string value_flags(const ProgramInfo& program) {
  std::string out;
  for (const FlagInfo* flag : program.flags) {
    if (!flag->takes_value() || flag->is_value_optional) continue;
    out += (out.empty() ? "--" : "|--") + std::string(flag->name);
    if (flag->short_name != 0) out += std::string("|-") + flag->short_name;
  }
  return out.empty() ? "--" : out;
}

// A case per command, each of which ends the function.  Commands may have commands.
std::string command_cases(const ProgramInfo& program, std::string_view root) {
  std::string out = "  case $command in\n";
  for (const ProgramInfo& command : program.commands) {
    out += "  " + std::string(command.name);
    if (!command.alias.empty()) out.append("|").append(command.alias);
    out += ")\n";
    if (!command.commands.empty()) out += "  command=$second\n" + command_cases(command, root);
    out += reply_for(command, root) + "  return\n  ;;\n";
  }
  return out + "  esac\n";
}

// Sets $command and $second to the first two words that are neither flags nor values.
std::string find_commands(const ProgramInfo& program) {
  return R"(  local word command= second= is_value=
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ -n $is_value ]]; then
      is_value=
      continue
    fi
    case $word in
    )" + value_flags(program) +
         R"()
      [[ -n $command ]] || is_value=1
      ;;
    -*) ;;
    *)
      if [[ -z $command ]]; then
        command=$word
      elif [[ -z $second ]]; then
        second=$word
      fi
      ;;
    esac
  done
)";
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
  if (!program.commands.empty()) out += find_commands(program) + command_cases(program, name);
  out += reply_for(program, name) + "}\n\n";
  out += "complete -o bashdefault -o default -o filenames -F _" + name + " " + name + "\n";
  return out;
}

}  // namespace common::cli
