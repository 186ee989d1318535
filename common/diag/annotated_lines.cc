#include "common/diag/annotated_lines.h"

#include <algorithm>
#include <array>
#include <limits>

#include "common/diag/shown_text.h"
#include "common/text/utf8.h"

namespace common::diag {
namespace {

struct Line {
  std::string_view text;
  std::size_t number;
  std::size_t start;
  std::size_t end;  // Behind the line end.
  std::size_t line_end_size;
};

std::vector<Line> split_lines(const Excerpt& excerpt) {
  const std::string_view text = excerpt.text;
  std::vector<Line> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t newline = text.find('\n', start);
    const std::size_t end = newline == text.npos ? text.size() : newline + 1;
    std::size_t line_end_size = newline == text.npos ? 0 : 1;
    if (line_end_size == 1 && newline > start && text[newline - 1] == '\r') line_end_size = 2;
    lines.push_back({text.substr(start, end - start - line_end_size),
                     excerpt.first_line + lines.size(), start, end, line_end_size});
    start = end;
  }
  if (lines.empty()) lines.push_back({"", excerpt.first_line, 0, 0, 0});
  return lines;
}

struct MultilineLabel {
  std::size_t depth = 1;
  Place start;
  Place end;
  bool is_primary = false;
  std::string_view text;
  bool has_twin = false;  // Another label has the same range.

  bool has_range_of(const MultilineLabel& other) const {
    return start == other.start && end == other.end;
  }
};

// Ranges that touch overlap.
bool ranges_overlap(std::size_t a_start, std::size_t a_end, std::size_t b_start,
                    std::size_t b_end) {
  return (b_start <= a_start && a_start <= b_end) || (a_start <= b_start && b_start <= a_end);
}

class Annotator {
 public:
  explicit Annotator(const Excerpt& excerpt) : source_(split_lines(excerpt)) {
    for (const Line& line : source_) result_.lines.push_back({line.text, line.number});
  }

  AnnotatedLines annotate(const std::vector<Label>& labels) {
    std::vector<MultilineLabel> multiline;
    for (const Label& label : labels) {
      auto [start, end] = places(label.range.start, label.range.end);
      // An empty range is shown as one column.
      if (start.display == end.display && start.line == end.line) ++end.display;
      if (start.line == end.line) {
        add(start.line, {start, end, label.is_primary, label.text});
      } else {
        multiline.push_back(
            {.start = start, .end = end, .is_primary = label.is_primary, .text = label.text});
      }
    }
    assign_depths(multiline);
    for (const MultilineLabel& label : multiline) add_multiline(label);
    return std::move(result_);
  }

 private:
  const Line& line_at(std::size_t number) const { return source_[number - source_.front().number]; }

  // Line indices; the last line also holds what is behind it.
  std::size_t index_of(std::size_t byte, bool* is_behind = nullptr) const {
    const auto found = std::ranges::find_if(
        source_, [&](const Line& line) { return line.start <= byte && byte < line.end; });
    if (is_behind != nullptr) *is_behind = found == source_.end();
    return found == source_.end() ? source_.size() - 1
                                  : static_cast<std::size_t>(found - source_.begin());
  }

  static Place place_in(const Line& line, std::size_t byte) {
    Place place{.line = line.number, .byte = byte};
    const std::size_t size = std::min(byte - line.start, line.text.size());
    for (std::size_t at = 0; at < size;) {
      place.display += shown_width(next_code_point(line.text, at));
      ++place.column;
    }
    return place;
  }

  std::pair<Place, Place> places(std::size_t start_byte, std::size_t end_byte) const {
    const Line& start_line = source_[index_of(start_byte)];
    Place start = place_in(start_line, start_byte);
    // Inside or behind the line end.
    if (start_byte - start_line.start > start_line.text.size()) ++start.column;
    if (start_byte == end_byte) return {start, start};

    bool is_behind = false;
    const std::size_t end_index = index_of(end_byte, &is_behind);
    const Line& end_line = source_[end_index];
    Place end = place_in(end_line, end_byte);
    // What ends at the start of a line is shown as ending with the line before.
    if (start.line < end.line && end.column == 0 && !is_behind) {
      const Line& previous = source_[end_index - 1];
      end = place_in(previous, end_byte);
      if (previous.end == start.byte) {
        ++end.column;
        ++end.display;
      }
    }
    if (start.line != end.line && end.byte > end_line.end - end_line.line_end_size) {
      ++end.column;
      ++end.display;
    }
    return {start, end};
  }

