#include "lint/fix/generator.h"

#include <doctest/doctest.h>

#include "lint/fix/literals.h"
#include "lint/parser/parsed.h"

namespace lint {
namespace {

std::string generated(std::string text) {
  const parser::Parsed parsed = parser::parse(std::move(text));
  REQUIRE(parsed.is_valid());
  const parser::CodeStyle style = parser::detect_style(parsed.text(), parsed.tokens());
  return generate(parsed.module().body, style);
}

// What is printed like this already.
bool is_stable(const std::string& text) {
  const std::string result = generated(text);
  CHECK(result == text);
  return result == text;
}

TEST_CASE("expressions keep the parentheses that they need") {
  for (const char* text : {
           "(a + b) * c - (d - e)",
           "a ** b ** c",
           "(a ** b) ** c",
           "-(a + b)",
           "not (a and b) or c",
           "(a or b) and c",
           "(a, b)",
           "(a,)",
           "()",
           "x[a, b]",
           "x[1:2, ::3]",
           "(yield)",
           "(await x).y",
           "(lambda: x)()",
           "a if b else c",
           "(a if b else c) if d else e",
           "(x := 1)",
           "(x := (1, 2))",
           "[*a, *b]",
           "{**a, b: c}",
           "f(*a, b=c, **d)",
           "f(x for x in y)",
           "f((x for x in y), z)",
           "[x for x in y if z async for w in v]",
           "{x: y for x in z}",
           "(1).real",
           "1.5.real",
           "a < b <= c is not d not in e",
           "lambda x, /, y=1, *args, z, **k: x",
           "~x",
           "...",
       }) {
    const std::string expected = text;
    const std::string result = generated(expected);
    // Expression statements bind looser than tuples and yields.
    CHECK((result == expected || '(' + result + ')' == expected));
  }
}

TEST_CASE("literals are normalised") {
  CHECK(generated("0x_10") == "16");
  CHECK(generated("1e16") == "1e+16");
  CHECK(generated("1E-7") == "1e-07");
  CHECK(generated("100.") == "100.0");
  CHECK(generated("2J") == "2j");
  CHECK(generated("'it\\'s'") == "\"it's\"");
  CHECK(generated("\"\\x41\\t\\u2028\\xe9\"") == "\"A\\t\\u2028\u00e9\"");
  CHECK(generated("B'\\xff\\''") == "b\"\\xff'\"");
  CHECK(is_stable("r\"\\d\" u\"x\""));
  CHECK(is_stable("rb'\\d'"));
  CHECK(is_stable("f\"{(lambda: x)}\""));
  CHECK(is_stable("f\"{x!r:>{w}} {{}} {y=}\""));
  CHECK(is_stable("f\"{ {1: 2}}\""));
  CHECK(is_stable("f\"\\\"{x['a']}'\""));
  CHECK(is_stable("'''a\\nb'''"));
  CHECK(float_literal(0.0001) == "0.0001");
  CHECK(float_literal(1e300 * 1e300) == "1e309");
}

TEST_CASE("statements") {
  CHECK(is_stable("x: int = 1"));
  CHECK(is_stable("(x): int"));
  CHECK(is_stable("a = b = c, d"));
  CHECK(is_stable("a //= 2"));
  CHECK(is_stable("from ..a import b as c, d"));
  CHECK(is_stable("from . import *"));
  CHECK(is_stable("del a, b[0]"));
  CHECK(is_stable("raise A from b"));
  CHECK(is_stable("assert a, b"));
  CHECK(is_stable("type X[T: int = str, *Ts, **P] = list[T]"));
  CHECK(generated("pass;pass") == "pass\npass");
}

TEST_CASE("blocks use the file's indentation and line ends") {
  CHECK(is_stable("if a:\n  b\nelif c:\n  d\nelse:\n  e"));
  CHECK(is_stable("try:\n\ta\nexcept* B as c:\n\td\nelse:\n\te\nfinally:\n\tf"));
  CHECK(is_stable("with a as b, c:\r\n    pass"));
  CHECK(is_stable("for x in y:\n    break\nelse:\n    continue"));
  CHECK(
      is_stable("@d\nasync def f[T](a: int, *, b=1) -> None:\n    return a\n\n\nclass C(B, m=M):\n"
                "    x = 1\n\n    def f(self):\n        pass\n\n\ny"));
  CHECK(
      is_stable("match x:\n    case [1, *_, None] | {'a': b, **c} if d:\n        pass\n"
                "    case C(1, k=v) as w:\n        pass\n    case _:\n        pass"));
}

}  // namespace
}  // namespace lint
