#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/docstrings/docstring.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::D100_undocumented {

using semantic::Definition;
using semantic::DefinitionKind;

static constexpr std::string_view kModule = "Missing docstring in public module";
static constexpr std::string_view kClass = "Missing docstring in public class";
static constexpr std::string_view kMethod = "Missing docstring in public method";
static constexpr std::string_view kFunction = "Missing docstring in public function";
static constexpr std::string_view kPackage = "Missing docstring in public package";
static constexpr std::string_view kMagicMethod = "Missing docstring in magic method";
static constexpr std::string_view kNestedClass = "Missing docstring in public nested class";
static constexpr std::string_view kInit = "Missing docstring in `__init__`";

struct Kind {
  RuleId code;
  std::string_view message;
};

static Kind method_kind(std::string_view name) {
  if (semantic::is_init(name)) return {codes::D107, kInit};
  const bool is_plain =
      semantic::is_new(name) || semantic::is_call(name) || !semantic::is_magic(name);
  return is_plain ? Kind{codes::D102, kMethod} : Kind{codes::D105, kMagicMethod};
}

static Kind kind_of(const Checker& c, const Definition& definition) {
  switch (definition.kind) {
    case DefinitionKind::Module:
      return c.file().is_init ? Kind{codes::D104, kPackage} : Kind{codes::D100, kModule};
    case DefinitionKind::Class:
      return {codes::D101, kClass};
    case DefinitionKind::NestedClass:
      return {codes::D106, kNestedClass};
    case DefinitionKind::Method:
      return method_kind(definition.function()->name.text());
    case DefinitionKind::Function:
    case DefinitionKind::NestedFunction:
      break;
  }
  return {codes::D103, kFunction};
}

// The docstring of what it stands for will do.
static bool is_documented_elsewhere(const Checker& c, const Definition& definition) {
  const ast::StmtFunctionDef* const function = definition.function();
  if (function == nullptr) return false;
  if (semantic::is_overload(function->decorators, c.semantic())) return true;
  return definition.is_method() && semantic::is_override(function->decorators, c.semantic());
}

static TextRange name_range(const Definition& definition) {
  if (const auto* function = definition.function()) return function->name.range;
  if (const auto* class_def = definition.class_def()) return class_def->name.range;
  return {0, 0};
}

static void check(Checker& c, const Definition& definition) {
  if (definition.docstring != nullptr) return docstrings::warn_of_joined_strings(c, definition);
  if (c.is_stub()) return;
  if (definition.visibility == semantic::Visibility::Private) return;
  if (c.is_notebook() && definition.kind == DefinitionKind::Module && !c.file().is_init) return;
  const Kind kind = kind_of(c, definition);
  if (!c.is_enabled(kind.code)) return;
  if (docstrings::is_ignored(c, definition) || is_documented_elsewhere(c, definition)) return;
  c.report(kind.code, name_range(definition), std::string(kind.message));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kModuleMessages[] = {kModule};
static constexpr std::string_view kClassMessages[] = {kClass};
static constexpr std::string_view kMethodMessages[] = {kMethod};
static constexpr std::string_view kFunctionMessages[] = {kFunction};
static constexpr std::string_view kPackageMessages[] = {kPackage};
static constexpr std::string_view kMagicMethodMessages[] = {kMagicMethod};
static constexpr std::string_view kNestedClassMessages[] = {kNestedClass};
static constexpr std::string_view kInitMessages[] = {kInit};

static constexpr RuleInfo kInfo[] = {{.code = codes::D100,
                                      .docs = R"(## What it does
Finds public modules without docstring.

Public is what has no leading underscore in its name or in that of a package around
it.

## Why is this bad?
Who opens the module, or asks `help()`, wants to know what it is for and where to
begin.

## Example
```python
ANSWER = 42
```

Use instead:
```python
"""Constants of the universe."""

ANSWER = 42
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kModuleMessages,
                                      .hooks = kHooks},
                                     {.code = codes::D101,
                                      .docs = R"(## What it does
Finds public classes without docstring.

Public is what has no leading underscore in its name, nor anything around it; with
`__all__`, what it lists.

## Why is this bad?
The docstring says what an object of the class stands for and how to use it.

## Example
```python
class Point:
    x = 0
```

Use instead:
```python
class Point:
    """A place on the screen."""

    x = 0
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kClassMessages,
                                      .hooks = kHooks},
                                     {.code = codes::D102,
                                      .docs = R"(## What it does
Finds public methods without docstring.

Methods that override one (`typing.override`) and overloads (`typing.overload`) need
none. `__init__` and other magic methods have rules of their own.

## Why is this bad?
The docstring says what the method does, what it takes and what it gives back.

## Example
```python
class Point:
    def move(self, by):
        self.x += by
```

Use instead:
```python
class Point:
    def move(self, by):
        """Move the point to the right."""
        self.x += by
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kMethodMessages,
                                      .hooks = kHooks},
                                     {.code = codes::D103,
                                      .docs = R"(## What it does
Finds public functions without docstring.

Public is what has no leading underscore in its name; with `__all__`, what it lists.
Overloads (`typing.overload`) need none.

## Why is this bad?
The docstring says what the function does, what it takes and what it gives back.

## Example
```python
def double(x):
    return 2 * x
```

Use instead:
```python
def double(x):
    """Return twice the value."""
    return 2 * x
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kFunctionMessages,
                                      .hooks = kHooks},
                                     {.code = codes::D104,
                                      .docs = R"(## What it does
Finds public packages, which are `__init__.py` files without docstring.

## Why is this bad?
Who opens the package, or asks `help()`, wants to know what it is for and which
modules it has.

## Example
```python
from .shapes import Point
```

Use instead:
```python
"""Shapes on the screen."""

from .shapes import Point
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kPackageMessages,
                                      .hooks = kHooks,
                                      .example_not_run = "is about files called __init__.py"},
                                     {.code = codes::D105,
                                      .docs = R"(## What it does
Finds magic methods (`__str__`, `__eq__`...) of public classes without docstring.

## Why is this bad?
What the operators mean for objects of a class is rarely obvious.

## Example
```python
class Point:
    def __add__(self, other):
        return Point(self.x + other.x)
```

Use instead:
```python
class Point:
    def __add__(self, other):
        """Add the coordinates."""
        return Point(self.x + other.x)
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kMagicMethodMessages,
                                      .hooks = kHooks},
                                     {.code = codes::D106,
                                      .docs = R"(## What it does
Finds public classes in classes or functions without docstring.

## Why is this bad?
The docstring says what an object of the class stands for and how to use it.

## Example
```python
class Shape:
    class Corner:
        x = 0
```

Use instead:
```python
class Shape:
    class Corner:
        """Where two sides meet."""

        x = 0
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kNestedClassMessages,
                                      .hooks = kHooks},
                                     {.code = codes::D107,
                                      .docs = R"(## What it does
Finds the `__init__` of public classes without docstring.

## Why is this bad?
What an object is made from is as good to know as what a function takes. Conventions
that describe it in the docstring of the class, as NumPy's does, need no such rule.

## Example
```python
class Point:
    def __init__(self, x):
        self.x = x
```

Use instead:
```python
class Point:
    def __init__(self, x):
        """Make a point at the position."""
        self.x = x
```

## Options
- `lint.pydocstyle.convention`
- `lint.pydocstyle.ignore-decorators`: functions with these decorators need none.
)",
                                      .messages = kInitMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::D100_undocumented
