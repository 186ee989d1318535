#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/docstrings/docstring.h"
#include "lint/docstrings/sections.h"

namespace lint::rules::D400_missing_trailing_period {

using docstrings::Lines;

static constexpr std::string_view kMessage = "First line should end with a period";

// Lines of dashes and the like, below headings.
static bool is_decoration(std::string_view line) {
  return common::trim_white_space(line).find_first_not_of("-~=#") == std::string_view::npos;
}

// The last line of the first paragraph.
static std::optional<Lines::Line> end_of_summary(const docstrings::Docstring& docstring) {
  Lines lines(docstring.text, docstring.body.start);
  std::optional<Lines::Line> last;
  while (const std::optional<Lines::Line> line = lines.next()) {
    if (!is_decoration(line->text)) {
      last = line;
    } else if (last) {
      break;
    }
  }
  return last;
}

// Begins with a field of reStructuredText, or is the name of a section.
static bool has_no_summary(std::string_view text) {
  constexpr std::string_view kFields[] = {":param", ":type", ":raises", ":return", ":rtype"};
  const auto first = Lines(common::trim_white_space(text), 0).next();
  if (!first) return false;
  const std::string_view line = common::trim_white_space(first->text);
  const auto starts = [&](std::string_view field) { return line.starts_with(field); };
  if (std::ranges::any_of(kFields, starts)) return true;
  for (std::size_t i = 0; i < static_cast<std::size_t>(docstrings::SectionKind::Count); ++i) {
    const std::string_view name = docstrings::name_of(static_cast<docstrings::SectionKind>(i));
    if (!line.ends_with(name)) continue;
    const std::string_view before = line.substr(0, line.size() - name.size());
    if (before.empty() || before == ":") return true;
  }
  return false;
}

static void check(Checker& c, const semantic::Definition& definition) {
  const auto docstring = docstrings::docstring_of(c, definition);
  if (!docstring) return;
  const std::optional<Lines::Line> line = end_of_summary(*docstring);
  if (!line) return;
  const std::string_view text = docstrings::trimmed_end(line->text);
  if (text.ends_with('.') || text.ends_with('\\') || has_no_summary(docstring->text)) return;
  Diagnostic& finding = c.report(codes::D400, docstring->range(), std::string(kMessage));
  finding.fix_title = "Add period";
  if (std::string_view(":;?!").find(text.back()) != std::string_view::npos) return;
  const std::uint32_t end = line->start + static_cast<std::uint32_t>(text.size());
  finding.fix = Fix::unsafe({{end, end}, "."});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::D400,
                                      .docs = R"(## What it does
Finds docstrings whose summary, the first paragraph, does not end with a period.

## Why is this bad?
[PEP 257] asks for a summary that is a phrase ending in a period. One that ends
without was often cut off.

## Example
```python
def double(x):
    """Return twice the value"""
```

Use instead:
```python
def double(x):
    """Return twice the value."""
```

## Fix
The fix is unsafe. There is none behind other punctuation.

## Options
- `lint.pydocstyle.convention`: Google's has no use for the rule.
- `lint.pydocstyle.ignore-decorators`

[PEP 257]: https://peps.python.org/pep-0257/
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::D400_missing_trailing_period
