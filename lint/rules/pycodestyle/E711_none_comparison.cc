#include <string>
#include <vector>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/comparison.h"
#include "lint/fix/snippet.h"
#include "lint/parser/parentheses.h"

namespace lint::rules::E711_none_comparison {

using ast::CmpOp;

static bool is_equality(CmpOp op) {
  return op == CmpOp::Eq || op == CmpOp::NotEq;
}

static bool is_other_constant(const ast::Expr& expr) {
  return ast::is_constant(expr) && !ast::is_singleton(expr.kind);
}

// The findings about one comparison.  All get the same fix, which replaces all
// operators: single ones would get into each other's way.
class Findings {
 public:
  Findings(Checker& checker, const ast::ExprCompare& node)
      : c_(checker),
        node_(node),
        ops_(node.ops.begin(), node.ops.end()),
        first_(checker.diagnostics().size()) {}

  // `singleton` is None, True or False and compared with `other` by the operator
  // at `op`.
  void add(const ast::Expr& singleton, const ast::Expr& other, std::size_t op) {
    if (ast::is<ast::ExprNoneLiteral>(singleton)) add_none(singleton, op);
    const auto* boolean = ast::as<ast::ExprBooleanLiteral>(singleton);
    if (boolean != nullptr) add_boolean(boolean->value, other, op);
  }

  void add_fixes() {
    if (c_.diagnostics().size() == first_) return;
    const std::string text = fixed_text();
    for (std::size_t i = first_; i < c_.diagnostics().size(); ++i) {
      c_.diagnostics()[i].fix = Fix::unsafe({node_.range, text});
    }
  }

 private:
  void use_identity(std::size_t op) {
    ops_[op] = node_.ops[op] == CmpOp::Eq ? CmpOp::Is : CmpOp::IsNot;
  }

  void add_none(const ast::Expr& none, std::size_t op) {
    if (!c_.is_enabled(codes::E711)) return;
    const std::string better = node_.ops[op] == CmpOp::Eq ? "`cond is None`" : "`cond is not None`";
    c_.report(codes::E711, none.range, "Comparison to `None` should be " + better).fix_title =
        "Replace with " + better;
    use_identity(op);
  }

  void add_boolean(bool value, const ast::Expr& other, std::size_t op) {
    if (!c_.is_enabled(codes::E712)) return;
    use_identity(op);
    const std::string_view source = c_.text(other);
    if (node_.ops.size() > 1) {
      c_.report(codes::E712, node_.range, "Avoid equality comparisons to `True` or `False`")
          .fix_title = "Replace comparison";
      return;
    }
    const bool is_equal = node_.ops[op] == CmpOp::Eq;
    const bool is_truth_check = is_equal == value;
    const std::string negation = is_truth_check ? "" : "not ";
    Diagnostic& finding = c_.report(
        codes::E712, node_.range,
        std::string(is_equal ? "Avoid equality" : "Avoid inequality") + " comparisons to `" +
            (value ? "True" : "False") + "`; use `" + negation + std::string(snippet(source)) +
            ":` for " + (is_truth_check ? "truth" : "false") + " checks");
    finding.fix_title = is_quotable(source)
                            ? "Replace with `" + negation + std::string(source) + "`"
                            : "Replace comparison";
  }

  // `operand`, negated if it is compared to a boolean that asks for that.
  std::string truth_text(const ast::Expr& operand, bool is_positive, bool needs_parentheses) const {
    const TextRange range = parser::range_with_parentheses(c_.tokens(), operand, node_);
    const std::string text = (is_positive ? "" : "not ") + std::string(c_.text(range));
    return needs_parentheses ? "(" + text + ")" : text;
  }

