#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/ast/node_values.h"
#include "lint/parser/parsed.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

bool is_too_deep(const std::string& source) {
  const Parsed parsed = parse(source);
  return std::ranges::any_of(parsed.errors(), [](const SyntaxError& error) {
    return error.message == "Code is too deeply nested";
  });
}

TEST_CASE("nodes are numbered, children first") {
  std::vector<int> seen;
  const auto visit = [&](const auto& self, const ast::Node& node) -> void {
    ++seen[static_cast<std::size_t>(node.id)];
    for_each_child(node, [&](const ast::Node& child) {
      CHECK(child.id < node.id);
      self(self, child);
    });
  };
  const Parsed valid = parse("x = [y for y in z if f'{a!r:{w}}']\nmatch x:\n    case {1: a}: b\n");
  seen.assign(valid.node_count(), 0);
  visit(visit, valid.root());
  for (int count : seen) CHECK(count <= 1);
}

TEST_CASE("equal names are one name") {
  const Parsed parsed = parse("a.b = b.a");
  const auto& assign = static_cast<const ast::StmtAssign&>(*parsed.module().body[0]);
  const auto& left = static_cast<const ast::ExprAttribute&>(*assign.targets[0]);
  const auto& right = static_cast<const ast::ExprAttribute&>(*assign.value);
  CHECK(left.attr.name == static_cast<const ast::ExprName&>(*right.value).id);
  CHECK(left.attr.name != right.attr.name);
}

TEST_CASE("tokens tell soft keywords from names") {
  const Parsed parsed = parse("match = 1\nmatch x:\n    case _: pass\n");
  std::vector<TokenKind> kinds;
  for (const Token& token : parsed.tokens()) {
    if (token.range.of(parsed.text()) == "match") kinds.push_back(token.kind);
  }
  CHECK(kinds == std::vector{TokenKind::Name, TokenKind::Match});
}

TEST_CASE("comments are found after going back") {
  const Parsed parsed = parse("with (a,  # b\n      c).d: pass  # e\nmatch (  # f\n  x)\n");
  CHECK(parsed.is_valid());
  std::string text;
  for (std::uint32_t index : parsed.comments()) {
    text += parsed.tokens()[index].range.of(parsed.text());
  }
  CHECK(text == "# b# e# f");
}

TEST_CASE("a byte order mark belongs to the module") {
  const Parsed parsed = parse("\xEF\xBB\xBFx");
  CHECK(parsed.is_valid());
  CHECK(parsed.root().range == TextRange{0, 4});
  CHECK(parsed.module().body[0]->range == TextRange{3, 4});
}

