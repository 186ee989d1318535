// LineIndex: offsets to lines and columns, and back.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/range.h"

namespace common {

// 1-based; the column counts code points, a byte order mark does not count.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const LineColumn&) const = default;
};

// Lines end with \n, \r\n or a lone \r.
class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view text);

  bool is_built() const { return !starts_.empty(); }
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
  // The 0-based number of the line that holds `offset`.
  std::uint32_t line_of(std::uint32_t offset) const;
  std::uint32_t line_start(std::uint32_t line) const { return starts_[line]; }
  // With its line end.
  TextRange full_line(std::uint32_t line) const;
  LineColumn position(std::string_view text, std::uint32_t offset) const;

 private:
  std::vector<std::uint32_t> starts_;
  std::uint32_t size_ = 0;
  bool is_ascii_ = false;
};

}  // namespace common
