#include <string>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_use_pathlib/path_call.h"

namespace lint::rules::PTH103_os_makedirs {

static constexpr std::string_view kCallees[] = {"os.makedirs"};

// os.makedirs(name, mode=0o777, exist_ok=False) as Path.mkdir(mode=0o777,
// parents=False, exist_ok=False).
static std::string mkdir_call(const Checker& c, const ast::Arguments& arguments) {
  const ast::Argument mode = ast::find_argument(arguments, "mode", 1);
  const ast::Argument exist_ok = ast::find_argument(arguments, "exist_ok", 2);
  const auto text = [&](const ast::Argument& argument) {
    return std::string(c.text(argument.node()));
  };
  if (mode.positional != nullptr && exist_ok.positional != nullptr) {
    return "mkdir(" + text(mode) + ", True, " + text(exist_ok) + ")";
  }
  std::string result = "mkdir(";
  if (mode) result += text(mode) + ", ";
  if (exist_ok) result += text(exist_ok) + ", ";
  return result + "parents=True)";
}

static void check(Checker& c, const NamedCall& named) {
  const ast::ExprCall& call = named.call;
  const ast::Arguments& arguments = *call.arguments;
  Diagnostic& finding =
      c.report(codes::PTH103, call.func->range,
               "`os.makedirs()` should be replaced by `Path.mkdir(parents=True)`");
  finding.fix_title = "Replace with `Path(...).mkdir(parents=True)`";
  const ast::Expr* const name = ast::find_argument_value(arguments, "name", 0);
  if (!c.is_preview() || name == nullptr || ast::argument_count(arguments) > 3 ||
      !flake8_use_pathlib::has_only_keywords(arguments, {"name", "mode", "exist_ok"})) {
    return;
  }
  finding.fix = flake8_use_pathlib::replace_by_method(c, call, *name, mkdir_call(c, arguments));
}

static constexpr Hook kHooks[] = {on_call<check>(kCallees)};
static constexpr std::string_view kMessages[] = {
    "`os.makedirs()` should be replaced by `Path.mkdir(parents=True)`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PTH103,
                                      .docs = R"(## What it does
Finds calls of `os.makedirs`.

## Why is this bad?
`pathlib` has paths as objects: they are joined, taken apart and asked about without
string functions, and everything that can be done with a path is a method of it.
`Path.mkdir` with `parents=True` makes the folders above, too.

## Example
```python
import os

os.makedirs("build/reports")
```

Use instead:
```python
from pathlib import Path

Path("build/reports").mkdir(parents=True)
```

## Fix
Offered in preview mode. It is unsafe if the call holds comments, which get lost.
Where speed counts, `os.makedirs` can be the better choice: making a `Path` costs
something.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PTH103_os_makedirs
