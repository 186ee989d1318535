// TokenStream: the tokens as the parser sees them: one at hand, a few ahead, and
// all of them, with comments and blank lines, kept in order.
//
// Tokens are pulled from the lexer when they are needed, because the parser may
// have to change what the lexer makes of the rest (see Lexer's relex functions).
// What was looked at ahead is then thrown away and lexed again.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "lint/parser/lexer.h"
#include "lint/parser/token.h"

namespace lint::parser {

class TokenStream {
 public:
  TokenStream(std::string_view text, TextRange range, Mode mode);

  const Token& current() const { return current_; }
  TokenKind kind() const { return current_.kind; }
  // Steps to the next token that is no trivia; stays at the end of the file.
  void advance();
  // The kinds of the next token and of the one behind it.
  TokenKind peek();
  std::pair<TokenKind, TokenKind> peek_two();
  // The soft keyword at hand turned out to be a name.
  void make_name() { tokens_[cursor_].kind = TokenKind::Name; }
  // Goes to the end of the file; what lies between is lexed but not parsed.
  void skip_to_end();

  struct Mark {
    std::size_t cursor;
    std::size_t comment_count;
    Token current;
    Lexer::Checkpoint lexer;  // Behind `current`.
  };
  Mark mark() const;
  void rewind(const Mark& mark);

  void relex_logical_line();
  void relex_string_as_end();
  void relex_raw_string_as_name();

  // Indices into the tokens of all comments up to here.
  const std::vector<std::uint32_t>& comments() const { return comments_; }
  const Token& token(std::uint32_t index) const { return tokens_[index]; }

  std::vector<Token> take_tokens() { return std::move(tokens_); }
  std::vector<std::uint32_t> take_comments() { return std::move(comments_); }
  std::vector<LexicalError> take_errors() { return lexer_.take_errors(); }

 private:
  bool has_lookahead() const { return tokens_.data() + cursor_ + 1 != end_of_tokens(); }
  const Token* end_of_tokens() const { return tokens_.data() + tokens_.size(); }
  void pull();
  void append_slowly(const Token& token);
  // The index of the first token from `index` on that is no trivia.
  std::size_t find_from(std::size_t index);
  void advance_over_lookahead();
  void drop_behind(std::size_t size);
  void drop_lookahead();
  void replace_current(const Token& token) { tokens_[cursor_] = current_ = token; }

  Lexer lexer_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> comments_;
  std::size_t cursor_ = 0;
  Token current_;
  Lexer::Checkpoint behind_current_;  // Meaningful if tokens were looked at ahead.
};

inline void TokenStream::pull() {
  const Token token = lexer_.next();
  if (token.kind == TokenKind::Comment || tokens_.size() == tokens_.capacity()) [[unlikely]] {
    append_slowly(token);
  } else {
    tokens_.push_back(token);
  }
}

inline void TokenStream::advance() {
  if (current_.kind == TokenKind::EndOfFile || has_lookahead()) [[unlikely]] {
    advance_over_lookahead();
    return;
  }
  do {
    pull();
    ++cursor_;
  } while (is_trivia(tokens_.back().kind));
  current_ = tokens_.back();
}

}  // namespace lint::parser
