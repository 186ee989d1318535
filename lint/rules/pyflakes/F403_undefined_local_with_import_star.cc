#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F403_undefined_local_with_import_star {

static void check(Checker& c, const ast::StmtImportFrom& import) {
  if (!(import.names.front()->name == "*") || import.module == "__future__") return;
  std::string module(import.level, '.');
  if (import.module) module += import.module.text();
  c.report(codes::F403, import.range,
           "`from " + module + " import *` used; unable to detect undefined names");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "`from {module} import *` used; unable to detect undefined names"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F403,
                                      .docs = R"(## What it does
Finds `from module import *`.

## Why is this bad?
Nobody sees which names the import brings: neither the reader, who looks for where
a name is from, nor tools that look for names that are misspelled. A new name in the
module can replace one of this file.

## Example
```python
from math import *


def area(radius):
    return pi * radius**2
```

Use instead:
```python
from math import pi


def area(radius):
    return pi * radius**2
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F403_undefined_local_with_import_star
