#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::RUF100_unused_noqa {

static constexpr std::string_view kMessages[] = {
    "Unused {kind}",
    "Unused {kind} ({reasons})",
    "Unused blanket {kind}",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF100,
                                      .docs = R"(## What it does
Finds suppression comments, and codes in them, that suppress nothing: the code
they were written for is gone, the rule is not enabled, or the code is there
twice.

## Why is this bad?
A comment that is not needed hides a problem that comes later, and tells readers
of one that is not there.

Codes that start with an entry of `lint.external` belong to other linters and are
left alone. So are comments that name RUF100 itself.

## Example
```python
import os  # noqa: F401

print(os.name)
```

Use instead:
```python
import os

print(os.name)
```

## Fix safety
Removing a comment that stands between others, as in `# why # ruff: ignore[F401]`,
is unsafe: what is left may have been about it.

## Options
- `lint.external`
)",
                                      .messages = kMessages}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF100_unused_noqa
