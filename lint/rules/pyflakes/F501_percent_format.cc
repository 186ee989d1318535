// All that can be wrong between a format string and the value behind %.
#include <algorithm>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pyflakes/format_arguments.h"
#include "lint/semantic/python_type.h"
#include "lint/semantic/side_effects.h"
#include "lint/strings/cformat.h"

namespace lint::rules::F501_percent_format {

using strings::CFormatError;
using strings::CFormatSummary;

static void report(Checker& c, RuleId code, const ast::ExprBinOp& node, std::string message) {
  if (c.is_enabled(code)) c.report(code, node.range, std::move(message));
}

static void report_error(Checker& c, const CFormatError& error, const ast::ExprBinOp& node) {
  if (error.kind != CFormatError::Kind::UnknownType) {
    return report(c, codes::F501, node,
                  "`%`-format string has invalid format string: " + std::string(error.message()));
  }
  std::string message = "`%`-format string has unsupported format character `";
  common::append_utf8(error.type, message);
  report(c, codes::F509, node, message + '`');
}

static bool is_sequence(const ast::Expr& value) {
  switch (value.kind) {
    case ast::Kind::ExprList:
    case ast::Kind::ExprTuple:
    case ast::Kind::ExprSet:
    case ast::Kind::ExprListComp:
    case ast::Kind::ExprSetComp:
    case ast::Kind::ExprGenerator:
      return true;
    default:
      return false;
  }
}

static bool is_mapping(const ast::Expr& value) {
  return ast::is<ast::ExprDict>(value) || ast::is<ast::ExprDictComp>(value);
}

static void check_kind_of_value(Checker& c, const CFormatSummary& summary,
                                const ast::ExprBinOp& node) {
  if (!summary.keys.empty() && is_sequence(*node.right)) {
    report(c, codes::F502, node, "`%`-format string expected mapping but got sequence");
  }
  if (summary.positional_count > 1 && is_mapping(*node.right)) {
    report(c, codes::F503, node, "`%`-format string expected sequence but got mapping");
  }
  if (summary.positional_count > 0 && !summary.keys.empty()) {
    report(c, codes::F506, node, "`%`-format string has mixed positional and named placeholders");
  }
  if (summary.has_star && is_mapping(*node.right)) {
    report(c, codes::F508, node, "`%`-format string `*` specifier requires sequence");
  }
}

static void check_unused_keys(Checker& c, const CFormatSummary& summary, const ast::ExprBinOp& node,
                              const ast::ExprDict& dict) {
  std::vector<std::string> unused;
  std::vector<pyflakes::ListedItem> items;
  for (const ast::DictItem* item : dict.items) {
    const auto* key = ast::as<ast::ExprStringLiteral>(item->key);
    const bool is_unused =
        key != nullptr && std::ranges::find(summary.keys, key->value) == summary.keys.end();
    items.push_back({item->range, is_unused});
    if (is_unused) unused.emplace_back(key->value);
  }
  if (unused.empty()) return;
  const std::string names = pyflakes::joined(unused);
  Diagnostic& finding =
      c.report(codes::F504, node.range, "`%`-format string has unused named argument(s): " + names);
  finding.fix_title = "Remove extra named arguments: " + names;
  const Edit edit{dict.range,
                  pyflakes::without_unused(c, dict.range, items, pyflakes::TailBlanks::Keep)};
  finding.fix = semantic::contains_effect(dict, c.semantic()) ? Fix::unsafe(edit) : Fix::safe(edit);
}

static void check_missing_keys(Checker& c, const CFormatSummary& summary,
                               const ast::ExprBinOp& node, const ast::ExprDict& dict) {
  std::vector<std::string_view> keys;
  for (const ast::DictItem* item : dict.items) {
    const auto* key = ast::as<ast::ExprStringLiteral>(item->key);
    if (key == nullptr) return;
    keys.push_back(key->value);
  }
  std::vector<std::string> missing;
  for (const std::string_view key : summary.keys) {
    if (std::ranges::find(keys, key) == keys.end()) missing.emplace_back(key);
  }
  if (missing.empty()) return;
  c.report(
      codes::F505, node.range,
      "`%`-format string is missing argument(s) for placeholder(s): " + pyflakes::joined(missing));
}

static void check_keys(Checker& c, const CFormatSummary& summary, const ast::ExprBinOp& node) {
  const auto* dict = ast::as<ast::ExprDict>(node.right);
  if (dict == nullptr || summary.positional_count > 0) return;
  // **other may bring any key.
  for (const ast::DictItem* item : dict->items) {
    if (item->key == nullptr) return;
  }
  if (c.is_enabled(codes::F504)) check_unused_keys(c, summary, node, *dict);
  if (c.is_enabled(codes::F505)) check_missing_keys(c, summary, node, *dict);
}

static void check_count(Checker& c, const CFormatSummary& summary, const ast::ExprBinOp& node) {
  if (!summary.keys.empty()) return;
  const std::size_t wanted = summary.positional_count;
  std::size_t given = 1;
  if (const auto* tuple = ast::as<ast::ExprTuple>(node.right)) {
    given = tuple->elts.size();
    for (const ast::Expr* element : tuple->elts) {
      if (ast::is<ast::ExprStarred>(element)) return;
    }
  } else {
    const semantic::ResolvedType type = semantic::type_of(*node.right);
    // What may be a tuple has any number of values, but hardly none.
    const bool is_single = type.is_atom() && type.atom() != semantic::PythonType::Tuple;
    if (!is_single && (type.is_atom() || wanted > 0)) return;
  }
  if (given == wanted) return;
  report(c, codes::F507, node,
         "`%`-format string has " + std::to_string(wanted) + " placeholder(s) but " +
             std::to_string(given) + " substitution(s)");
}

static void check(Checker& c, const ast::ExprBinOp& node) {
  const auto* format = ast::as<ast::ExprStringLiteral>(node.left);
  if (node.op != ast::Operator::Mod || format == nullptr) return;
  const auto parts = strings::parse_cformat(format->value);
  if (!parts) return report_error(c, parts.error(), node);
  const CFormatSummary summary = strings::summarize(*parts);
  check_kind_of_value(c, summary, node);
  check_keys(c, summary, node);
  check_count(c, summary, node);
}

static constexpr Hook kHooks[] = {on<check>};

static constexpr std::string_view kMessages501[] = {
    "`%`-format string has invalid format string: {error}"};
static constexpr std::string_view kMessages502[] = {
    "`%`-format string expected mapping but got sequence"};
static constexpr std::string_view kMessages503[] = {
    "`%`-format string expected sequence but got mapping"};
static constexpr std::string_view kMessages504[] = {
    "`%`-format string has unused named argument(s): {names}"};
static constexpr std::string_view kMessages505[] = {
    "`%`-format string is missing argument(s) for placeholder(s): {names}"};
static constexpr std::string_view kMessages506[] = {
    "`%`-format string has mixed positional and named placeholders"};
static constexpr std::string_view kMessages507[] = {
    "`%`-format string has {wanted} placeholder(s) but {given} substitution(s)"};
static constexpr std::string_view kMessages508[] = {
    "`%`-format string `*` specifier requires sequence"};
static constexpr std::string_view kMessages509[] = {
    "`%`-format string has unsupported format character `{character}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F501,
                                      .docs = R"(## What it does
Finds format strings of `%` that end within a placeholder.

## Why is this bad?
Formatting raises `ValueError`. A percent sign that is meant as such is written
`%%`.

## Example
```python
"%.2f %" % share
```

Use instead:
```python
"%.2f %%" % share
```
)",
                                      .messages = kMessages501,
                                      .hooks = kHooks},
                                     {.code = codes::F502,
                                      .docs = R"(## What it does
Finds format strings with named placeholders and a list, tuple, set or
comprehension behind `%`.

## Why is this bad?
`%(name)s` looks its value up by name: formatting anything but a mapping raises
`TypeError`.

## Example
```python
"%(host)s:%(port)d" % ("localhost", 80)
```

Use instead:
```python
"%(host)s:%(port)d" % {"host": "localhost", "port": 80}
```
)",
                                      .messages = kMessages502,
                                      .hooks = kHooks},
                                     {.code = codes::F503,
                                      .docs = R"(## What it does
Finds format strings with several placeholders without names and a dict behind
`%`.

## Why is this bad?
A dict counts as one value. The second placeholder finds none, and formatting
raises `TypeError`.

## Example
```python
"%s:%d" % {"host": "localhost", "port": 80}
```

Use instead:
```python
"%s:%d" % ("localhost", 80)
```
)",
                                      .messages = kMessages503,
                                      .hooks = kHooks},
                                     {.code = codes::F504,
                                      .docs = R"(## What it does
Finds keys of the dict behind `%` that the format string does not name.

## Why is this bad?
The value is computed for nothing; often the placeholder was forgotten or its
name is misspelled.

## Example
```python
"Dear %(name)s" % {"name": name, "title": title}
```

Use instead:
```python
"Dear %(name)s" % {"name": name}
```

## Fix safety
The fix is unsafe if something in the dict is called: what the call does would no
longer be done.
)",
                                      .messages = kMessages504,
                                      .hooks = kHooks},
                                     {.code = codes::F505,
                                      .docs = R"(## What it does
Finds placeholders of a format string that the dict behind `%` has no key for.

## Why is this bad?
Formatting raises `KeyError`.

## Example
```python
"%(host)s:%(port)d" % {"host": "localhost"}
```

Use instead:
```python
"%(host)s:%(port)d" % {"host": "localhost", "port": 80}
```
)",
                                      .messages = kMessages505,
                                      .hooks = kHooks},
                                     {.code = codes::F506,
                                      .docs = R"(## What it does
Finds format strings that have placeholders with and without names.

## Why is this bad?
Named placeholders want a mapping, the others a value or a tuple; no value is
both, and formatting raises `TypeError`.

## Example
```python
"%s:%(port)d" % {"port": 80}
```

Use instead:
```python
"%(host)s:%(port)d" % {"host": "localhost", "port": 80}
```
)",
                                      .messages = kMessages506,
                                      .hooks = kHooks},
                                     {.code = codes::F507,
                                      .docs = R"(## What it does
Finds format strings that have more or fewer placeholders than there are values
behind `%`.

## Why is this bad?
Formatting raises `TypeError`, for missing values as for those that are left
over.

## Example
```python
"%s:%d" % ("localhost", 80, "tcp")
```

Use instead:
```python
"%s:%d/%s" % ("localhost", 80, "tcp")
```
)",
                                      .messages = kMessages507,
                                      .hooks = kHooks},
                                     {.code = codes::F508,
                                      .docs = R"(## What it does
Finds format strings that take a width or precision from the values (`*`) and a
dict behind `%`.

## Why is this bad?
`*` takes the next value of a tuple. A dict has no next value, and formatting
raises `TypeError`.

## Example
```python
"%*d" % {"width": 8, "n": n}
```

Use instead:
```python
"%*d" % (8, n)
```
)",
                                      .messages = kMessages508,
                                      .hooks = kHooks},
                                     {.code = codes::F509,
                                      .docs = R"(## What it does
Finds placeholders of `%` whose type is a letter that means nothing.

## Why is this bad?
Formatting raises `ValueError`. The types are `d`, `i`, `u`, `o`, `x`, `X`, `e`,
`E`, `f`, `F`, `g`, `G`, `c`, `r`, `s` and `a`.

## Example
```python
"Hello, %S" % name
```

Use instead:
```python
"Hello, %s" % name
```
)",
                                      .messages = kMessages509,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F501_percent_format
