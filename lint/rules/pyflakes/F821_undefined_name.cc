#include <optional>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/builtins.h"

namespace lint::rules::F821_undefined_name {

static std::string message_of(std::string_view name) {
  std::string message = "Undefined name `" + std::string(name) + "`";
  const std::optional<std::uint8_t> minor = semantic::builtin_since(name);
  if (!minor) return message;
  const std::string version = std::to_string(*minor);
  return message + ". Consider specifying `requires-python = \">= 3." + version +
         "\"` or `tool.ruff.target-version = \"py3" + version +
         "\"` in your `pyproject.toml` file.";
}

static void check(Checker& c, const semantic::UnresolvedReference& reference) {
  // F405 reports those.
  if (reference.may_come_from_star_import) return;
  constexpr auto kNameError = static_cast<std::uint8_t>(semantic::HandledException::NameError);
  if ((reference.exceptions & kNameError) != 0) return;
  if (reference.name == "__path__" && c.file().is_init && !c.is_stub()) return;
  // A nested function may give the variable a value by `nonlocal`.
  if (reference.annotation != semantic::BindingId::None &&
      !c.semantic().rebinding_scopes(reference.annotation).empty()) {
    return;
  }
  c.report(codes::F821, reference.range, message_of(c.text(reference.range)));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Undefined name `{name}`",
    "Undefined name `{name}`. Consider specifying `requires-python = \">= 3.{minor}\"` or "
    "`tool.ruff.target-version = \"py3{minor}\"` in your `pyproject.toml` file."};

static constexpr RuleInfo kInfo[] = {{.code = codes::F821,
                                      .docs = R"(## What it does
Finds uses of names that nothing in the file binds and that are no builtins.

## Why is this bad?
Python raises `NameError` as soon as the line runs: the name is misspelled, its
import is missing, or it was deleted.

## Example
```python
def double():
    return n * 2
```

Use instead:
```python
def double(n):
    return n * 2
```

## Options
- `target-version`: which builtins there are.
- `builtins`: names that are always defined.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F821_undefined_name
