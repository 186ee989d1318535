// What begins with a backslash, and the other primitives (see ast_parser.h).
#include "common/base/check.h"
#include "common/base/result.h"
#include "common/regex/ast_parser.h"
#include "common/regex/char_class.h"

namespace common::regex {
namespace {

bool is_ascii_letter(std::uint32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(std::uint32_t c) {
  return c >= '0' && c <= '9';
}

// -1 if `c` is none.
int hex_digit(std::uint32_t c) {
  if (is_digit(c)) return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A' + 10);
  return -1;
}

// A scalar value from digits read so far; grows no further than past the last.
std::uint32_t with_digit(std::uint32_t value, std::uint32_t digit) {
  if (value > kMaxScalar) return value;
  return value * 16 + static_cast<std::uint32_t>(hex_digit(digit));
}

bool is_scalar(std::uint32_t value) {
  return value <= kMaxScalar && (value < kFirstSurrogate || value > kLastSurrogate);
}

// Every ASCII character stands for itself behind a backslash, but for letters
// and digits (kept for syntax) and the two word boundaries.
bool is_escapable(std::uint32_t c) {
  return c < 0x80 && !is_ascii_letter(c) && !is_digit(c) && c != '<' && c != '>';
}

std::optional<char> control_character(std::uint32_t letter) {
  switch (letter) {
    case 'a':
      return '\a';
    case 'f':
      return '\f';
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'v':
      return '\v';
    default:
      return std::nullopt;
  }
}

AstNode literal(std::uint32_t value, SourceSpan span) {
  return {.kind = AstKind::Literal, .flags = {}, .span = span, .value = value};
}

AstNode assertion(AssertionKind kind, SourceSpan span) {
  return {.kind = AstKind::Assertion, .assertion = kind, .flags = {}, .span = span};
}

AstNode perl_class(std::uint32_t letter, SourceSpan span) {
  const std::uint32_t lower = letter | 0x20;
  const PerlClass perl = lower == 'd'   ? PerlClass::Digit
                         : lower == 's' ? PerlClass::Space
                                        : PerlClass::Word;
  return {.kind = AstKind::PerlClass,
          .perl = perl,
          .negated = letter != lower,
          .flags = {},
          .span = span};
}

}  // namespace

Parsed<AstNode> AstParser::parse_primitive() {
  if (current_ == '\\') return parse_escape();
  const std::uint32_t c = current_;
  const SourceSpan span = here_char();
  bump();
  switch (c) {
    case '.':
      return AstNode{.kind = AstKind::Dot, .flags = {}, .span = span};
    case '^':
      return assertion(AssertionKind::LineStart, span);
    case '$':
      return assertion(AssertionKind::LineEnd, span);
    default:
      return literal(c, span);
  }
}

Parsed<AstNode> AstParser::parse_escape() {
  const std::uint32_t start = offset_;
  if (!bump()) return syntax_error(PatternError::EscapeUnexpectedEnd, from(start));
  const std::uint32_t c = current_;
  const SourceSpan span = {start, here_char().end};
  if (is_digit(c)) return syntax_error(PatternError::BackreferenceUnsupported, span);
  if (c == 'x' || c == 'u' || c == 'U') return parse_hex(start);
  if (c == 'p' || c == 'P') return parse_property(start);
  bump();
  if (is_escapable(c)) return literal(c, span);
  return parse_letter_escape(c, span);
}

Parsed<AstNode> AstParser::parse_letter_escape(std::uint32_t letter, SourceSpan span) {
  if (const auto control = control_character(letter)) {
    return literal(static_cast<std::uint32_t>(*control), span);
  }
  switch (letter) {
    case 'd':
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
      return perl_class(letter, span);
    case 'A':
      return assertion(AssertionKind::TextStart, span);
    case 'z':
      return assertion(AssertionKind::TextEnd, span);
    case 'B':
      return assertion(AssertionKind::NotWordBoundary, span);
    case '<':
      return assertion(AssertionKind::WordStart, span);
    case '>':
      return assertion(AssertionKind::WordEnd, span);
    case 'b': {
      std::optional<AssertionKind> special;
      if (current_ == '{') special = TRY(parse_word_boundary(span.start));
      return assertion(special.value_or(AssertionKind::WordBoundary), from(span.start));
    }
    default:
      return syntax_error(PatternError::EscapeUnrecognized, span);
  }
}

// From the "{" of `\b{start}`.  Nothing, and no move, if what follows can only
// be a counted repetition of \b.
Parsed<std::optional<AssertionKind>> AstParser::parse_word_boundary(std::uint32_t start) {
  const std::uint32_t brace = offset_;
  const auto is_word = [&] { return current_ == '-' || is_ascii_letter(current_); };
  if (!bump_and_skip_space()) {
    return syntax_error(PatternError::WordBoundaryUnexpectedEnd, from(start));
  }
  if (!is_word()) {
    move_to(brace);
    return std::nullopt;
  }
  const std::uint32_t content = offset_;
  std::string word;
  while (is_word()) {
    word += static_cast<char>(current_);
    bump_and_skip_space();
  }
  if (current_ != '}') return syntax_error(PatternError::WordBoundaryUnclosed, from(brace));
  const SourceSpan span = from(content);
  bump();
  if (word == "start") return AssertionKind::WordStart;
  if (word == "end") return AssertionKind::WordEnd;
  if (word == "start-half") return AssertionKind::WordStartHalf;
  if (word == "end-half") return AssertionKind::WordEndHalf;
  return syntax_error(PatternError::WordBoundaryUnrecognized, span);
}

// From the letter of \x, \u or \U.
Parsed<AstNode> AstParser::parse_hex(std::uint32_t start) {
  const std::uint32_t letter = current_;
  if (!bump_and_skip_space()) return syntax_error(PatternError::EscapeUnexpectedEnd, here());
  return current_ == '{' ? parse_hex_brace(start) : parse_hex_digits(start, letter);
}

Parsed<AstNode> AstParser::parse_hex_digits(std::uint32_t start, std::uint32_t letter) {
  const std::uint32_t first = offset_;
  const int count = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) {
    if (i > 0 && !bump_and_skip_space()) {
      return syntax_error(PatternError::EscapeUnexpectedEnd, here());
    }
    if (hex_digit(current_) < 0) {
      return syntax_error(PatternError::EscapeHexInvalidDigit, here_char());
    }
    value = with_digit(value, current_);
  }
  bump_and_skip_space();
  if (!is_scalar(value)) return syntax_error(PatternError::EscapeHexInvalid, from(first));
  AstNode node = literal(value, from(start));
  node.is_byte = letter == 'x';
  return node;
}

Parsed<AstNode> AstParser::parse_hex_brace(std::uint32_t start) {
  const std::uint32_t brace = offset_;
  std::uint32_t value = 0;
  bool is_empty = true;
  while (bump_and_skip_space() && current_ != '}') {
    if (hex_digit(current_) < 0) {
      return syntax_error(PatternError::EscapeHexInvalidDigit, here_char());
    }
    value = with_digit(value, current_);
    is_empty = false;
  }
  if (at_end()) return syntax_error(PatternError::EscapeUnexpectedEnd, from(brace));
  const SourceSpan digits = from(brace + 1);
  bump_and_skip_space();
  if (is_empty) return syntax_error(PatternError::EscapeHexEmpty, from(brace));
  if (!is_scalar(value)) return syntax_error(PatternError::EscapeHexInvalid, digits);
  return literal(value, from(start));
}

// From the letter of \p or \P.
Parsed<AstNode> AstParser::parse_property(std::uint32_t start) {
  AstNode node{.kind = AstKind::UnicodeClass, .negated = current_ == 'P', .flags = {}, .span = {}};
  PropertyQuery query;
  if (!bump_and_skip_space()) return syntax_error(PatternError::EscapeUnexpectedEnd, here());
  if (current_ == '\\') return syntax_error(PatternError::UnicodeClassInvalid, here_char());
  if (current_ != '{') {
    query.name = pattern_.substr(offset_, current_length_);
    bump_and_skip_space();
  } else {
    while (bump_and_skip_space() && current_ != '}') {
      query.name += pattern_.substr(offset_, current_length_);
    }
    if (at_end()) return syntax_error(PatternError::EscapeUnexpectedEnd, here());
    bump();
    // `!=` is accepted, but ripgrep 15.1 (regex-syntax 0.8.8) does not negate.
    for (const std::string_view sign : {"!=", ":", "="}) {
      const std::size_t place = query.name.find(sign);
      if (place == std::string::npos) continue;
      query.has_value = true;
      query.value = query.name.substr(place + sign.size());
      query.name.resize(place);
      break;
    }
  }
  node.span = from(start);
  node.value = static_cast<std::uint32_t>(ast_.properties.size());
  ast_.properties.push_back(std::move(query));
  return node;
}

}  // namespace common::regex
