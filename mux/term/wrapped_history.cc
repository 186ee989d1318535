#include "mux/term/wrapped_history.h"

#include <algorithm>

namespace mux::term {

std::size_t WrappedHistory::rows() const {
  return lines_.empty() ? 0 : static_cast<std::size_t>(lines_.back().end_row - gone_rows_);
}

void WrappedHistory::update(int columns) {
  const History& history = terminal_.history();
  const std::uint64_t begin = history.first_number();
  const std::uint64_t end = begin + history.size();
  if (columns != columns_) {
    lines_.clear();
    columns_ = columns;
  } else if (end == end_ && !lines_.empty() && lines_.front().first >= begin) {
    return;
  }
  while (!lines_.empty() && lines_.front().first < begin) {
    gone_rows_ = lines_.front().end_row;
    lines_.pop_front();
  }
  // A resize has taken them back to the screen.
  while (!lines_.empty() && lines_.back().first >= end) lines_.pop_back();
  if (lines_.empty()) return append_lines(begin);
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
    if (i == first) {
      joined_.mark = piece_.mark;
      joined_.line_size = piece_.line_size;
    }
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

WrappedHistory::Place WrappedHistory::place_of(std::size_t row) const {
  const std::uint64_t wanted = gone_rows_ + row;
  const auto line = std::ranges::upper_bound(lines_, wanted, {}, &Line::end_row);
  const std::uint64_t base = terminal_.history().first_number();
  const std::uint64_t behind = line + 1 == lines_.end() ? end_ : (line + 1)->first;
  const std::uint64_t before = line == lines_.begin() ? gone_rows_ : (line - 1)->end_row;
  return {.first = static_cast<std::size_t>(line->first - base),
          .behind = static_cast<std::size_t>(behind - base),
          .skip = static_cast<std::size_t>(wanted - before)};
}

void WrappedHistory::read(std::size_t row, HistoryRow& out) {
  const Place place = place_of(row);
  join(place.first, place.behind);
  std::size_t start = 0;
  out.is_wrapped = place.skip > 0;
  out.mark = place.skip > 0 ? PromptMark::None : joined_.mark;
  out.fill = joined_.fill;
  out.line_size = joined_.line_size;
  for (std::size_t i = 0; i < place.skip; ++i) start = segment_end(start);
  const auto first = joined_.cells.begin() + static_cast<std::ptrdiff_t>(start);
  out.cells.assign(first, joined_.cells.begin() + static_cast<std::ptrdiff_t>(segment_end(start)));
}

// False: the line is not ASCII, and nothing was appended.
bool WrappedHistory::append_ascii(const Place& place, std::string& out) const {
  const History& history = terminal_.history();
  for (std::size_t i = place.first; i < place.behind; ++i) {
    const EncodedLine line = history.line(i);
    if (line.columns != line.text.size()) return false;
  }
  std::size_t skip = place.skip * static_cast<std::size_t>(columns_);
  auto left = static_cast<std::size_t>(columns_);
  for (std::size_t i = place.first; i < place.behind && left > 0; ++i) {
    std::string_view text = history.line(i).text;
    const std::size_t skipped = std::min(skip, text.size());
    skip -= skipped;
    text = text.substr(skipped, left);
    left -= text.size();
    out += text;
  }
  return true;
}

void WrappedHistory::append_text(std::size_t row, std::string& out) {
  if (append_ascii(place_of(row), out)) return;
  HistoryRow cells;
  read(row, cells);
  for (const Cell& cell : cells.cells) terminal_.append_text(cell, out);
}

PromptMark WrappedHistory::mark(std::size_t row) const {
  const Place place = place_of(row);
  return place.skip > 0 ? PromptMark::None : terminal_.history().line(place.first).mark;
}

std::uint64_t WrappedHistory::stored_row(std::size_t row) const {
  return terminal_.history().first_number() + place_of(row).first;
}

std::size_t WrappedHistory::row_of_stored(std::uint64_t number) const {
  const auto behind = std::ranges::upper_bound(lines_, number, {}, &Line::first);
  // The line before it begins where the one before that ends.
  const auto line = behind == lines_.begin() ? behind : behind - 1;
  const std::uint64_t row = line == lines_.begin() ? gone_rows_ : (line - 1)->end_row;
  return static_cast<std::size_t>(row - gone_rows_);
}

}  // namespace mux::term
