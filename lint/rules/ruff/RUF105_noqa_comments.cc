#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::RUF105_noqa_comments {

static constexpr std::string_view kMessages[] = {
    "`noqa` comment used instead of `ruff: ignore`",
    "`ruff: noqa` comment used instead of `ruff: file-ignore`",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF105,
                                      .docs = R"(## What it does
Finds `noqa` comments where `# ruff: ignore[...]` or `# ruff: file-ignore[...]`
could stand.

## Why is this bad?
A `noqa` comment may be meant for any linter, has a form without codes that hides
everything, and cannot name rules.

## Example
```python
import os  # noqa: F401
```

Use instead:
```python
import os  # ruff: ignore[F401]
```

## Options
- `lint.external`
)",
                                      .messages = kMessages}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF105_noqa_comments
