#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_executable/file_mode.h"

namespace lint::rules::EXE001_shebang_not_executable {

static constexpr std::string_view kWithout = "Shebang is present but file is not executable";
static constexpr std::string_view kMissing = "The file is executable but no shebang is present";

static void check(Checker& c, const TokenPass&) {
  bool has_shebang = false;
  for (const std::uint32_t index : c.parsed().comments()) {
    const TextRange comment = c.tokens()[index].range;
    if (!c.text(comment).starts_with("#!")) continue;
    has_shebang = true;
    if (!c.is_enabled(codes::EXE001)) break;
    if (flake8_executable::is_executable(c.file().path) == false) {
      c.report(codes::EXE001, comment, std::string(kWithout));
    }
  }
  if (has_shebang || !c.is_enabled(codes::EXE002)) return;
  if (flake8_executable::is_executable(c.file().path) == true) {
    c.report(codes::EXE002, {0, 0}, std::string(kMissing));
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kWithoutMessages[] = {kWithout};
static constexpr std::string_view kMissingMessages[] = {kMissing};

static constexpr RuleInfo kInfo[] = {{.code = codes::EXE001,
                                      .docs = R"(## What it does
Finds `#!` comments in files that nobody may run as a program.

## Why is this bad?
The line says that the file is a program, its mode says that it is none. Either
make the file executable (`chmod +x`) or delete the line.

## Example
```python
#!/usr/bin/env python
print("hello")
```

Use instead:
```python
print("hello")
```
)",
                                      .messages = kWithoutMessages,
                                      .hooks = kHooks,
                                      .example_not_run = "depends on the mode of the file"},
                                     {.code = codes::EXE002,
                                      .docs = R"(## What it does
Finds files that may be run as a program but do not begin with `#!`.

## Why is this bad?
Without the line a shell takes the file for a script of its own. Either add the
line or take the permission away (`chmod -x`).

## Example
```python
print("hello")
```

Use instead:
```python
#!/usr/bin/env python
print("hello")
```
)",
                                      .messages = kMissingMessages,
                                      .hooks = kHooks,
                                      .example_not_run = "depends on the mode of the file"}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::EXE001_shebang_not_executable
