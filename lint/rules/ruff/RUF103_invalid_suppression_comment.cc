#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::RUF103_invalid_suppression_comment {

static constexpr std::string_view kMessages[] = {
    "Invalid suppression comment: {problem}",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF103,
                                      .docs = R"(## What it does
Finds suppression comments that cannot be understood, or that stand where they
mean nothing.

## Why is this bad?
Such a comment has no effect, though somebody relies on it.

## Example
```python
# ruff: disable F401
import os
```

Use instead:
```python
# ruff: disable[F401]
import os
# ruff: enable[F401]
```

## Fix safety
The fix removes the comment. It is unsafe, because the comment may only need to be
corrected.
)",
                                      .messages = kMessages}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF103_invalid_suppression_comment
