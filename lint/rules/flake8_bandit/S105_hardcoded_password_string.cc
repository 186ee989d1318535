#include <optional>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_bandit/password_name.h"

namespace lint::rules::S105_hardcoded_password_string {

static bool is_text(const ast::Expr* expr) {
  const auto* const string = ast::as<ast::ExprStringLiteral>(expr);
  return string != nullptr && !string->value.empty();
}

// What a target is called: x, y.x and y["x"] are x.
static std::optional<std::string_view> name_of(const ast::Expr& target) {
  if (const auto* name = ast::as<ast::ExprName>(target)) return name->id.text();
  if (const auto* attribute = ast::as<ast::ExprAttribute>(target)) return attribute->attr.text();
  const auto* const subscript = ast::as<ast::ExprSubscript>(target);
  if (subscript == nullptr) return std::nullopt;
  const auto* const key = ast::as<ast::ExprStringLiteral>(subscript->slice);
  if (key == nullptr) return std::nullopt;
  return key->value;
}

static bool is_control(char c) {
  return (c >= 0 && c < ' ') || c == 0x7F;
}

static std::string hexadecimal(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  const std::string low(1, kDigits[byte & 15]);
  return byte < 16 ? low : kDigits[byte >> 4] + low;
}

// As Rust's debug output: quotes, backslashes and control characters escaped.
static std::string escaped(std::string_view name) {
  std::string result;
  for (const char c : name) {
    switch (c) {
      case '\t':
        result += "\\t";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\0':
        result += "\\0";
        break;
      case '\'':
      case '"':
      case '\\':
        result += '\\';
        [[fallthrough]];
      default:
        result += is_control(c) ? "\\u{" + hexadecimal(c) + "}" : std::string(1, c);
    }
  }
  return result;
}

// Reports `value` if `target` is called like a password.
static bool report_if_password(Checker& c, const ast::Expr& target, const ast::Expr& value) {
  const std::optional<std::string_view> name = name_of(target);
  if (!name || !flake8_bandit::is_password_name(*name)) return false;
  c.report(codes::S105, value.range,
           "Possible hardcoded password assigned to: \"" + escaped(*name) + "\"");
  return true;
}

static void check_assignment(Checker& c, const ast::StmtAssign& node) {
  if (!is_text(node.value)) return;
  for (const ast::Expr* target : node.targets) {
    if (report_if_password(c, *target, *node.value)) return;
  }
}

static void check_annotated(Checker& c, const ast::StmtAnnAssign& node) {
  if (is_text(node.value)) report_if_password(c, *node.target, *node.value);
}

static void check_comparison(Checker& c, const ast::ExprCompare& node) {
  for (const ast::Expr* comparator : node.comparators) {
    if (is_text(comparator)) report_if_password(c, *node.left, *comparator);
  }
}

static constexpr Hook kHooks[] = {on<check_assignment>, on<check_annotated>, on<check_comparison>};
static constexpr std::string_view kMessages[] = {
    "Possible hardcoded password assigned to: \"{name}\""};

static constexpr RuleInfo kInfo[] = {{.code = codes::S105,
                                      .docs = R"(## What it does
Finds strings that are assigned to, or compared with, something that is called
`password`, `secret`, `token` or the like.

## Why is this bad?
Everyone who can read the code can read the password, and so can everyone who reads
its history later. Read it from the environment or a file that is not part of the
repository.

## Example
```python
password = "hunter2"
```

Use instead:
```python
import os

password = os.environ["PASSWORD"]
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::S105_hardcoded_password_string
