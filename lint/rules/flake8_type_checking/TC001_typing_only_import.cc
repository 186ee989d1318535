// TC001, TC002 and TC003: imports that only types need, by where they are from.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/edits.h"
#include "lint/fix/importer.h"
#include "lint/imports/categorize.h"
#include "lint/rules/flake8_type_checking/quote_annotation.h"
#include "lint/rules/flake8_type_checking/typing_use.h"

namespace lint::rules::TC001_typing_only_import {

using semantic::Binding;
using semantic::Semantic;
using type_checking::TypingUse;

struct Origin {
  RuleId code;
  std::string_view name;
};

static constexpr Origin kFirstParty = {codes::TC001, "application"};
static constexpr Origin kThirdParty = {codes::TC002, "third-party"};
static constexpr Origin kStandardLibrary = {codes::TC003, "standard library"};

// Those of one statement and origin share their fix.
struct Group {
  const ast::Stmt* statement;
  const Origin* origin;
  bool is_suppressed;  // Reported without a fix, so that the comment has a use.
  bool needs_future_import;
  std::vector<const Binding*> imports;
};

// Null: __future__.
static const Origin* origin_of(const Checker& c, const Binding& import) {
  std::string module;
  for (const std::string_view segment : import.imported->source()) {
    if (!module.empty()) module += '.';
    module += segment;
  }
  const bool is_relative = module.starts_with('.');
  const imports::Categorizer categorizer(c.settings(), c.target_version(), c.file().package_root);
  const config::ImportSection& section = categorizer.section_of(module, is_relative);
  if (!section.is_builtin()) return &kThirdParty;
  switch (section.type) {
    case config::ImportType::FirstParty:
    case config::ImportType::LocalFolder:
      return &kFirstParty;
    case config::ImportType::ThirdParty:
      return &kThirdParty;
    case config::ImportType::StandardLibrary:
      return &kStandardLibrary;
    case config::ImportType::Future:
      break;
  }
  return nullptr;
}

// Is the name, or a module that it is in, exempt?
static bool is_exempt(const Checker& c, std::string_view name) {
  const auto& exempt = c.settings().flake8_type_checking.exempt_modules;
  while (true) {
    if (std::ranges::find(exempt, name) != exempt.end()) return true;
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    name = name.substr(0, dot);
  }
}

static bool is_suppressed(const Checker& c, const Binding& import, RuleId code) {
  const std::optional<std::uint32_t> parent = import.parent_offset();
  return c.is_suppressed(code, import.range.start) || (parent && c.is_suppressed(code, *parent));
}

static void add(std::vector<Group>& groups, const Group& group, const Binding& import) {
  const auto same = std::ranges::find_if(groups, [&](const Group& other) {
    return other.statement == group.statement && other.origin == group.origin &&
           other.is_suppressed == group.is_suppressed;
  });
  Group& target = same != groups.end() ? *same : groups.emplace_back(group);
  target.needs_future_import |= group.needs_future_import;
  target.imports.push_back(&import);
}

static std::vector<Group> find_groups(Checker& c, const semantic::Scope& scope) {
  std::vector<Group> groups;
  for (const semantic::Scope::Entry& entry : scope.bindings()) {
    const Binding& import = c.semantic().binding(entry.binding);
    if (!import.is_import() || !import.is_used()) continue;
    if (import.context != semantic::Context::Runtime) continue;
    const TypingUse use = type_checking::typing_use(import, c);
    if (use == TypingUse::Runtime) continue;
    const bool is_strict = c.settings().flake8_type_checking.strict;
    if (!is_strict && type_checking::is_loaded_anyway(import, scope, c)) continue;
    if (is_exempt(c, import.imported->qualified.text())) continue;
    if (type_checking::is_lazy(import, c)) continue;
    const Origin* const origin = origin_of(c, import);
    if (origin == nullptr || !c.is_enabled(origin->code)) continue;
    const ast::Stmt* const statement = c.semantic().statement_of(import);
    add(groups,
        {.statement = statement,
         .origin = origin,
         .is_suppressed = is_suppressed(c, import, origin->code),
         .needs_future_import = use == TypingUse::Future,
         .imports = {}},
        import);
  }
  return groups;
}

// Where one of the imports is used first.
static std::uint32_t first_use(const Semantic& semantic, const Group& group) {
  std::uint32_t first = UINT32_MAX;
  for (const Binding* import : group.imports) {
    const semantic::ReferenceId id = semantic.references_of(*import).front();
    first = std::min(first, semantic.reference(id).range.start);
  }
  return first;
}

// Quotes what evaluates the imports.
static std::vector<Edit> quote_uses(const Checker& c, const Group& group) {
  std::vector<Edit> edits;
  for (const Binding* import : group.imports) {
    c.semantic().for_each_reference(*import, [&](const semantic::Reference& reference) {
      const auto* expr = ast::as<ast::Expr>(reference.node);
      if (expr == nullptr || reference.flags.in_typing_context()) return;
      edits.push_back(type_checking::quote_annotation(*expr, c));
    });
  }
  return type_checking::without_contained(std::move(edits));
}

static std::optional<Fix> move_imports(const Checker& c, const Group& group) {
  const Semantic& semantic = c.semantic();
  std::vector<std::string> names;
  for (const Binding* import : group.imports) names.push_back(import->imported->member());
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::optional<Edit> removal = remove_imports(c.fix_source(), views, *group.statement,
                                               semantic.parent_statement(*group.statement));
  if (!removal) return std::nullopt;
  std::optional<std::vector<Edit>> edits =
      c.importer().add_typing_import({*group.statement, views}, first_use(semantic, group));
  if (!edits) return std::nullopt;
  if (group.needs_future_import) {
    // It must come first.
    edits->insert(edits->begin(), c.importer().add_future_import());
    edits->push_back(*std::move(removal));
  } else {
    edits->push_back(*std::move(removal));
    for (Edit& edit : quote_uses(c, group)) edits->push_back(std::move(edit));
  }
  Fix fix = Fix::of(Applicability::Unsafe, *std::move(edits));
  fix.isolation = c.isolation_of(*group.statement);
  return fix;
}

static void report(Checker& c, const Group& group) {
  const bool is_lazy = type_checking::can_be_lazy(*group.imports.front(), c);
  std::optional<Fix> fix;
  if (!group.is_suppressed && is_lazy) {
    const std::uint32_t start = group.statement->range.start;
    fix = Fix::unsafe(insertion(start, "lazy "));
  } else if (!group.is_suppressed) {
    fix = move_imports(c, group);
  }
  for (const Binding* import : group.imports) {
    const std::string what =
        std::string(group.origin->name) + " import `" + import->imported->qualified.text() + '`';
    Diagnostic& finding = c.report(
        group.origin->code, import->range,
        is_lazy ? "Make " + what + " lazy" : "Move " + what + " into a type-checking block");
    finding.fix_title = is_lazy ? "Convert to a lazy import (or move into a type-checking block)"
                                : "Move into type-checking block";
    finding.parent = import->parent_offset();
    finding.fix = fix;
  }
}

static void check(Checker& c, const semantic::Scope& scope) {
  if (c.is_stub() || (!scope.is_function() && !scope.is_module())) return;
  for (const Group& group : find_groups(c, scope)) report(c, group);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages001[] = {
    "Move application import `{name}` into a type-checking block",
    "Make application import `{name}` lazy"};
static constexpr std::string_view kMessages002[] = {
    "Move third-party import `{name}` into a type-checking block",
    "Make third-party import `{name}` lazy"};
static constexpr std::string_view kMessages003[] = {
    "Move standard library import `{name}` into a type-checking block",
    "Make standard library import `{name}` lazy"};

static constexpr RuleInfo kInfo[] = {{.code = codes::TC001,
                                      .docs = R"(## What it does
Finds imports of the project's own modules that nothing but types needs.

## Why is this bad?
Loading the module takes time and may close a circle of imports, and the program does
without it. In a block of `if TYPE_CHECKING:` only type checkers see the import. From
Python 3.15 on it can be lazy instead.

Modules that are loaded anyway are left alone, unless `strict` is set.

## Example
```python
from __future__ import annotations

from . import shapes


def area(shape: shapes.Shape) -> float: ...
```

Use instead:
```python
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import shapes


def area(shape: shapes.Shape) -> float: ...
```

## Fix safety
The fix is unsafe: what loading the module does happens later or not at all.

## Options
- `lint.flake8-type-checking.strict`: also modules that are loaded anyway.
- `lint.flake8-type-checking.exempt-modules`: modules that may be imported for types.
- `lint.flake8-type-checking.quote-annotations`, `lint.future-annotations`: what the fix
  may do with annotations that are evaluated.
- `lint.flake8-type-checking.runtime-evaluated-base-classes`,
  `lint.flake8-type-checking.runtime-evaluated-decorators`: whose users need types when
  they run.
- `lint.flake8-tidy-imports.ban-lazy`: modules that must not be lazy.
)",
                                      .messages = kMessages001,
                                      .hooks = kHooks},
                                     {.code = codes::TC002,
                                      .docs = R"(## What it does
Finds imports of third-party packages that nothing but types needs.

## Why is this bad?
Loading the package takes time, and the program does without it. In a block of
`if TYPE_CHECKING:` only type checkers see the import. From Python 3.15 on it can be
lazy instead.

Modules that are loaded anyway are left alone, unless `strict` is set.

## Example
```python
from __future__ import annotations

import numpy


def area(points: numpy.ndarray) -> float: ...
```

Use instead:
```python
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy


def area(points: numpy.ndarray) -> float: ...
```

## Fix safety
The fix is unsafe: what loading the module does happens later or not at all.

## Options
- `lint.flake8-type-checking.strict`: also modules that are loaded anyway.
- `lint.flake8-type-checking.exempt-modules`: modules that may be imported for types.
- `lint.flake8-type-checking.quote-annotations`, `lint.future-annotations`: what the fix
  may do with annotations that are evaluated.
- `lint.flake8-type-checking.runtime-evaluated-base-classes`,
  `lint.flake8-type-checking.runtime-evaluated-decorators`: whose users need types when
  they run.
- `lint.flake8-tidy-imports.ban-lazy`: modules that must not be lazy.
)",
                                      .messages = kMessages002,
                                      .hooks = kHooks},
                                     {.code = codes::TC003,
                                      .docs = R"(## What it does
Finds imports of the standard library that nothing but types needs.

## Why is this bad?
Loading the module takes time, and the program does without it. In a block of
`if TYPE_CHECKING:` only type checkers see the import. From Python 3.15 on it can be
lazy instead.

Modules that are loaded anyway are left alone, unless `strict` is set.

## Example
```python
from __future__ import annotations

from pathlib import Path


def size(path: Path) -> int: ...
```

Use instead:
```python
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def size(path: Path) -> int: ...
```

## Fix safety
The fix is unsafe: what loading the module does happens later or not at all.

## Options
- `lint.flake8-type-checking.strict`: also modules that are loaded anyway.
- `lint.flake8-type-checking.exempt-modules`: modules that may be imported for types.
- `lint.flake8-type-checking.quote-annotations`, `lint.future-annotations`: what the fix
  may do with annotations that are evaluated.
- `lint.flake8-type-checking.runtime-evaluated-base-classes`,
  `lint.flake8-type-checking.runtime-evaluated-decorators`: whose users need types when
  they run.
- `lint.flake8-tidy-imports.ban-lazy`: modules that must not be lazy.
)",
                                      .messages = kMessages003,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::TC001_typing_only_import
