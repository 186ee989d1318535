#include "tests/mux/term/vt_cases.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>

#include "mux/term/sgr.h"
#include "mux/term/terminal.h"
#include "tests/mux/escapes.h"

namespace vt {

namespace {

namespace term = mux::term;
using mux_tests::escaped;
using mux_tests::unescaped;

class Recorder : public term::TerminalEvents {
 public:
  void reply(std::string_view bytes) override { add("reply", bytes); }
  void set_title(std::string_view title) override { add("title", title); }
  void set_working_directory(std::string_view url) override { add("folder", url); }
  void ring_bell() override { add("bell", {}); }
  void set_clipboard(std::string_view selections, std::string_view text) override {
    add("clipboard", std::string(selections) + " " + std::string(text));
  }
  void query_clipboard(std::string_view selections) override { add("clipboard?", selections); }
  void notify(std::string_view title, std::string_view body) override {
    add("notify", std::string(title) + " / " + std::string(body));
  }
  void show_progress(term::Progress progress, unsigned percent) override {
    add("progress", fmt::format("{} {}", static_cast<int>(progress), percent));
  }
  void command_ended(std::uint32_t exit_code) override {
    add("command", std::to_string(exit_code));
  }
  void resize(term::Size size) override {
    add("resize", fmt::format("{}x{}", size.columns, size.rows));
  }
  const std::string& log() const { return log_; }

