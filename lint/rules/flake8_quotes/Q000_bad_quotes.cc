#include <algorithm>
#include <string>

#include "lint/ast/string_parts.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::Q000_bad_quotes {

using config::Quote;
using Parts = ast::List<ast::StringPart>;

// What messages say for each preferred quote.
struct Words {
  std::string_view message;
  std::string_view fix_title;
};

static constexpr Words kInline[] = {
    {"Single quotes found but double quotes preferred", "Replace single quotes with double quotes"},
    {"Double quotes found but single quotes preferred",
     "Replace double quotes with single quotes"}};
static constexpr Words kMultiline[] = {{"Single quote multiline found but double quotes preferred",
                                        "Replace single multiline quotes with double quotes"},
                                       {"Double quote multiline found but single quotes preferred",
                                        "Replace double multiline quotes with single quotes"}};
static constexpr Words kDocstring[] = {{"Single quote docstring found but double quotes preferred",
                                        "Replace single quotes docstring with double quotes"},
                                       {"Double quote docstring found but single quotes preferred",
                                        "Replace double quotes docstring with single quotes"}};

static char character_of(Quote quote) {
  return quote == Quote::Double ? '"' : '\'';
}

static Diagnostic& report(Checker& c, RuleId rule, const ast::StringPart& part,
                          const Words (&words)[2], Quote preferred) {
  const Words& chosen = words[preferred == Quote::Double ? 0 : 1];
  Diagnostic& finding = c.report(rule, part.range, std::string(chosen.message));
  finding.fix_title = chosen.fix_title;
  return finding;
}

// The string in other quotes.
static Fix requoted(const Checker& c, const ast::StringPart& part, Quote preferred) {
  const ast::StringFlags flags = ast::flags_of(part);
  const std::string quotes(flags.quote_size(), character_of(preferred));
  const std::string prefix(c.text(part).substr(0, flags.prefix_size));
  return Fix::safe(
      {part.range, prefix + quotes + std::string(c.text(ast::content_range(part))) + quotes});
}

static bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// '' in front of a quote: other quotes would make three of them.
static bool is_empty_before_quote(const Checker& c, const ast::StringPart& part, Quote preferred) {
  return !ast::flags_of(part).is_triple && ast::content_range(part).empty() &&
         c.text().substr(part.range.end).starts_with(character_of(preferred));
}

static bool is_behind_two_quotes(const Checker& c, const ast::StringPart& part, Quote preferred) {
  const std::string two(2, character_of(preferred));
  return c.text().substr(0, part.range.start).ends_with(two);
}

static void check_docstring(Checker& c, const ast::StringPart& part) {
  const Quote preferred = c.settings().flake8_quotes.docstring_quotes;
  if (is_empty_before_quote(c, part, preferred)) {
    report(c, codes::Q002, part, kDocstring, preferred);
    return;
  }
  const std::string_view raw = c.text(part).substr(ast::flags_of(part).prefix_size);
  if (raw.find(character_of(preferred)) != raw.npos) return;
  report(c, codes::Q002, part, kDocstring, preferred).fix = requoted(c, part, preferred);
}

static void check_multiline(Checker& c, const ast::StringPart& part) {
  const Quote preferred = c.settings().flake8_quotes.multiline_quotes;
  const std::string_view raw = c.text(part).substr(ast::flags_of(part).prefix_size);
  const bool is_double = preferred == Quote::Double;
  if (contains(raw, is_double ? "\"\"\"" : "'''")) return;
  // The last character would end the string.
  if (raw.ends_with(is_double ? "\"'''" : "'\"\"\"")) return;
  report(c, codes::Q001, part, kMultiline, preferred).fix = requoted(c, part, preferred);
}

static void check_inline(Checker& c, const ast::StringPart& part) {
  const Quote preferred = c.settings().flake8_quotes.inline_quotes;
  Diagnostic& finding = report(c, codes::Q000, part, kInline, preferred);
  if (is_empty_before_quote(c, part, preferred)) return;
  if (is_behind_two_quotes(c, part, preferred)) return;
  finding.fix = requoted(c, part, preferred);
}

