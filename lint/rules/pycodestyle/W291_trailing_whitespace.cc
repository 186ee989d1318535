#include "common/text/utf8.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pycodestyle/physical_lines.h"

namespace lint::rules::W291_trailing_whitespace {

static constexpr std::string_view kTrailing = "Trailing whitespace";
static constexpr std::string_view kBlank = "Blank line contains whitespace";

// Can a character that ends with this byte be white space?
static bool may_end_white_space(char last) {
  const auto byte = static_cast<unsigned char>(last);
  return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte >= 0x80;
}

static TextRange trailing_white_space(std::string_view text, TextRange line) {
  std::uint32_t start = line.end;
  while (start > line.start) {
    std::uint32_t at = start - 1;
    while (at > line.start && (text[at] & 0xC0) == 0x80) --at;
    std::size_t behind = at;
    if (!common::is_white_space(common::next_code_point(text, behind))) break;
    start = at;
  }
  return {start, line.end};
}

static void report_blank_line(Checker& c, TextRange range, Applicability applicability) {
  if (!c.is_enabled(codes::W293)) return;
  Diagnostic& finding = c.report(codes::W293, range, std::string(kBlank));
  finding.fix_title = "Remove whitespace from blank line";
  // A backslash in front of an empty line would be an error.
  const std::uint32_t start = c.lines().preceding_continuation(range.start).value_or(range.start);
  finding.fix = Fix::of(applicability, {{{start, range.end}, ""}});
}

static void report_trailing(Checker& c, TextRange range, Applicability applicability) {
  if (!c.is_enabled(codes::W291)) return;
  Diagnostic& finding = c.report(codes::W291, range, std::string(kTrailing));
  finding.fix_title = "Remove trailing whitespace";
  finding.fix = Fix::of(applicability, {{range, ""}});
}

static void check(Checker& c, const LinePass&) {
  pycodestyle::for_each_line(c, [&](TextRange line) {
    if (line.empty() || !may_end_white_space(c.text()[line.end - 1])) return;
    const TextRange range = trailing_white_space(c.text(), line);
    if (range.empty()) return;
    const Applicability applicability =
        c.lines().is_in_multiline_string(range) ? Applicability::Unsafe : Applicability::Safe;
    if (range == line) {
      report_blank_line(c, range, applicability);
    } else {
      report_trailing(c, range, applicability);
    }
  });
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kTrailingMessages[] = {kTrailing};
static constexpr std::string_view kBlankMessages[] = {kBlank};

static constexpr RuleInfo kInfo[] = {{.code = codes::W291,
                                      .docs = R"(## What it does
Finds white space at the end of lines that are not blank.

## Why is this bad?
Nobody sees it, so it comes and goes with editors and makes noise in diffs.

## Example
```python
answer = 42 
```

Use instead:
```python
answer = 42
```

## Fix
In a string of several lines the white space is part of the value; there the fix
is unsafe.
)",
                                      .messages = kTrailingMessages,
                                      .hooks = kHooks},
                                     {.code = codes::W293,
                                      .docs = R"(## What it does
Finds white space on lines that hold nothing else.

## Why is this bad?
Nobody sees it, so it comes and goes with editors and makes noise in diffs.

## Example
```python
class Empty:
    
    pass
```

Use instead:
```python
class Empty:

    pass
```

## Fix
In a string of several lines the white space is part of the value; there the fix
is unsafe. Backslashes that continue the line before are deleted, too.
)",
                                      .messages = kBlankMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::W291_trailing_whitespace
