// What the grammar allows but not at every place: the walk finds it, the rules
// only give it a name (parser/semantic_errors.h).
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F404_misplaced_statements {

using parser::SemanticErrorKind;

struct Row {
  SemanticErrorKind kind;
  RuleId code;
  std::string_view message;  // {name}: of the error.
};

static constexpr std::string_view kMessages404[] = {
    "`from __future__` imports must occur at the beginning of the file"};
static constexpr std::string_view kMessages406[] = {
    "`from {name} import *` only allowed at module level"};
static constexpr std::string_view kMessages407[] = {"Future feature `{name}` is not defined"};
static constexpr std::string_view kMessages622[] = {"Two starred expressions in assignment"};
static constexpr std::string_view kMessages701[] = {"`break` outside loop"};
static constexpr std::string_view kMessages702[] = {"`continue` not properly in loop"};
static constexpr std::string_view kMessages704[] = {"`{name}` statement outside of a function"};
static constexpr std::string_view kMessages706[] = {
    "`return` statement outside of a function/method"};

static constexpr Row kRows[] = {
    {SemanticErrorKind::LateFutureImport, codes::F404, kMessages404[0]},
    {SemanticErrorKind::NonModuleImportStar, codes::F406, kMessages406[0]},
    {SemanticErrorKind::FutureFeatureNotDefined, codes::F407, kMessages407[0]},
    {SemanticErrorKind::MultipleStarredExpressions, codes::F622, kMessages622[0]},
    {SemanticErrorKind::BreakOutsideLoop, codes::F701, kMessages701[0]},
    {SemanticErrorKind::ContinueOutsideLoop, codes::F702, kMessages702[0]},
    {SemanticErrorKind::YieldOutsideFunction, codes::F704, kMessages704[0]},
    {SemanticErrorKind::ReturnOutsideFunction, codes::F706, kMessages706[0]},
};

static void check(Checker& c, const parser::SemanticError& error) {
  constexpr std::string_view kPlaceholder = "{name}";
  for (const Row& row : kRows) {
    if (row.kind != error.kind || !c.is_enabled(row.code)) continue;
    std::string message(row.message);
    const std::size_t name = message.find(kPlaceholder);
    if (name != std::string::npos) message.replace(name, kPlaceholder.size(), error.name);
    c.report(row.code, error.range, std::move(message));
  }
}

static constexpr Hook kHooks[] = {on<check>};

static constexpr RuleInfo kInfo[] = {{.code = codes::F404,
                                      .docs = R"(## What it does
Finds imports from `__future__` behind other statements.

## Why is this bad?
They change how the whole file is compiled, so only the docstring and comments may be
in front of them; anywhere else they are a syntax error.

## Example
```python
import os
from __future__ import annotations
```

Use instead:
```python
from __future__ import annotations
import os
```
)",
                                      .messages = kMessages404,
                                      .hooks = kHooks},
                                     {.code = codes::F406,
                                      .docs = R"(## What it does
Finds `from module import *` in functions and classes.

## Why is this bad?
It is only allowed in the module itself, elsewhere a syntax error: Python must know
the local names of a function before it runs.

## Example
```python
def area(radius):
    from math import *

    return pi * radius**2
```

Use instead:
```python
def area(radius):
    from math import pi

    return pi * radius**2
```
)",
                                      .messages = kMessages406,
                                      .hooks = kHooks},
                                     {.code = codes::F407,
                                      .docs = R"(## What it does
Finds imports from `__future__` of features that do not exist.

## Why is this bad?
They are a syntax error.

## Example
```python
from __future__ import braces
```

Use instead:
```python
from __future__ import annotations
```
)",
                                      .messages = kMessages407,
                                      .hooks = kHooks},
                                     {.code = codes::F622,
                                      .docs = R"(## What it does
Finds assignments to a tuple or list with more than one starred target.

## Why is this bad?
Which of them would get how many of the values? Python refuses it as a syntax error.

## Example
```python
first, *middle, *last = values
```

Use instead:
```python
first, *middle, last = values
```
)",
                                      .messages = kMessages622,
                                      .hooks = kHooks},
                                     {.code = codes::F701,
                                      .docs = R"(## What it does
Finds `break` that is in no loop.

## Why is this bad?
There is nothing to leave: it is a syntax error. In the `else` of a loop the loop is
over already.

## Example
```python
def find(names):
    if not names:
        break
```

Use instead:
```python
def find(names):
    if not names:
        return
```
)",
                                      .messages = kMessages701,
                                      .hooks = kHooks},
                                     {.code = codes::F702,
                                      .docs = R"(## What it does
Finds `continue` that is in no loop.

## Why is this bad?
There is no next round to go on with: it is a syntax error.

## Example
```python
def find(names):
    if not names:
        continue
```

Use instead:
```python
def find(names):
    if not names:
        return
```
)",
                                      .messages = kMessages702,
                                      .hooks = kHooks},
                                     {.code = codes::F704,
                                      .docs = R"(## What it does
Finds `yield`, `yield from` and `await` that are in no function.

## Why is this bad?
They suspend the function around them; without one they are a syntax error.

## Example
```python
class Numbers:
    yield 1
```

Use instead:
```python
class Numbers:
    def __iter__(self):
        yield 1
```
)",
                                      .messages = kMessages704,
                                      .hooks = kHooks},
                                     {.code = codes::F706,
                                      .docs = R"(## What it does
Finds `return` that is in no function.

## Why is this bad?
Modules and classes return nothing: it is a syntax error.

## Example
```python
class Point:
    return 0
```

Use instead:
```python
class Point:
    def norm(self):
        return 0
```
)",
                                      .messages = kMessages706,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F404_misplaced_statements
