#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/imports/block_builder.h"
#include "lint/imports/directives.h"
#include "lint/imports/organizer.h"

namespace lint::rules::I001_unsorted_imports {

static constexpr std::string_view kMessage = "Import block is un-sorted or un-formatted";

static void check(Checker& c, const ImportPass&) {
  const imports::Directives directives = imports::find_directives(c.parsed());
  if (directives.skips_file) return;
  const std::span<const std::uint32_t> cell_starts =
      c.is_notebook() ? c.cells()->bounds() : std::span<const std::uint32_t>();
  const std::vector<imports::ImportBlock> blocks = imports::find_import_blocks(
      c.parsed(), directives, {.is_stub = c.is_stub(), .cell_starts = cell_starts});
  if (blocks.empty()) return;
  const parser::CodeStyle& style = c.lines().style();
  imports::Organizer organizer({.parsed = c.parsed(),
                                .settings = c.settings(),
                                .target_version = c.target_version(),
                                .package_root = c.file().package_root,
                                .line_end = style.line_ending,
                                .indent = style.indentation,
                                .is_stub = c.is_stub()});
  for (const imports::ImportBlock& block : blocks) {
    std::optional<imports::UnsortedBlock> unsorted = organizer.check(block);
    if (!unsorted.has_value()) continue;
    Diagnostic& finding = c.report(codes::I001, unsorted->range, std::string(kMessage));
    finding.fix_title = "Organize imports";
    if (unsorted->edit.has_value()) finding.fix = Fix::safe(*std::move(unsorted->edit));
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::I001,
                                      .docs = R"(## What it does
Finds imports that are not in order, not grouped by where they come from, written
twice or laid out differently from what the options of `lint.isort` ask for.

Imports stand in sections: `__future__`, the standard library, third-party
packages, the project's own packages, relative imports. A blank line separates
sections. In a section `import` statements come before `from` statements, and both
are sorted by name, numbers by value. Names from one module share a statement,
which is put in parentheses with a name per line where it does not fit on a line.

Each run of imports is sorted on its own; anything but a comment ends a run, and so
does a cell of a notebook.

## Why is this bad?
In a fixed order, imports are quickly found, are not written twice, and two
branches that add one each merge without conflict.

## Example
```python
import pandas
import numpy as np
```

Use instead:
```python
import numpy as np
import pandas
```

## Comments
- `# isort: skip_file` leaves the whole file alone.
- `# isort: off` and `# isort: on` leave alone what is between them.
- `# isort: split` ends a run of imports.
- `# isort: skip` behind a statement leaves it where it is, which ends a run too.

## Fix
There is no fix where another statement stands on the first or the last line of
the imports.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::I001_unsorted_imports
