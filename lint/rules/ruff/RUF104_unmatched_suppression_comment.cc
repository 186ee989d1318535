#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::RUF104_unmatched_suppression_comment {

static constexpr std::string_view kMessages[] = {
    "Suppression comment without matching `#ruff:enable` comment",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF104,
                                      .docs = R"(## What it does
Finds `# ruff: disable[...]` comments that no `# ruff: enable[...]` ends.

## Why is this bad?
Such a comment lasts to the end of its block, which may be more than was meant,
and grows with the block.

The two must have the same codes in the same order, and the same indentation.

## Example
```python
# ruff: disable[F401]
import os
```

Use instead:
```python
# ruff: disable[F401]
import os
# ruff: enable[F401]
```
)",
                                      .messages = kMessages,
                                      .example_not_run = "needs a finding of another rule"}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF104_unmatched_suppression_comment
