#include "mux/model/text.h"

#include <algorithm>
#include <limits>

#include "mux/model/pane_text.h"

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

term::EncodedLine kept_line(const Pane& pane, std::uint64_t line) {
  const term::History& history = pane.terminal()->history();
  return history.line(static_cast<std::size_t>(line - history.first_number()));
}

std::size_t wrapped_row(const Pane& pane, std::uint64_t line) {
  return static_cast<std::size_t>(line - pane.wrapped->first_number());
}

}  // namespace

std::size_t kept_index(const Pane& pane, std::uint64_t line) {
  const std::uint64_t first = pane.terminal()->history().first_number();
  const std::uint64_t number =
      pane.wrapped ? pane.wrapped->stored_row(wrapped_row(pane, line)) : line;
  return static_cast<std::size_t>(number - first);
}

void append_history_text(const Pane& pane, std::uint64_t line, std::string& out) {
  if (pane.wrapped) return pane.wrapped->append_text(wrapped_row(pane, line), out);
  std::string_view text = kept_line(pane, line).text;
  for (;;) {
    const std::size_t border = text.find(term::kCellBorder);
    out += text.substr(0, border);
    if (border == text.npos) return;
    text.remove_prefix(border + 1);
  }
}

term::PromptMark mark_of(const Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  if (is_screen_line(pane, line, range)) return screen_row(pane, line, range).mark;
  if (line < range.begin || line >= range.screen) return PromptMark::None;
  if (pane.wrapped) return pane.wrapped->mark(wrapped_row(pane, line));
  return kept_line(pane, line).mark;
}

bool is_continuation(const Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  if (is_screen_line(pane, line, range)) return screen_row(pane, line, range).is_wrapped;
  if (line < range.begin || line >= range.screen) return false;
  if (pane.wrapped) return pane.wrapped->is_wrapped(wrapped_row(pane, line));
  return kept_line(pane, line).is_wrapped;
}

bool is_blank_line(const Pane& pane, std::uint64_t line) {
  const LineRange range = lines_of(pane);
  if (is_screen_line(pane, line, range)) {
    const term::Row& row = screen_row(pane, line, range);
    return std::all_of(row.cells, row.cells + row.length, [](const Cell& cell) {
      return !cell.is_tail() && cell.is_cluster == 0 && (cell.content == 0 || cell.content == ' ');
    });
  }
  if (line < range.begin || line >= range.screen) return true;
  std::string text;
  append_history_text(pane, line, text);
  return text.find_first_not_of(' ') == text.npos;
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
  std::uint64_t begin = history.first_number();
  LineRange range;
  range.screen = begin + history.size();
  if (pane.wrapped) {
    pane.wrapped->update(terminal->size().columns);
    begin = pane.wrapped->first_number();
    range.screen = begin + pane.wrapped->rows();
  }
  range.begin = terminal->is_alternate_shown() ? range.screen : begin;
  range.end = range.screen + static_cast<std::uint64_t>(terminal->screen().grid.rows());
  return range;
}

bool read_line(Pane& pane, std::uint64_t line, HistoryRow& row) {
  const LineRange range = lines_of(pane);
  if (line < range.begin || line >= range.end) return false;
  term::Terminal& terminal = *pane.terminal();
  if (line < range.screen && pane.wrapped) {
    pane.wrapped->read(wrapped_row(pane, line), row);
    return true;
  }
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
  const LineRange range = lines_of(pane);
  std::string text;
  HistoryRow row;
  const int left = std::min(begin.column, end.column);
  const int right = std::max(begin.column, end.column);
  for (std::uint64_t line = begin.line; line <= end.line; ++line) {
    const bool is_whole = line != begin.line && line != end.line && !selection.is_rectangle;
    const bool is_kept = is_whole && line >= range.begin && line < range.screen;
    if (!is_kept && !read_line(pane, line, row)) continue;
    const bool joins = !selection.is_rectangle && is_continuation(pane, line);
    if (line != begin.line && !joins) text += '\n';
    int from = line == begin.line ? begin.column : 0;
    int to = line == end.line ? end.column : static_cast<int>(row.cells.size());
    if (selection.is_rectangle) {
      from = left;
      to = right;
    }
    if (is_kept) {
      append_history_text(pane, line, text);
    } else {
      text += text_between(*pane.terminal(), row.cells, from, to);
    }
    // What goes on in the next row keeps its blanks.
    const bool goes_on =
        !selection.is_rectangle && line < end.line && is_continuation(pane, line + 1);
    while (!goes_on && text.ends_with(' ')) text.pop_back();
  }
  return text;
}

namespace {

// A selection with fewer rows of history is read at once.
constexpr std::uint64_t kManyRows = 2000;

}  // namespace

std::optional<PaneText> long_text_of(Pane& pane, const Selection& selection) {
  const auto [begin, end] = selection.span;
  const LineRange range = lines_of(pane);
  const std::uint64_t last = std::min(end.line, range.screen);
  if (selection.is_rectangle || last < std::max(begin.line, range.begin) + kManyRows) {
    return std::nullopt;
  }
  // Whole lines of history, between those at the ends.
  std::uint64_t from = std::max(begin.line, range.begin) + 1;
  std::uint64_t behind = last;
  while (from < behind && is_continuation(pane, from)) ++from;
  while (from < behind && is_continuation(pane, behind)) --behind;
  if (from == behind) return std::nullopt;
  PaneText text;
  text.history_ = pane.terminal()->history().lines();
  text.first_ = kept_index(pane, from);
  text.end_ = behind == range.screen ? text.history_.size() : kept_index(pane, behind);
  const TextPosition before{.line = from - 1, .column = std::numeric_limits<int>::max()};
  text.head_ = text_of(pane, {.span = {begin, before}}) + '\n';
  text.tail_ = '\n' + text_of(pane, {.span = {{.line = behind, .column = 0}, end}});
  return text;
}

namespace {

// Where the output of the command begins whose prompt is on that line.
std::optional<std::uint64_t> output_below(const Pane& pane, std::uint64_t line) {
  const std::uint64_t end = lines_of(pane).end;
  const auto is_typed = [&](std::uint64_t at) {
    const PromptMark mark = mark_of(pane, at);
    return mark == PromptMark::Prompt || mark == PromptMark::Input;
  };
  if (!is_typed(line)) return std::nullopt;
  while (line < end && (is_typed(line) || is_continuation(pane, line))) ++line;
  if (line < end && mark_of(pane, line) == PromptMark::Output) return line;
  return std::nullopt;
}

}  // namespace

std::optional<TextSpan> command_output(Pane& pane, std::optional<std::uint64_t> line) {
  const LineRange range = lines_of(pane);
  if (range.begin == range.end) return std::nullopt;
  std::uint64_t begin = std::min(line.value_or(range.end - 1), range.end - 1);
  begin = output_below(pane, begin).value_or(begin);
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
