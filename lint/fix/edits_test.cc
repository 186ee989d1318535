#include "lint/fix/edits.h"

#include <doctest/doctest.h>

#include "lint/fix/apply_fixes.h"

namespace lint {
namespace {

using Names = std::vector<std::string_view>;

// A module and what tests edit in it.
struct Module {
  parser::Parsed parsed;
  parser::LineStructure lines;
  FixSource source;

  explicit Module(std::string text)
      : parsed(parser::parse(std::move(text))),
        lines(parsed.text(), parsed.tokens()),
        source{parsed, lines} {}

  const ast::Stmt& statement(std::size_t i) const { return *parsed.module().body[i]; }
  template <typename T>
  const T& value(std::size_t i = 0) const {
    return *ast::as<T>(ast::as<ast::StmtExpr>(statement(i))->value);
  }
  std::string with(std::vector<Edit> edits) const {
    Diagnostic diagnostic;
    diagnostic.fix = Fix::of(Applicability::Safe, std::move(edits));
    return apply_fixes(parsed.text(), {&diagnostic, 1}, Applicability::Safe)->text;
  }
  std::string with(const Edit& edit) const { return with(std::vector{edit}); }
  std::string with(const std::optional<Edit>& edit) const {
    REQUIRE(edit);
    return with(std::vector{*edit});
  }
};

std::string deleted(std::string text, std::size_t i) {
  const Module module(std::move(text));
  return module.with(delete_statement(module.source, module.statement(i), nullptr));
}

TEST_CASE("a statement goes with its line, or up to its neighbours") {
  CHECK(deleted("a = 1  # c\nb = 2\n", 0) == "b = 2\n");
  CHECK(deleted("a = 1; b = 2\n", 0) == "b = 2\n");
  CHECK(deleted("a = 1; b = 2\n", 1) == "a = 1; \n");
  CHECK(deleted("a = 1;\nb = 2\n", 0) == "\nb = 2\n");
  CHECK(deleted("a = 1; \\\n  b = 2\n", 0) == "b = 2\n");
  CHECK(deleted("a = 1 \\\n ; b = 2\n", 0) == "b = 2\n");
  CHECK(deleted("x = 1; \\\n  import w\ny\n", 1) == "x = 1; \ny\n");
  CHECK(deleted("import \\\n  t\nx\n", 0) == "x\n");
}

TEST_CASE("pass stays where a body would be empty") {
  const Module module("if x:\n    import a\nelse:\n    import b\n    import c\n");
  const auto& branch = *ast::as<ast::StmtIf>(module.statement(0));
  CHECK(module.with(delete_statement(module.source, *branch.body[0], &branch)) ==
        "if x:\n    pass\nelse:\n    import b\n    import c\n");
  CHECK(module.with(delete_statement(module.source, *branch.clauses[0]->body[1], &branch)) ==
        "if x:\n    import a\nelse:\n    import b\n");
}

std::string without_comment(std::string text) {
  const Module module(std::move(text));
  return module.with(delete_comment(module.source, module.lines.comments()[0]));
}

TEST_CASE("a comment goes with the blanks in front of it") {
  CHECK(without_comment("  # noqa  \nx\n") == "x\n");
  CHECK(without_comment("x = 1  # noqa\n") == "x = 1\n");
}

std::string without_argument(std::string text, std::size_t index,
                             Parentheses parentheses = Parentheses::Preserve) {
  const Module module(std::move(text));
  const ast::Arguments& arguments = *module.value<ast::ExprCall>().arguments;
  const ast::Node* argument = nullptr;
  if (index < arguments.args.size()) {
    argument = arguments.args[index];
  } else {
    argument = arguments.keywords[index - arguments.args.size()];
  }
  return module.with(remove_argument(module.source, *argument, arguments, parentheses));
}

TEST_CASE("arguments go with a comma") {
  CHECK(without_argument("f(a, b=1, c=2)\n", 0) == "f(b=1, c=2)\n");
  CHECK(without_argument("f(a, b=1)\n", 1) == "f(a)\n");
  CHECK(without_argument("f((a), b)\n", 0) == "f(b)\n");
  CHECK(without_argument("f(b, ((a)))\n", 1) == "f(b)\n");
  CHECK(without_argument("f(b, x=(1), y=2)\n", 1) == "f(b, y=2)\n");
  CHECK(without_argument("f(a,)\n", 0) == "f()\n");
  CHECK(without_argument("f(a)\n", 0, Parentheses::Remove) == "f\n");
  CHECK(without_argument("f(\n    a,  # c\n    b,\n)\n", 0) == "f(\n    # c\n    b,\n)\n");
}

std::string with_argument(std::string text) {
  const Module module(std::move(text));
  return module.with(add_argument(module.source, "new", *module.value<ast::ExprCall>().arguments));
}

TEST_CASE("arguments are added behind positional ones") {
  CHECK(with_argument("f()\n") == "f(new)\n");
  CHECK(with_argument("f(a, (b))\n") == "f(a, (b), new)\n");
  CHECK(with_argument("f(a, k=1)\n") == "f(a, new, k=1)\n");
}

TEST_CASE("elements go with a comma") {
  const Module module("{'a', 'b',\n 'c'}\n");
  const auto& set = module.value<ast::ExprSet>();
  CHECK(module.with(remove_element(module.source, set.elts, 0)) == "{'b',\n 'c'}\n");
  CHECK(module.with(remove_element(module.source, set.elts, 1)) == "{'a', 'c'}\n");
  CHECK(module.with(remove_element(module.source, set.elts, 2)) == "{'a', 'b'}\n");
}

std::string with_parameter(std::string parameters) {
  const Module module("def f(" + parameters + "): ...\n");
  const auto& function = *ast::as<ast::StmtFunctionDef>(module.statement(0));
  const auto edit = add_parameter(module.source, "new", *function.parameters);
  if (!edit) return "none";
  const std::string text = module.with(edit);
  return text.substr(6, text.size() - 6 - std::string_view("): ...\n").size());
}

TEST_CASE("parameters are added where no default value is in front") {
  CHECK(with_parameter("") == "new");
  CHECK(with_parameter("a, b=1") == "a, new, b=1");
  CHECK(with_parameter("b=1") == "new, b=1");
  CHECK(with_parameter("a, /") == "a, /, new");
  CHECK(with_parameter("a, /, *, b") == "a, /, new, *, b");
  CHECK(with_parameter("a=1, /") == "none");
  CHECK(with_parameter("*args, b") == "new, *args, b");
  CHECK(with_parameter("**kwargs") == "new, **kwargs");
}

std::string without_imports(std::string text, const Names& names) {
  const Module module(std::move(text));
  return module.with(remove_imports(module.source, names, module.statement(0), nullptr));
}

TEST_CASE("imported names go with the comma behind them") {
  CHECK(without_imports("import a, b\n", {"a"}) == "import b\n");
  CHECK(without_imports("import a, b\n", {"b"}) == "import a\n");
  CHECK(without_imports("import a.b, c as d , e, \\\n   f\n", {"a.b", "c", "e"}) == "import f\n");
  CHECK(without_imports("from m import a, b, a\n", {"a"}) == "from m import b, a\n");
  CHECK(without_imports("from m import a\nx\n", {"a"}) == "x\n");
  CHECK(without_imports("from m import *\nx\n", {"*"}) == "x\n");
  CHECK(without_imports("from m import (\n    a,\n    b,\n)\n", {"b"}) ==
        "from m import (\n    a,\n)\n");
  CHECK(without_imports("from m import (\n    a,  # x\n    b\n)\n", {"b"}) ==
        "from m import (\n    a,  # x\n    \n)\n");
  CHECK(without_imports("from a import (  # k\n    b,  # x\n    c,\n    d  # y\n    ,\n"
                        "    e,  # z\n    # w\n)\n",
                        {"b", "c"}) ==
        "from a import (  # k\n    d  # y\n    ,\n    e,  # z\n    # w\n)\n");
}

std::string with_member(std::string text) {
  const Module module(std::move(text));
  return with_import_member(module.source, "new",
                            *ast::as<ast::StmtImportFrom>(module.statement(0)));
}

TEST_CASE("a name is added with the comma of the last one") {
  CHECK(with_member("from m import a\n") == "from m import a, new");
  CHECK(with_member("from m import (a, b)\n") == "from m import (a, b, new)");
  CHECK(with_member("from m import (\n    a,\n    b,  # c\n)\n") ==
        "from m import (\n    a,\n    b,  # c\nnew,  # c\n)");
  CHECK(with_member("from m import (\n    a,\n    b  # c\n)\n") ==
        "from m import (\n    a,\n    b, new  # c\n)");
}

std::string exported(std::string text) {
  const Module module(std::move(text));
  const auto* expr = ast::as<ast::StmtExpr>(module.statement(0));
  return module.with(add_to_dunder_all(module.source, Names{"x", "y"}, *expr->value));
}

TEST_CASE("names are exported by an alias or through __all__") {
  const Module import("from m import a, b as c\n");
  CHECK(import.with(make_redundant_aliases(Names{"a"}, import.statement(0))) ==
        "from m import a as a, b as c\n");
  CHECK(make_redundant_aliases(Names{"b"}, import.statement(0)).empty());
  CHECK(exported("['a']\n") == "['a', 'x', 'y']\n");
  CHECK(exported("[]\n") == "[\"x\", \"y\"]\n");
  CHECK(exported("('a',)\n") == "('a', 'x', 'y',)\n");
  CHECK(exported("'a',\n") == "'a', 'x', 'y',\n");
}

std::string body_reindented(std::string text, std::string_view indentation) {
  const Module module(std::move(text));
  const auto& branch = *ast::as<ast::StmtIf>(module.statement(0));
  const TextRange body = {branch.body.front()->range.start, branch.body.back()->range.end};
  return reindented(module.source, module.lines.full_lines_range(body), indentation);
}

TEST_CASE("blocks are indented anew, strings are not") {
  CHECK(body_reindented("if x:\n    a\n    if b:\n        c\n", "") == "a\nif b:\n    c\n");
  CHECK(body_reindented("if x:\n    a(\n  1,\n    )\n", "") == "a(\n  1,\n)\n");
  CHECK(body_reindented("if x:\n    a = '''\n    b\n    '''\n    c\n", "") ==
        "a = '''\n    b\n    '''\nc\n");
  CHECK(body_reindented("if x:\n  a\n  if b:\n     c\n", "    ") == "    a\n    if b:\n       c\n");
  CHECK(body_reindented("if x:\n\ta\n\tb\n", "  ") == "  a\n  b\n");
  CHECK(indented("a\n\n  b\n", "  ") == "  a\n\n    b\n");
}

TEST_CASE("lines of a block move with it") {
  const Module module("if x:\n    if y:\n        # c\n        a(\n    1,\n            2)\n");
  const auto& outer = *ast::as<ast::StmtIf>(module.statement(0));
  const auto& inner = *ast::as<ast::StmtIf>(outer.body.front());
  const TextRange range = {inner.test->range.end, inner.range.end};
  const Reindentation change = {.from = "        ", .to = "    ", .level = "    "};
  CHECK(reindented(module.source, range, change) == ":\n    # c\n    a(\n    1,\n        2)");
}

TEST_CASE("content does not run into words, and is measured") {
  CHECK(padded("x", {6, 9}, "except(y)as z") == " x ");
  CHECK(padded("x", {1, 2}, "(y)") == "x");
  const Module module("\tab = 1\n");
  CHECK(fits(module.source, "12345", 4, 16, 8));
  CHECK(!fits(module.source, "12345", 4, 15, 8));
  CHECK(fits(module.source, "1\n1234567890", 4, 12, 8));
}

}  // namespace
}  // namespace lint
