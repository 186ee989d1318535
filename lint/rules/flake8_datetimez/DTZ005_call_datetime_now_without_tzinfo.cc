#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::DTZ005_call_datetime_now_without_tzinfo {

// now().astimezone(), maybe behind calls of replace(), has a time zone.
static bool is_followed_by_astimezone(const semantic::Semantic& semantic,
                                      const ast::ExprCall& call) {
  for (const ast::Expr* value = &call;;) {
    const auto* attribute = ast::as<ast::ExprAttribute>(semantic.parent_expression(value));
    if (attribute == nullptr) return false;
    if (attribute->attr == "astimezone") return true;
    if (!(attribute->attr == "replace")) return false;
    const auto* around = ast::as<ast::ExprCall>(semantic.parent_expression(attribute));
    if (around == nullptr || around->func != attribute) return false;
    value = around;
  }
}

static void check(Checker& c, const NamedCall& subject) {
  const ast::ExprCall& call = subject.call;
  if (is_followed_by_astimezone(c.semantic(), call)) return;
  const ast::Expr* const zone = ast::find_argument_value(*call.arguments, "tz", 0);
  if (zone != nullptr && !ast::is<ast::ExprNoneLiteral>(zone)) return;
  Diagnostic& finding =
      c.report(codes::DTZ005, call.range,
               zone == nullptr ? "`datetime.datetime.now()` called without a `tz` argument"
                               : "`tz=None` passed to `datetime.datetime.now()`");
  finding.fix_title = "Pass a `datetime.timezone` object to the `tz` parameter";
}

static constexpr std::string_view kNames[] = {"datetime.datetime.now"};
static constexpr Hook kHooks[] = {on_call<check>(kNames)};
static constexpr std::string_view kMessages[] = {
    "`datetime.datetime.now()` called without a `tz` argument",
    "`tz=None` passed to `datetime.datetime.now()`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::DTZ005,
                                      .docs = R"(## What it does
Finds `datetime.datetime.now()` without a time zone.

## Why is this bad?
The result does not know in which time zone it is. It cannot be compared with times
that do, and means another moment where the clock is set differently.

A call that is followed by `.astimezone()` is fine.

## Example
```python
import datetime

datetime.datetime.now()
```

Use instead:
```python
import datetime

datetime.datetime.now(tz=datetime.timezone.utc)
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::DTZ005_call_datetime_now_without_tzinfo
