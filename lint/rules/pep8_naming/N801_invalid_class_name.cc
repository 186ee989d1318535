#include <string>

#include "common/text/letter_case.h"
#include "common/text/utf8.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pep8_naming/naming.h"

namespace lint::rules::N801_invalid_class_name {

static bool is_cap_words(std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of('_'), name.size()));
  std::size_t at = 0;
  return !name.empty() && name.find('_') == std::string_view::npos &&
         common::is_uppercase(common::next_code_point(name, at));
}

static void check(Checker& c, const ast::StmtClassDef& node) {
  const std::string_view name = node.name.text();
  if (is_cap_words(name) || pep8_naming::is_ignored(c, name)) return;
  c.report(codes::N801, node.name.range,
           "Class name `" + std::string(name) + "` should use CapWords convention");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Class name `{name}` should use CapWords convention"};

static constexpr RuleInfo kInfo[] = {{.code = codes::N801,
                                      .docs = R"(## What it does
Finds names of classes that do not begin with a capital letter or have underscores in
them.

## Why is this bad?
PEP 8 asks for names like `HttpServer`. Whoever reads one knows that it is a class.

## Example
```python
class http_server: ...
```

Use instead:
```python
class HttpServer: ...
```

## Options
- `lint.pep8-naming.ignore-names`, `lint.pep8-naming.extend-ignore-names`: names that
  are fine.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::N801_invalid_class_name
