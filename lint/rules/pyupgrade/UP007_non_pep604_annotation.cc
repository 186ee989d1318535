#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "lint/ast/expressions.h"
#include "lint/ast/names.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/edits.h"
#include "lint/fix/generator.h"
#include "lint/fix/importer.h"
#include "lint/rules/pyupgrade/annotations.h"
#include "lint/semantic/typing.h"

namespace lint::rules::UP007_non_pep604_annotation {

using semantic::Pep604Operator;

using Members = std::span<const ast::Expr* const>;

// "a | b | c"
static std::string union_text(Members members, Binding surroundings) {
  if (members.empty()) return "()";
  if (members.size() == 1) {
    const auto* tuple = ast::as<ast::ExprTuple>(members[0]);
    return tuple != nullptr ? union_text(tuple->elts, surroundings)
                            : generate(*members[0], surroundings);
  }
  const bool is_grouped = surroundings > Binding::BitOr;
  std::string text = is_grouped ? "(" : "";
  text += union_text(members.first(members.size() - 1), Binding::BitOr);
  text += " | " + union_text(members.last(1), tighter(Binding::BitOr));
  if (is_grouped) text += ')';
  return text;
}

// May it be an operand of `|`?
static bool is_possible_operand(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprNamed:
    case ast::Kind::ExprAwait:
    case ast::Kind::ExprLambda:
    case ast::Kind::ExprYield:
    case ast::Kind::ExprYieldFrom:
    case ast::Kind::ExprStarred:
    case ast::Kind::ExprSlice:
      return false;
    case ast::Kind::ExprTuple:
      return std::ranges::all_of(static_cast<const ast::ExprTuple&>(expr).elts,
                                 [](const ast::Expr* elt) { return is_possible_operand(*elt); });
    default:
      return true;
  }
}

// Those of a | None | b that are not None.
static void collect_operands(const ast::Expr& expr, std::vector<const ast::Expr*>& operands) {
  const auto* operation = ast::as<ast::ExprBinOp>(expr);
  if (operation != nullptr && operation->op == ast::Operator::BitOr) {
    collect_operands(*operation->left, operands);
    collect_operands(*operation->right, operands);
  } else if (!ast::is<ast::ExprNoneLiteral>(expr)) {
    operands.push_back(&expr);
  }
}

// NamedTuple is no type, but type checkers let it pass; there is nothing to say.
static bool holds_named_tuple(const Checker& c, const ast::Expr& slice, Pep604Operator op) {
  const auto is_named_tuple = [&](const ast::Expr& expr) {
    return c.semantic().is_typing_member(expr, "NamedTuple");
  };
  if (is_named_tuple(slice)) return true;
  const auto* tuple = ast::as<ast::ExprTuple>(slice);
  return op == Pep604Operator::Union && tuple != nullptr &&
         std::ranges::any_of(tuple->elts,
                             [&](const ast::Expr* elt) { return is_named_tuple(*elt); });
}

// What Optional[slice] becomes.
static std::optional<std::string> optional_text(const Checker& c, const ast::Expr& slice) {
  if (ast::is<ast::ExprTuple>(slice)) return std::nullopt;
  // Optional[Optional[a]] is Optional[a].
  const ast::Expr* inner = &slice;
  while (const auto* subscript = ast::as<ast::ExprSubscript>(inner)) {
    if (semantic::to_pep604_operator(*subscript->value, *subscript->slice, c.semantic()) !=
        Pep604Operator::Optional) {
      break;
    }
    inner = subscript->slice;
  }
  // None goes to the end, once: None | None fails at run time.
  const auto* operation = ast::as<ast::ExprBinOp>(inner);
  if (operation == nullptr || operation->op != ast::Operator::BitOr) {
    return generate(*inner, Binding::BitOr) + " | None";
  }
  std::vector<const ast::Expr*> operands;
  collect_operands(*inner, operands);
  if (operands.empty()) return std::nullopt;
  return union_text(operands, Binding::BitOr) + " | None";
}

// What Union[slice] becomes.
static std::optional<std::string> union_text_of(const Checker& c, const ast::Expr& slice) {
  if (const auto* tuple = ast::as<ast::ExprTuple>(slice)) {
    return union_text(tuple->elts, Binding::Loosest);
  }
  std::string text(c.text(slice));
  // The brackets that let it go on over lines are about to go.
  if (c.lines().contains_line_break(slice.range)) text = '(' + text + ')';
  return text;
}

static Fix make_fix(Checker& c, const ast::Expr& expr, std::string text) {
  const bool is_old = c.target_version() < PythonVersion{3, 10};
  std::vector<Edit> edits = {
      replacement(expr.range, padded(std::move(text), expr.range, c.text()))};
  if (is_old && pyupgrade::may_add_future_import(c)) {
    const Importer importer(FixSource{c.parsed(), c.lines()}, c.semantic());
    edits.push_back(importer.add_future_import());
  }
  const bool is_unsafe = is_old || c.lines().intersects_comment(expr.range);
  return Fix::of(is_unsafe ? Applicability::Unsafe : Applicability::Safe, std::move(edits));
}

