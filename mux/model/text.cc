#include "mux/model/text.h"

#include <algorithm>

namespace mux::model {

namespace {

using term::Cell;
using term::HistoryRow;
using term::PromptMark;

// The text of cells [from, to); a character of which a part is there is there whole.
std::string text_between(const term::Terminal& terminal, const std::vector<Cell>& cells, int from,
                         int to) {
  std::string text;
  const int end = std::min(to, static_cast<int>(cells.size()));
  int x = std::max(from, 0);
  if (x > 0 && x < end && cells[static_cast<std::size_t>(x)].is_tail()) --x;
  for (; x < end; ++x) terminal.append_text(cells[static_cast<std::size_t>(x)], text);
  return text;
}

bool is_screen_line(const Pane& pane, std::uint64_t line, const LineRange& range) {
  return pane.terminal() != nullptr && line >= range.screen && line < range.end;
}

const term::Row& screen_row(const Pane& pane, std::uint64_t line, const LineRange& range) {
  return pane.terminal()->screen().grid.row(static_cast<int>(line - range.screen));
}

term::EncodedLine history_line(const Pane& pane, std::uint64_t line) {
  const term::History& history = pane.terminal()->history();
  return history.line(static_cast<std::size_t>(line - history.first_number()));
}

}  // namespace

term::PromptMark mark_of(const Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  if (is_screen_line(pane, line, range)) return screen_row(pane, line, range).mark;
  if (line < range.begin || line >= range.screen) return PromptMark::None;
  return history_line(pane, line).mark;
}

bool is_continuation(const Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  if (is_screen_line(pane, line, range)) return screen_row(pane, line, range).is_wrapped;
  if (line < range.begin || line >= range.screen) return false;
  return history_line(pane, line).is_wrapped;
}

std::optional<std::uint64_t> prompt_from(const Pane& pane, std::uint64_t line, bool is_up) {
  const LineRange range = lines_of(pane);
  while (is_up ? line > range.begin : line + 1 < range.end) {
    line = is_up ? line - 1 : line + 1;
    if (mark_of(pane, line) == PromptMark::Prompt) return line;
  }
  return std::nullopt;
}

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
    // What goes on in the next row keeps its blanks.
    const bool goes_on =
        !selection.is_rectangle && line < end.line && is_continuation(pane, line + 1);
    while (!goes_on && text.ends_with(' ')) text.pop_back();
  }
  return text;
}

std::optional<TextSpan> command_output(Pane& pane, std::optional<std::uint64_t> line) {
  const LineRange range = lines_of(pane);
  if (range.begin == range.end) return std::nullopt;
  std::uint64_t begin = std::min(line.value_or(range.end - 1), range.end - 1);
  // Of a command that has printed nothing yet, the one before it.
  while (begin > range.begin && mark_of(pane, begin) != PromptMark::Output) --begin;
  if (mark_of(pane, begin) != PromptMark::Output) return std::nullopt;
  std::uint64_t end = begin + 1;
  const auto is_prompt = [&](std::uint64_t at) {
    const PromptMark mark = mark_of(pane, at);
    return mark == PromptMark::Prompt || mark == PromptMark::Input;
  };
  while (end < range.end && !is_prompt(end)) ++end;
  return TextSpan{.begin = {.line = begin, .column = 0}, .end = {.line = end, .column = 0}};
}

}  // namespace mux::model
