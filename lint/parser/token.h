// Tokens: what the lexer makes of a source text.
//
// Nothing is dropped but blanks, form feeds, line continuations and a byte
// order mark: comments and blank line ends are tokens too, so the source can be
// rebuilt from tokens and gaps.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "lint/ast/node.h"

namespace lint::parser {

using common::TextRange;

enum class TokenKind : std::uint8_t {
  // Literals and names.
  Name,
  Int,
  Float,
  Complex,
  String,         // A whole string or bytes literal; how it is written: Token::string_flags.
  FStringStart,   // f"
  FStringMiddle,  // Literal text, undecoded; {{ and }} stay double.
  FStringEnd,
  TStringStart,
  TStringMiddle,
  TStringEnd,
  EscapeCommand,  // Of IPython, to the end of its line.

  // Trivia.
  Comment,            // Without the line end.
  NonLogicalNewline,  // A line end inside brackets or behind nothing.
  // Layout.
  Newline,  // Ends a logical line; zero-size at the end of a file without one.
  Indent,   // The blanks.
  Dedent,   // Zero-size, at the first token of the line.

  // Brackets.  The order of each pair matters to the lexer.
  LeftParen,
  RightParen,
  LeftSquare,
  RightSquare,
  LeftBrace,
  RightBrace,

  // Operators.
  Colon,
  Comma,
  Semicolon,
  Plus,
  Minus,
  Star,
  Slash,
  VerticalBar,
  Ampersand,
  Less,
  Greater,
  Equal,
  Dot,
  Percent,
  EqualEqual,
  NotEqual,
  LessEqual,
  GreaterEqual,
  Tilde,
  Circumflex,
  LeftShift,
  RightShift,
  DoubleStar,
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  PercentEqual,
  AmpersandEqual,
  VerticalBarEqual,
  CircumflexEqual,
  LeftShiftEqual,
  RightShiftEqual,
  DoubleStarEqual,
  DoubleSlash,
  DoubleSlashEqual,
  ColonEqual,
  At,
  AtEqual,
  Arrow,
  Ellipsis,
  Exclamation,  // In a replacement field.
  Question,     // Of IPython: name?

  // Keywords.
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  False,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  None,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  True,
  Try,
  While,
  With,
  Yield,
  // Soft keywords: the parser decides whether they are names.
  Case,
  Lazy,
  Match,
  Type,

  Unknown,  // What the lexer reported as an error.
  EndOfFile,
};

constexpr bool is_keyword(TokenKind kind) {
  return kind >= TokenKind::And && kind <= TokenKind::Yield;
}
constexpr bool is_soft_keyword(TokenKind kind) {
  return kind >= TokenKind::Case && kind <= TokenKind::Type;
}
constexpr bool is_trivia(TokenKind kind) {
  return kind == TokenKind::Comment || kind == TokenKind::NonLogicalNewline;
}
// "`if`", "newline", "name": as messages name the kind.
std::string_view describe(TokenKind kind);

struct Token {
  TextRange range;
  TokenKind kind = TokenKind::EndOfFile;
  ast::StringFlags string_flags = {};  // Of String and the pieces of f- and t-strings.
  bool is_bytes : 1 = false;           // Of String: b"".
  bool is_non_ascii : 1 = false;       // Of Name: the name is the normal form of the text.
  // Of String and the middles: there are backslashes or doubled braces.
  bool has_escapes : 1 = false;
};
static_assert(sizeof(Token) == 12 && offsetof(Token, kind) == 8);

// A token without flags.  As three words: if the bytes behind the range were
// stored one by one, whoever loads them together would wait for the stores.
inline Token plain_token(TextRange range, TokenKind kind) {
  static_assert(std::endian::native == std::endian::little);
  struct Words {
    TextRange range;
    std::uint32_t kind;
  };
  return std::bit_cast<Token>(Words{range, static_cast<std::uint32_t>(kind)});
}

// The tokens whose range lies in `range`; tokens are in source order.
std::span<const Token> tokens_in(std::span<const Token> tokens, TextRange range);
// The first token that ends behind `offset`, or the last token.
const Token& token_at_or_after(std::span<const Token> tokens, std::uint32_t offset);

}  // namespace lint::parser
