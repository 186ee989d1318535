// What IPython adds to the language: commands that begin a line or stand behind
// an equals sign, and question marks.
#include "lint/parser/lexer.h"

namespace lint::parser {

// The token that `c`, which has been eaten, begins in IPython only.
std::optional<Token> Lexer::lex_ipython(char c) {
  constexpr std::string_view kLineStarts = "%!?/;,";
  const bool is_assigned = state_ == State::AfterEqual && nesting_ == 0 && (c == '%' || c == '!');
  const bool is_line = !is_in_logical_line() && kLineStarts.find(c) != kLineStarts.npos;
  if (is_assigned || is_line) return lex_escape_command();
  if (c == '?') {
    state_ = State::InLogicalLine;
    return token(TokenKind::Question);
  }
  if (c != '=' || peek() == '=') return std::nullopt;
  state_ = State::AfterEqual;
  return token(TokenKind::Equal);
}

// To the end of the line, or of the last one if backslashes join lines.
Token Lexer::lex_escape_command() {
  state_ = State::InLogicalLine;
  for (;;) {
    const char c = peek();  // 0 at the end.
    if (c == '\n' || c == '\r' || c == '\0') return token(TokenKind::EscapeCommand);
    ++pos_;
    if (c != '\\') continue;
    eat('\r');
    eat('\n');
  }
}

}  // namespace lint::parser
