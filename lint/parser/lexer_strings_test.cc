#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lint/parser/lexer.h"
#include "lint/parser/show_tokens_test_support.h"

using namespace lint::parser;
using lint::parser::testing::show;

TEST_CASE("strings") {
  CHECK(show(R"('a' "b\"" '''c'd''' rb"\" u'e')") ==
        R"(string:'a' string:"b\"" string:'''c'd''' string:rb"\" u'e' newline end of file | )"
        "[20-30] missing closing quote in string literal");
  CHECK(show("rb'' Br'' ur''") ==
        "string:rb'' string:Br'' identifier:ur string:'' newline end of file");
  CHECK(show("'a\\\r\nb'") == "string:'a\\\r\nb' newline end of file");
  CHECK(
      show("'a\nb") ==
      "string:'a newline identifier:b newline end of file | [0-2] missing closing quote in string "
      "literal");
  CHECK(show("\"\"\"a\n\"\"") ==
        "string:\"\"\"a\n\"\" newline end of file | [0-7] missing closing quote in string literal");
  CHECK(show("'a\\") ==
        "string:'a\\ newline end of file | [0-3] missing closing quote in string literal");
  const Token string = lex("Rb'''x'''").tokens.front();
  CHECK(string.string_flags.is_raw);
  CHECK(string.string_flags.is_raw_upper);
  CHECK(string.string_flags.is_triple);
  CHECK(!string.string_flags.is_double_quoted);
  CHECK(string.string_flags.prefix_size == 2);
  CHECK(string.is_bytes);
}

TEST_CASE("f-strings and t-strings") {
  CHECK(show("f''") == "FStringStart:f' FStringEnd:' newline end of file");
  CHECK(show("rt\"a{b}\"") ==
        "TStringStart:rt\" TStringMiddle:a { identifier:b } TStringEnd:\" newline end of file");
  CHECK(show("f'{a!r:>{w}.2f}b'") ==
        "FStringStart:f' { identifier:a ! identifier:r : FStringMiddle:> { identifier:w } "
        "FStringMiddle:.2f } "
        "FStringMiddle:b FStringEnd:' newline end of file");
  CHECK(show("f'{a=}{{\\N{X}}}{(x:=1)}{l[1:2]}'") ==
        "FStringStart:f' { identifier:a = } FStringMiddle:{{\\N{X}}} { ( identifier:x := int:1 ) } "
        "{ identifier:l [ "
        "int:1 : int:2 ] } FStringEnd:' newline end of file");
  CHECK(show("f'{f'{f'{1}'}'}'") ==
        "FStringStart:f' { FStringStart:f' { FStringStart:f' { int:1 } FStringEnd:' } FStringEnd:' "
        "} FStringEnd:' newline end of file");
  CHECK(show("f'{x:=5}'") ==
        "FStringStart:f' { identifier:x : FStringMiddle:=5 } FStringEnd:' newline end of file");
  CHECK(show("f'{\nx # }\n}'") ==
        "FStringStart:f' { NonLogicalNewline identifier:x comment:# } NonLogicalNewline } "
        "FStringEnd:' "
        "newline end of file");
}

TEST_CASE("wrong f-strings and t-strings") {
  CHECK(show("f'a}'") ==
        "FStringStart:f' FStringMiddle:a Unknown:} FStringEnd:' newline end of file | [3-4] "
        "f-string: single `}` is not allowed");
  CHECK(
      show("f'a\nb") ==
      "FStringStart:f' FStringMiddle:a newline identifier:b newline end of file | [2-3] f-string: "
      "unterminated string");
  CHECK(show("t\"\"\"a\n") ==
        "TStringStart:t\"\"\" TStringMiddle:a\n newline end of file | [4-6] t-string: unterminated "
        "triple-quoted string");
  CHECK(show("f'{x:a\n}'") ==
        "FStringStart:f' { identifier:x : FStringMiddle:a newline } string:' newline end of file | "
        "[5-6] "
        "f-string: newlines are not allowed in format specifiers when using single quotes | [8-9] "
        "missing closing quote in string literal");
}

TEST_CASE("a quote that was meant to end an f-string") {
  Lexer lexer("f'{a'\n", {0, 6}, Mode::Module);
  Token current;
  for (int i = 0; i < 4; ++i) current = lexer.next();
  REQUIRE(current.kind == TokenKind::String);
  CHECK(lexer.errors().size() == 1);
  lexer.relex_string_as_end(current);
  CHECK(current.kind == TokenKind::FStringEnd);
  CHECK(lexer.errors().empty());
  CHECK(lexer.next().kind == TokenKind::Newline);
}

TEST_CASE("a conversion that looks like a raw string") {
  Lexer lexer("f'{a!r'", {0, 7}, Mode::Module);
  Token current;
  for (int i = 0; i < 5; ++i) current = lexer.next();
  REQUIRE(current.kind == TokenKind::String);
  lexer.relex_raw_string_as_name(current);
  CHECK(current.kind == TokenKind::Name);
  current = lexer.next();
  lexer.relex_string_as_end(current);
  CHECK(current.kind == TokenKind::FStringEnd);
  CHECK(lexer.errors().empty());
}
