// The commands of kmux: one row each.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/cli/flag.h"
#include "mux/cli/options.h"

namespace mux::cli {

// A group of flag rows (flags.h).
using FlagRows = std::span<const common::cli::Flag<Options>>();

struct Command {
  std::string_view name;
  std::string_view alias = {};   // Short for it.
  std::string_view summary;      // One line, no full stop.
  std::string_view description;  // A paragraph or two.
  std::span<const std::string_view> usage;
  std::span<const common::cli::Chapter> positionals = {};
  std::span<FlagRows* const> flags = {};  // Besides the global ones.
  // What follows is not parsed: flags and words are for the action.
  bool takes_all_words = false;
  std::string_view action = {};      // Whose flags those are; empty: it is a word, too.
  bool takes_options = false;        // "options" and the flags of options may follow.
  std::string_view words_from = {};  // See common::cli::ProgramInfo.
  // Does it and returns the exit code.
  common::Result<int> (*run)(const Options& options);
};

std::span<const Command> commands();  // Sorted by name.

struct ParsedCommand {
  const Command* command = nullptr;  // Null: none was named.
  Options options;
};

// `arguments`: without the program's name.
common::Result<ParsedCommand> parse_command_line(std::span<const char* const> arguments);

// Everything there is to say about flags and commands: input of the generators.
common::cli::ProgramInfo program_info();
common::cli::ProgramInfo command_info(const Command& command);

// Does what the command line says and returns the exit code; messages are printed.
int run(std::span<const char* const> arguments);

}  // namespace mux::cli