  std::string fixed_text() const {
    if (node_.ops.size() == 1) {
      const ast::Expr& left = *node_.left;
      const ast::Expr& right = *node_.comparators[0];
      const CmpOp op = node_.ops[0];
      const bool is_positive = op == CmpOp::Eq || op == CmpOp::Is;
      const auto* const boolean = ast::as<ast::ExprBooleanLiteral>(left);
      if (boolean != nullptr) {
        return truth_text(right, is_positive == boolean->value,
                          left.range.start != node_.range.start);
      }
      if (const auto* literal = ast::as<ast::ExprBooleanLiteral>(right)) {
        return truth_text(left, is_positive == literal->value, right.range.end != node_.range.end);
      }
    }
    return comparison_text(c_.parsed(), node_, ops_, node_);
  }

  Checker& c_;
  const ast::ExprCompare& node_;
  std::vector<CmpOp> ops_;  // The better ones.
  std::size_t first_;       // Index of the first finding.
};

static bool is_singleton(const ast::Expr& expr) {
  return ast::is<ast::ExprNoneLiteral>(expr) || ast::is<ast::ExprBooleanLiteral>(expr);
}

// `True == True` was reported for the left side.
static bool is_same_boolean(const ast::Expr& left, const ast::Expr& right) {
  const auto* const one = ast::as<ast::ExprBooleanLiteral>(left);
  return one != nullptr && ast::is_boolean(right, one->value);
}

static bool has_singleton(const ast::ExprCompare& node) {
  if (is_singleton(*node.left)) return true;
  for (const ast::Expr* comparator : node.comparators) {
    if (is_singleton(*comparator)) return true;
  }
  return false;
}

static void check(Checker& c, const ast::ExprCompare& node) {
  if (!has_singleton(node)) return;
  Findings findings(c, node);
  const ast::Expr* left = node.left;
  const ast::Expr& first = *node.comparators[0];
  if (is_singleton(*left) && is_equality(node.ops[0]) && !is_other_constant(first)) {
    findings.add(*left, first, 0);
  }
  for (std::size_t i = 0; i < node.ops.size(); ++i) {
    const ast::Expr& right = *node.comparators[i];
    const bool is_reported = is_singleton(right) && is_equality(node.ops[i]) &&
                             !is_other_constant(*left) &&
                             !(node.ops[i] == CmpOp::Eq && is_same_boolean(*left, right));
    if (is_reported) findings.add(right, *left, i);
    left = &right;
  }
  findings.add_fixes();
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kNoneMessages[] = {
    "Comparison to `None` should be `cond is None`",
    "Comparison to `None` should be `cond is not None`"};
static constexpr std::string_view kBooleanMessages[] = {
    "Avoid equality comparisons to `True` or `False`",
    "Avoid equality comparisons to `True`; use `{cond}:` for truth checks",
    "Avoid inequality comparisons to `True`; use `not {cond}:` for false checks",
    "Avoid equality comparisons to `False`; use `not {cond}:` for false checks",
    "Avoid inequality comparisons to `False`; use `{cond}:` for truth checks"};

static constexpr RuleInfo kInfo[] = {{.code = codes::E711,
                                      .docs = R"(## What it does
Finds comparisons to `None` by `==` and `!=`.

## Why is this bad?
There is one `None`; whether something is that object is what `is` asks. `==` asks
the other operand, whose class may define equality as it likes.

## Example
```python
if answer == None:
    answer = ask()
```

Use instead:
```python
if answer is None:
    answer = ask()
```

## Fix
The fix is unsafe: NumPy, SQLAlchemy and others give `==` a meaning of its own.
)",
                                      .messages = kNoneMessages,
                                      .hooks = kHooks},
                                     {.code = codes::E712,
                                      .docs = R"(## What it does
Finds comparisons to `True` and `False` by `==` and `!=`.

## Why is this bad?
A condition is true or false by itself. If only the object `True` is meant, `is`
says so.

## Example
```python
if done == True:
    stop()
```

Use instead:
```python
if done:
    stop()
```

## Fix
The fix is unsafe: NumPy, SQLAlchemy and others give `==` a meaning of its own,
and `1 == True` holds although `1 is True` does not.
)",
                                      .messages = kBooleanMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E711_none_comparison
