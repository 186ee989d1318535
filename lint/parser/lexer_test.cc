#include "lint/parser/lexer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lint/parser/keywords.h"
#include "lint/parser/show_tokens_test_support.h"

using namespace lint::parser;
using lint::parser::testing::show;

TEST_CASE("names and keywords") {
  CHECK(show("") == "end of file");
  CHECK(show("def f(match): pass") == "def identifier:f ( match ) : pass newline end of file");
  CHECK(show("lazy import x") == "lazy import identifier:x newline end of file");
  CHECK(show("iff = is_not") == "identifier:iff = identifier:is_not newline end of file");
  CHECK(show("æøå1 = 2") == "identifier:æøå1 = int:2 newline end of file");
  CHECK(show("aé.b") == "identifier:aé . identifier:b newline end of file");
  for (const Keyword& keyword : kKeywordRows) {
    CHECK(keyword_kind(keyword.text) == keyword.kind);
    const LexedText lexed = lex(keyword.text);
    CHECK(lexed.tokens.front().kind == keyword.kind);
    CHECK(describe(keyword.kind) == "`" + std::string(keyword.text) + "`");
  }
}

TEST_CASE("layout") {
  CHECK(show("if x:\n  y\nz\n") ==
        "if identifier:x : newline indent:   identifier:y newline dedent identifier:z newline end "
        "of file");
  CHECK(show("if x:\n  if y:\n    z") ==
        "if identifier:x : newline indent:   if identifier:y : newline indent:     identifier:z "
        "newline dedent dedent "
        "end of file");
  CHECK(show("\xEF\xBB\xBFx") == "identifier:x newline end of file");
  CHECK(
      show("\n  # a\n\nx # b\r\n") ==
      "NonLogicalNewline comment:# a NonLogicalNewline NonLogicalNewline identifier:x comment:# b "
      "newline end of file");
  CHECK(show("(\n a,\r\r\n)") ==
        "( NonLogicalNewline identifier:a , NonLogicalNewline NonLogicalNewline ) newline end of "
        "file");
  CHECK(show("x = \\\n  1") == "identifier:x = int:1 newline end of file");
  CHECK(show("if x:\n  y\n z\n") ==
        "if identifier:x : newline indent:   identifier:y newline Unknown:  identifier:z newline "
        "end of file | [10-11] "
        "unindent does not match any outer indentation level");
  CHECK(show("a \\ b") ==
        "identifier:a Unknown:\\ identifier:b newline end of file | [2-3] Expected a newline "
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

TEST_CASE("unfinished texts") {
  CHECK(show("f(") ==
        "identifier:f ( Unknown newline end of file | [2-2] unexpected EOF while parsing");
  CHECK(show("$?") ==
        "Unknown:$ Unknown:? newline end of file | [0-1] Got unexpected token $ | "
        "[1-2] Got unexpected token ?");
  CHECK(show("x €") == "identifier:x Unknown:€ newline end of file | [2-5] Got unexpected token €");
  CHECK(show("x \\\n") ==
        "identifier:x Unknown: \\\n newline end of file | [1-4] unexpected EOF while parsing");
}

TEST_CASE("expressions in parentheses") {
  CHECK(show("a\n| b", Mode::ParenthesizedExpression) ==
        "identifier:a NonLogicalNewline | identifier:b newline end of file");
}

TEST_CASE("deep nesting") {
  constexpr int kDepth = 10'000;
  std::string text(kDepth, '(');
  CHECK(lex(text).tokens.size() == kDepth + 3);
  text.clear();
  for (int i = 0; i < kDepth; ++i) text += "f'{";
  const LexedText open = lex(text);
  CHECK(open.errors.size() == kDepth);
  for (int i = 0; i < kDepth; ++i) text += "}'";
  CHECK(lex(text).errors.empty());
}

TEST_CASE("going back") {
  Lexer lexer("if x:\n  f'{a:{b}}'\n$", {0, 20}, Mode::Module);
  for (int i = 0; i < 7; ++i) lexer.next();
  const Lexer::Checkpoint checkpoint = lexer.checkpoint();
  std::vector<Token> first;
  for (int i = 0; i < 12; ++i) first.push_back(lexer.next());
  lexer.rewind(checkpoint);
  for (const Token& token : first) {
    const Token again = lexer.next();
    CHECK(again.range == token.range);
    CHECK(again.kind == token.kind);
  }
}

TEST_CASE("an unclosed bracket ends with its line") {
  const std::string_view text = "f(a\n  def";
  Lexer lexer(text, {0, 9}, Mode::Module);
  Token current;
  for (int i = 0; i < 5; ++i) current = lexer.next();
  REQUIRE(current.kind == TokenKind::Def);
  CHECK(lexer.relex_logical_line(current, 3));
  CHECK(current.kind == TokenKind::Newline);
  CHECK(lexer.next().kind == TokenKind::Indent);
  CHECK(!lexer.relex_logical_line(current, 3));
}
