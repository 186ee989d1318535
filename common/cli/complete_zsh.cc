#include "common/cli/generate.h"
#include "common/cli/layout.h"

namespace common::cli {

namespace {

// Inside single quotes, in the description part of an _arguments spec.
std::string description(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '[' || c == ']' || c == ':') {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

// ":message:action" for the value of a flag.
std::string value_spec(const ProgramInfo& program, const FlagInfo& flag) {
  if (!flag.takes_value()) return "";
  std::string message = ":" + description(flag.metavar) + ":";
  if (!flag.choices.empty()) return message + "(" + joined(flag.choices, " ") + ")";
  switch (flag.completion) {
    case Completion::None:
      return message;
    case Completion::File:
      return message + "_files";
    case Completion::Command:
      return message + "_command_names -e";
    case Completion::FileType:
      return message + "_" + std::string(program.name) + "_types";
    case Completion::Encoding:
      return message + "(" + joined(program.encodings, " ") + ")";
  }
  return "";
}

// A flag may be given again and again, hence the star.
std::string argument(std::string_view names, std::string_view text, const std::string& value) {
  return "    '*'" + std::string(names) + "'[" + description(text) + "]" + value + "'\n";
}

std::string arguments(const ProgramInfo& program, const FlagInfo& flag) {
  const bool has_value = flag.takes_value();
  const std::string long_name = "--" + std::string(flag.name) + (has_value ? "=" : "");
  const std::string value = value_spec(program, flag);
  std::string out;
  if (flag.short_name != 0) {
    const std::string short_name = std::string("-") + flag.short_name + (has_value ? "+" : "");
    out += argument("{" + short_name + "," + long_name + "}", flag.summary, value);
  } else {
    out += argument(long_name, flag.summary, value);
  }
  for (std::string_view alias : flag.aliases) {
    out += argument("--" + std::string(alias) + (has_value ? "=" : ""), flag.summary, value);
  }
  if (!flag.negated.empty()) {
    out += argument("--" + std::string(flag.negated), "Take back --" + std::string(flag.name), "");
  }
  return out;
}

// A function that completes the commands, then hands over to that of the one chosen.
std::string chooser_function(const std::string& name, const ProgramInfo& program) {
  std::string out = "_" + name + "() {\n  local context state state_descr line\n";
  out += "  typeset -A opt_args\n  local -a args commands\n  args=(\n";
  for (const FlagInfo* flag : program.flags) out += arguments(program, *flag);
  out += "    '1: :->command'\n    '*:: :->arguments'\n  )\n  commands=(\n";
  std::string aliases;
  for (const ProgramInfo& command : program.commands) {
    out += "    '" + std::string(command.name) + ":" + description(command.tagline) + "'\n";
    if (!command.alias.empty()) {
      aliases += "      " + std::string(command.alias) + ") words[1]=" + std::string(command.name) +
                 " ;;\n";
    }
  }
  out += "  )\n  _arguments -C -s : $args && return\n  case $state in\n";
  out += "    command) _describe command commands ;;\n    arguments)\n";
  if (!aliases.empty()) out += "      case $words[1] in\n" + aliases + "      esac\n";
  return out + "      (( $+functions[_" + name + "-${words[1]}] )) && _" + name +
         "-${words[1]} ;;\n  esac\n}\n\n";
}

// Functions that complete one command, and the commands that it has.
std::string command_functions(const std::string& name, const ProgramInfo& command,
                              const std::string& root) {
  if (!command.commands.empty()) {
    std::string out;
    for (const ProgramInfo& inner : command.commands) {
      out += command_functions(name + "-" + std::string(inner.name), inner, root);
    }
    return out + chooser_function(name, command);
  }
  std::string out = "_" + name + "() {\n  local -a args\n  args=(\n";
  for (const FlagInfo* flag : command.flags) out += arguments(command, *flag);
  if (command.words_from.empty()) {
    out += "    '*: :_files'\n  )\n";
  } else {
    out += "    '*: :($(" + root + " " + std::string(command.words_from) + " 2>/dev/null))'\n  )\n";
  }
  return out + "  _arguments -s -S : $args\n}\n\n";
}

std::string with_commands(const ProgramInfo& program) {
  const std::string name(program.name);
  std::string out;
  for (const ProgramInfo& command : program.commands) {
    out += command_functions(name + "-" + std::string(command.name), command, name);
  }
  return out + chooser_function(name, program) + "_" + name + " \"$@\"\n";
}

}  // namespace

std::string zsh_completion(const ProgramInfo& program) {
  const std::string name(program.name);
  std::string out =
      "#compdef " + name + "\n# " + generated_notice(program, "complete-zsh") + "\n\n";
  if (!program.commands.empty()) return out + with_commands(program);
  out += "_" + name + "_types() {\n  local -a types\n  types=(${${(f)\"$(" + name +
         " --no-config --type-list 2>/dev/null)\"}%%:*})\n  _describe 'file type' types\n}\n\n";
  out += "_" + name + "() {\n  local -a args\n  args=(\n";
  for (const FlagInfo* flag : program.flags) out += arguments(program, *flag);
  out += "    '1: :_guard \"^-*\" pattern'\n    '*: :_files'\n  )\n";
  out += "  _arguments -s -S : $args\n}\n\n_" + name + " \"$@\"\n";
  return out;
}

}  // namespace common::cli
