// Values as Python literals, in the file's quotes where that needs no escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/ast/ast_nodes.h"

namespace lint {

// ' or ": the preferred one, unless the text has that and not the other.
char quote_for(std::string_view text, char preferred);

// The inside of a string literal: quotes like `quote`, backslashes and what is not
// printable are escaped.
std::string escaped_text(std::string_view text, char quote);
std::string escaped_bytes(std::string_view bytes, char quote);

// "text", without prefix; `is_triple`: """text""".
std::string string_literal(std::string_view text, char preferred_quote, bool is_triple = false);
// b"bytes"
std::string bytes_literal(std::string_view bytes, char preferred_quote, bool is_triple = false);

// 1.0, 1e+16, 1.5e-07; what is too large is 1e309.
std::string float_literal(double value);
// An imaginary number: 1.5j
std::string imaginary_literal(double value);

// The letters in front of the quotes: "", "u", "R"; `kind` is "b", "f" or "t" for
// literals that have it, else empty: "rb", "Rf".
std::string literal_prefix(ast::StringFlags flags, std::string_view kind);

}  // namespace lint
