#include "mux/term/wrapped_history.h"

#include <algorithm>

#include "mux/term/row_breaker.h"

namespace mux::term {

std::size_t WrappedHistory::rows() const {
  return lines_.empty() ? 0 : static_cast<std::size_t>(lines_.back().end_row - gone_rows_);
}

void WrappedHistory::forget() {
  lines_.clear();
  last_start_.reset();
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
  last_start_.reset();
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
  std::uint64_t first = from;
  std::uint64_t number = from;
  std::size_t columns = 0;
  bool is_ascii = true;
  const auto add = [&](const EncodedLine& line) {
    if (!line.is_wrapped && number > first) {
      append_line(first, number, columns, is_ascii);
      first = number;
      columns = 0;
      is_ascii = true;
    }
    columns += line.columns;
    is_ascii = is_ascii && line.columns == line.text.size();
    ++number;
  };
  history.for_each_line(static_cast<std::size_t>(from - base), history.size(), add);
  if (number > first) append_line(first, number, columns, is_ascii);
}

void WrappedHistory::append_line(std::uint64_t first, std::uint64_t end, std::size_t columns,
                                 bool is_ascii) {
  const std::uint64_t base = terminal_.history().first_number();
  const std::uint64_t before = lines_.empty() ? gone_rows_ : lines_.back().end_row;
  const std::size_t rows = count_rows(static_cast<std::size_t>(first - base),
                                      static_cast<std::size_t>(end - base), columns, is_ascii);
  lines_.push_back({.first = first, .end_row = before + rows});
}

std::size_t WrappedHistory::count_rows(std::size_t first, std::size_t end, std::size_t columns,
                                       bool is_ascii) const {
  const auto width = static_cast<std::size_t>(columns_);
  const std::size_t least = std::max<std::size_t>(1, (columns + width - 1) / width);
  if (is_ascii || columns <= width || width == 1) return least;
  if (least == (columns + width - 2) / (width - 1)) return least;
  RowBreaker breaker(width, 0, columns);
  terminal_.history().for_each_line(first, end,
                                    [&](const EncodedLine& line) { breaker.add(line); });
  return breaker.row() + 1;
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

WrappedHistory::RowStart WrappedHistory::start_of(const Place& place) const {
  const History& history = terminal_.history();
  const std::uint64_t base = history.first_number();
  RowStart start{.line = base + place.first, .skip = 0, .stored = base + place.first, .cell = 0};
  if (last_start_ && last_start_->line == start.line && last_start_->skip <= place.skip) {
    start = *last_start_;
  }
  if (start.skip < place.skip) {
    RowBreaker breaker(static_cast<std::size_t>(columns_), start.cell, place.skip - start.skip);
    std::size_t stored = static_cast<std::size_t>(start.stored - base);
    for (; !breaker.is_found() && stored < place.behind; ++stored) {
      breaker.add(history.line(stored));
    }
    start.skip = place.skip;
    start.stored = base + stored - 1;
    start.cell = breaker.start();
  }
  last_start_ = start;
  return start;
}

void WrappedHistory::read(std::size_t row, HistoryRow& out) {
  const Place place = place_of(row);
  const RowStart start = start_of(place);
  const History& history = terminal_.history();
  const EncodedLine line = history.line(place.first);
  out.is_wrapped = place.skip > 0;
  out.mark = place.skip > 0 ? PromptMark::None : line.mark;
  out.line_size = line.line_size;
  out.cells.clear();
  const auto width = static_cast<std::size_t>(columns_);
  auto skip = static_cast<std::ptrdiff_t>(start.cell);
  auto stored = static_cast<std::size_t>(start.stored - history.first_number());
  // One more than a row has, to see whether that is half of a character.
  for (; stored < place.behind && out.cells.size() <= width; ++stored) {
    terminal_.read_history(stored, piece_);
    skip = std::min(skip, std::ssize(piece_.cells));
    out.cells.insert(out.cells.end(), piece_.cells.begin() + skip, piece_.cells.end());
    out.fill = piece_.fill;
    skip = 0;
  }
  if (out.cells.size() <= width) return;
  out.cells.resize(out.cells[width].is_tail() && width > 1 ? width - 1 : width);
}

// False: the row is not ASCII, and nothing was appended.
bool WrappedHistory::append_ascii(const Place& place, std::string& out) const {
  const RowStart start = start_of(place);
  const History& history = terminal_.history();
  const std::size_t size = out.size();
  auto left = static_cast<std::size_t>(columns_);
  std::size_t skip = start.cell;
  auto stored = static_cast<std::size_t>(start.stored - history.first_number());
  for (; stored < place.behind && left > 0; ++stored) {
    const EncodedLine line = history.line(stored);
    if (line.columns != line.text.size()) {
      out.resize(size);
      return false;
    }
    const std::string_view text = line.text.substr(std::min(skip, line.text.size()), left);
    skip = 0;
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
