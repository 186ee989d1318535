#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/insertion.h"
#include "lint/imports/directives.h"

namespace lint::rules::I002_missing_required_import {

using config::RequiredImport;

// From imports first, by module and name: each is inserted above the one that was
// reported before it, so that they end up in ascending order.
static std::vector<const RequiredImport*> required_imports(const config::Isort& settings) {
  std::vector<const RequiredImport*> imports;
  for (const config::RequiredImports& statement : settings.required_imports) {
    for (const RequiredImport& import : statement.names) imports.push_back(&import);
  }
  const auto key = [](const RequiredImport* i) {
    return std::tie(i->is_from, i->module, i->name, i->as_name, i->level);
  };
  std::ranges::sort(imports, std::ranges::greater(), key);
  const auto rest = std::ranges::unique(imports, {}, key);
  imports.erase(rest.begin(), rest.end());
  return imports;
}

static bool has_name(ast::List<ast::Alias> names, const RequiredImport& wanted) {
  return std::ranges::any_of(names, [&](const ast::Alias* alias) {
    const bool has_as_name = static_cast<bool>(alias->asname);
    return alias->name == wanted.name && has_as_name == wanted.as_name.has_value() &&
           (!has_as_name || alias->asname == *wanted.as_name);
  });
}

static bool provides(const ast::Stmt& statement, const RequiredImport& wanted) {
  if (!wanted.is_from) {
    const auto* import = ast::as<ast::StmtImport>(statement);
    return import != nullptr && has_name(import->names, wanted);
  }
  const auto* from = ast::as<ast::StmtImportFrom>(statement);
  if (from == nullptr || from->level != wanted.level) return false;
  const std::string_view module = from->module ? from->module.text() : std::string_view();
  return module == wanted.module.value_or("") && has_name(from->names, wanted);
}

static bool is_future(const RequiredImport& import) {
  return (import.is_from ? import.module.value_or("") : import.name) == "__future__";
}

static Insertion place_of_import(Checker& c) {
  const std::string_view line_end = c.lines().style().line_ending;
  if (const ast::Stmt* future = last_future_import(c.parsed().module())) {
    return insertion_behind(*future, c.text(), line_end);
  }
  return insertion_at_start(c.parsed(), line_end);
}

static void check(Checker& c, const ImportPass&) {
  if (c.settings().isort.required_imports.empty()) return;
  const ast::List<ast::Stmt> body = c.parsed().module().body;
  const auto is_docstring = [](const ast::Stmt* s) { return ast::is_docstring_stmt(*s); };
  if (std::ranges::all_of(body, is_docstring)) return;
  if (imports::find_directives(c.parsed()).skips_file) return;
  for (const RequiredImport* import : required_imports(c.settings().isort)) {
    // Annotations of stubs are never evaluated anyway.
    if (c.is_stub() && is_future(*import)) continue;
    const auto is_it = [&](const ast::Stmt* statement) { return provides(*statement, *import); };
    if (std::ranges::any_of(body, is_it)) continue;
    const std::string text = import->text();
    Diagnostic& finding = c.report(codes::I002, {0, 0}, "Missing required import: `" + text + "`");
    finding.fix_title = "Insert required import: `" + text + "`";
    finding.fix = Fix::safe(place_of_import(c).edit(text));
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Missing required import: `{name}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::I002,
                                      .docs = R"(## What it does
Finds files that lack an import which the option `lint.isort.required-imports` asks
for. The fix inserts it at the top of the file.

Files that hold nothing but a docstring need no imports, and stubs need none of
`__future__`.

## Why is this bad?
Some imports change the meaning of a whole file. If a project relies on
`from __future__ import annotations`, say, a file without it behaves differently
from all others, and where it fails may be far from what is missing.

## Example
```python
import typing
```

Use instead:
```python
from __future__ import annotations

import typing
```

## Options
- `lint.isort.required-imports`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks,
                                      .example_not_run = "It takes the option required-imports."}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::I002_missing_required_import
