// Source text in messages: only what is short and fits on one line is quoted.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/width.h"

namespace lint {

inline bool is_quotable(std::string_view source) {
  constexpr std::size_t kMaxColumns = 50;
  return source.find_first_of("\r\n") == std::string_view::npos &&
         common::display_width(source) <= kMaxColumns;
}

// The text, or "..." if it is too long for a message.
inline std::string_view snippet(std::string_view source) {
  return is_quotable(source) ? source : "...";
}

}  // namespace lint
