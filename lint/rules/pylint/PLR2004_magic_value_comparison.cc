#include <algorithm>
#include <bit>
#include <limits>
#include <optional>
#include <string>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::PLR2004_magic_value_comparison {

using config::AllowedValue;
using config::ConstantType;

// A literal with at most one operator in front.
struct Operand {
  const ast::Expr* literal = nullptr;
  std::optional<ast::UnaryOp> op = std::nullopt;
};

static Operand operand_of(const ast::Expr& expr) {
  Operand operand{&expr};
  if (const auto* unary = ast::as<ast::ExprUnaryOp>(expr)) {
    if (unary->op != ast::UnaryOp::Not) operand = {unary->operand, unary->op};
  }
  if (!ast::is_literal(operand.literal->kind)) operand.literal = nullptr;
  return operand;
}

static std::optional<ConstantType> type_of(const ast::Expr& literal) {
  if (ast::is<ast::ExprStringLiteral>(literal)) return ConstantType::Str;
  if (ast::is<ast::ExprBytesLiteral>(literal)) return ConstantType::Bytes;
  const auto* number = ast::as<ast::ExprNumberLiteral>(literal);
  if (number == nullptr) return std::nullopt;
  switch (number->number_kind) {
    case ast::NumberKind::Int:
      return ConstantType::Int;
    case ast::NumberKind::Float:
      return ConstantType::Float;
    case ast::NumberKind::Complex:
      break;
  }
  return ConstantType::Complex;
}

// The value as a configuration can name it; nullopt: it cannot.
static std::optional<AllowedValue> value_of(const Operand& operand) {
  if (const auto* string = ast::as<ast::ExprStringLiteral>(operand.literal)) {
    if (operand.op) return std::nullopt;
    return AllowedValue{std::string(string->value)};
  }
  const auto* number = ast::as<ast::ExprNumberLiteral>(operand.literal);
  if (number == nullptr || operand.op == ast::UnaryOp::Invert) return std::nullopt;
  const bool is_negative = operand.op == ast::UnaryOp::USub;
  if (number->number_kind == ast::NumberKind::Float) {
    return AllowedValue{is_negative ? -number->real : number->real};
  }
  constexpr std::uint64_t kMax = std::numeric_limits<std::int64_t>::max();
  if (number->number_kind != ast::NumberKind::Int || number->is_big || number->integer > kMax) {
    return std::nullopt;
  }
  const auto value = static_cast<std::int64_t>(number->integer);
  return AllowedValue{is_negative ? -value : value};
}

// 0.0 and -0.0 are two values.
static bool is_same(const AllowedValue& left, const AllowedValue& right) {
  const auto* a = std::get_if<double>(&left.value);
  const auto* b = std::get_if<double>(&right.value);
  if (a == nullptr || b == nullptr) return left == right;
  return std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b);
}

static bool is_magic(const Checker& c, const Operand& operand) {
  if (operand.literal == nullptr) return false;
  const std::optional<ConstantType> type = type_of(*operand.literal);
  if (!type) return false;
  const config::Pylint& settings = c.settings().pylint;
  if (std::ranges::find(settings.allow_magic_value_types, *type) !=
      settings.allow_magic_value_types.end()) {
    return false;
  }
  const std::optional<AllowedValue> value = value_of(operand);
  return !value || std::ranges::none_of(settings.allow_magic_values, [&](const AllowedValue& one) {
    return is_same(one, *value);
  });
}

// sys.version_info >= (3, 12): the number is a version.
static bool is_version(const Checker& c, const ast::Expr& expr) {
  const semantic::QualifiedName& name = c.qualified_name(ast::without_subscript(expr));
  return name.is_in("sys.version") || name.is_in("sys.version_info") ||
         name.is_in("sys.implementation.version");
}

static void check(Checker& c, const ast::ExprCompare& node) {
  std::vector<const ast::Expr*> sides = {node.left};
  sides.insert(sides.end(), node.comparators.begin(), node.comparators.end());
  std::vector<Operand> operands;
  for (const ast::Expr* side : sides) operands.push_back(operand_of(*side));
  // Two literals side by side are another rule's.
  for (std::size_t i = 1; i < sides.size(); ++i) {
    if (operands[i - 1].literal != nullptr && operands[i].literal != nullptr) return;
  }
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (!is_magic(c, operands[i])) continue;
    if (i > 0 && is_version(c, *sides[i - 1])) continue;
    if (i + 1 < sides.size() && is_version(c, *sides[i + 1])) continue;
    c.report(codes::PLR2004, sides[i]->range,
             "Magic value used in comparison, consider replacing `" +
                 std::string(c.text(*sides[i])) + "` with a constant variable");
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Magic value used in comparison, consider replacing `{value}` with a constant variable"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PLR2004,
                                      .docs = R"(## What it does
Finds comparisons with a number that has no name. Strings, bytes, 0 and 1 are
fine, so is the version of the interpreter.

## Why is this bad?
A name says what the number means, and where it is written once, it can be changed
once.

## Example
```python
def shipping(weight):
    return 0 if weight < 31.5 else 40
```

Use instead:
```python
MAX_PARCEL_WEIGHT = 31.5


def shipping(weight):
    return 0 if weight < MAX_PARCEL_WEIGHT else 40
```

## Options
- `lint.pylint.allow-magic-value-types`: types whose values are fine.
- `lint.pylint.allow-magic-values`, `lint.pylint.extend-allow-magic-values`: values
  that are fine.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PLR2004_magic_value_comparison
