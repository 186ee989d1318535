// From labels with ranges to lines with marks.
//
// A label within one line is one mark.  A label over several lines becomes a
// mark where it starts, one where it ends and a vertical bar between, at a depth
// of its own if labels overlap.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>
#include <vector>

#include "common/diag/excerpt.h"

namespace common::diag {

struct Place {
  std::size_t line = 0;     // Its number.
  std::size_t column = 0;   // In code points from 0.
  std::size_t display = 0;  // In columns of the terminal.
  std::size_t byte = 0;     // In the excerpt's text.
  auto operator<=>(const Place&) const = default;
};

struct Mark {
  enum class Kind : unsigned char { Single, Start, End, Middle };

  Place start;
  Place end;
  bool is_primary = false;
  std::string_view label = {};
  Kind kind = Kind::Single;
  std::size_t depth = 0;  // Of the bar, from 1; not for Single.

  bool has_label() const { return !label.empty(); }
  // Does it draw a horizontal line to the bar?
  bool takes_space() const { return kind == Kind::Start || kind == Kind::End; }
  std::size_t width() const {
    return end.display > start.display ? end.display - start.display : start.display - end.display;
  }
};

struct AnnotatedLine {
  std::string_view text;  // Without its line end.
  std::size_t number = 0;
  std::vector<Mark> marks = {};
};

struct AnnotatedLines {
  std::vector<AnnotatedLine> lines;  // At least one.
  std::size_t depth = 0;             // Columns that bars need.
};

AnnotatedLines annotate(const Excerpt& excerpt);

}  // namespace common::diag
