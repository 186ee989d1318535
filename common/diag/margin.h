// Margin: which columns of long lines are shown.
//
// If the lines do not fit, blanks in front go first, then what is far from the
// marks, then everything but the marks.
#pragma once

#include <algorithm>
#include <cstddef>

namespace common::diag {

// The difference, or 0.
constexpr std::size_t minus(std::size_t a, std::size_t b) {
  return a > b ? a - b : 0;
}

// All in display columns.
struct Extent {
  std::size_t indentation = 0;  // Blanks in front of all lines.
  std::size_t mark_left = 0;
  std::size_t mark_right = 0;
  std::size_t label_right = 0;  // Of marks with their labels.
  std::size_t longest_line = 0;
};

class Margin {
 public:
  // `width`: columns there are.
  Margin(const Extent& extent, std::size_t width);

  std::size_t width() const { return width_; }
  bool cuts_left() const { return left_ > 0; }
  // The first column shown and the one behind the last.
  std::size_t left(std::size_t line_width) const { return std::min(left_, line_width); }
  std::size_t right(std::size_t line_width) const {
    const std::size_t rest = line_width - left(line_width);
    return rest <= width_ ? line_width : std::min(line_width, right_);
  }

 private:
  std::size_t width_;
  std::size_t left_ = 0;
  std::size_t right_ = 0;
};

}  // namespace common::diag
