#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/overlong_line.h"
#include "lint/rules/pycodestyle/physical_lines.h"

namespace lint::rules::E501_line_too_long {

static void report_if_overlong(Checker& c, TextRange line, std::size_t limit) {
  const auto overlong = pycodestyle::find_overlong(c, line, limit);
  if (!overlong) return;
  c.report(
      codes::E501, overlong->range,
      "Line too long (" + std::to_string(overlong->width) + " > " + std::to_string(limit) + ")");
}

// No character but a tab takes more columns than it has bytes, so the size of
// almost every line says that it fits.
static void check(Checker& c, const LinePass&) {
  const std::size_t limit = c.settings().pycodestyle.max_line_length;
  const bool has_tabs = c.text().find('\t') != std::string_view::npos;
  const std::size_t columns_per_byte = has_tabs ? c.settings().indent_width : 1;
  const common::LineIndex& index = c.lines().index();
  for (std::uint32_t line = 0; line < index.line_count(); ++line) {
    const TextRange range = index.full_line(line);
    if (range.size() * columns_per_byte <= limit) continue;
    report_if_overlong(c, pycodestyle::without_line_end(c.text(), range), limit);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Line too long ({width} > {limit})"};

static constexpr RuleInfo kInfo[] = {{.code = codes::E501,
                                      .docs = R"(## What it does
Finds lines that take more columns than `line-length` allows.

## Why is this bad?
Lines that do not fit on the screen, or beside another file, have to be scrolled
or are wrapped where it hurts.

Width is counted in columns of a terminal: many East Asian characters take two,
a tab goes on to the next multiple of `indent-width`.

## What does not count
- Lines without blanks, which nobody can break.
- Lines that end with a URL, if it begins before the limit.
- Comments for tools, such as `# type: ignore` and `# noqa`, at the end of the line.
- `SPDX-License-Identifier:` and `SPDX-FileCopyrightText:` comments.
- With `lint.pycodestyle.ignore-overlong-task-comments`, comments that begin with
  one of `lint.task-tags`.

## Example
```python
total = first_measurement_of_the_series + second_measurement_of_the_series + correction_term
```

Use instead:
```python
total = (
    first_measurement_of_the_series
    + second_measurement_of_the_series
    + correction_term
)
```

## Options
- `line-length`, `lint.pycodestyle.max-line-length`: the limit.
- `indent-width`
- `lint.task-tags`
- `lint.pycodestyle.ignore-overlong-task-comments`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E501_line_too_long
