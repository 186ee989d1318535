// How a file is written: what fixes that insert code go by.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lint/parser/token.h"

namespace lint::parser {

struct CodeStyle {
  // One level: the first indentation of the file, four spaces if it has none.
  std::string_view indentation = "    ";
  char quote = '"';                     // Of the first string that is not triple-quoted.
  std::string_view line_ending = "\n";  // The first one.
};

// The views point into `text`.
CodeStyle detect_style(std::string_view text, std::span<const Token> tokens);

}  // namespace lint::parser
