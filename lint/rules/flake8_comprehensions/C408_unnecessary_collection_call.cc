#include <algorithm>
#include <string>

#include "lint/ast/string_parts.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/flake8_comprehensions/braces.h"

namespace lint::rules::C408_unnecessary_collection_call {

using flake8_comprehensions::blank_before;
using flake8_comprehensions::blank_behind;

static char other_quote(const ast::List<ast::StringPart>& parts) {
  return ast::flags_of(*parts.front()).quote() == '"' ? '\'' : '"';
}

// In an f-string the quotes that it does not use itself.
static char quote_at(const Checker& c, const ast::ExprCall& call) {
  if (c.semantic().flags().in_interpolated_string()) {
    for (const ast::Expr* at = &call; at != nullptr; at = c.semantic().parent_expression(at)) {
      if (const auto* string = ast::as<ast::ExprFString>(at)) return other_quote(string->parts);
      if (const auto* string = ast::as<ast::ExprTString>(at)) return other_quote(string->parts);
    }
  }
  return c.lines().style().quote;
}

// Where the value of name=value starts, with its parentheses.
static std::uint32_t value_start(const Checker& c, const ast::Keyword& keyword) {
  const auto tokens = parser::tokens_in(c.tokens(), {keyword.arg.range.end, keyword.range.end});
  const auto value = std::ranges::find_if(tokens, [](const parser::Token& token) {
    return !parser::is_trivia(token.kind) && token.kind != parser::TokenKind::Equal;
  });
  return value == tokens.end() ? keyword.value->range.start : value->range.start;
}

// dict(a=1, b=2) to {"a": 1, "b": 2}; what is between the arguments stays.
static Edit dict_edit(const Checker& c, const ast::ExprCall& call) {
  const ast::List<ast::Keyword>& keywords = call.arguments->keywords;
  const TextRange inside = {call.arguments->range.start + 1, call.arguments->range.end - 1};
  const char quote = quote_at(c, call);
  std::string content = std::string(blank_before(c, call.range)) + "{";
  content += c.text({inside.start, keywords.front()->range.start});
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    const std::uint32_t end = i + 1 < keywords.size() ? keywords[i + 1]->range.start : inside.end;
    content += quote + std::string(keywords[i]->arg.text()) + quote + ": ";
    content += c.text({value_start(c, *keywords[i]), end});
  }
  content += "}" + std::string(blank_behind(c, call.range));
  return replacement(call.range, std::move(content));
}

static Fix empty_fix(const Checker& c, const ast::ExprCall& call, std::string_view collection) {
  std::string open = collection == "list" ? "[" : "(";
  std::string close = collection == "list" ? "]" : ")";
  if (collection == "dict") {
    open = std::string(blank_before(c, call.range)) + "{";
    close = "}" + std::string(blank_behind(c, call.range));
  }
  const TextRange arguments = call.arguments->range;
  return Fix::of(Applicability::Unsafe,
                 {replacement({call.range.start, arguments.start + 1}, std::move(open)),
                  replacement({arguments.end - 1, call.range.end}, std::move(close))});
}

static bool is_replaceable(const Checker& c, std::string_view collection,
                           const ast::List<ast::Keyword>& keywords) {
  if (keywords.empty()) {
    return collection == "dict" || collection == "list" || collection == "tuple";
  }
  const bool has_names_only = std::ranges::all_of(
      keywords, [](const ast::Keyword* keyword) { return static_cast<bool>(keyword->arg); });
  return collection == "dict" && has_names_only &&
         !c.settings().flake8_comprehensions.allow_dict_calls_with_keyword_arguments;
}

static void check(Checker& c, const NamedCall& subject) {
  const ast::ExprCall& call = subject.call;
  const std::string_view collection = subject.name.back();
  const ast::List<ast::Keyword>& keywords = call.arguments->keywords;
  if (!call.arguments->args.empty() || !is_replaceable(c, collection, keywords)) return;
  Diagnostic& finding =
      c.report(codes::C408, call.range,
               "Unnecessary `" + std::string(collection) + "()` call (rewrite as a literal)");
  finding.fix_title = "Rewrite as a literal";
  finding.fix = keywords.empty() ? empty_fix(c, call, collection) : Fix::unsafe(dict_edit(c, call));
}

static constexpr std::string_view kNames[] = {"builtins.dict", "builtins.list", "builtins.tuple"};
static constexpr Hook kHooks[] = {on_call<check>(kNames)};
static constexpr std::string_view kMessages[] = {
    "Unnecessary `{kind}()` call (rewrite as a literal)"};

static constexpr RuleInfo kInfo[] = {{.code = codes::C408,
                                      .docs = R"(## What it does
Finds calls of `dict`, `list` and `tuple` that a literal can replace: those without
arguments, and `dict` with nothing but names.

## Why is this bad?
A literal is shorter and faster: no name has to be looked up and no function to be
called.

`lint.flake8-comprehensions.allow-dict-calls-with-keyword-arguments` allows
`dict(a=1)`.

## Example
```python
point = dict(x=1, y=2)
names = list()
```

Use instead:
```python
point = {"x": 1, "y": 2}
names = []
```

## Fix safety
The fix is unsafe: comments in the call may get lost.

## Options
- `lint.flake8-comprehensions.allow-dict-calls-with-keyword-arguments`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::C408_unnecessary_collection_call
