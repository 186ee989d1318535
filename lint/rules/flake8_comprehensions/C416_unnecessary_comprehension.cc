#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/parser/parentheses.h"
#include "lint/semantic/type_checks.h"

namespace lint::rules::C416_unnecessary_comprehension {

static bool is_same_name(const ast::Expr* one, const ast::Expr* other) {
  const auto* left = ast::as<ast::ExprName>(one);
  const auto* right = ast::as<ast::ExprName>(other);
  return left != nullptr && right != nullptr && left->id == right->id;
}

// The two of (key, value) or [key, value]; empty for anything else.
static ast::List<ast::Expr> pair_of(const ast::Expr& expr) {
  ast::List<ast::Expr> elements;
  if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) elements = tuple->elts;
  if (const auto* list = ast::as<ast::ExprList>(expr)) elements = list->elts;
  return elements.size() == 2 ? elements : ast::List<ast::Expr>();
}

// d.items() of something that is known to be a dict: its elements are tuples.
static bool is_dict_items(const Checker& c, const ast::Expr& expr) {
  const auto* call = ast::as<ast::ExprCall>(expr);
  const auto* attribute = call == nullptr ? nullptr : ast::as<ast::ExprAttribute>(call->func);
  if (attribute == nullptr || attribute->attr != "items") return false;
  const auto* name = ast::as<ast::ExprName>(attribute->value);
  if (name == nullptr) return false;
  const semantic::BindingId id = c.semantic().resolve_name(*name);
  return id != semantic::BindingId::None &&
         semantic::is_dict(c.semantic().binding(id), c.semantic());
}

static bool gives_all(const Checker& c, const ast::Expr& element,
                      const ast::Comprehension& comprehension) {
  if (is_same_name(&element, comprehension.target)) return true;
  if (!ast::is<ast::ExprTuple>(element)) return false;
  const ast::List<ast::Expr> given = pair_of(element);
  const ast::List<ast::Expr> taken = pair_of(*comprehension.target);
  return !given.empty() && !taken.empty() && is_same_name(given[0], taken[0]) &&
         is_same_name(given[1], taken[1]) && is_dict_items(c, *comprehension.iter);
}

// The only `for` of a comprehension that has no conditions; else null.
static const ast::Comprehension* plain_loop(const ast::List<ast::Comprehension>& generators) {
  if (generators.size() != 1) return nullptr;
  const ast::Comprehension& loop = *generators[0];
  return loop.ifs.empty() && !loop.is_async ? &loop : nullptr;
}

static void report(Checker& c, const ast::Expr& expr, const ast::Comprehension& loop,
                   const std::string& kind) {
  if (!c.semantic().has_builtin_binding(kind)) return;
  Diagnostic& finding =
      c.report(codes::C416, expr.range,
               "Unnecessary " + kind + " comprehension (rewrite using `" + kind + "()`)");
  finding.fix_title = "Rewrite using `" + kind + "()`";
  const TextRange iterable = parser::range_with_parentheses(c.tokens(), *loop.iter, expr);
  std::string content = kind + "(" + std::string(c.text(iterable)) + ")";
  finding.fix =
      Fix::unsafe(replacement(expr.range, padded(std::move(content), expr.range, c.text())));
}

static void check_list(Checker& c, const ast::ExprListComp& node) {
  const ast::Comprehension* loop = plain_loop(node.generators);
  if (loop != nullptr && gives_all(c, *node.elt, *loop)) report(c, node, *loop, "list");
}

static void check_set(Checker& c, const ast::ExprSetComp& node) {
  const ast::Comprehension* loop = plain_loop(node.generators);
  if (loop != nullptr && gives_all(c, *node.elt, *loop)) report(c, node, *loop, "set");
}

static void check_dict(Checker& c, const ast::ExprDictComp& node) {
  const ast::Comprehension* loop = plain_loop(node.generators);
  if (loop == nullptr || node.key == nullptr || !ast::is<ast::ExprTuple>(loop->target)) return;
  const ast::List<ast::Expr> taken = pair_of(*loop->target);
  if (taken.empty() || !is_same_name(node.key, taken[0])) return;
  if (is_same_name(node.value, taken[1])) report(c, node, *loop, "dict");
}

static constexpr Hook kHooks[] = {on<check_list>, on<check_set>, on<check_dict>};
static constexpr std::string_view kMessages[] = {
    "Unnecessary {kind} comprehension (rewrite using `{kind}()`)"};

static constexpr RuleInfo kInfo[] = {{.code = codes::C416,
                                      .docs = R"(## What it does
Finds comprehensions that only copy what they go over into a list, set or dict.

## Why is this bad?
The constructor does that, faster and in plainer words.

They are not always the same. `dict` asks its argument for a method `keys`, and if
there is one, looks up its values: `{a: b for a, b in table}` over a mapping with
keys of two elements gives something else than `dict(table)`.

## Example
```python
{name: age for name, age in pairs}
[line for line in file]
```

Use instead:
```python
dict(pairs)
list(file)
```

## Fix safety
The fix is unsafe: for the reason above, and because comments in the comprehension
may get lost.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::C416_unnecessary_comprehension
