// The text of a pane with its styles; see text.h.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "mux/model/text.h"
#include "mux/term/sgr.h"

namespace mux::model {

namespace {

using term::Cell;
using term::Color;
using term::HistoryRow;
using term::Style;

struct ColorCodes {
  int base;      // Of the eight: 30 or 40; 0: there are none.
  int extended;  // 38, 48 or 58.
};
constexpr ColorCodes kForeground{.base = 30, .extended = 38};
constexpr ColorCodes kBackground{.base = 40, .extended = 48};
constexpr ColorCodes kUnderline{.base = 0, .extended = 58};

void append_color(Color color, ColorCodes codes, std::string& out) {
  constexpr int kBright = 60 - 8;
  if (color.kind() == Color::Kind::Rgb) {
    out += fmt::format(";{};2;{};{};{}", codes.extended, color.red(), color.green(), color.blue());
  } else if (color.kind() == Color::Kind::Palette) {
    const int index = color.index();
    if (codes.base != 0 && index < 16) {
      out += fmt::format(";{}", codes.base + index + (index < 8 ? 0 : kBright));
    } else {
      out += fmt::format(";{};5;{}", codes.extended, index);
    }
  }
}

std::string sgr_of(const Style& style) {
  std::string out = "\x1b[" + term::attributes_text(style);
  append_color(style.foreground, kForeground, out);
  append_color(style.background, kBackground, out);
  append_color(style.underline_color, kUnderline, out);
  return out + 'm';
}

bool is_space(const Cell& cell) {
  return !cell.is_tail() && cell.is_cluster == 0 && (cell.content == 0 || cell.content == ' ');
}

bool is_empty(const HistoryRow& row) {
  return row.fill == 0 && std::ranges::all_of(row.cells, [](const Cell& cell) {
           return is_space(cell) && cell.style == 0;
         });
}

// Blanks at the end are left out, unless the line goes on in the next row.
void append_row(const term::Terminal& terminal, const HistoryRow& row, bool has_styles,
                bool goes_on, std::string& out) {
  std::size_t end = row.cells.size();
  while (!goes_on && end > 0 && is_space(row.cells[end - 1]) &&
         (!has_styles || row.cells[end - 1].style == 0)) {
    --end;
  }
  term::StyleId style = 0;
  for (std::size_t x = 0; x < end; ++x) {
    if (has_styles && row.cells[x].style != style) {
      style = row.cells[x].style;
      out += sgr_of(terminal.style(style));
    }
    terminal.append_text(row.cells[x], out);
  }
  if (style != 0) out += "\x1b[0m";
}

// Of history and the main screen.
void read_main_line(Pane& pane, std::uint64_t line, HistoryRow& row) {
  term::Terminal& terminal = *pane.terminal();
  const term::History& history = terminal.history();
  const std::uint64_t screen = history.first_number() + history.size();
  if (line < screen) {
    terminal.read_history(static_cast<std::size_t>(line - history.first_number()), row);
    return;
  }
  const term::Row& own = terminal.main_screen().grid.row(static_cast<int>(line - screen));
  row.cells.assign(own.cells, own.cells + own.length);
  row.fill = own.fill;
  row.is_wrapped = own.is_wrapped;
  row.mark = own.mark;
}

// OSC 133, as the program has sent it.
std::string_view mark_text(term::PromptMark mark) {
  switch (mark) {
    case term::PromptMark::Prompt:
      return "\x1b]133;A\x1b\\";
    case term::PromptMark::Input:
      return "\x1b]133;B\x1b\\";
    case term::PromptMark::Output:
      return "\x1b]133;C\x1b\\";
    case term::PromptMark::None:
      break;
  }
  return {};
}

}  // namespace

LineRange main_lines_of(const Pane& pane) {
  const term::Terminal* const terminal = pane.terminal();
  if (terminal == nullptr) return {};
  const term::History& history = terminal->history();
  const term::Grid& grid = terminal->main_screen().grid;
  int rows = grid.rows();
  while (rows > 0 && grid.row(rows - 1).length == 0) --rows;
  LineRange range{
      .begin = history.first_number(), .screen = history.first_number() + history.size(), .end = 0};
  range.end = range.screen + static_cast<std::uint64_t>(rows);
  return range;
}

std::string styled_lines(Pane& pane, std::uint64_t begin, std::uint64_t end) {
  std::string out;
  HistoryRow row;
  HistoryRow next;
  const std::uint64_t last = main_lines_of(pane).end;
  if (begin < end) read_main_line(pane, begin, row);
  for (std::uint64_t line = begin; line < end; ++line) {
    const bool has_next = line + 1 < last;
    if (has_next) read_main_line(pane, line + 1, next);
    const bool goes_on = has_next && next.is_wrapped;
    if (!row.is_wrapped) out += '\n';
    out += mark_text(row.mark);
    append_row(*pane.terminal(), row, true, goes_on, out);
    std::swap(row, next);
  }
  return out;
}

std::string dump(Pane& pane, const DumpOptions& options) {
  const LineRange range = lines_of(pane);
  std::uint64_t end = range.end;
  HistoryRow row;
  while (end > range.screen && read_line(pane, end - 1, row) && is_empty(row)) --end;
  std::string out;
  const std::uint64_t begin = options.has_history ? range.begin : range.screen;
  for (std::uint64_t line = begin; line < end; ++line) {
    if (line != begin && !is_continuation(pane, line)) out += '\n';
    const bool goes_on = line + 1 < end && is_continuation(pane, line + 1);
    if (line < range.screen && !(options.has_styles && has_history_styles(pane, line))) {
      append_history_text(pane, line, out);
    } else if (read_line(pane, line, row)) {
      append_row(*pane.terminal(), row, options.has_styles, goes_on, out);
    }
    // Of the rows above, too, if the line wrapped.
    while (!goes_on && out.ends_with(' ')) out.pop_back();
  }
  if (begin != end) out += '\n';
  return out;
}

}  // namespace mux::model
