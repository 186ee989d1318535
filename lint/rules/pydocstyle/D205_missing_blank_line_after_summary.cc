#include <string>

#include "common/text/utf8.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/docstrings/docstring.h"

namespace lint::rules::D205_missing_blank_line_after_summary {

using docstrings::Lines;

// How many blank lines follow the first line; nothing if it is the only one.
static std::optional<std::size_t> blank_lines_below(std::string_view text) {
  Lines lines(common::trim_white_space(text), 0);
  lines.next();
  std::optional<Lines::Line> line = lines.next();
  if (!line) return std::nullopt;
  std::size_t count = 0;
  for (; line && docstrings::is_blank(line->text); line = lines.next()) ++count;
  return count;
}

// From behind the summary to the description.
static TextRange gap_below_summary(const docstrings::Docstring& docstring) {
  Lines lines(docstring.text, docstring.body.start);
  std::optional<Lines::Line> line = lines.next();
  while (line && docstrings::is_blank(line->text)) line = lines.next();
  const std::uint32_t end = line ? line->full_end : docstring.body.start;
  while ((line = lines.next())) {
    if (!docstrings::is_blank(line->text)) return {end, line->start};
  }
  return {end, end};
}

static void check(Checker& c, const semantic::Definition& definition) {
  const auto docstring = docstrings::docstring_of(c, definition);
  if (!docstring || !docstring->string.flags.is_triple) return;
  const std::optional<std::size_t> count = blank_lines_below(docstring->text);
  if (!count || *count == 1) return;
  std::string message = "1 blank line required between summary line and description";
  if (*count > 1) message += " (found " + std::to_string(*count) + ")";
  Diagnostic& finding = c.report(codes::D205, docstring->range(), std::move(message));
  finding.fix_title = "Insert single blank line";
  if (*count == 0) return;
  finding.fix =
      Fix::safe({gap_below_summary(*docstring), std::string(c.lines().style().line_ending)});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "1 blank line required between summary line and description",
    "1 blank line required between summary line and description (found {count})"};

static constexpr RuleInfo kInfo[] = {{.code = codes::D205,
                                      .docs = R"(## What it does
Finds docstrings of several lines whose first line is not followed by exactly one
blank line.

## Why is this bad?
Tools show the first line by itself, as the summary; [PEP 257] asks for a blank line
that sets it apart from the description.

## Example
```python
def double(x):
    """Return twice the value.
    Text is repeated.
    """
```

Use instead:
```python
def double(x):
    """Return twice the value.

    Text is repeated.
    """
```

## Fix
Several blank lines become one. There is no fix where there is none: the summary may
go on in the next line.

[PEP 257]: https://peps.python.org/pep-0257/
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::D205_missing_blank_line_after_summary
