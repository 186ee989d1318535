#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::RUF106_rule_codes_in_suppression_comments {

static constexpr std::string_view kMessages[] = {
    "Rule code used instead of name in suppression comment",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF106,
                                      .docs = R"(## What it does
Finds codes of rules in suppression comments where their names could stand.

## Why is this bad?
A name tells readers what is suppressed, a code has to be looked up.

## Example
```python
import os  # ruff: ignore[F401]
```

Use instead:
```python
import os  # ruff: ignore[unused-import]
```
)",
                                      .messages = kMessages}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF106_rule_codes_in_suppression_comments
