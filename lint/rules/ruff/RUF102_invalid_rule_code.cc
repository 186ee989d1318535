#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::RUF102_invalid_rule_code {

static constexpr std::string_view kMessages[] = {
    "Invalid rule code in {kind}: {code}",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF102,
                                      .docs = R"(## What it does
Finds codes in suppression comments that are those of no rule.

## Why is this bad?
Such a code suppresses nothing. Often it is a typing error, or the rule is gone.

Codes of other linters can be made known with `lint.external`.

## Example
```python
import re  # noqa: XYZ999
```

Use instead:
```python
import re
```

## Options
- `lint.external`
)",
                                      .messages = kMessages}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF102_invalid_rule_code
