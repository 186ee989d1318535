#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::PGH004_blanket_noqa {

static constexpr std::string_view kMessages[] = {
    "Use specific rule codes when using `noqa`",
    "Use specific rule codes when using `ruff: noqa`",
    "Use a colon when specifying `noqa` rule codes",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::PGH004,
                                      .docs = R"(## What it does
Finds `noqa` comments without codes.

## Why is this bad?
Such a comment hides every finding on its line, those included that it was not
written for.

## Example
```python
from math import *  # noqa
```

Use instead:
```python
from math import *  # noqa: F403
```

## Fix safety
Where codes follow without a colon, the fix puts one in. It is unsafe: what was
hidden by the comment before may show up.
)",
                                      .messages = kMessages}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PGH004_blanket_noqa
