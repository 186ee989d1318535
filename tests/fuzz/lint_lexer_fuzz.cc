// Any UTF-8 as Python: lexing ends, tokens are in order, what lies between the
// tokens of a text without errors is blank, strings can be decoded, and going
// back to a checkpoint gives the same tokens again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/arena.h"
#include "common/base/check.h"
#include "common/scan/scan.h"
#include "lint/parser/lexer.h"
#include "lint/parser/string_decode.h"

namespace {

using namespace lint::parser;

bool is_gap(std::string_view gap) {
  return gap == "\xEF\xBB\xBF" || gap.find_first_not_of(" \t\f\\\r\n") == std::string_view::npos;
}

void check_order(std::string_view text, const LexedText& lexed) {
  std::uint32_t end = 0;
  for (const Token& token : lexed.tokens) {
    CHECK(token.range.start <= token.range.end);
    CHECK(token.range.end <= text.size());
    CHECK(token.range.start >= end);
    if (lexed.errors.empty()) {
      std::string_view gap = TextRange{end, token.range.start}.of(text);
      if (end == 0 && gap.starts_with("\xEF\xBB\xBF")) gap.remove_prefix(3);
      CHECK(is_gap(gap));
    }
    end = token.range.end;
  }
}

void check_strings(std::string_view text, const LexedText& lexed) {
  common::Arena arena;
  for (const Token& token : lexed.tokens) {
    const bool has_value = token.kind == TokenKind::String ||
                           token.kind == TokenKind::FStringMiddle ||
                           token.kind == TokenKind::TStringMiddle;
    if (!has_value) continue;
    const auto value = decode_string(text, token, arena);
    if (value && !token.is_bytes) CHECK(common::scan::is_valid_utf8(*value));
  }
}

void check_rewind(std::string_view text, Mode mode) {
  Lexer lexer(text, {0, static_cast<std::uint32_t>(text.size())}, mode);
  Token token;
  do {
    const Lexer::Checkpoint checkpoint = lexer.checkpoint();
    const std::size_t errors = lexer.errors().size();
    const Token first = lexer.next();
    lexer.next();
    lexer.rewind(checkpoint);
    CHECK(lexer.errors().size() == errors);
    token = lexer.next();
    CHECK(token.kind == first.kind);
    CHECK(token.range == first.range);
  } while (token.kind != TokenKind::EndOfFile);
}

}  // namespace

// The first byte chooses the mode.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr Mode kModes[] = {Mode::Module, Mode::ParenthesizedExpression, Mode::IPython};
  const Mode mode = kModes[data[0] % 3];
  std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  text = text.substr(0, common::scan::valid_utf8_prefix(text));
  const LexedText lexed = lex(text, mode);
  CHECK(lexed.tokens.back().kind == TokenKind::EndOfFile);
  check_order(text, lexed);
  check_strings(text, lexed);
  check_rewind(text, mode);
  return 0;
}
