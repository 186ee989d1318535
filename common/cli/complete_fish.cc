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

// `names`: of the flag, as options of `complete`.
std::string entry(std::string_view start, std::string_view names, std::string_view summary,
                  std::string_view value) {
  std::string out(start);
  out.append(names).append(" -d ").append(quoted_for_fish(summary));
  return out.append(value).append("\n");
}

// The flags of a program or of a command; `start` says when they hold.
std::string entries(const ProgramInfo& program, std::string_view start) {
  std::string out;
  for (const FlagInfo* flag : program.flags) {
    const std::string value = value_options(program, *flag);
    std::string names;
    if (flag->short_name != 0) names = std::string(" -s ") + flag->short_name;
    names.append(" -l ").append(flag->name);
    out += entry(start, names, flag->summary, value);
    for (std::string_view alias : flag->aliases) {
      out += entry(start, " -l " + std::string(alias), flag->summary, value);
    }
    if (!flag->negated.empty()) {
      out += entry(start, " -l " + std::string(flag->negated),
                   "Take back --" + std::string(flag->name), "");
    }
  }
  return out;
}

// When a command was typed, by its name or its alias.
std::string seen(const ProgramInfo& command) {
  std::string out = "__fish_seen_subcommand_from " + std::string(command.name);
  if (!command.alias.empty()) out.append(" ").append(command.alias);
  return out;
}

std::string nested_entries(const std::string& complete, const ProgramInfo& command) {
  const std::string names = std::string(command.name) + "_commands";
  std::string out = "set -l " + names;
  for (const ProgramInfo& inner : command.commands) out.append(" ").append(inner.name);
  out += "\n";
  const std::string first = complete + " -n \"" + seen(command) +
                            "; and not __fish_seen_subcommand_from $" + names + "\"";
  for (const ProgramInfo& inner : command.commands) {
    out += first + " -f -a " + std::string(inner.name) + " -d " + quoted_for_fish(inner.tagline) +
           "\n";
  }
  for (const ProgramInfo& inner : command.commands) {
    out += entries(inner, complete + " -n '" + seen(command) + "; and " + seen(inner) + "'");
  }
  return out;
}

}  // namespace

std::string fish_completion(const ProgramInfo& program) {
  std::string out = "# " + generated_notice(program, "complete-fish") + "\n\n";
  const std::string complete = "complete -c " + std::string(program.name);
  if (program.commands.empty()) return out + entries(program, complete);
  const std::string first = complete + " -n __fish_use_subcommand";
  out += entries(program, first);
  for (const ProgramInfo& command : program.commands) {
    out += first + " -f -a " + std::string(command.name) + " -d " +
           quoted_for_fish(command.tagline) + "\n";
  }
  for (const ProgramInfo& command : program.commands) {
    const std::string when = complete + " -n '" + seen(command) + "'";
    out += entries(command, when);
    if (!command.words_from.empty()) {
      out += when + " -f -a '(" + std::string(program.name) + " " +
             std::string(command.words_from) + " 2>/dev/null)'\n";
    }
    if (!command.commands.empty()) out += nested_entries(complete, command);
  }
  return out;
}

}  // namespace common::cli
