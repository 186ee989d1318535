#include "common/kdl/parse.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "common/kdl/print.h"

namespace common::kdl {
namespace {

using config::Value;

Value parsed(std::string_view text) {
  auto document = parse_kdl(text);
  if (!document) FAIL(located_message(document.error(), text, "KDL"));
  return *document;
}

// Read and written again.
std::string again(std::string_view text) {
  return kdl_text(parsed(text));
}

// "LINE:COLUMN message"
std::string problem_of(std::string_view text) {
  const auto document = parse_kdl(text);
  if (document) return "none";
  const auto& begin = document.error().region.begin;
  return fmt::format("{}:{} {}", begin.line, begin.column, document.error().message);
}

}  // namespace

TEST_CASE("nodes have arguments, properties and children in their order") {
  CHECK(again("a 1 x=2 \"b\" y=\"c\" { d; e true }\nf") ==
        "a 1 \"b\" x=2 y=\"c\" {\n    d\n    e true\n}\nf\n");
  CHECK(again("a x=1 x=2") == "a x=2\n");
  CHECK(again("(t)a (u8)1 x=(\"a b\")null") == "(t)a (u8)1 x=(\"a b\")null\n");
  CHECK(again("") == "");
  CHECK(again("\"a b\" \"=\"=1") == "\"a b\" \"=\"=1\n");
  CHECK(again("a;b {};") == "a\nb\n");
}

TEST_CASE("comments") {
  CHECK(again("// c\na /* x /* y */ z */ 1 // d\n/* e\n*/ b") == "a 1\nb\n");
  CHECK(again("/- a 1 { b }\nc /-1 2 /-x=3 y=4 /- { d } { e }") == "c 2 y=4 {\n    e\n}\n");
  CHECK(again("a \\ // c\n  1 \\\r\n 2\nb") == "a 1 2\nb\n");
  CHECK(again("a { /-b\nc }") == "a {\n    c\n}\n");
}

TEST_CASE("strings") {
  CHECK(parsed(R"(a "\n\t\\\"\/\u{1F600}\b")").members[0].value.elements[0].text ==
        "\n\t\\\"/\U0001F600\b");
  CHECK(parsed("a r\"\\n\" r##\"x\"#y\"##").members[0].value.elements[1].text == "x\"#y");
  CHECK(parsed("a \"b\nc\"").members[0].value.elements[0].text == "b\nc");
}

TEST_CASE("numbers") {
  CHECK(again("a 1_000 -5 +7 0xFf 0o17 0b1_0 -0x10") == "a 1000 -5 7 255 15 2 -16\n");
  CHECK(again("a 1.5 -2.5e3 1e-2 1_0.0_1") == "a 1.5 -2500.0 0.01 10.01\n");
}

TEST_CASE("positions are lines and columns of characters") {
  const Value document = parsed("é x=\"ü\" {\n  b 1\n}\n");
  const auto& node = document.members[0];
  CHECK(node.name_region.begin.column == 1);
  CHECK(node.value.members[0].name_region.begin.column == 3);
  CHECK(node.value.members[0].value.region.begin.column == 5);
  CHECK(node.value.members[0].value.region.end.column == 8);
  CHECK(node.value.members[1].name_region.begin.line == 2);
  CHECK(node.value.members[1].value.elements[0].region.begin.column == 5);
  CHECK(node.value.region.end.line == 3);
  CHECK(parsed("a\r\nb").members[1].name_region.begin.line == 2);
}

TEST_CASE("problems say where and what was expected") {
  CHECK(problem_of("a {\n b") == "1:3 expected `}` to close this block");
  CHECK(problem_of("a\n}") == "2:1 expected a node or the end of the file, found `}`");
  CHECK(problem_of("a b") == "1:3 expected a value, found `b`: text needs quotes");
  CHECK(problem_of("a 1x") == "1:3 expected a number, found `1x`: text needs quotes");
  CHECK(problem_of("a \"b") == "1:3 expected `\"` to close this string");
  CHECK(problem_of("a r#\"b\"") == "1:3 expected `\"#` to close this string");
  CHECK(problem_of("a \"\\q\"").starts_with("1:5 expected one of n, r, t"));
  CHECK(problem_of("a \"\\u{d800}\"") == "1:4 there is no such Unicode character");
  CHECK(problem_of("a /* b") == "1:3 expected `*/` to close this comment");
  CHECK(problem_of("a \"b\"\"c\"") ==
        "1:6 expected a space, `;` or the end of the line, found `\"`");
  CHECK(problem_of("a {} 1") ==
        "1:6 expected the end of the line or `;` after the block, found `1`");
  CHECK(problem_of("a x=") == "1:5 expected a value, found the end of the file");
  CHECK(problem_of("a true=1") == "1:3 expected a name, found the keyword `true`: it needs quotes");
  CHECK(problem_of("null 1") == "1:1 expected a name, found the keyword `null`: it needs quotes");
  CHECK(problem_of("(a b") == "1:3 expected `)` after the name of the type, found a space");
  CHECK(problem_of("1 2") == "1:1 expected the name of a node, found `1`");
  CHECK(problem_of("a 99999999999999999999") ==
        "1:3 the number `99999999999999999999` is too large");
  CHECK(problem_of("ab\xFF") == "1:3 the text is not valid UTF-8");
  CHECK(problem_of("a \\ b") == "1:5 expected the end of the line after the backslash, found `b`");
  CHECK(problem_of("/-") == "1:3 expected the name of a node, found the end of the file");
}

TEST_CASE("blocks may be nested, but not without end") {
  std::string text;
  for (int i = 0; i < kDeepest; ++i) text += "a {";
  CHECK(problem_of(text + std::string(kDeepest, '}')) == "none");
  CHECK(problem_of(text + "a {").ends_with("blocks are nested more than 128 deep"));
}

TEST_CASE("a node is a plain value to options") {
  const Value document = parsed("a 1\nb 1 2\nc x=1 { d \"e\" }\nf");
  const Value plain = plain_value(document);
  CHECK(plain.find("a")->integer == 1);
  CHECK(plain.find("b")->elements.size() == 2);
  CHECK(plain.find("c")->find("x")->integer == 1);
  CHECK(plain.find("c")->find("d")->text == "e");
  CHECK(plain.find("f")->kind == config::Kind::Table);
}

TEST_CASE("names are quoted where they must be") {
  for (const std::string_view name : {"", "a b", "1a", "-1", "true", "r#", "a=b", "\n"}) {
    CHECK(kdl_name(name).starts_with('"'));
    CHECK(parsed(kdl_name(name)).members[0].name == name);
  }
  for (const std::string_view name : {"a", "-", "--x", "a.b", "r", "é"}) {
    CHECK(kdl_name(name) == name);
    CHECK(parsed(name).members[0].name == name);
  }
}

}  // namespace common::kdl