// May the type be written so, for the versions of Python that the file is for?
static bool is_allowed(const Checker& c) {
  const semantic::Flags flags = c.semantic().flags();
  return c.is_stub() || c.target_version() >= PythonVersion{3, 10} ||
         (pyupgrade::may_defer_annotations(c) &&
          (flags.in_annotation() || flags.in_string_type_definition()));
}

// The last name in the expression that is bound to something; null: none.
static const ast::ExprName* last_bound_name(const Checker& c, const ast::Expr& expr) {
  const ast::ExprName* last = nullptr;
  ast::any_expr(expr, [&](const ast::Expr& inner) {
    const auto* name = ast::as<ast::ExprName>(inner);
    if (name != nullptr && c.semantic().resolve_name(*name) != semantic::BindingId::None) {
      last = name;
    }
    return false;
  });
  return last;
}

static std::optional<Pep604Operator> operator_of(const Checker& c, const ast::Expr& value,
                                                 const ast::Expr& slice) {
  const semantic::Semantic& semantic = c.semantic();
  const ast::Expr* subject = &value;
  if (semantic.flags().has(semantic::Flag::ComplexStringTypeDefinition)) {
    // As in ruff, names in a string of several pieces are all at one place, where
    // the last one hides what the others mean.
    const ast::ExprName* const last = last_bound_name(c, slice);
    const ast::ExprName* const root = ast::root_name(value);
    if (last != nullptr && root == &value) subject = last;
    if (last != nullptr && root != &value &&
        semantic.resolve_name(*last) != semantic.resolve_name(*root)) {
      return std::nullopt;
    }
  }
  return semantic::to_pep604_operator(*subject, slice, semantic);
}

static void check(Checker& c, const ast::ExprSubscript& node) {
  if (!pyupgrade::may_be_typing_member(c.semantic(), *node.value)) return;
  const ast::Expr& slice = *node.slice;
  const auto op = operator_of(c, *node.value, slice);
  if (!op) return;
  const bool is_optional = *op == Pep604Operator::Optional;
  const RuleId code = is_optional ? codes::UP045 : codes::UP007;
  if (!c.is_enabled(code) || !is_allowed(c) || holds_named_tuple(c, slice, *op)) return;

  Diagnostic& finding = c.report(
      code, node.range,
      is_optional ? "Use `X | None` for type annotations" : "Use `X | Y` for type annotations");
  finding.fix_title = is_optional ? "Convert to `X | None`" : "Convert to `X | Y`";
  const semantic::Flags flags = c.semantic().flags();
  const bool is_fixable = flags.has(semantic::Flag::TypeDefinition) &&
                          !flags.has(semantic::Flag::ComplexStringTypeDefinition) &&
                          is_possible_operand(slice) &&
                          !(is_optional && ast::is<ast::ExprNoneLiteral>(slice));
  if (!is_fixable) return;
  auto text = is_optional ? optional_text(c, slice) : union_text_of(c, slice);
  if (text) finding.fix = make_fix(c, node, std::move(*text));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kUnionMessages[] = {"Use `X | Y` for type annotations"};
static constexpr std::string_view kOptionalMessages[] = {"Use `X | None` for type annotations"};

static constexpr RuleInfo kInfo[] = {{.code = codes::UP007,
                                      .docs = R"(## What it does
Finds `typing.Union[X, Y]`.

## Why is this bad?
Since Python 3.10 (PEP 604) it can be written `X | Y`, which is shorter and needs no
import.

For older versions the rule applies to annotations that nobody evaluates: those of
files that import `annotations` from `__future__`, unless
`lint.pyupgrade.keep-runtime-typing` is set. With `lint.future-annotations`, and in
preview mode, the fix adds that import itself.

## Example
```python
from typing import Union

port: Union[int, str] = 80
```

Use instead:
```python
port: int | str = 80
```

## Fix safety
The fix is unsafe if it would drop comments, or if the file is for versions before
Python 3.10: what evaluates the annotation there at run time fails.

## Options
- `target-version`
- `lint.future-annotations`
- `lint.pyupgrade.keep-runtime-typing`
)",
                                      .messages = kUnionMessages,
                                      .hooks = kHooks},
                                     {.code = codes::UP045,
                                      .docs = R"(## What it does
Finds `typing.Optional[X]`.

## Why is this bad?
Since Python 3.10 (PEP 604) it can be written `X | None`. That needs no import, and it
says what is meant: the value may be `None`, not the argument be left out.

For older versions the rule applies to annotations that nobody evaluates: those of
files that import `annotations` from `__future__`, unless
`lint.pyupgrade.keep-runtime-typing` is set. With `lint.future-annotations`, and in
preview mode, the fix adds that import itself.

## Example
```python
from typing import Optional

port: Optional[int] = None
```

Use instead:
```python
port: int | None = None
```

## Fix safety
The fix is unsafe if it would drop comments, or if the file is for versions before
Python 3.10: what evaluates the annotation there at run time fails.

## Options
- `target-version`
- `lint.future-annotations`
- `lint.pyupgrade.keep-runtime-typing`
)",
                                      .messages = kOptionalMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::UP007_non_pep604_annotation
