// All that can be wrong between a format string and the arguments of .format().
#include <algorithm>
#include <string>
#include <vector>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pyflakes/format_arguments.h"
#include "lint/semantic/side_effects.h"
#include "lint/strings/format_string.h"

namespace lint::rules::F521_string_dot_format {

using strings::FormatError;
using strings::FormatSummary;

static std::string_view message_of(FormatError error) {
  switch (error) {
    case FormatError::EmptyAttribute:
      return "Empty attribute in format string";
    case FormatError::BadBehindIndex:
      return "Only '.' or '[' may follow ']' in format field specifier";
    case FormatError::NestedTooDeep:
      return "Max format placeholder recursion exceeded";
    case FormatError::LoneClosingBrace:
      return "Single '}' encountered in format string";
    case FormatError::OpenIndex:
      return "Expected '}' before end of string";
    case FormatError::OpenBrace:
      return "Single '{' encountered in format string";
    case FormatError::UnknownConversion:
      break;
  }
  return "Unexpected error parsing format string";
}

// The call with the arguments taken out that are marked, in source order.
static Edit without_arguments(const Checker& c, const ast::ExprCall& call,
                              const std::vector<pyflakes::ListedItem>& items) {
  const TextRange list = call.arguments->range;
  return {call.range, std::string(c.text(TextRange{call.range.start, list.start})) +
                          pyflakes::without_unused(c, list, items, pyflakes::TailBlanks::Remove)};
}

static void check_unused_keywords(Checker& c, const ast::ExprCall& call,
                                  const FormatSummary& summary) {
  std::vector<std::string> unused;
  std::vector<pyflakes::ListedItem> items;
  bool has_side_effect = false;
  ast::for_each_argument(*call.arguments, [&](const ast::Argument& argument) {
    const bool is_unused =
        argument.keyword != nullptr &&
        std::ranges::find(summary.keywords, argument.keyword->arg.text()) == summary.keywords.end();
    items.push_back({argument.node().range, is_unused});
    if (!is_unused) return;
    unused.emplace_back(argument.keyword->arg.text());
    has_side_effect |= semantic::contains_effect(*argument.keyword->value, c.semantic());
  });
  if (unused.empty()) return;
  const std::string names = pyflakes::joined(unused);
  Diagnostic& finding =
      c.report(codes::F522, call.range, "`.format` call has unused named argument(s): " + names);
  finding.fix_title = "Remove extra named arguments: " + names;
  const Edit edit = without_arguments(c, call, items);
  finding.fix = has_side_effect ? Fix::unsafe(edit) : Fix::safe(edit);
}

// Without braces in it, the format string is what the call gives.
static bool stands_for_itself(const ast::ExprStringLiteral& format) {
  return format.value.find_first_of("{}") == std::string_view::npos;
}

// Are all unused positions behind all used ones?  Else the fields would have to
// be numbered anew.
static bool are_last(const std::vector<std::size_t>& unused, std::size_t count) {
  return count - unused.front() == unused.size();
}

static void check_unused_positions(Checker& c, const ast::ExprCall& call,
                                   const FormatSummary& summary,
                                   const ast::ExprStringLiteral& format) {
  const ast::List<ast::Expr>& args = call.arguments->args;
  std::vector<std::size_t> unused;
  std::vector<std::string> names;
  bool has_side_effect = false;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (ast::is<ast::ExprStarred>(args[i]) || i < summary.auto_count ||
        std::ranges::find(summary.indices, i) != summary.indices.end()) {
      continue;
    }
    unused.push_back(i);
    names.push_back(std::to_string(i));
    has_side_effect |= semantic::contains_effect(*args[i], c.semantic());
  }
  if (unused.empty()) return;
  const std::string positions = pyflakes::joined(names);
  Diagnostic& finding = c.report(
      codes::F523, call.range, "`.format` call has unused arguments at position(s): " + positions);
  finding.fix_title = "Remove extra positional arguments at position(s): " + positions;
  if (!are_last(unused, args.size())) return;
  Edit edit{call.range, std::string(c.text(format))};
  if (unused.size() != ast::argument_count(*call.arguments) || !stands_for_itself(format)) {
    std::vector<pyflakes::ListedItem> items;
    ast::for_each_argument(*call.arguments, [&](const ast::Argument& argument) {
      const bool is_unused = std::ranges::find(unused, items.size()) != unused.end();
      items.push_back({argument.node().range, is_unused});
    });
    edit = without_arguments(c, call, items);
  }
  finding.fix = has_side_effect ? Fix::unsafe(std::move(edit)) : Fix::safe(std::move(edit));
}

static bool has_keyword(const ast::Arguments& arguments, std::string_view name) {
  return std::ranges::any_of(arguments.keywords, [&](const ast::Keyword* keyword) {
    return keyword->arg && keyword->arg == name;
  });
}

