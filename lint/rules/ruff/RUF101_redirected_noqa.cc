#include "lint/check/rule.h"

// The findings come from suppress/, when suppressions are applied.
namespace lint::rules::RUF101_redirected_noqa {

static constexpr std::string_view kMessages[] = {
    "`{original}` is a redirect to `{target}`",
};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF101,
                                      .docs = R"(## What it does
Finds codes in `noqa` comments that rules had before they were renamed; in preview
mode also in the other suppression comments.

## Why is this bad?
Old codes still work, but they are in no documentation, and other tools may not
know them.

## Example
```python
import os  # noqa: TCH003
```

Use instead:
```python
import os  # noqa: TC003
```

## Fix safety
The fix is unsafe for `# ruff: disable[...]`, because comments are paired by how
their codes are written.
)",
                                      .messages = kMessages}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF101_redirected_noqa
