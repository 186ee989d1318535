#include "lint/parser/lexer.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/parser/keywords.h"

namespace {

using namespace lint::parser;

// Every token as "kind:text", errors behind a bar as "[start-end] message".
std::string show(std::string_view text, Mode mode = Mode::Module) {
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

}  // namespace

TEST_CASE("names and keywords") {
  CHECK(show("") == "end of file");
  CHECK(show("def f(match): pass") == "def name:f ( match ) : pass newline end of file");
  CHECK(show("lazy import x") == "lazy import name:x newline end of file");
  CHECK(show("iff = is_not") == "name:iff = name:is_not newline end of file");
  CHECK(show("æøå1 = 2") == "name:æøå1 = int:2 newline end of file");
  CHECK(show("aé.b") == "name:aé . name:b newline end of file");
  for (const Keyword& keyword : kKeywords) {
    CHECK(keyword_kind(keyword.text) == keyword.kind);
    const LexedText lexed = lex(keyword.text);
    CHECK(lexed.tokens.front().kind == keyword.kind);
    CHECK(describe(keyword.kind) == "`" + std::string(keyword.text) + "`");
  }
}

TEST_CASE("layout") {
  CHECK(show("if x:\n  y\nz\n") ==
        "if name:x : newline indent:   name:y newline dedent name:z newline end of file");
  CHECK(
      show("if x:\n  if y:\n    z") ==
      "if name:x : newline indent:   if name:y : newline indent:     name:z newline dedent dedent "
      "end of file");
  CHECK(show("\xEF\xBB\xBFx") == "name:x newline end of file");
  CHECK(show("\n  # a\n\nx # b\r\n") ==
        "NonLogicalNewline comment:# a NonLogicalNewline NonLogicalNewline name:x comment:# b "
        "newline end of file");
  CHECK(show("(\n a,\r\r\n)") ==
        "( NonLogicalNewline name:a , NonLogicalNewline NonLogicalNewline ) newline end of file");
  CHECK(show("x = \\\n  1") == "name:x = int:1 newline end of file");
  CHECK(
      show("if x:\n  y\n z\n") ==
      "if name:x : newline indent:   name:y newline Unknown:  name:z newline end of file | [10-11] "
      "unindent does not match any outer indentation level");
  CHECK(show("a \\ b") ==
        "name:a Unknown:\\ name:b newline end of file | [2-3] Expected a newline "
        "after line continuation character");
}

TEST_CASE("numbers") {
  CHECK(show("0x1F 0b1_0 0o7 1_000 1. .5 1e5 1.e-5j 00") ==
        "int:0x1F int:0b1_0 int:0o7 int:1_000 float:1. float:.5 float:1e5 complex:1.e-5j int:00 "
        "newline end of file");
  CHECK(show("0x") == "Unknown:0x newline end of file | [0-2] ParseIntError { kind: Empty }");
  CHECK(show("1._") == "Unknown:_ newline end of file | [2-3] Invalid Syntax");
  CHECK(show("012") == "Unknown:012 newline end of file | [0-3] Invalid decimal integer literal");
}
