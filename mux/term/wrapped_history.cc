#include "mux/term/wrapped_history.h"

#include <algorithm>

namespace mux::term {

std::size_t WrappedHistory::rows() const {
  return lines_.empty() ? 0 : static_cast<std::size_t>(lines_.back().end_row - gone_rows_);
}

// Rows that were counted are not there any more, at the end (a resize takes them
// back) or all of them.
bool WrappedHistory::is_stale() const {
  const History& history = terminal_.history();
  return history.first_number() + history.size() < end_ || history.first_number() > end_;
}

void WrappedHistory::update(int columns) {
  const History& history = terminal_.history();
  if (columns != columns_ || is_stale()) {
    lines_.clear();
    columns_ = columns;
  }
  while (!lines_.empty() && lines_.front().first < history.first_number()) {
    gone_rows_ = lines_.front().end_row;
    lines_.pop_front();
  }
  if (lines_.empty()) {
    gone_rows_ = 0;
    append_lines(history.first_number());
    return;
  }
  // The last line may have grown.
  const std::uint64_t last = lines_.back().first;
  lines_.pop_back();
  append_lines(last);
}

// Counts the lines that start at stored row `from` and behind.
void WrappedHistory::append_lines(std::uint64_t from) {
  const History& history = terminal_.history();
  const std::uint64_t base = history.first_number();
  end_ = base + history.size();
  while (from < end_) {
    std::uint64_t end = from + 1;
    while (end < end_ && history.line(static_cast<std::size_t>(end - base)).is_wrapped) ++end;
    const std::uint64_t before = lines_.empty() ? gone_rows_ : lines_.back().end_row;
    const std::size_t rows =
        count_rows(static_cast<std::size_t>(from - base), static_cast<std::size_t>(end - base));
    lines_.push_back({.first = from, .end_row = before + rows});
    from = end;
  }
}

// ASCII is counted by its columns; for all else the cells must be seen.
std::size_t WrappedHistory::count_rows(std::size_t first, std::size_t end) {
  std::size_t columns = 0;
  bool is_ascii = true;
  for (std::size_t i = first; i < end; ++i) {
    const EncodedLine line = terminal_.history().line(i);
    columns += line.columns;
    is_ascii = is_ascii && line.columns == line.text.size();
  }
  const auto width = static_cast<std::size_t>(columns_);
  if (is_ascii || columns <= width) return std::max<std::size_t>(1, (columns + width - 1) / width);
  join(first, end);
  std::size_t rows = 0;
  for (std::size_t start = 0; start < joined_.cells.size(); ++rows) start = segment_end(start);
  return std::max<std::size_t>(1, rows);
}

void WrappedHistory::join(std::size_t first, std::size_t end) {
  joined_.cells.clear();
  for (std::size_t i = first; i < end; ++i) {
    terminal_.read_history(i, piece_);
    joined_.cells.insert(joined_.cells.end(), piece_.cells.begin(), piece_.cells.end());
    if (i == first) joined_.mark = piece_.mark;
    joined_.fill = piece_.fill;
  }
}

// Where the row ends that starts at that cell: wide characters stay whole.
std::size_t WrappedHistory::segment_end(std::size_t start) const {
  const std::vector<Cell>& cells = joined_.cells;
  std::size_t end = std::min(start + static_cast<std::size_t>(columns_), cells.size());
  if (end < cells.size() && cells[end].is_tail() && end > start + 1) --end;
  return end;
}

void WrappedHistory::read(std::size_t row, HistoryRow& out) {
  const std::uint64_t wanted = gone_rows_ + row;
  const auto line = std::ranges::upper_bound(lines_, wanted, {}, &Line::end_row);
  const std::uint64_t base = terminal_.history().first_number();
  const std::uint64_t behind = line + 1 == lines_.end() ? end_ : (line + 1)->first;
  join(static_cast<std::size_t>(line->first - base), static_cast<std::size_t>(behind - base));
  std::uint64_t skip = wanted - (line == lines_.begin() ? gone_rows_ : (line - 1)->end_row);
  std::size_t start = 0;
  out.is_wrapped = skip > 0;
  out.mark = skip > 0 ? PromptMark::None : joined_.mark;
  out.fill = joined_.fill;
  for (; skip > 0; --skip) start = segment_end(start);
  const auto first = joined_.cells.begin() + static_cast<std::ptrdiff_t>(start);
  out.cells.assign(first, joined_.cells.begin() + static_cast<std::ptrdiff_t>(segment_end(start)));
}

}  // namespace mux::term
