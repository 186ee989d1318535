// LineWidth: how many columns the text of a line takes, with tab stops.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/utf8.h"
#include "common/text/width.h"

namespace common {

// Tab stops are every `tab_size` code points, the width adds up columns.
class LineWidth {
 public:
  explicit LineWidth(std::size_t tab_size) : tab_size_(tab_size) {}

  std::size_t columns() const { return columns_; }

  // One column per byte.
  void add_columns(std::size_t count) {
    columns_ += count;
    code_points_ += count;
  }

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (' ' <= text[at] && text[at] <= '~') {
        add_columns(1);
        ++at;
      } else {
        add(next_code_point(text, at));
      }
    }
  }

  void add(char32_t code_point) {
    if (code_point == '\t') {
      add_columns(tab_size_ - code_points_ % tab_size_);
    } else if (code_point == '\n' || code_point == '\r') {
      columns_ = code_points_ = 0;
    } else {
      columns_ += display_width(code_point);
      ++code_points_;
    }
  }

 private:
  std::size_t tab_size_;
  std::size_t columns_ = 0;
  std::size_t code_points_ = 0;
};

}  // namespace common