 private:
  void add(std::string_view what, std::string_view text) {
    log_ += fmt::format("{} {}", what, escaped(text));
    if (log_.ends_with(' ')) log_.pop_back();
    log_ += '\n';
  }
  std::string log_;
};

term::Size parse_size(std::string_view text) {
  const std::size_t x = text.find('x');
  const auto number = [](std::string_view digits) {
    return static_cast<std::uint16_t>(std::atoi(std::string(digits).c_str()));
  };
  return {.columns = number(text.substr(0, x)), .rows = number(text.substr(x + 1))};
}

std::string row_text(const term::Terminal& terminal, const term::Row& row) {
  std::string text;
  for (int x = 0; x < row.length; ++x) terminal.append_text(row.cells[x], text);
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

void show_rows(const term::Terminal& terminal, std::string& out) {
  const term::Grid& grid = terminal.screen().grid;
  int end = grid.rows();
  while (end > 0 && row_text(terminal, grid.row(end - 1)).empty()) --end;
  for (int y = 0; y < end; ++y) {
    const term::Row& row = grid.row(y);
    const std::string text = row_text(terminal, row);
    out += row.is_wrapped ? "> " : "| ";
    out += text;
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
  }
}

void show_styles(const term::Terminal& terminal, std::string& out) {
  const term::Grid& grid = terminal.screen().grid;
  for (int y = 0; y < grid.rows(); ++y) {
    for (int x = 0; x < grid.columns();) {
      const term::StyleId style = grid.row(y).cell(x).style;
      int end = x + 1;
      while (end < grid.columns() && grid.row(y).cell(end).style == style) ++end;
      const term::Link* const link = terminal.link(terminal.style(style));
      const std::string words =
          term::sgr_text(terminal.style(style)) + (link == nullptr ? "" : " " + link->url);
      if (style != 0) out += fmt::format("style {} {}-{} {}\n", y, x, end - 1, words);
      x = end;
    }
  }
}

void show_line_sizes(const term::Terminal& terminal, std::string& out) {
  constexpr std::string_view kNames[] = {"single", "double width", "double top", "double bottom"};
  const term::Grid& grid = terminal.screen().grid;
  for (int y = 0; y < grid.rows(); ++y) {
    const term::Row& row = grid.row(y);
    if (!row.is_double()) continue;
    out += fmt::format("row {} {}\n", y, kNames[static_cast<std::size_t>(row.line_size)]);
  }
}

void show_images(const term::Terminal& terminal, std::string& out) {
  const term::Grid& grid = terminal.screen().grid;
  for (int y = 0; y < grid.rows(); ++y) {
    for (const term::ImageStrip& strip : grid.strips(grid.row(y))) {
      const auto* const placement = terminal.images().find_placement(strip.placement);
      if (placement == nullptr) continue;
      const auto* const image = terminal.images().find(placement->image);
      out += fmt::format("image {}x{} row {} at {} {}-{}\n", image->width, image->height,
                         strip.image_row, y, strip.column, strip.column + strip.columns - 1);
    }
  }
  for (std::size_t i = 0; i < terminal.history().size(); ++i) {
    for (const term::ImageStrip& strip : terminal.history_strips(i)) {
      out += fmt::format("image row {} in history {}\n", strip.image_row, i);
    }
  }
}

void show_history(term::Terminal& terminal, std::string& out) {
  term::HistoryRow row;
  for (std::size_t i = 0; i < terminal.history().size(); ++i) {
    terminal.read_history(i, row);
    std::string text;
    for (const term::Cell& cell : row.cells) terminal.append_text(cell, text);
    out += fmt::format("history{} {}\n", row.is_wrapped ? ">" : "", text);
  }
}

std::string outcome_of(term::Terminal& terminal, const Recorder& events) {
  std::string out;
  show_rows(terminal, out);
  show_styles(terminal, out);
  show_line_sizes(terminal, out);
  show_images(terminal, out);
  const term::Position& at = terminal.screen().cursor;
  out += fmt::format("cursor {} {}{}\n", at.x, at.y, at.wraps_next ? " wraps" : "");
  if (!terminal.mode(term::Mode::CursorVisible)) out += "cursor hidden\n";
  if (terminal.is_alternate_shown()) out += "alternate\n";
  if (const int flags = terminal.screen().keyboard.flags()) {
    out += fmt::format("keyboard {}\n", flags);
  }
  show_history(terminal, out);
  return out + events.log();
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return line;
}

bool asks(std::string_view line) {
  return line.starts_with("size ") || line.starts_with("write ") || line.starts_with("do ");
}

std::vector<std::string> names_of(std::string_view line) {
  std::vector<std::string> names;
  line = line.substr(0, line.find(':'));
  while (!line.empty()) {
    const std::size_t comma = line.find(", ");
    names.emplace_back(line.substr(0, comma));
    line.remove_prefix(comma == line.npos ? line.size() : comma + 2);
  }
  return names;
}

void run_line(term::Terminal& terminal, std::string_view line, bool by_bytes) {
  if (line.starts_with("do resize ")) {
    terminal.resize(parse_size(line.substr(10)));
  } else if (line == "do focus") {
    terminal.report_focus(true);
  } else if (line == "do light") {
    terminal.set_colors(term::Color::rgb(0, 0, 0), term::Color::rgb(255, 255, 255));
  } else if (line.starts_with("write ")) {
    const std::string bytes = unescaped(line.substr(6));
    const std::size_t step = by_bytes ? 1 : bytes.size();
    for (std::size_t i = 0; i < bytes.size(); i += step) {
      terminal.write(std::string_view(bytes).substr(i, step));
    }
  }
}

}  // namespace

std::vector<Case> parse_cases(std::string_view text) {
  std::vector<Case> cases;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.starts_with("== ")) {
      cases.push_back(
          {.names = names_of(line.substr(3)), .head = std::string(line) + '\n', .outcome = {}});
    } else if (!cases.empty() && !line.empty()) {
      (asks(line) ? cases.back().head : cases.back().outcome).append(line) += '\n';
    }
  }
  return cases;
}

std::string run_case(std::string_view head, bool by_bytes) {
  term::Size size{.columns = 10, .rows = 4};
  for (std::string_view rest = head; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (line.starts_with("size ")) size = parse_size(line.substr(5));
  }
  Recorder events;
  term::Terminal terminal(size, {}, events);
  while (!head.empty()) run_line(terminal, take_line(head), by_bytes);
  return outcome_of(terminal, events);
}

}  // namespace vt
