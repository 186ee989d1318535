#include "mux/model/text.h"

#include <algorithm>

namespace mux::model {

namespace {

using term::Cell;
using term::HistoryRow;
using term::PromptMark;

// The text of cells [from, to); blanks at its end are left out.
std::string text_between(const term::Terminal& terminal, const std::vector<Cell>& cells, int from,
                         int to) {
  std::string text;
  const int end = std::min(to, static_cast<int>(cells.size()));
  for (int x = std::max(from, 0); x < end; ++x) {
    terminal.append_text(cells[static_cast<std::size_t>(x)], text);
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

bool starts_output(PromptMark mark) {
  return mark == PromptMark::Output;
}

PromptMark mark_of(Pane& pane, std::uint64_t line) {
  HistoryRow row;
  return read_line(pane, line, row) ? row.mark : PromptMark::None;
}

}  // namespace

LineRange lines_of(const Pane& pane) {
  const term::Terminal* const terminal = pane.terminal();
  if (terminal == nullptr) return {};
  const term::History& history = terminal->history();
  LineRange range;
  range.screen = history.first_number() + history.size();
  range.begin = terminal->is_alternate_shown() ? range.screen : history.first_number();
  range.end = range.screen + static_cast<std::uint64_t>(terminal->screen().grid.rows());
  return range;
}

bool read_line(Pane& pane, std::uint64_t line, HistoryRow& row) {
  const LineRange range = lines_of(pane);
  if (line < range.begin || line >= range.end) return false;
  term::Terminal& terminal = *pane.terminal();
  if (line < range.screen) {
    terminal.read_history(static_cast<std::size_t>(line - terminal.history().first_number()), row);
    return true;
  }
  const term::Row& own = terminal.screen().grid.row(static_cast<int>(line - range.screen));
  row.cells.assign(own.cells, own.cells + own.length);
  row.fill = own.fill;
  row.is_wrapped = own.is_wrapped;
  row.mark = own.mark;
  return true;
}

std::string text_of(Pane& pane, const Selection& selection) {
  const auto [begin, end] = selection.span;
  std::string text;
  HistoryRow row;
  const int left = std::min(begin.column, end.column);
  const int right = std::max(begin.column, end.column);
  for (std::uint64_t line = begin.line; line <= end.line; ++line) {
    if (!read_line(pane, line, row)) continue;
    const bool joins = row.is_wrapped && !selection.is_rectangle;
    if (line != begin.line && !joins) text += '\n';
    int from = line == begin.line ? begin.column : 0;
    int to = line == end.line ? end.column : static_cast<int>(row.cells.size());
    if (selection.is_rectangle) {
      from = left;
      to = right;
    }
    text += text_between(*pane.terminal(), row.cells, from, to);
  }
  return text;
}

std::optional<TextSpan> command_output(Pane& pane, std::optional<std::uint64_t> line) {
  const LineRange range = lines_of(pane);
  if (range.begin == range.end) return std::nullopt;
  std::uint64_t begin = std::min(line.value_or(range.end - 1), range.end - 1);
  // Of a command that has printed nothing yet, the one before it.
  while (begin > range.begin && !starts_output(mark_of(pane, begin))) --begin;
  if (!starts_output(mark_of(pane, begin))) return std::nullopt;
  std::uint64_t end = begin + 1;
  const auto is_prompt = [&](std::uint64_t at) {
    const PromptMark mark = mark_of(pane, at);
    return mark == PromptMark::Prompt || mark == PromptMark::Input;
  };
  while (end < range.end && !is_prompt(end)) ++end;
  return TextSpan{.begin = {.line = begin, .column = 0}, .end = {.line = end, .column = 0}};
}

}  // namespace mux::model
