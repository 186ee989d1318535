#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::E902_io_error {

static constexpr std::string_view kMessages[] = {"{error}"};

static constexpr RuleInfo kInfo[] = {{.code = codes::E902,
                                      .docs = R"(## What it does
Tells that a file could not be read, or is not encoded as UTF-8.

## Why is this bad?
A file that is not read is not checked. The message is that of the system: the
file may be missing, or you may lack the permission to read it.

## Example
```shell
klint check no_such_file.py
```

Use instead:
```shell
klint check existing_file.py
```
)",
                                      .messages = kMessages,
                                      .example_not_run = "no rule of the text of a file"}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E902_io_error
