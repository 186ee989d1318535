#include <algorithm>
#include <optional>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::PLC0415_import_outside_top_level {

// Is it one of the modules that must not be imported at module level, or in one?
static bool is_banned(const Checker& c, std::string_view module) {
  const auto& banned = c.settings().flake8_tidy_imports.banned_module_level_imports;
  return std::ranges::any_of(banned, [&](std::string_view name) {
    return module == name ||
           (module.starts_with(name) && module.substr(name.size()).starts_with('.'));
  });
}

// The module of a from import without leading dots; nullopt: unknown.
static std::optional<std::string> absolute_module(const Checker& c,
                                                  const ast::StmtImportFrom& node) {
  std::string module(node.module.text());
  if (node.level == 0) return module;
  const std::vector<std::string>& path = c.file().module_path;
  if (node.level >= path.size()) return std::nullopt;
  std::string absolute;
  for (std::size_t i = 0; i < path.size() - node.level; ++i) {
    absolute += (i > 0 ? "." : "") + path[i];
  }
  return module.empty() ? absolute : absolute + '.' + module;
}

static void report(Checker& c, const ast::Stmt& statement) {
  c.report(codes::PLC0415, statement.range, "`import` should be at the top-level of a file");
}

static void check_import(Checker& c, const ast::StmtImport& node) {
  if (c.semantic().scope().is_module()) return;
  const bool is_all_banned =
      c.is_enabled(codes::TID253) && std::ranges::all_of(node.names, [&](const ast::Alias* alias) {
        return is_banned(c, alias->name.text());
      });
  if (!is_all_banned) report(c, node);
}

static void check_import_from(Checker& c, const ast::StmtImportFrom& node) {
  if (c.semantic().scope().is_module()) return;
  if (c.is_enabled(codes::TID253)) {
    const std::optional<std::string> module = absolute_module(c, node);
    if (module && is_banned(c, *module)) return;
    const auto& banned = c.settings().flake8_tidy_imports.banned_module_level_imports;
    const bool is_all_banned = module && !(node.names.front()->name == "*") &&
                               std::ranges::all_of(node.names, [&](const ast::Alias* alias) {
                                 const std::string name =
                                     *module + '.' + std::string(alias->name.text());
                                 return std::ranges::find(banned, name) != banned.end();
                               });
    if (is_all_banned) return;
  }
  report(c, node);
}

static constexpr Hook kHooks[] = {on<check_import>, on<check_import_from>};
static constexpr std::string_view kMessages[] = {"`import` should be at the top-level of a file"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PLC0415,
                                      .docs = R"(## What it does
Finds imports in functions and classes.

## Why is this bad?
The head of a file should tell what it needs, and a missing module should be noticed
when the file is loaded, not when some function runs. An import in a function is of
use if two modules need each other, or if the module is slow to load and seldom
needed.

Modules that `TID253` keeps from the module level are left alone.

## Example
```python
def version():
    import platform

    return platform.python_version()
```

Use instead:
```python
import platform


def version():
    return platform.python_version()
```

## Options
- `lint.flake8-tidy-imports.banned-module-level-imports`: modules that may not be
  imported elsewhere.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PLC0415_import_outside_top_level
