// What a source text is read as.
#pragma once

#include <cstdint>

namespace lint::parser {

enum class Mode : std::uint8_t {
  Module,
  IPython,                  // A module with escape commands: %magic, !shell, help?
  Expression,               // One expression, newlines around it allowed.
  ParenthesizedExpression,  // As if in parentheses: line ends mean nothing (string annotations).
};

}  // namespace lint::parser
