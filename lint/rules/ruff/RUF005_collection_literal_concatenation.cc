#include <optional>
#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/generator.h"
#include "lint/fix/snippet.h"

namespace lint::rules::RUF005_collection_literal_concatenation {

// A display that is put together: its elements, some of which get a star.
struct Display {
  struct Element {
    const ast::Expr* expr;
    bool gets_star;
  };
  bool is_list = false;
  std::vector<Element> elements;
};

// An operand: the node, and, if it is or becomes one, the display.
struct Operand {
  const ast::Expr* expr;
  std::optional<Display> display;
};

static std::optional<Display> display_of(const ast::Expr& expr) {
  const auto* list = ast::as<ast::ExprList>(expr);
  const auto* tuple = ast::as<ast::ExprTuple>(expr);
  if (list == nullptr && tuple == nullptr) return std::nullopt;
  Display display;
  display.is_list = list != nullptr;
  for (const ast::Expr* elt : list != nullptr ? list->elts : tuple->elts) {
    display.elements.push_back({elt, false});
  }
  return display;
}

static std::optional<Display> concatenated(const ast::Expr& expr);

static Operand operand_of(const ast::Expr& expr) {
  if (ast::is<ast::ExprBinOp>(expr)) return {&expr, concatenated(expr)};
  return {&expr, display_of(expr)};
}

// What can be unpacked without a second thought: it is evaluated once either way, and
// what it gives was to be concatenated.
static bool may_get_star(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprCall:
    case ast::Kind::ExprAttribute:
    case ast::Kind::ExprName:
      return true;
    case ast::Kind::ExprSubscript:
      return ast::is<ast::ExprSlice>(static_cast<const ast::ExprSubscript&>(expr).slice);
    default:
      return false;
  }
}

// The display that the sum is; nothing if no operand is a display or one cannot be
// unpacked into the other.
static std::optional<Display> concatenated(const ast::Expr& expr) {
  const auto* sum = ast::as<ast::ExprBinOp>(expr);
  if (sum == nullptr || sum->op != ast::Operator::Add) return std::nullopt;
  Operand left = operand_of(*sum->left);
  Operand right = operand_of(*sum->right);
  if (left.display && right.display) {
    if (left.display->is_list != right.display->is_list) return std::nullopt;
    auto& elements = left.display->elements;
    elements.insert(elements.end(), right.display->elements.begin(), right.display->elements.end());
    return std::move(left.display);
  }
  if (left.display) {
    if (!may_get_star(*right.expr)) return std::nullopt;
    left.display->elements.push_back({right.expr, true});
    return std::move(left.display);
  }
  if (right.display) {
    if (!may_get_star(*left.expr)) return std::nullopt;
    right.display->elements.insert(right.display->elements.begin(), {left.expr, true});
    return std::move(right.display);
  }
  return std::nullopt;
}

static std::string text_of(const Display& display) {
  if (display.elements.empty()) return display.is_list ? "[]" : "(())";
  std::string text = display.is_list ? "[" : "(";
  for (const Display::Element& element : display.elements) {
    if (text.size() > 1) text += ", ";
    text += element.gets_star ? '*' + generate(*element.expr, Binding::Tightest)
                              : generate(*element.expr, Binding::Comma);
  }
  if (!display.is_list && display.elements.size() == 1) text += ',';
  return text + (display.is_list ? ']' : ')');
}

static void check(Checker& c, const ast::ExprBinOp& node) {
  if (node.op != ast::Operator::Add) return;
  // A sum of sums is looked at as a whole.
  const auto* around = ast::as<ast::ExprBinOp>(c.semantic().current_expression_parent());
  if (around != nullptr && around->op == ast::Operator::Add) return;
  const std::optional<Display> display = concatenated(node);
  if (!display) return;
  const std::string text = text_of(*display);
  const bool is_shown = is_quotable(text);
  Diagnostic& finding = c.report(codes::RUF005, node.range,
                                 is_shown ? "Consider `" + text + "` instead of concatenation"
                                          : "Consider iterable unpacking instead of concatenation");
  finding.fix_title = is_shown ? "Replace with `" + text + "`" : "Replace with iterable unpacking";
  if (!c.lines().has_comments(node.range)) finding.fix = Fix::unsafe({node.range, text});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Consider `{expression}` instead of concatenation",
    "Consider iterable unpacking instead of concatenation"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF005,
                                      .docs = R"(## What it does
Finds lists and tuples that are added to something with `+`.

## Why is this bad?
A display with unpacked parts (`[first, *rest]`) builds the result at once, without
the lists in between, and takes any iterable, not only another list.

## Example
```python
command = ["git", "log"] + arguments
```

Use instead:
```python
command = ["git", "log", *arguments]
```

## Fix safety
The fix is unsafe: what is not written as a list or tuple may be of a class with an
`+` of its own, or no list at all, so that the result changes. There is no fix if
comments would be lost.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF005_collection_literal_concatenation
