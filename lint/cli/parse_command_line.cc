#include <algorithm>
#include <string>
#include <vector>

#include "common/cli/config_file.h"
#include "common/cli/parse_flags.h"
#include "lint/cli/commands.h"
#include "lint/cli/flags.h"

namespace lint::cli {
namespace {

using common::Result;
using Arguments = std::vector<std::string_view>;
using Tables = std::vector<std::span<const Flag>>;

Tables tables_of(const Command& command) {
  Tables tables = {global_flags()};
  for (FlagRows* rows : command.flags) tables.push_back(rows());
  return tables;
}

std::string unknown_command(std::string_view name) {
  std::string message = "unrecognized command '" + std::string(name) + "'";
  for (const Command& command : commands()) {
    // Near enough: one is the beginning of the other.
    if (command.name.starts_with(name) || name.starts_with(command.name)) {
      return message + "; did you mean '" + std::string(command.name) + "'?";
    }
  }
  message += "; the commands are";
  std::string_view separator = " ";
  for (const Command& command : commands()) {
    message.append(separator).append(command.name);
    separator = ", ";
  }
  return message;
}

// Replaces "@FILE" by the lines of the file, which `texts` then owns.
Result<Arguments> expanded(std::span<const char* const> arguments,
                           std::vector<std::string>& texts) {
  Arguments result;
  for (const char* argument : arguments) {
    const std::string_view text = argument;
    if (text.size() < 2 || text.front() != '@') {
      result.push_back(text);
      continue;
    }
    texts.push_back(TRY(common::cli::read_config_file(argument + 1)));
    std::string_view rest = texts.back();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty()) result.push_back(line);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return result;
}

}  // namespace

Result<ParsedCommand> parse_command_line(std::span<const char* const> raw_arguments) {
  std::vector<std::string> texts;
  texts.reserve(raw_arguments.size());  // Views into them must stay.
  const Arguments arguments = TRY(expanded(raw_arguments, texts));
  ParsedCommand result;
  const std::span<const Flag> global[] = {global_flags()};
  const std::size_t at =
      TRY(common::cli::parse_until_command<Options>(global, arguments, result.options));
  if (at == arguments.size()) return result;

  std::string_view name = arguments[at];
  std::size_t rest = at + 1;
  if (name == "help") {  // klint help check
    result.options.help = true;
    if (rest == arguments.size()) return result;
    name = arguments[rest++];
  }
  const auto command = std::ranges::find(commands(), name, &Command::name);
  if (command == commands().end()) return common::fail(unknown_command(name));
  result.command = &*command;
  TRY(common::cli::parse_flags<Options>(tables_of(*command), std::span(arguments).subspan(rest),
                                        result.options, result.options.positionals));
  return result;
}

}  // namespace lint::cli
