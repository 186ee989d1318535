#include <string>

#include "lint/ast/arguments.h"
#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_use_pathlib/path_call.h"

namespace lint::rules::PTH123_builtin_open {

static constexpr std::string_view kCallees[] = {"builtins.open"};

// Positions of parameters that Path.open() does not have.
static constexpr std::size_t kCloseFd = 6;
static constexpr std::size_t kOpener = 7;

// The arguments but for the file and those that Path.open() does not have.
static std::string open_call(const Checker& c, const ast::Arguments& arguments,
                             const ast::Expr& file) {
  std::string result = "open(";
  std::string_view separator;
  std::size_t position = 0;
  ast::for_each_argument(arguments, [&](const ast::Argument& argument) {
    const std::size_t here = position++;
    if (argument.keyword != nullptr) {
      const std::string_view name = argument.keyword->arg.text();
      if (name == "file" || name == "closefd" || name == "opener") return;
    } else if (argument.positional == &file || here == kCloseFd || here == kOpener) {
      return;
    }
    result.append(separator).append(c.text(argument.node()));
    separator = ", ";
  });
  return result + ")";
}

// Something that only open() can do.
static bool needs_open(const Checker& c, const ast::Arguments& arguments, const ast::Expr* file) {
  const ast::Expr* const closefd = ast::find_argument_value(arguments, "closefd", kCloseFd);
  return (closefd != nullptr && !ast::is_boolean(*closefd, true)) ||
         flake8_use_pathlib::is_set(arguments, "opener", kOpener) ||
         (file != nullptr && flake8_use_pathlib::is_file_descriptor(c, *file));
}

static void check(Checker& c, const NamedCall& named) {
  const ast::ExprCall& call = named.call;
  const ast::Arguments& arguments = *call.arguments;
  const ast::Expr* const file = ast::find_argument_value(arguments, "file", 0);
  if (needs_open(c, arguments, file)) return;
  Diagnostic& finding =
      c.report(codes::PTH123, call.func->range, "`open()` should be replaced by `Path.open()`");
  finding.fix_title = "Replace with `Path.open()`";
  if (!c.is_preview() || file == nullptr ||
      !flake8_use_pathlib::has_only_keywords(
          arguments,
          {"file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"})) {
    return;
  }
  finding.fix =
      flake8_use_pathlib::replace_by_method(c, call, *file, open_call(c, arguments, *file));
}

static constexpr Hook kHooks[] = {on_call<check>(kCallees)};
static constexpr std::string_view kMessages[] = {"`open()` should be replaced by `Path.open()`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PTH123,
                                      .docs = R"(## What it does
Finds calls of the builtin `open`, unless they open a file descriptor or use
parameters that `Path.open` does not have.

## Why is this bad?
Where paths are `Path` objects, their own method says the same and needs no
conversion.

## Example
```python
with open("settings.toml") as file:
    text = file.read()
```

Use instead:
```python
from pathlib import Path

with Path("settings.toml").open() as file:
    text = file.read()
```

## Fix
Offered in preview mode. It is unsafe if the call holds comments, which get lost.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PTH123_builtin_open
