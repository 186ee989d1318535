// The questions of lint/ast, asked about parsed sources.
#include <doctest/doctest.h>

#include <string>

#include "lint/ast/arguments.h"
#include "lint/ast/names.h"
#include "lint/ast/operator_precedence.h"
#include "lint/ast/parameters.h"
#include "lint/ast/statements.h"
#include "lint/parser/parentheses.h"
#include "lint/parser/parsed.h"

namespace lint::parser {
namespace {

const ast::Expr& first_expr(const Parsed& parsed) {
  return *static_cast<const ast::StmtExpr*>(parsed.module().body[0])->value;
}

TEST_CASE("arguments come by name, by position and in the order of the source") {
  const Parsed parsed = parse("f(a, k=b, *c, d, **e)");
  const auto& arguments = *static_cast<const ast::ExprCall&>(first_expr(parsed)).arguments;
  CHECK(argument_count(arguments) == 5);
  CHECK(find_keyword(arguments, "k") != nullptr);
  CHECK(find_keyword(arguments, "a") == nullptr);
  CHECK(find_positional(arguments, 0)->range == TextRange{2, 3});
  CHECK(find_positional(arguments, 1) == nullptr);  // The starred argument hides it.
  CHECK(find_argument(arguments, "k", 0).keyword != nullptr);
  CHECK(find_argument_value(arguments, "x", 0)->range == TextRange{2, 3});
  CHECK(!find_argument(arguments, "x", 7));
  std::string order;
  for_each_argument(arguments, [&](const ast::Argument& argument) {
    order += argument.node().range.of(parsed.text());
    order += ';';
  });
  CHECK(order == "a;k=b;*c;d;**e;");
}

TEST_CASE("parameters come in the order of the source") {
  const Parsed parsed = parse("def f(a, /, b=1, *c, d, **e): ...");
  const auto& parameters =
      *static_cast<const ast::StmtFunctionDef*>(parsed.module().body[0])->parameters;
  std::string order;
  for_each_parameter(parameters, [&](const ast::AnyParameter& parameter) {
    order += parameter.name();
    order += parameter.is_variadic() ? "*" : "";
    order += parameter.default_value() != nullptr ? "=" : "";
  });
  CHECK(order == "ab=c*de*");
  CHECK(parameter_count(parameters) == 5);
  CHECK(find_parameter(parameters, "d") != nullptr);
  CHECK(find_parameter(parameters, "c") == nullptr);
  CHECK(has_parameter(parameters, "c"));
  CHECK(!has_parameter(parameters, "x"));
}

TEST_CASE("dotted names") {
  const Parsed parsed = parse("a.b.c\na\nf().b\na.b.c.d.e.f.g.h.i.j.k.l.m");
  const auto name_of = [&](std::size_t i) {
    const ast::Stmt* stmt = parsed.module().body[i];
    return ast::DottedName(*static_cast<const ast::StmtExpr*>(stmt)->value);
  };
  CHECK(name_of(0).text() == "a.b.c");
  CHECK(name_of(0) == "a.b.c");
  CHECK(name_of(0) != "a.b");
  CHECK(name_of(0) != "a.b.cd");
  CHECK(name_of(0).back() == "c");
  CHECK(name_of(1) == "a");
  CHECK(!name_of(2));
  CHECK(!name_of(3));
  CHECK(is_dotted_name(first_expr(parsed)));
}

TEST_CASE("parentheses around an expression") {
  const auto range = [](const char* source) {
    const Parsed parsed = parse(source);
    const auto& stmt = *parsed.module().body[0];
    return std::string(
        range_with_parentheses(parsed.tokens(), first_expr(parsed), stmt).of(parsed.text()));
  };
  CHECK(range("a") == "a");
  CHECK(range("((a) )") == "((a) )");
  CHECK(range("(  # comment\n a\n)") == "(  # comment\n a\n)");
  CHECK(range("(a, b)") == "(a, b)");
  const Parsed call = parse("f((a), b)");
  const auto& arguments = *static_cast<const ast::ExprCall&>(first_expr(call)).arguments;
  CHECK(parenthesized_range(call.tokens(), *arguments.args[0], arguments) == TextRange{2, 5});
  CHECK(!parenthesized_range(call.tokens(), *arguments.args[1], arguments));
}

TEST_CASE("statements") {
  const Parsed parsed = parse("'doc'\npass\n...\n");
  const auto& body = parsed.module().body;
  CHECK(ast::docstring_of(body)->value == "doc");
  CHECK(ast::without_docstring(body).size() == 2);
  CHECK(!ast::is_stub_body(body));
  CHECK(ast::is_stub_body(ast::without_docstring(body)));
  CHECK(ast::is_assignment_to_dunder(*parse("__all__ = []").module().body[0]));
  CHECK(ast::is_constant(first_expr(parse("(1, 'a', (None,))"))));
  CHECK(!ast::is_constant(first_expr(parse("(1, a)"))));
  CHECK(precedence_of(first_expr(parse("a + b"))) < precedence_of(first_expr(parse("a * b"))));
}

}  // namespace
}  // namespace lint::parser
