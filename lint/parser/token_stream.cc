#include "lint/parser/token_stream.h"

#include <optional>

namespace lint::parser {
namespace {

// Few sources have more tokens; a buffer grown in steps would be copied.
constexpr std::uint32_t kBytesPerToken = 4;

}  // namespace

TokenStream::TokenStream(std::string_view text, TextRange range, Mode mode)
    : lexer_(text, range, mode) {
  tokens_.reserve(range.size() / kBytesPerToken + 16);
  cursor_ = find_from(0);
  current_ = tokens_[cursor_];
}

// What is rare in pull(), out of line, so that its callers stay small.
void TokenStream::append_slowly(const Token& token) {
  if (token.kind == TokenKind::Comment) {
    comments_.push_back(static_cast<std::uint32_t>(tokens_.size()));
  }
  tokens_.push_back(token);
}

std::size_t TokenStream::find_from(std::size_t index) {
  while (true) {
    if (index == tokens_.size()) pull();
    if (!is_trivia(tokens_[index].kind)) return index;
    ++index;
  }
}

void TokenStream::advance_over_lookahead() {
  if (current_.kind == TokenKind::EndOfFile) return;
  cursor_ = find_from(cursor_ + 1);
  current_ = tokens_[cursor_];
}

TokenKind TokenStream::peek() {
  if (current_.kind == TokenKind::EndOfFile) return TokenKind::EndOfFile;
  if (!has_lookahead()) behind_current_ = lexer_.checkpoint();
  return tokens_[find_from(cursor_ + 1)].kind;
}

std::pair<TokenKind, TokenKind> TokenStream::peek_two() {
  const TokenKind first = peek();
  if (first == TokenKind::EndOfFile) return {first, first};
  return {first, tokens_[find_from(find_from(cursor_ + 1) + 1)].kind};
}

void TokenStream::skip_to_end() {
  while (tokens_.back().kind != TokenKind::EndOfFile) pull();
  cursor_ = tokens_.size() - 1;
  current_ = tokens_[cursor_];
}

TokenStream::Mark TokenStream::mark() const {
  std::size_t comments = comments_.size();
  while (comments > 0 && comments_[comments - 1] > cursor_) --comments;
  return {cursor_, comments, current_, has_lookahead() ? behind_current_ : lexer_.checkpoint()};
}

void TokenStream::rewind(const Mark& mark) {
  lexer_.rewind(mark.lexer);
  tokens_.resize(mark.cursor + 1);
  comments_.resize(mark.comment_count);
  cursor_ = mark.cursor;
  replace_current(mark.current);
}

void TokenStream::drop_behind(std::size_t size) {
  tokens_.resize(size);
  while (!comments_.empty() && comments_.back() >= size) comments_.pop_back();
}

void TokenStream::drop_lookahead() {
  if (!has_lookahead()) return;
  lexer_.rewind(behind_current_);
  drop_behind(cursor_ + 1);
}

void TokenStream::relex_logical_line() {
  drop_lookahead();
  std::optional<std::uint32_t> newline;
  std::size_t newline_index = 0;
  for (std::size_t i = cursor_; i > 0 && is_trivia(tokens_[i - 1].kind); --i) {
    if (tokens_[i - 1].kind != TokenKind::NonLogicalNewline) continue;
    newline = tokens_[i - 1].range.start;
    newline_index = i - 1;
  }
  if (!lexer_.relex_logical_line(current_, newline)) return;
  drop_behind(newline_index);
  tokens_.push_back(current_);
  cursor_ = find_from(newline_index);
  current_ = tokens_[cursor_];
}

void TokenStream::relex_string_as_end() {
  if (current_.kind != TokenKind::String || !current_.string_flags.is_unclosed) return;
  drop_lookahead();
  lexer_.relex_string_as_end(current_);
  replace_current(current_);
}

void TokenStream::relex_raw_string_as_name() {
  if (current_.kind != TokenKind::String || !current_.string_flags.is_unclosed) return;
  drop_lookahead();
  lexer_.relex_raw_string_as_name(current_);
  replace_current(current_);
}

}  // namespace lint::parser
