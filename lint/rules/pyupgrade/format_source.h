// The source of strings that become, or stop being, format strings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/semantic/semantic.h"

namespace lint::pyupgrade {

// With braces doubled, except those of \N{NAME}.
std::string with_double_braces(std::string_view source);
// With {{ and }} made single.
std::string with_single_braces(std::string_view source);

// What follows a string from `offset` on: right parentheses, blanks, line breaks and
// comments, up to the operator or dot at `end`.
struct StringTail {
  std::uint32_t last_parenthesis_end;  // `offset` if there is none.
  std::uint32_t end;
};
// Works without tokens, which strings in string annotations have none of.
StringTail string_tail(std::string_view text, std::uint32_t offset);

// In a string annotation of several pieces nothing has a place of its own.
inline bool has_no_source(const semantic::Semantic& semantic) {
  return semantic.flags().has(semantic::Flag::ComplexStringTypeDefinition);
}

}  // namespace lint::pyupgrade
