#include <algorithm>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::E722_bare_except {

static constexpr std::string_view kMessage = "Do not use bare `except`";

static bool is_bare_raise(const ast::Stmt* statement) {
  const auto* raise = ast::as<ast::StmtRaise>(statement);
  return raise != nullptr && raise->exc == nullptr;
}

static void check(Checker& c, const ast::ExceptHandler& node) {
  if (node.type != nullptr || std::ranges::any_of(node.body, is_bare_raise)) return;
  constexpr std::string_view kKeyword = "except";
  const std::uint32_t start = node.range.start;
  c.report(codes::E722, {start, start + static_cast<std::uint32_t>(kKeyword.size())},
           std::string(kMessage));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::E722,
                                      .docs = R"(## What it does
Finds `except:` without an exception, unless a statement of its block is a plain
`raise`.

## Why is this bad?
It catches everything, also what is not meant for the program: `KeyboardInterrupt`,
so that Ctrl-C does nothing, and `SystemExit`; misspelled names are hidden, too.

Name the exceptions that are expected, or write `except Exception`.

## Example
```python
try:
    connect()
except:
    retry()
```

Use instead:
```python
try:
    connect()
except ConnectionError:
    retry()
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E722_bare_except