TEST_CASE("nesting is bounded") {
  const std::size_t many = 10'000;
  CHECK(is_too_deep(repeated("(", many) + repeated(")", many)));
  CHECK(is_too_deep(repeated("[", many)));
  CHECK(is_too_deep(repeated("-", many) + "1"));
  CHECK(is_too_deep(repeated("not ", many) + "a"));
  CHECK(is_too_deep("a" + repeated(".b", many)));
  CHECK(is_too_deep("a" + repeated("+b", many)));
  CHECK(is_too_deep("a" + repeated("**b", many)));
  CHECK(is_too_deep("a" + repeated("(b)[0]", many)));
  CHECK(is_too_deep(repeated("(", 400) + "a" + repeated("+b)", 400) + repeated(".c", 400)));
  CHECK(is_too_deep(repeated("a if b else ", many) + "c"));
  CHECK(is_too_deep(repeated("lambda: ", many) + "a"));
  CHECK(is_too_deep("lambda a=" + repeated("lambda a=", many) + "a"));
  CHECK(is_too_deep(repeated("f'{", many)));
  CHECK(is_too_deep("f'{a:" + repeated("{a:", many)));
  CHECK(is_too_deep(repeated("await ", many) + "a"));
  CHECK(is_too_deep("match a:\n case " + repeated("[", many) + ": pass"));
  CHECK(is_too_deep("match a:\n case " + repeated("A(", many) + ": pass"));
  CHECK(is_too_deep("match a:\n case a" + repeated(".b", many) + ": pass"));
  CHECK(is_too_deep("match (" + repeated("(", many) + "): pass"));
  CHECK(is_too_deep("with (" + repeated("(", many) + "): pass"));
  std::string blocks;
  for (std::size_t i = 0; i < 2'000; ++i) blocks += std::string(i, ' ') + "if a:\n";
  CHECK(is_too_deep(blocks));
}

TEST_CASE("what is long but not deep is accepted") {
  CHECK(parse(repeated("(", 400) + "1" + repeated(")", 400)).is_valid());
  CHECK(parse("a" + repeated(" + b", 900)).is_valid());
  CHECK(parse("a" + repeated(" and b", 10'000)).is_valid());
  CHECK(parse("if a: pass\n" + repeated("elif b: pass\n", 10'000)).is_valid());
  CHECK(parse(repeated("a = ", 10'000) + "b").is_valid());
  CHECK(parse(repeated("'a' ", 10'000)).is_valid());
  CHECK(parse(repeated("a\n", 100'000)).is_valid());
}

TEST_CASE("giving up reports nothing more") {
  const Parsed parsed = parse("x =\n" + repeated("(", 10'000) + repeated(")", 10'000) + "\ny =\n");
  REQUIRE(parsed.errors().size() == 2);
  CHECK(parsed.errors()[1].message == "Code is too deeply nested");
  // The lexer sees all of the file.
  CHECK(parsed.tokens().back().range.start == parsed.text().size());
}

TEST_CASE("an expression can be parsed where it stands") {
  Parsed parsed = parse("x: 'list[int]'\n");
  const std::uint32_t before = parsed.node_count();
  const ast::Expr* expr =
      parsed.parse_expression_at({4, 13}, Mode::ParenthesizedExpression, nullptr);
  REQUIRE(ast::is<ast::ExprSubscript>(expr));
  CHECK(expr->range == TextRange{4, 13});
  CHECK(static_cast<std::uint32_t>(expr->id) >= before);
  CHECK(parsed.node_count() > static_cast<std::uint32_t>(expr->id));
  const auto& slice = *static_cast<const ast::ExprSubscript*>(expr)->slice;
  CHECK(slice.range == TextRange{9, 12});
}

TEST_CASE("in parentheses line ends mean nothing") {
  Parsed parsed = parse("'''\n int |\n  str\n'''");
  const TextRange inside{3, 17};
  SyntaxError error;
  CHECK(parsed.parse_expression_at(inside, Mode::ParenthesizedExpression, &error) != nullptr);
  CHECK(parsed.parse_expression_at(inside, Mode::Expression, &error) == nullptr);
  CHECK(!error.message.empty());
}

TEST_CASE("what is not one expression gives an error") {
  Parsed parsed = parse("'a b' 'c +' ''");
  SyntaxError error;
  CHECK(parsed.parse_expression_at({1, 4}, Mode::Expression, &error) == nullptr);
  CHECK(error.message == "Unexpected token at the end of an expression");
  CHECK(error.range == TextRange{3, 4});
  CHECK(parsed.parse_expression_at({7, 10}, Mode::Expression, &error) == nullptr);
  CHECK(error.message == "Expected an expression");
  CHECK(parsed.parse_expression_at({13, 13}, Mode::Expression, &error) == nullptr);
}

TEST_CASE("an expression of another text gets one range") {
  Parsed parsed = parse("x: 'a\\x62' '.c'");
  const TextRange range{3, 15};
  const ast::Expr* expr = parsed.parse_relocated_expression("ab.c", range, nullptr);
  const auto* attribute = ast::as<ast::ExprAttribute>(expr);
  REQUIRE(attribute != nullptr);
  CHECK(attribute->range == range);
  CHECK(attribute->value->range == range);
  CHECK(static_cast<const ast::ExprName*>(attribute->value)->id == "ab");
  SyntaxError error;
  CHECK(parsed.parse_relocated_expression("a b", range, &error) == nullptr);
  CHECK(error.range == range);
}

TEST_CASE("integers of any size stay what they are") {
  const auto number = [](const char* source) {
    const Parsed parsed = parse(source);
    const auto& stmt = static_cast<const ast::StmtExpr&>(*parsed.module().body[0]);
    const auto& literal = static_cast<const ast::ExprNumberLiteral&>(*stmt.value);
    return literal.is_big ? std::string(literal.big_text) : std::to_string(literal.integer);
  };
  CHECK(number("0") == "0");
  CHECK(number("0xFFFF_FFFF_FFFF_FFFF") == "18446744073709551615");
  CHECK(number("0b1_0") == "2");
  CHECK(number("1_8446744073709551616") == "1_8446744073709551616");
}

TEST_CASE("trees of one source are equal by meaning") {
  const auto are_equal = [](const std::string& left, const std::string& right) {
    const Parsed parsed = parse(left + "\n" + right);
    return ast::equal(parsed.module().body[0], parsed.module().body[1]);
  };
  CHECK(are_equal("f( a,b )", "f(a, b)"));
  CHECK(are_equal("'a' \"b\"", "'ab'"));
  CHECK(are_equal("(a)", "a"));
  CHECK(!are_equal("1", "1.0"));
  CHECK(!are_equal("a.b", "a.c"));
  CHECK(!are_equal("99999999999999999999", "99999999999999999998"));
}

}  // namespace
}  // namespace lint::parser
