#include <optional>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/snippet.h"
#include "lint/semantic/builtins.h"

namespace lint::rules::RUF015_unnecessary_iterable_allocation_for_first_element {

// What a collection is made of.
struct Source {
  TextRange range;
  bool is_iterator;  // next() takes it as it is.
};

static bool is_zero(const ast::Expr& expr) {
  const auto* number = ast::as<ast::ExprNumberLiteral>(expr);
  return number != nullptr && number->number_kind == ast::NumberKind::Int && !number->is_big &&
         number->integer == 0;
}

// A call of a builtin that gives an iterator.
static bool gives_iterator(const Checker& c, const ast::Expr& expr) {
  const auto* call = ast::as<ast::ExprCall>(expr);
  if (call == nullptr) return false;
  return semantic::is_builtin_iterator(c.semantic().builtin_symbol(*call->func));
}

// x of `i for i in x`; null: it does more than to hand things on.
static const ast::Expr* iterated(const ast::Expr& elt,
                                 const ast::List<ast::Comprehension>& generators) {
  if (generators.size() != 1) return nullptr;
  const ast::Comprehension& generator = *generators[0];
  if (generator.is_async || !generator.ifs.empty()) return nullptr;
  const auto* name = ast::as<ast::ExprName>(elt);
  const auto* target = ast::as<ast::ExprName>(generator.target);
  const bool is_same = name != nullptr && target != nullptr && name->id == target->id;
  return is_same ? generator.iter : nullptr;
}

static Source source_of(const ast::ExprListComp& node) {
  if (const ast::Expr* iter = iterated(*node.elt, node.generators)) return {iter->range, false};
  // Without the brackets it is a generator.
  return {{node.range.start + 1, node.range.end - 1}, true};
}

static Source source_of(const ast::ExprGenerator& node) {
  if (const ast::Expr* iter = iterated(*node.elt, node.generators)) return {iter->range, false};
  return {node.range, true};
}

// Of list(x), [i for i in x] or [*x].
static std::optional<Source> source_of(const Checker& c, const ast::Expr& collection) {
  if (const auto* comprehension = ast::as<ast::ExprListComp>(collection)) {
    return source_of(*comprehension);
  }
  if (const auto* list = ast::as<ast::ExprList>(collection)) {
    const auto* starred =
        list->elts.size() == 1 ? ast::as<ast::ExprStarred>(list->elts[0]) : nullptr;
    if (starred == nullptr) return std::nullopt;
    return Source{starred->value->range, gives_iterator(c, *starred->value)};
  }
  const auto* call = ast::as<ast::ExprCall>(collection);
  if (call == nullptr || call->arguments->args.size() != 1) return std::nullopt;
  const std::string_view function = c.semantic().builtin_symbol(*call->func);
  if (function != "list" && function != "tuple") return std::nullopt;
  const ast::Expr& argument = *call->arguments->args[0];
  if (const auto* generator = ast::as<ast::ExprGenerator>(argument)) return source_of(*generator);
  if (const auto* list = ast::as<ast::ExprListComp>(argument)) return source_of(*list);
  return Source{argument.range, gives_iterator(c, argument)};
}

static void check_first(Checker& c, const ast::Expr& node, const ast::Expr& collection) {
  const auto source = source_of(c, collection);
  if (!source) return;
  std::string iterator(c.text(source->range));
  if (!source->is_iterator) iterator = "iter(" + iterator + ')';
  const std::string shown(snippet(iterator));
  Diagnostic& finding =
      c.report(codes::RUF015, node.range, "Prefer `next(" + shown + ")` over single element slice");
  finding.fix_title = "Replace with `next(" + shown + ")`";
  finding.fix = Fix::unsafe({node.range, "next(" + iterator + ')'});
}

// list(x)[0]
static void check_subscript(Checker& c, const ast::ExprSubscript& node) {
  if (is_zero(*node.slice)) check_first(c, node, *node.value);
}

// list(x).pop(0)
static void check_call(Checker& c, const ast::ExprCall& node) {
  const auto* function = ast::as<ast::ExprAttribute>(node.func);
  if (function == nullptr || !(function->attr == "pop")) return;
  const ast::Arguments& arguments = *node.arguments;
  if (!arguments.keywords.empty() || arguments.args.size() != 1) return;
  if (is_zero(*arguments.args[0])) check_first(c, node, *function->value);
}

static constexpr Hook kHooks[] = {on<check_subscript>, on<check_call>};
static constexpr std::string_view kMessages[] = {
    "Prefer `next({iterable})` over single element slice"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF015,
                                      .docs = R"(## What it does
Finds lists and tuples that are built only to take their first element.

## Why is this bad?
`list(x)[0]` fetches all of `x` and throws away all but one. `next(iter(x))` fetches
one.

## Example
```python
newest = list(reversed(versions))[0]
```

Use instead:
```python
newest = next(reversed(versions))
```

## Fix safety
The fix is unsafe. If there is nothing, `next` raises `StopIteration` instead of
`IndexError`; and what the rest of the iterator would have done is not done.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF015_unnecessary_iterable_allocation_for_first_element