  // Labels that overlap get bars of their own, the outer ones further left.
  void assign_depths(std::vector<MultilineLabel>& labels) {
    std::ranges::stable_sort(labels, {}, [](const MultilineLabel& label) {
      return std::pair(label.start.line, std::numeric_limits<std::size_t>::max() - label.end.line);
    });
    const std::vector<MultilineLabel> before = labels;
    std::vector<MultilineLabel> primary;
    for (std::size_t outer = 0; outer < before.size(); ++outer) {
      if (before[outer].is_primary) primary.push_back(before[outer]);
      push_aside(before[outer], outer, primary, labels);
    }
    for (const MultilineLabel& label : labels) result_.depth = std::max(result_.depth, label.depth);
    for (MultilineLabel& label : labels) label.depth = result_.depth - label.depth + 1;
  }

  static void push_aside(const MultilineLabel& label, std::size_t index,
                         const std::vector<MultilineLabel>& primary,
                         std::vector<MultilineLabel>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      MultilineLabel& other = labels[i];
      const bool is_same = label.has_range_of(other);
      if (!is_same &&
          ranges_overlap(label.start.line, label.end.line, other.start.line, other.end.line)) {
        ++other.depth;
      } else if (is_same && i != index) {
        other.has_twin = true;
      } else {
        other.is_primary =
            other.is_primary || std::ranges::any_of(primary, [&](const MultilineLabel& candidate) {
              return candidate.has_range_of(other);
            });
        break;
      }
    }
  }

  void add_multiline(const MultilineLabel& label) {
    Place end_start = label.end;
    for (std::size_t* part : {&end_start.column, &end_start.display, &end_start.byte}) {
      if (*part > 0) --*part;
    }
    Mark end{end_start, label.end, label.is_primary, label.text, Mark::Kind::End, label.depth};
    if (label.has_twin) {
      end.kind = Mark::Kind::Single;
    } else {
      Place start_end = label.start;
      ++start_end.column;
      ++start_end.display;
      ++start_end.byte;
      add(label.start.line,
          {label.start, start_end, label.is_primary, {}, Mark::Kind::Start, label.depth});
      add_bar(label);
    }
    add(label.end.line, end);
  }

  // Marks the lines between start and end: the first few but for trailing ones
  // that say little, and the one before the end.
  void add_bar(const MultilineLabel& label) {
    const Mark bar{{}, {}, label.is_primary, {}, Mark::Kind::Middle, label.depth};
    const std::size_t middle = std::min(label.start.line + 4, label.end.line);
    std::size_t until = label.start.line;
    for (std::size_t line = middle; line-- > label.start.line;) {
      if (!says_something(line_at(line).text)) continue;
      until = line + 1;
      break;
    }
    for (std::size_t line = label.start.line + 1; line < until; ++line) add(line, bar);
    const std::size_t last = label.end.line - 1;
    if (middle < last && says_something(line_at(last).text)) add(last, bar);
  }

  static bool says_something(std::string_view line) {
    constexpr std::array<std::string_view, 7> kEmpty = {"", "{", "}", "(", ")", "[", "]"};
    line = trim_white_space(line);
    if (line.starts_with("//") && !line.starts_with("///") && !line.starts_with("//!"))
      return false;
    return std::ranges::find(kEmpty, line) == kEmpty.end();
  }

  void add(std::size_t number, const Mark& mark) {
    result_.lines[number - source_.front().number].marks.push_back(mark);
  }

  std::vector<Line> source_;
  AnnotatedLines result_;
};

}  // namespace

AnnotatedLines annotate(const Excerpt& excerpt) {
  return Annotator(excerpt).annotate(excerpt.labels);
}

}  // namespace common::diag
