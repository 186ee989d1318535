#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_bugbear/infinite_iterables.h"

namespace lint::rules::B905_zip_without_explicit_strict {

static constexpr PythonVersion kHasStrict{3, 10};

static void check(Checker& c, const NamedCall& subject) {
  const ast::Arguments& arguments = *subject.call.arguments;
  const auto is_starred = [](const ast::Expr* arg) { return ast::is<ast::ExprStarred>(arg); };
  const auto is_infinite = [&](const ast::Expr* arg) {
    return flake8_bugbear::is_infinite_iterable(*arg, c.semantic());
  };
  if (c.target_version() < kHasStrict) return;
  if (arguments.args.size() < 2 && !std::ranges::any_of(arguments.args, is_starred)) return;
  if (ast::find_keyword(arguments, "strict") != nullptr) return;
  if (std::ranges::any_of(arguments.args, is_infinite)) return;

  Diagnostic& finding =
      c.report(codes::B905, subject.call.range, "`zip()` without an explicit `strict=` parameter");
  finding.fix_title = "Add explicit value for parameter `strict=`";
  finding.fix = Fix::unsafe(add_argument(c.fix_source(), "strict=False", arguments));
}

static constexpr std::string_view kNames[] = {"builtins.zip"};
static constexpr Hook kHooks[] = {on_call<check>(kNames)};
static constexpr std::string_view kMessages[] = {"`zip()` without an explicit `strict=` parameter"};

static constexpr RuleInfo kInfo[] = {{.code = codes::B905,
                                      .docs = R"(## What it does
Finds calls of `zip` for several iterables without `strict`.

## Why is this bad?
`zip` ends with the shortest of its arguments and drops what is left of the others.
If they are meant to be equally long, that hides a mistake; `strict=True` makes it
an error. `strict=False` says that it is meant.

Calls with an iterator that never ends (of `itertools`) are left alone, and so are
files for Python before 3.10, which does not know `strict`.

## Example
```python
pairs = zip(names, ages)
```

Use instead:
```python
pairs = zip(names, ages, strict=True)
```

## Fix safety
The fix adds `strict=False`, which changes nothing but makes it look as if someone
had decided; it is unsafe so that somebody does.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::B905_zip_without_explicit_strict
