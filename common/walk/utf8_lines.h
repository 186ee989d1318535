// Lines of text files as ignore files need them: UTF-8 checked, cut at "\n" or
// "\r\n", blanks at the end as Unicode has them.
#pragma once

#include <string_view>

namespace common::walk {

inline constexpr std::string_view kNotUtf8 = "stream did not contain valid UTF-8";

// Removes the first line from `text` and returns it without its line break.
std::string_view take_line(std::string_view& text);
bool is_utf8(std::string_view text);
// `text` (UTF-8) without white space at its end.
std::string_view trim_end(std::string_view text);

}  // namespace common::walk
