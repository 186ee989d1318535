#include <algorithm>
#include <string>

#include "lint/ast/parameters.h"
#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/generator.h"
#include "lint/parser/parentheses.h"
#include "lint/semantic/function_type.h"
#include "lint/semantic/typing.h"

namespace lint::rules::B006_mutable_argument_default {

static constexpr std::string_view kMessage =
    "Do not use mutable data structures for argument defaults";

// A generator is used up; a tuple may hold what can change.
static bool holds_mutable(const ast::Expr& expr, const semantic::Semantic& semantic) {
  if (ast::is<ast::ExprGenerator>(expr)) return true;
  if (const auto* named = ast::as<ast::ExprNamed>(expr)) {
    return holds_mutable(*named->value, semantic);
  }
  if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) {
    return std::ranges::any_of(
        tuple->elts, [&](const ast::Expr* element) { return holds_mutable(*element, semantic); });
  }
  return semantic::is_mutable_expr(expr, semantic);
}

static bool is_mutable_default(const Checker& c, const ast::ParameterWithDefault& parameter) {
  const ast::Expr* value = parameter.default_value;
  if (value == nullptr || ast::is_literal(value->kind)) return false;
  const bool is_mutable = c.is_preview() ? holds_mutable(*value, c.semantic())
                                         : semantic::is_mutable_expr(*value, c.semantic());
  if (!is_mutable) return false;
  const ast::Expr* annotation = parameter.parameter->annotation;
  return annotation == nullptr ||
         !semantic::is_immutable_annotation(*annotation, c.semantic(),
                                            c.settings().flake8_bugbear.extend_immutable_calls);
}

// Where the body does its work: behind the docstring and imports.
struct Place {
  std::uint32_t offset;
  bool is_last_line;  // Behind the last statement, at the end of the file.
};

static Place place_in(const Checker& c, const ast::List<ast::Stmt>& body) {
  std::uint32_t offset = c.lines().line_start(body.front()->range.start);
  for (std::size_t i = 0; i < body.size(); ++i) {
    const ast::Stmt& statement = *body[i];
    if (!ast::is_docstring_stmt(statement) && !ast::is<ast::StmtImport>(statement) &&
        !ast::is<ast::StmtImportFrom>(statement)) {
      break;
    }
    if (i + 1 == body.size()) {
      const std::uint32_t end = c.lines().full_line_end(statement.range.end);
      return {end, end == c.text().size()};
    }
    if (c.lines().shares_line(statement.range)) continue;
    offset = c.lines().line_start(body[i + 1]->range.start);
  }
  return {offset, false};
}

// if x is None:
//     x = []
static Edit initialization(const Checker& c, const ast::StmtFunctionDef& function,
                           std::string_view name, std::string_view value,
                           std::string_view indentation) {
  const parser::CodeStyle& style = c.lines().style();
  const std::string line_end(style.line_ending);
  std::string block = "if " + std::string(name) + " is None:" + line_end;
  block += std::string(style.indentation) + std::string(name) + " = ";
  block += std::string(value) + line_end;
  const Place place = place_in(c, function.body);
  return insertion(place.offset,
                   (place.is_last_line ? line_end : "") + indented(block, indentation));
}

static std::optional<Fix> fix(const Checker& c, const ast::StmtFunctionDef& function,
                              const ast::ParameterWithDefault& parameter) {
  const ast::Stmt& first = *function.body.front();
  if (c.lines().is_preceded_by_statement(first.range)) return std::nullopt;
  const ast::Expr& value = *parameter.default_value;
  const TextRange range = parser::range_with_parentheses(c.tokens(), value, parameter);
  Edit none = replacement(range, "None");
  if (semantic::is_stub_function(function, c.semantic())) return Fix::unsafe(std::move(none));
  const auto indentation = c.lines().indentation_at(first.range.start);
  if (!indentation) return std::nullopt;
  const std::string text = c.is_preview() ? std::string(c.text(range)) : generate(value);
  const std::string_view name = parameter.parameter->name.text();
  return Fix::of(Applicability::Unsafe,
                 {std::move(none), initialization(c, function, name, text, *indentation)});
}

static void check(Checker& c, const ast::StmtFunctionDef& node) {
  if (c.is_stub()) return;
  ast::for_each_parameter_with_default(
      *node.parameters, [&](const ast::ParameterWithDefault& parameter) {
        if (!is_mutable_default(c, parameter)) return;
        Diagnostic& finding =
            c.report(codes::B006, parameter.default_value->range, std::string(kMessage));
        finding.fix_title = "Replace with `None`; initialize within function";
        finding.fix = fix(c, node, parameter);
      });
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::B006,
                                      .docs = R"(## What it does
Finds lists, dicts, sets and other things that can change as default values of
parameters.

## Why is this bad?
A default is made once, when `def` is executed. All calls that do not pass the
argument share it: what one of them adds, the next one finds there.

Take `None` as the default and make the object in the function. Something that is
never changed may be given a type that says so: the rule leaves alone parameters
whose annotation is of an immutable type, as `Sequence[int]` is;
`lint.flake8-bugbear.extend-immutable-calls` names more of them. For a cache that
calls are meant to share, use a variable of the module.

In preview mode, generators and tuples with something mutable in them are found, too.

## Example
```python
def with_defaults(names=[]):
    names.append("root")
    return names
```

Use instead:
```python
def with_defaults(names=None):
    if names is None:
        names = []
    names.append("root")
    return names
```

## Fix safety
The fix is unsafe: whoever counts on the shared object no longer gets it.

## Options
- `lint.flake8-bugbear.extend-immutable-calls`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::B006_mutable_argument_default