static void check_missing(Checker& c, const ast::ExprCall& call, const FormatSummary& summary) {
  const ast::Arguments& arguments = *call.arguments;
  std::vector<std::string> missing;
  const auto add_position = [&](std::uint64_t i) {
    if (i >= arguments.args.size()) missing.push_back(std::to_string(i));
  };
  for (std::uint64_t i = 0; i < summary.auto_count; ++i) add_position(i);
  for (const std::uint64_t i : summary.indices) add_position(i);
  for (const std::string_view keyword : summary.keywords) {
    if (!has_keyword(arguments, keyword)) missing.emplace_back(keyword);
  }
  if (missing.empty()) return;
  c.report(
      codes::F524, call.range,
      "`.format` call is missing argument(s) for placeholder(s): " + pyflakes::joined(missing));
}

static void check(Checker& c, const ast::ExprCall& call) {
  const auto* function = ast::as<ast::ExprAttribute>(call.func);
  if (function == nullptr || !(function->attr == "format")) return;
  const auto* format = ast::as<ast::ExprStringLiteral>(function->value);
  if (format == nullptr) return;
  const auto summary = strings::summarize_format_string(format->value);
  if (!summary) {
    if (!c.is_enabled(codes::F521)) return;
    c.report(
        codes::F521, call.range,
        "`.format` call has invalid format string: " + std::string(message_of(summary.error())));
    return;
  }
  const ast::Arguments& arguments = *call.arguments;
  const bool has_star = std::ranges::any_of(
      arguments.args, [](const ast::Expr* arg) { return ast::is<ast::ExprStarred>(arg); });
  const bool has_double_star = std::ranges::any_of(
      arguments.keywords, [](const ast::Keyword* keyword) { return !keyword->arg; });
  if (c.is_enabled(codes::F522) && !has_double_star) check_unused_keywords(c, call, *summary);
  if (c.is_enabled(codes::F523)) check_unused_positions(c, call, *summary, *format);
  if (c.is_enabled(codes::F524) && !has_star && !has_double_star) {
    check_missing(c, call, *summary);
  }
  if (c.is_enabled(codes::F525) && summary->auto_count > 0 && !summary->indices.empty()) {
    c.report(codes::F525, call.range, "`.format` string mixes automatic and manual numbering");
  }
}

static constexpr Hook kHooks[] = {on<check>};

static constexpr std::string_view kMessages521[] = {
    "`.format` call has invalid format string: {error}"};
static constexpr std::string_view kMessages522[] = {
    "`.format` call has unused named argument(s): {names}"};
static constexpr std::string_view kMessages523[] = {
    "`.format` call has unused arguments at position(s): {positions}"};
static constexpr std::string_view kMessages524[] = {
    "`.format` call is missing argument(s) for placeholder(s): {names}"};
static constexpr std::string_view kMessages525[] = {
    "`.format` string mixes automatic and manual numbering"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F521,
                                      .docs = R"(## What it does
Finds calls of `str.format` on strings that are no valid format strings.

## Why is this bad?
The call raises `ValueError`. A brace that is meant as such is written twice.

## Example
```python
"{}: {".format(name)
```

Use instead:
```python
"{}: {{".format(name)
```
)",
                                      .messages = kMessages521,
                                      .hooks = kHooks},
                                     {.code = codes::F522,
                                      .docs = R"(## What it does
Finds named arguments of `str.format` that the string has no field for.

## Why is this bad?
The argument has no effect; often the field was forgotten or its name is
misspelled.

## Example
```python
"Dear {name}".format(name=name, title=title)
```

Use instead:
```python
"Dear {name}".format(name=name)
```

## Fix safety
The fix is unsafe if the argument calls something: what the call does would no
longer be done.
)",
                                      .messages = kMessages522,
                                      .hooks = kHooks},
                                     {.code = codes::F523,
                                      .docs = R"(## What it does
Finds arguments of `str.format` at positions that the string has no field for.

## Why is this bad?
The argument has no effect; often its field was forgotten.

## Example
```python
"Dear {}".format(name, title)
```

Use instead:
```python
"Dear {}".format(name)
```

## Fix safety
The fix is unsafe if the argument calls something: what the call does would no
longer be done. There is none if fields would have to be numbered anew.
)",
                                      .messages = kMessages523,
                                      .hooks = kHooks},
                                     {.code = codes::F524,
                                      .docs = R"(## What it does
Finds fields of a format string that the call of `str.format` has no argument for.

## Why is this bad?
The call raises `IndexError` or `KeyError`.

## Example
```python
"{host}:{port}".format(host=host)
```

Use instead:
```python
"{host}:{port}".format(host=host, port=port)
```
)",
                                      .messages = kMessages524,
                                      .hooks = kHooks},
                                     {.code = codes::F525,
                                      .docs = R"(## What it does
Finds format strings that have numbered fields (`{0}`) and fields without a number
(`{}`).

## Why is this bad?
`str.format` counts either all fields or none and raises `ValueError` for such a
mixture.

## Example
```python
"{0}, {}".format(first, second)
```

Use instead:
```python
"{0}, {1}".format(first, second)
```
)",
                                      .messages = kMessages525,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F521_string_dot_format