// Would the preferred quotes make an escape necessary in one of the pieces?
static bool avoids_escapes(const Checker& c, Parts parts, char preferred) {
  return std::ranges::any_of(parts, [&](const ast::StringPart* part) {
    const ast::StringFlags flags = ast::flags_of(*part);
    return !flags.is_triple && flags.quote() != preferred &&
           contains(c.text(ast::content_range(*part)), {&preferred, 1});
  });
}

static void check_strings(Checker& c, Parts parts) {
  const char inline_quote = character_of(c.settings().flake8_quotes.inline_quotes);
  const char multiline_quote = character_of(c.settings().flake8_quotes.multiline_quotes);
  for (const ast::StringPart* part : parts) {
    const ast::StringFlags flags = ast::flags_of(*part);
    if (flags.is_triple) {
      if (flags.quote() != multiline_quote && c.is_enabled(codes::Q001)) check_multiline(c, *part);
    } else if (flags.quote() != inline_quote && c.is_enabled(codes::Q000) &&
               !avoids_escapes(c, parts, inline_quote)) {
      check_inline(c, *part);
    }
  }
}

template <typename T>
static void check(Checker& c, const T& node) {
  const semantic::Flags flags = c.semantic().flags();
  if (flags.in_string_type_definition() || flags.has(semantic::Flag::InterpolatedField)) return;
  if (!flags.has(semantic::Flag::Pep257Docstring)) return check_strings(c, node.parts);
  if (!c.is_enabled(codes::Q002)) return;
  for (const ast::StringPart* part : node.parts) check_docstring(c, *part);
}

static constexpr Hook kHooks[] = {on<check<ast::ExprStringLiteral>>,
                                  on<check<ast::ExprBytesLiteral>>, on<check<ast::ExprFString>>,
                                  on<check<ast::ExprTString>>};
static constexpr std::string_view kInlineMessages[] = {kInline[0].message, kInline[1].message};
static constexpr std::string_view kMultilineMessages[] = {kMultiline[0].message,
                                                          kMultiline[1].message};
static constexpr std::string_view kDocstringMessages[] = {kDocstring[0].message,
                                                          kDocstring[1].message};

static constexpr RuleInfo kInfo[] = {{.code = codes::Q000,
                                      .docs = R"(## What it does
Finds strings whose quotes are not those of `lint.flake8-quotes.inline-quotes`.

Where the preferred quotes would make an escape necessary, others are fine.

## Why is this bad?
One kind of quotes is easier to read and to search for. Formatters see to it as
well; who uses one needs no rule for it.

## Example
```python
name = 'klint'
```

Use instead:
```python
name = "klint"
```

## Options
- `lint.flake8-quotes.inline-quotes`
)",
                                      .messages = kInlineMessages,
                                      .hooks = kHooks},
                                     {.code = codes::Q001,
                                      .docs = R"(## What it does
Finds strings in triple quotes that are not those of
`lint.flake8-quotes.multiline-quotes`.

Where the preferred quotes would make an escape necessary, others are fine.

## Why is this bad?
One kind of quotes is easier to read and to search for. Formatters see to it as
well; who uses one needs no rule for it.

## Example
```python
text = '''
one
two
'''
```

Use instead:
```python
text = """
one
two
"""
```

## Options
- `lint.flake8-quotes.multiline-quotes`
)",
                                      .messages = kMultilineMessages,
                                      .hooks = kHooks},
                                     {.code = codes::Q002,
                                      .docs = R"(## What it does
Finds docstrings whose quotes are not those of
`lint.flake8-quotes.docstring-quotes`.

Where the preferred quotes would make an escape necessary, others are fine.

## Why is this bad?
One kind of quotes is easier to read and to search for. Formatters see to it as
well; who uses one needs no rule for it.

## Example
```python
'''
Docs of the module.
'''
```

Use instead:
```python
"""
Docs of the module.
"""
```

## Options
- `lint.flake8-quotes.docstring-quotes`
)",
                                      .messages = kDocstringMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::Q000_bad_quotes
