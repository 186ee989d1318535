// What string literals stand for: escapes resolved, doubled braces made single.
//
// Values are UTF-8, those of bytes literals any bytes.  Lone surrogates (\ud800)
// become U+FFFD, as UTF-8 has none.
#pragma once

#include <expected>
#include <string_view>

#include "common/base/arena.h"
#include "lint/parser/lexer.h"

namespace lint::parser {

// Of a String token or a piece of an f- or t-string (FStringMiddle,
// TStringMiddle) of `text`.  The value lies in `text`, or in the arena if it is
// written otherwise.
std::expected<std::string_view, LexicalError> decode_string(std::string_view text,
                                                            const Token& token,
                                                            common::Arena& arena);

}  // namespace lint::parser
