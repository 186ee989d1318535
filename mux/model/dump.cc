// The text of a pane with its styles; see text.h and pane_text.h.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "mux/model/pane_text.h"
#include "mux/model/scroll.h"
#include "mux/model/sgr_text.h"
#include "mux/model/text.h"

namespace mux::model {

namespace {

using term::Cell;
using term::HistoryRow;
using term::Style;

bool is_space(const Cell& cell) {
  return !cell.is_tail() && cell.is_cluster == 0 && (cell.content == 0 || cell.content == ' ');
}

bool is_empty(const HistoryRow& row) {
  return row.fill == 0 && std::ranges::all_of(row.cells, [](const Cell& cell) {
           return is_space(cell) && cell.style == 0;
         });
}

// Blanks at the end are left out, unless the line goes on in the next row.
void append_row(const term::Terminal& terminal, const HistoryRow& row, SgrWriter* sgr, bool goes_on,
                std::string& out) {
  std::size_t end = row.cells.size();
  while (!goes_on && end > 0 && is_space(row.cells[end - 1]) &&
         (sgr == nullptr || row.cells[end - 1].style == 0)) {
    --end;
  }
  term::StyleId style = 0;
  for (std::size_t x = 0; x < end; ++x) {
    if (sgr != nullptr && row.cells[x].style != style) {
      style = row.cells[x].style;
      sgr->append(terminal.style(style), out);
    }
    terminal.append_text(row.cells[x], out);
  }
  if (style != 0) out += kPlainSgr;
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
  SgrWriter sgr;
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
    append_row(*pane.terminal(), row, &sgr, goes_on, out);
    std::swap(row, next);
  }
  return out;
}

PaneText text_to_dump(Pane& pane, const DumpOptions& options) {
  const LineRange range = lines_of(pane);
  std::uint64_t first = range.screen;
  std::uint64_t end = range.end;
  if (!options.has_history && pane.scroll_top) {
    first = top_line(pane);
    end = std::min<std::uint64_t>(end, first + pane.terminal()->size().rows);
  }
  HistoryRow row;
  while (end > first && read_line(pane, end - 1, row) && is_empty(row)) --end;
  PaneText dumped;
  dumped.has_styles_ = options.has_styles;
  const bool has_history = options.has_history && range.begin < range.screen;
  if (has_history) {
    dumped.history_ = pane.terminal()->history().lines();
    dumped.end_ = dumped.history_.size();
    dumped.tail_joins_ = range.screen == end || is_continuation(pane, range.screen);
  }
  std::string& out = dumped.tail_;
  SgrWriter sgr;
  for (std::uint64_t line = first; line < end; ++line) {
    const bool is_first = line == first && !has_history;
    if (!is_first && !is_continuation(pane, line)) {
      while (out.ends_with(' ')) out.pop_back();
      out += '\n';
    }
    const bool goes_on = line + 1 < end && is_continuation(pane, line + 1);
    if (!read_line(pane, line, row)) continue;
    append_row(*pane.terminal(), row, options.has_styles ? &sgr : nullptr, goes_on, out);
  }
  while (out.ends_with(' ')) out.pop_back();
  if (has_history || first != end) out += '\n';
  return dumped;
}

std::vector<std::string> shown_rows(Pane& pane, bool has_styles) {
  std::vector<std::string> rows;
  if (pane.terminal() == nullptr) return rows;
  const term::Terminal& terminal = *pane.terminal();
  const std::uint64_t top = top_line(pane);
  const std::uint64_t cursor =
      lines_of(pane).screen + static_cast<std::uint64_t>(terminal.screen().cursor.y);
  const auto columns = static_cast<std::size_t>(terminal.size().columns);
  std::size_t used = 0;
  SgrWriter sgr;
  HistoryRow row;
  for (std::uint64_t line = top; line < top + terminal.size().rows; ++line) {
    if (!read_line(pane, line, row)) break;
    if (has_styles && row.fill != 0) row.cells.resize(columns, Cell::blank(row.fill));
    // Without styles blanks stay as the program has written them, as zellij has it.
    append_row(terminal, row, has_styles ? &sgr : nullptr, !has_styles, rows.emplace_back());
    if (line <= cursor || !is_empty(row)) used = rows.size();
  }
  rows.resize(used);
  return rows;
}

std::vector<std::string> lines_above(Pane& pane, std::uint64_t most, bool has_styles) {
  std::vector<std::string> lines;
  if (pane.terminal() == nullptr) return lines;
  const std::uint64_t begin = lines_of(pane).begin;
  const std::uint64_t end = top_line(pane);
  std::uint64_t first = end;
  for (std::uint64_t found = 0; first > begin && found < most;) {
    --first;
    if (!is_continuation(pane, first)) ++found;
  }
  SgrWriter sgr;
  HistoryRow row;
  for (std::uint64_t line = first; line < end; ++line) {
    if (line == first || !is_continuation(pane, line)) lines.emplace_back();
    if (!has_styles) {
      append_history_text(pane, line, lines.back());
      continue;
    }
    const bool goes_on = line + 1 < end && is_continuation(pane, line + 1);
    if (read_line(pane, line, row)) append_row(*pane.terminal(), row, &sgr, goes_on, lines.back());
  }
  return lines;
}

}  // namespace mux::model
