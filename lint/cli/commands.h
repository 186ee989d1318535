// The commands of klint: one row each.
#pragma once

#include <span>
#include <string_view>

#include "common/base/result.h"
#include "common/cli/flag.h"
#include "lint/cli/options.h"

namespace lint::cli {

// A group of flag rows (flags.h).
using FlagRows = std::span<const common::cli::Flag<Options>>();

struct Command {
  std::string_view name;
  std::string_view summary;      // One line, no full stop.
  std::string_view description;  // A paragraph or two.
  std::span<const std::string_view> usage;
  std::span<const common::cli::Chapter> positionals = {};
  // The flags that it takes besides the global ones.
  std::span<FlagRows* const> flags = {};
  // Does it and returns the exit code; messages have been printed.
  int (*run)(const Options& options);
};

std::span<const Command> commands();  // Sorted by name.

struct ParsedCommand {
  const Command* command = nullptr;  // Null: none was named.
  Options options;
};

// `arguments`: without the program's name.  An argument "@FILE" stands for the
// lines of the file.
common::Result<ParsedCommand> parse_command_line(std::span<const char* const> arguments);

// Everything there is to say about flags and commands: input of the generators.
common::cli::ProgramInfo program_info();
// The same of one command.
common::cli::ProgramInfo command_info(const Command& command);

}  // namespace lint::cli
