// Numbers.
#include "lint/parser/lexer.h"
#include "lint/parser/lexer_bytes.h"

namespace lint::parser {

namespace {

bool is_digit_of(char c, unsigned radix) {
  if (radix == 16) return has_flag(c, kHexDigit);
  return c >= '0' && c < static_cast<char>('0' + radix);
}

}  // namespace

// `first`, a digit or the dot in front of one, has been eaten.
Token Lexer::lex_number(char first) {
  if (first == '0') {
    if (eat('x') || eat('X')) return lex_radix_number(16);
    if (eat('o') || eat('O')) return lex_radix_number(8);
    if (eat('b') || eat('B')) return lex_radix_number(2);
  }
  return lex_decimal_number(first);
}

Token Lexer::lex_radix_number(unsigned radix) {
  if (skip_digits(radix).any) return token(TokenKind::Int);
  return error(LexicalErrorKind::Number, token_range(), "ParseIntError { kind: Empty }");
}

Token Lexer::lex_decimal_number(char first) {
  bool is_float = first == '.';
  const bool non_zero = !is_float && (skip_digits(10).non_zero || first != '0');
  if (is_float || eat('.')) {
    is_float = true;
    if (eat('_')) return error(LexicalErrorKind::Number, {pos_ - 1, pos_}, "Invalid Syntax");
    skip_digits(10);
  }
  if (peek() == 'e' || peek() == 'E') {
    const bool has_sign = peek(1) == '+' || peek(1) == '-';
    if (has_flag(peek(has_sign ? 2 : 1), kDigit)) {
      pos_ += has_sign ? 2 : 1;
      skip_digits(10);
      is_float = true;
    }
  }
  if (eat('j') || eat('J')) return token(TokenKind::Complex);
  if (is_float) return token(TokenKind::Float);
  if (first != '0' || !non_zero) return token(TokenKind::Int);
  return error(LexicalErrorKind::Number, token_range(), "Invalid decimal integer literal");
}

Lexer::Digits Lexer::skip_digits(unsigned radix) {
  Digits digits;
  for (;;) {
    const char c = peek();
    if (is_digit_of(c, radix)) {
      digits.any = true;
      digits.non_zero |= c != '0';
    } else if (c != '_' || !is_digit_of(peek(1), radix)) {
      return digits;
    }
    ++pos_;
  }
}

}  // namespace lint::parser
