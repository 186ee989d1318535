#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lint/ast/escape_kind.h"
#include "lint/parser/parsed.h"

namespace lint::parser {
namespace {

Parsed parse_cells(const std::string& text, const std::vector<TextRange>& cells) {
  return parse(text, {.mode = Mode::IPython, .cells = cells});
}

Parsed parse_cell(const std::string& text) {
  return parse_cells(text + "\n", {{0, static_cast<std::uint32_t>(text.size())}});
}

// The sign and the value of the command, behind "x = " if that is there.
std::string command(const std::string& text) {
  const Parsed parsed = parse_cell(text);
  if (!parsed.is_valid()) return parsed.errors()[0].message;
  REQUIRE(parsed.module().body.size() == 1);
  const ast::Stmt* const statement = parsed.module().body.front();
  if (const auto* assign = ast::as<ast::StmtAssign>(statement)) {
    const auto* value = ast::as<ast::ExprEscapeCommand>(assign->value);
    REQUIRE(value != nullptr);
    return std::string(ast::sign_of(value->escape_kind)) + "|" + std::string(value->value);
  }
  const auto* node = ast::as<ast::StmtEscapeCommand>(statement);
  REQUIRE(node != nullptr);
  return std::string(ast::sign_of(node->escape_kind)) + "|" + std::string(node->value);
}

TEST_CASE("commands at the start of a line") {
  CHECK(command("%foo bar") == "%|foo bar");
  CHECK(command("%%foo???") == "%%|foo???");
  CHECK(command("!!ls") == "!!|ls");
  CHECK(command("/f 1") == "/|f 1");
  CHECK(command(";f a b") == ";|f a b");
  CHECK(command(",f a b") == ",|f a b");
  CHECK(command("!ls \\\n -l") == "!|ls  -l");
}

TEST_CASE("commands behind an equals sign") {
  CHECK(command("x = !!foo") == "!|!foo");
  CHECK(command("x = %%foo") == "%|%foo");
  CHECK(command("x = \\\n  !ls") == "!|ls");
  CHECK_FALSE(parse_cell("f(a=%b)").is_valid());
  CHECK_FALSE(parse_cell("x == %a").is_valid());
}

TEST_CASE("a question mark asks for help") {
  CHECK(command("?foo?") == "?|foo");
  CHECK(command("??   foo?") == "?|foo");
  CHECK(command("??   foo  ?") == "??|   foo  ?");
  CHECK(command("%foo??") == "??|%foo");
  CHECK(command("!pwd?") == "!|pwd?");
  CHECK(command("a.b[0]??") == "??|a.b[0]");
  CHECK(command("(a)?") ==
        "Help end escape command cannot be applied on a parenthesized expression");
  CHECK(command("a???") == "Maximum of 2 `?` tokens are allowed in help end escape command");
  CHECK(command("f()?") ==
        "Expected name, subscript or attribute expression in help end escape command");
}

TEST_CASE("elsewhere they are no commands") {
  CHECK_FALSE(parse("%foo\n").is_valid());
  CHECK_FALSE(parse("foo?\n").is_valid());
}

TEST_CASE("cells are parsed on their own and make one module") {
  const Parsed parsed = parse_cells("if x:\n  y\n# c\nz\n", {{0, 9}, {10, 13}, {14, 15}});
  CHECK(parsed.is_valid());
  CHECK(parsed.module().body.size() == 2);
  CHECK(parsed.module().range == TextRange{0, 15});
  REQUIRE(parsed.comments().size() == 1);
  CHECK(parsed.tokens()[parsed.comments()[0]].range == TextRange{10, 13});
  std::uint32_t end = 0;
  for (const Token& token : parsed.tokens()) {
    CHECK(token.range.start >= end);
    end = token.range.end;
  }
  CHECK(parsed.tokens().back().kind == TokenKind::EndOfFile);
  const Parsed broken = parse_cells("@d\ndef f(): pass\n", {{0, 2}, {3, 16}});
  REQUIRE(broken.errors().size() == 1);
  CHECK(broken.errors()[0].range == TextRange{2, 2});
  CHECK(parse_cells("\n", {}).module().body.empty());
}

}  // namespace
}  // namespace lint::parser
