#include <string>
#include <utility>

#include "common/text/lines.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::E402_module_import_not_at_top_of_file {

static constexpr std::string_view kMessage = "Module level import not at top of file";
static constexpr std::string_view kCellMessage = "Module level import not at top of cell";

// With the comment behind it.
static Fix move_to_top(const Checker& c, const ast::Stmt& statement) {
  const TextRange line{statement.range.start, c.lines().line_end(statement.range.end)};
  const Edit removal{{line.start, c.lines().full_line_end(line.end)}, ""};
  Edit import = c.importer().add_import_at_start(common::trim_blanks(c.text(line)));
  return Fix::of(Applicability::Unsafe, {std::move(import), removal});
}

static void check_statement(Checker& c, const ast::Stmt& statement) {
  const bool is_late = c.semantic().flags().has(semantic::Flag::ImportBoundary);
  if (!is_late || !c.semantic().at_top_level()) return;
  const bool is_cell = c.is_notebook();
  Diagnostic& finding =
      c.report(codes::E402, statement.range, std::string(is_cell ? kCellMessage : kMessage));
  finding.fix_title = is_cell ? "Move module level imports to top of cell"
                              : "Move module level imports to top of file";
  if (is_cell || !c.is_preview() || c.lines().shares_line(statement.range)) return;
  finding.fix = move_to_top(c, statement);
}

static void check_import(Checker& c, const ast::StmtImport& node) {
  check_statement(c, node);
}
static void check_from(Checker& c, const ast::StmtImportFrom& node) {
  check_statement(c, node);
}

static constexpr Hook kHooks[] = {on<check_import>, on<check_from>};
static constexpr std::string_view kMessages[] = {kMessage, kCellMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::E402,
                                      .docs = R"(## What it does
Finds imports of the module that stand behind other code.

Behind docstrings, comments, other imports, `if` and `try` statements, changes of
`sys.path` and `os.environ`, and `matplotlib.use()` imports are at the top. In a
notebook every cell has a top of its own.

## Why is this bad?
What a module needs is expected at its top. Imports further down run later than
one thinks, and code before them cannot use what they bring.

## Example
```python
print("started")

import os
```

Use instead:
```python
import os

print("started")
```

## Fix
In preview mode the import is moved to the top. That is unsafe: the code that ran
before may have mattered to it.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E402_module_import_not_at_top_of_file
