#include "mux/debug/debug_command.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <vector>

#include "common/fs/whole_file.h"
#include "mux/debug/screen_json.h"
#include "mux/input/event.h"
#include "mux/term/terminal.h"

namespace mux::debug {

namespace {

constexpr std::string_view kUsage =
    "usage: kmux debug screen --cols C --rows R [--scrollback N] [--cuts A,B,...] FILE\n"
    "       kmux debug keys FILE";

struct ScreenOptions {
  std::size_t columns = 80;
  std::size_t rows = 24;
  std::size_t scrollback = 0;
  std::vector<std::size_t> cuts;
  std::string path;
};

common::Result<std::size_t> parse_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  return common::fail(fmt::format("not a number: {}", text));
}

common::Result<std::vector<std::size_t>> parse_cuts(std::string_view text) {
  std::vector<std::size_t> cuts;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    cuts.push_back(TRY(parse_number(text.substr(0, comma))));
    text.remove_prefix(comma == text.npos ? text.size() : comma + 1);
  }
  return cuts;
}

common::Result<ScreenOptions> parse_options(std::span<const std::string_view> arguments) {
  ScreenOptions options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view name = arguments[i];
    if (!name.starts_with("--")) {
      options.path = name;
      continue;
    }
    if (++i == arguments.size()) return common::fail(fmt::format("{} needs a value", name));
    if (name == "--cuts") {
      options.cuts = TRY(parse_cuts(arguments[i]));
    } else if (name == "--cols") {
      options.columns = TRY(parse_number(arguments[i]));
    } else if (name == "--rows") {
      options.rows = TRY(parse_number(arguments[i]));
    } else if (name == "--scrollback") {
      options.scrollback = TRY(parse_number(arguments[i]));
    } else {
      return common::fail(fmt::format("unknown flag {}\n{}", name, kUsage));
    }
  }
  if (options.path.empty()) return common::fail(std::string(kUsage));
  return options;
}

std::uint16_t length_of(std::size_t number) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(number, UINT16_MAX));
}

common::Result<std::string> screen(const ScreenOptions& options) {
  const std::string bytes = TRY(common::fs::read_file(options.path));
  term::TerminalEvents events;  // Nobody is there to answer.
  term::TerminalOptions terminal_options;
  terminal_options.history.lines =
      static_cast<std::uint32_t>(std::min<std::size_t>(options.scrollback, 1'000'000));
  term::Terminal terminal({.columns = length_of(options.columns), .rows = length_of(options.rows)},
                          terminal_options, events);
  std::size_t from = 0;
  for (std::size_t cut : options.cuts) {
    if (cut <= from || cut >= bytes.size()) continue;
    terminal.write(std::string_view(bytes).substr(from, cut - from));
    from = cut;
  }
  terminal.write(std::string_view(bytes).substr(from));
  return screen_json(terminal, options.scrollback);
}

common::Result<std::string> keys(std::span<const std::string_view> arguments) {
  if (arguments.size() != 1) return common::fail(std::string(kUsage));
  return input::describe_input(TRY(common::fs::read_file(std::string(arguments.front()))));
}

}  // namespace

common::Result<std::string> run_debug(std::span<const std::string_view> arguments) {
  if (!arguments.empty() && arguments.front() == "keys") return keys(arguments.subspan(1));
  if (arguments.empty() || arguments.front() != "screen") {
    return common::fail(std::string(kUsage));
  }
  const ScreenOptions options = TRY(parse_options(arguments.subspan(1)));
  return screen(options);
}

}  // namespace mux::debug
