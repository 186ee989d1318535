// TokenSet: token kinds as bits, for one-instruction tests of what may follow.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

#include "lint/parser/token.h"

namespace lint::parser {

class TokenSet {
 public:
  constexpr TokenSet() = default;
  constexpr TokenSet(std::initializer_list<TokenKind> kinds) {
    for (TokenKind kind : kinds) words_[word_of(kind)] |= bit_of(kind);
  }
  constexpr bool contains(TokenKind kind) const {
    return (words_[word_of(kind)] & bit_of(kind)) != 0;
  }
  constexpr TokenSet operator|(TokenSet other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) other.words_[i] |= words_[i];
    return other;
  }
  constexpr TokenSet without(TokenKind kind) const {
    TokenSet result = *this;
    result.words_[word_of(kind)] &= ~bit_of(kind);
    return result;
  }

 private:
  static constexpr std::size_t word_of(TokenKind kind) {
    return static_cast<std::size_t>(kind) / 64;
  }
  static constexpr std::uint64_t bit_of(TokenKind kind) {
    return std::uint64_t{1} << (static_cast<unsigned>(kind) % 64);
  }
  std::array<std::uint64_t, 2> words_{};
};
static_assert(static_cast<unsigned>(TokenKind::EndOfFile) < 128);

// All tokens from `first` to `last` as the enum lists them.
constexpr TokenSet token_span(TokenKind first, TokenKind last) {
  TokenSet set;
  for (auto kind = static_cast<unsigned>(first); kind <= static_cast<unsigned>(last); ++kind) {
    set = set | TokenSet{static_cast<TokenKind>(kind)};
  }
  return set;
}

inline constexpr TokenSet kSoftKeywords = token_span(TokenKind::Case, TokenKind::Type);
inline constexpr TokenSet kNames = kSoftKeywords | TokenSet{TokenKind::Name};
inline constexpr TokenSet kKeywords = token_span(TokenKind::And, TokenKind::Type);
inline constexpr TokenSet kLineEnds = {TokenKind::Newline, TokenKind::EndOfFile};
inline constexpr TokenSet kStringStarts = {TokenKind::String, TokenKind::FStringStart,
                                           TokenKind::TStringStart};

// What an expression can start with; some of it only to report it better.
inline constexpr TokenSet kExprStarts =
    kNames | kStringStarts |
    TokenSet{TokenKind::Int,       TokenKind::Float,        TokenKind::Complex,
             TokenKind::Ellipsis,  TokenKind::True,         TokenKind::False,
             TokenKind::None,      TokenKind::Minus,        TokenKind::Plus,
             TokenKind::Tilde,     TokenKind::Star,         TokenKind::DoubleStar,
             TokenKind::LeftParen, TokenKind::LeftSquare,   TokenKind::LeftBrace,
             TokenKind::Lambda,    TokenKind::Await,        TokenKind::Not,
             TokenKind::Yield,     TokenKind::EscapeCommand};

// What ends a list of expressions without brackets of its own.
inline constexpr TokenSet kSequenceEnds = {
    TokenKind::EndOfFile,   TokenKind::Newline,     TokenKind::Semicolon,  TokenKind::Colon,
    TokenKind::RightBrace,  TokenKind::RightSquare, TokenKind::RightParen, TokenKind::Dedent,
    TokenKind::If,          TokenKind::Else,        TokenKind::As,         TokenKind::From,
    TokenKind::For,         TokenKind::Async,       TokenKind::In,         TokenKind::Equal,
    TokenKind::Exclamation,
};

inline constexpr TokenSet kCompoundStarts = {
    TokenKind::Match, TokenKind::If,  TokenKind::With,  TokenKind::While, TokenKind::For,
    TokenKind::Try,   TokenKind::Def, TokenKind::Class, TokenKind::Async, TokenKind::At,
};
inline constexpr TokenSet kSimpleStarts =
    kExprStarts | TokenSet{TokenKind::Pass,     TokenKind::Return, TokenKind::Break,
                           TokenKind::Continue, TokenKind::Global, TokenKind::Nonlocal,
                           TokenKind::Assert,   TokenKind::Del,    TokenKind::Raise,
                           TokenKind::Import,   TokenKind::From};
inline constexpr TokenSet kStatementStarts = kSimpleStarts | kCompoundStarts;

inline constexpr TokenSet kLiteralPatternStarts = {
    TokenKind::None,  TokenKind::True,    TokenKind::False, TokenKind::String, TokenKind::Int,
    TokenKind::Float, TokenKind::Complex, TokenKind::Minus, TokenKind::Plus,
};
inline constexpr TokenSet kPatternStarts =
    kNames | kLiteralPatternStarts |
    TokenSet{TokenKind::Star, TokenKind::LeftParen, TokenKind::LeftSquare, TokenKind::LeftBrace};
inline constexpr TokenSet kMappingPatternStarts =
    kNames | kLiteralPatternStarts | TokenSet{TokenKind::DoubleStar};

}  // namespace lint::parser
