// Tokens as text, for tests.
#pragma once

#include <string>
#include <string_view>

#include "lint/parser/lexer.h"

namespace lint::parser::testing {

// Every token as "kind:text", errors behind bars as "[start-end] message".
inline std::string show(std::string_view text, Mode mode = Mode::Module) {
  const LexedText lexed = lex(text, mode);
  std::string shown;
  for (const Token& token : lexed.tokens) {
    if (!shown.empty()) shown += ' ';
    std::string_view kind = describe(token.kind);
    const std::string_view piece = token.range.of(text);
    if (kind.starts_with('`')) kind = kind.substr(1, kind.size() - 2);
    shown += kind;
    if (!piece.empty() && piece != kind && piece.front() != '\n' && piece.front() != '\r') {
      shown += ':';
      shown += piece;
    }
  }
  for (const LexicalError& error : lexed.errors) {
    shown += " | [" + std::to_string(error.range.start) + '-' + std::to_string(error.range.end) +
             "] " + error.message;
  }
  return shown;
}

}  // namespace lint::parser::testing
