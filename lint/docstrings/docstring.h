// Docstring: the documentation of a definition, for rules about how it is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lint/ast/string_parts.h"
#include "lint/check/checker.h"

namespace lint::docstrings {

struct Docstring {
  const semantic::Definition& definition;
  const ast::StringPartLiteral& string;
  TextRange body;         // Between the quotes.
  std::string_view text;  // Of the body, undecoded.

  TextRange range() const { return string.range; }
};

// Is the definition one that nobody has to document, because of a decorator
// (lint.pydocstyle.ignore-decorators)?
bool is_ignored(const Checker& c, const semantic::Definition& definition);

// Nothing if the definition is ignored, if it has no docstring, or an empty one,
// or one of several strings, which tools do not take for a docstring: the user is
// warned of those.
std::optional<Docstring> docstring_of(Checker& c, const semantic::Definition& definition);
// For rules that need no more: gives that warning, once.
void warn_of_joined_strings(Checker& c, const semantic::Definition& definition);

// ---- lines -------------------------------------------------------------------

// Takes lines off the beginning of a text; they end with \n, \r\n or \r.
class Lines {
 public:
  // `offset` is where the text starts in the source.
  Lines(std::string_view text, std::uint32_t offset) : rest_(text), offset_(offset) {}

  struct Line {
    std::string_view text;   // Without the line end.
    std::uint32_t start;     // In the source.
    std::uint32_t full_end;  // Behind the line end.
  };
  // Nothing behind the last line; a line end at the end of the text begins no line.
  std::optional<Line> next();

 private:
  std::string_view rest_;
  std::uint32_t offset_;
};

// White space at the beginning and at the end is that of Unicode.
std::string_view leading_space(std::string_view line);
std::string_view trimmed_end(std::string_view line);
bool is_blank(std::string_view line);
// Between blanks, nothing but `dash`.
bool is_underline(std::string_view line, char dash);

}  // namespace lint::docstrings
