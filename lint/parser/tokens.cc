#include <algorithm>

#include "lint/parser/token.h"

namespace lint::parser {

namespace {

// By TokenKind.
constexpr std::string_view kDescriptions[] = {
    // Literals and names.
    "identifier", "int", "float", "complex", "string", "FStringStart", "FStringMiddle",
    "FStringEnd", "TStringStart", "TStringMiddle", "TStringEnd", "IPython escape command",
    // Trivia and layout.
    "comment", "NonLogicalNewline", "newline", "indent", "dedent",
    // Brackets.
    "`(`", "`)`", "`[`", "`]`", "`{`", "`}`",
    // Operators.
    "`:`", "`,`", "`;`", "`+`", "`-`", "`*`", "`/`", "`|`", "`&`", "`<`", "`>`", "`=`", "`.`",
    "`%`", "`==`", "`!=`", "`<=`", "`>=`", "`~`", "`^`", "`<<`", "`>>`", "`**`", "`+=`", "`-=`",
    "`*=`", "`/=`", "`%=`", "`&=`", "`|=`", "`^=`", "`<<=`", "`>>=`", "`**=`", "`//`", "`//=`",
    "`:=`", "`@`", "`@=`", "`->`", "`...`", "`!`", "`?`",
    // Keywords.
    "`and`", "`as`", "`assert`", "`async`", "`await`", "`break`", "`class`", "`continue`", "`def`",
    "`del`", "`elif`", "`else`", "`except`", "`False`", "`finally`", "`for`", "`from`", "`global`",
    "`if`", "`import`", "`in`", "`is`", "`lambda`", "`None`", "`nonlocal`", "`not`", "`or`",
    "`pass`", "`raise`", "`return`", "`True`", "`try`", "`while`", "`with`", "`yield`", "`case`",
    "`lazy`", "`match`", "`type`",
    // Others.
    "Unknown", "end of file"};
static_assert(std::size(kDescriptions) == static_cast<std::size_t>(TokenKind::EndOfFile) + 1);

}  // namespace

std::string_view describe(TokenKind kind) {
  return kDescriptions[static_cast<std::size_t>(kind)];
}

std::span<const Token> tokens_in(std::span<const Token> tokens, TextRange range) {
  const auto first = std::ranges::lower_bound(tokens, range.start, {},
                                              [](const Token& token) { return token.range.start; });
  const auto last = std::ranges::upper_bound(first, tokens.end(), range.end, {},
                                             [](const Token& token) { return token.range.end; });
  return {first, last};
}

const Token& token_at_or_after(std::span<const Token> tokens, std::uint32_t offset) {
  const auto found = std::ranges::upper_bound(tokens, offset, {},
                                              [](const Token& token) { return token.range.end; });
  return found == tokens.end() ? tokens.back() : *found;
}

}  // namespace lint::parser
