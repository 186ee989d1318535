#include <algorithm>
#include <string_view>

#include "common/text/utf8.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::TRY003_raise_vanilla_args {

static constexpr std::string_view kMessage =
    "Avoid specifying long messages outside the exception class";

static bool has_white_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (common::is_white_space(common::next_code_point(text, at))) return true;
  }
  return false;
}

static bool is_spaced_literal(const ast::StringElement* element) {
  const auto* const literal = ast::as<ast::StringElementLiteral>(element);
  return literal != nullptr && has_white_space(literal->value);
}

static bool is_spaced_part(const ast::StringPart* part) {
  const auto* const formatted = ast::as<ast::StringPartFormatted>(part);
  if (formatted != nullptr) return std::ranges::any_of(formatted->elements, is_spaced_literal);
  const auto* const literal = ast::as<ast::StringPartLiteral>(part);
  return literal != nullptr && has_white_space(literal->value);
}

// A string of several words.
static bool is_message(const ast::Expr& expr) {
  if (const auto* string = ast::as<ast::ExprStringLiteral>(expr)) {
    return has_white_space(string->value);
  }
  const auto* const formatted = ast::as<ast::ExprFString>(expr);
  return formatted != nullptr && std::ranges::any_of(formatted->parts, is_spaced_part);
}

static void check(Checker& c, const ast::StmtRaise& node) {
  const auto* const call = ast::as<ast::ExprCall>(node.exc);
  if (call == nullptr || call->arguments->args.empty()) return;
  if (!is_message(*call->arguments->args[0])) return;
  if (c.semantic().is_builtin(*call->func, "NotImplementedError")) return;
  c.report(codes::TRY003, call->range, std::string(kMessage));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::TRY003,
                                      .docs = R"(## What it does
Finds exceptions that are raised with a message of several words.

## Why is this bad?
The message belongs to the exception: in a class of its own it is written once, and
who catches the exception need not read texts.

## Example
```python
def read(path):
    if not path:
        raise ValueError("The path must not be empty")
```

Use instead:
```python
class EmptyPathError(ValueError):
    def __init__(self):
        super().__init__("The path must not be empty")


def read(path):
    if not path:
        raise EmptyPathError
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::TRY003_raise_vanilla_args
