// Blanks, line continuations and indentation.
#include <utility>

#include "lint/parser/lexer.h"
#include "lint/parser/lexer_bytes.h"

namespace lint::parser {

void Lexer::Indentation::add_space() {
  ++column;
  ++characters;
}

void Lexer::Indentation::add_tab() {
  constexpr std::uint32_t kTabSize = 2;
  column += kTabSize - column % kTabSize;
  ++characters;
}

Lexer::Order Lexer::compare(Indentation left, Indentation right) {
  const auto columns = left.column <=> right.column;
  if (columns != (left.characters <=> right.characters)) return Order::Inconsistent;
  return columns < 0 ? Order::Less : columns > 0 ? Order::Greater : Order::Equal;
}

Token Lexer::indentation_error(TextRange range) {
  return error(LexicalErrorKind::Indentation, range,
               "unindent does not match any outer indentation level");
}

// The backslash and the line end behind it; `from` is where an error about a
// missing next line begins.
bool Lexer::skip_continuation(std::uint32_t from, Token& made) {
  ++pos_;
  if (eat('\r')) {
    eat('\n');
  } else if (!eat('\n')) {
    made = error(LexicalErrorKind::LineContinuation, {pos_ - 1, pos_},
                 "Expected a newline after line continuation character");
    return true;
  }
  if (!is_at_end()) return false;
  made = error(LexicalErrorKind::EndOfFile, {from, pos_}, "unexpected EOF while parsing");
  return true;
}

// Between tokens; the blanks begin at `from`.
bool Lexer::skip_blanks(std::uint32_t from, Token& made) {
  for (;;) {
    const char c = peek();
    if (c == ' ' || c == '\t' || c == '\f') {
      ++pos_;
    } else if (c == '\\') {
      if (skip_continuation(from, made)) return true;
    } else {
      return false;
    }
  }
}

// Most lines have nothing but spaces in front.
Lexer::Indentation Lexer::skip_spaces() {
  const std::uint32_t from = pos_;
  for (unsigned size = 8; size == 8; pos_ += size) {
    size = space_size(load_word(text_ + pos_, text_ + end_));
  }
  return {pos_ - from, pos_ - from};
}

// The blanks in front of a line.  They mean nothing if the line holds nothing
// else or only a comment.
bool Lexer::lex_indentation(Token& made) {
  Indentation indentation = skip_spaces();
  for (;;) {
    const char c = peek();
    if (c == ' ') {
      indentation.add_space();
      ++pos_;
    } else if (c == '\t') {
      indentation.add_tab();
      ++pos_;
    } else if (c == '\f') {
      indentation = {};
      ++pos_;
    } else if (c == '\\') {
      if (skip_continuation(start_, made)) return true;
      // Blanks in front of the backslash decide; if there are none, those behind it.
      if (indentation.is_root()) continue;
      while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++pos_;
    } else {
      break;
    }
  }
  const char c = peek();  // 0 at the end, as for a NUL byte.
  if (c == '\n' || c == '\r' || c == '#' || c == '\0') return false;
  state_ = State::AtFirstToken;
  return handle_indentation(indentation, made);
}

bool Lexer::handle_indentation(Indentation indentation, Token& made) {
  const Indentation current = indentations_.empty() ? Indentation() : indentations_.top();
  if (current == indentation) return false;
  switch (compare(current, indentation)) {
    case Order::Equal:
      return false;
    case Order::Less:
      indentations_.push(indentation);
      made = token(TokenKind::Indent);
      return true;
    case Order::Inconsistent:
      made = indentation_error(token_range());
      return true;
    case Order::Greater:
      break;
  }
  pending_ = indentation;
  made = dedent_once();
  return true;
}

// If the line belongs to a block further out, one more Dedent.
bool Lexer::lex_pending_dedent(Token& made) {
  start_ = pos_;
  has_pending_ = false;
  const Indentation current = indentations_.empty() ? Indentation() : indentations_.top();
  const Order order = compare(current, pending_);
  if (order == Order::Greater) {
    made = dedent_once();
  } else if (order == Order::Inconsistent) {
    made = indentation_error(token_range());
  } else {
    return false;
  }
  return true;
}

// The line must not be indented further than the block that is left then.
Token Lexer::dedent_once() {
  has_pending_ = true;
  indentations_.pop();
  const Indentation current = indentations_.empty() ? Indentation() : indentations_.top();
  const Order order = compare(pending_, current);
  if (order == Order::Greater || order == Order::Inconsistent) {
    return indentation_error(token_range());
  }
  start_ = pos_;
  return token(TokenKind::Dedent);
}

void Lexer::close_format_spec() {
  if (strings_.empty() || !is_in_format_spec(strings_.top())) return;
  InterpolatedString string = strings_.top();
  --string.format_specs;
  strings_.replace_top(string);
}

}  // namespace lint::parser
