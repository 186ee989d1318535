#include <algorithm>
#include <string>
#include <vector>

#include "common/text/lines.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/generator.h"
#include "lint/parser/parentheses.h"
#include "lint/rules/pycodestyle/physical_lines.h"

namespace lint::rules::E731_lambda_assignment {

static constexpr std::string_view kMessage = "Do not assign a `lambda` expression, use a `def`";

// An assignment of one lambda to one name.
struct Assignment {
  const ast::Stmt& statement;
  const ast::ExprName& target;
  const ast::ExprLambda& lambda;
  const ast::Expr* annotation;
};

// What Callable[[A, B], R] says.
struct CallableType {
  ast::List<ast::Expr> parameters;  // Empty if they are not listed.
  const ast::Expr* returns = nullptr;
};

static CallableType callable_type(const Checker& c, const ast::Expr* annotation) {
  const auto* const subscript = ast::as<ast::ExprSubscript>(annotation);
  if (subscript == nullptr) return {};
  const auto* const slice = ast::as<ast::ExprTuple>(subscript->slice);
  if (slice == nullptr || slice->elts.size() != 2) return {};
  const semantic::QualifiedName& name = c.qualified_name(*subscript->value);
  if (!name.is("collections.abc.Callable") && !c.semantic().is_typing_name(name, "Callable")) {
    return {};
  }
  const auto* const list = ast::as<ast::ExprList>(slice->elts[0]);
  return {list != nullptr ? list->elts : ast::List<ast::Expr>(), slice->elts[1]};
}

using ParameterList = ast::List<ast::ParameterWithDefault>;

// The parameters with the types from the index `first` on.
static ParameterList annotated(Checker& c, ParameterList parameters, ast::List<ast::Expr> types,
                               std::size_t first) {
  common::Arena& arena = c.parsed().arena();
  std::vector<const ast::ParameterWithDefault*> copies;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    ast::Parameter parameter = *parameters[i]->parameter;
    if (first + i < types.size()) parameter.annotation = types[first + i];
    ast::ParameterWithDefault copy = *parameters[i];
    copy.parameter = arena.make<ast::Parameter>(parameter);
    copies.push_back(arena.make<ast::ParameterWithDefault>(copy));
  }
  return {arena.copy(std::span<const ast::ParameterWithDefault* const>(copies)), copies.size()};
}

static std::string parameters_text(Checker& c, const ast::ExprLambda& lambda,
                                   ast::List<ast::Expr> types) {
  if (lambda.parameters == nullptr) return {};
  ast::Parameters parameters = *lambda.parameters;
  if (!types.empty()) {
    parameters.posonlyargs = annotated(c, parameters.posonlyargs, types, 0);
    parameters.args = annotated(c, parameters.args, types, parameters.posonlyargs.size());
  }
  return generate(parameters);
}

// The body as it is written; a lambda in parentheses may go over several lines, so
// they stay.
static std::string body_text(const Checker& c, const Assignment& assignment) {
  const ast::ExprLambda& lambda = assignment.lambda;
  const TextRange range = parser::range_with_parentheses(c.tokens(), *lambda.body, lambda);
  std::string text(c.text(range));
  const bool has_parentheses =
      parser::parenthesized_range(c.tokens(), lambda, assignment.statement).has_value();
  return has_parentheses ? "(" + text + ")" : text;
}

static std::string function_text(Checker& c, const Assignment& assignment) {
  const CallableType type = callable_type(c, assignment.annotation);
  std::string text = "def " + std::string(assignment.target.id.text()) + "(" +
                     parameters_text(c, assignment.lambda, type.parameters) + ")";
  if (type.returns != nullptr) text += " -> " + generate(*type.returns, Binding::Tightest);
  return text + ":\n" + std::string(c.lines().style().indentation) + "return " +
         body_text(c, assignment);
}

// All lines but the first behind `indentation`.
static std::string indented_below(std::string_view text, std::string_view indentation,
                                  std::string_view line_end) {
  std::string result(common::take_line(text));
  while (!text.empty()) {
    result += line_end;
    result += indentation;
    result += common::take_line(text);
  }
  return result;
}

// A function instead of an annotated variable may not satisfy type checkers.
static bool is_annotated_elsewhere(const Checker& c, ast::Name name) {
  const std::vector<semantic::BindingId> bindings =
      c.semantic().all_bindings(c.semantic().scope(), name);
  return std::ranges::any_of(bindings, [&](semantic::BindingId id) {
    return c.semantic().binding(id).kind == semantic::BindingKind::Annotation;
  });
}

static void report(Checker& c, const Assignment& assignment) {
  const TextRange range = assignment.statement.range;
  const ast::Name name = assignment.target.id;
  Diagnostic& finding = c.report(codes::E731, range, std::string(kMessage));
  finding.fix_title = "Rewrite `" + std::string(name.text()) + "` as a `def`";
  if (c.lines().has_leading_content(range.start) || c.lines().has_trailing_content(range.end)) {
    return;
  }
  const TextRange line = c.lines().line_range(range.start);
  const std::string_view indentation = c.text(pycodestyle::indentation_of(c.text(), line));
  const Applicability applicability =
      is_annotated_elsewhere(c, name) ? Applicability::DisplayOnly : Applicability::Unsafe;
  finding.fix =
      Fix::of(applicability, {{range, indented_below(function_text(c, assignment), indentation,
                                                     c.lines().style().line_ending)}});
}

static void check(Checker& c, const ast::Stmt& statement, const ast::Expr* target,
                  const ast::Expr* value, const ast::Expr* annotation) {
  const auto* const lambda = ast::as<ast::ExprLambda>(value);
  const auto* const name = ast::as<ast::ExprName>(target);
  if (lambda == nullptr || name == nullptr) return;
  // A field of a dataclass or the like.
  if (annotation != nullptr && c.semantic().scope().is_class()) return;
  report(c, {statement, *name, *lambda, annotation});
}

static void check_assignment(Checker& c, const ast::StmtAssign& node) {
  if (node.targets.size() == 1) check(c, node, node.targets[0], node.value, nullptr);
}

static void check_annotated(Checker& c, const ast::StmtAnnAssign& node) {
  check(c, node, node.target, node.value, node.annotation);
}

static constexpr Hook kHooks[] = {on<check_assignment>, on<check_annotated>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::E731,
                                      .docs = R"(## What it does
Finds lambdas that are assigned to a variable. Annotated ones in classes, which may
be fields, are left alone.

## Why is this bad?
A lambda is made to be passed on without a name. Who gives it one can write a
function, which has a name in tracebacks, annotations and a docstring.

## Example
```python
double = lambda x: 2 * x
```

Use instead:
```python
def double(x):
    return 2 * x
```

## Fix
The fix is unsafe. It is only shown where the variable is annotated elsewhere.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E731_lambda_assignment
