#include <optional>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::EM101_raw_string_in_exception {

// msg, or msg_0, msg_1... if that means something.
static std::string fresh_name(const semantic::Semantic& semantic) {
  std::string name = "msg";
  for (unsigned i = 0; !semantic.is_available(name); ++i) name = "msg_" + std::to_string(i);
  return name;
}

// Assigns the string in front of the statement; `indentation` is the statement's.
static Fix assign_to_variable(const Checker& c, const ast::StmtRaise& node, const ast::Expr& string,
                              std::string_view indentation) {
  const parser::CodeStyle& style = c.lines().style();
  const std::string name = fresh_name(c.semantic());
  const std::string line_start = std::string(style.line_ending) + std::string(indentation);
  std::string value(c.text(string));
  if (c.lines().contains_line_break(string.range)) {
    value = '(' + line_start + std::string(style.indentation) + value + line_start + ')';
  }
  return Fix::of(Applicability::Unsafe,
                 {{{node.range.start, node.range.start}, name + " = " + value + line_start},
                  {string.range, name}});
}

// Of a string or bytes literal, in bytes; nullopt: something else.
static std::optional<std::size_t> literal_size(const ast::Expr& expr) {
  if (const auto* string = ast::as<ast::ExprStringLiteral>(expr)) return string->value.size();
  if (const auto* bytes = ast::as<ast::ExprBytesLiteral>(expr)) return bytes->value.size();
  return std::nullopt;
}

static void check(Checker& c, const ast::StmtRaise& node) {
  const auto* call = ast::as<ast::ExprCall>(node.exc);
  if (call == nullptr || call->arguments->args.empty()) return;
  const ast::Expr& string = *call->arguments->args.front();
  const std::optional<std::size_t> size = literal_size(string);
  if (!size || *size < c.settings().flake8_errmsg.max_string_length) return;
  if (c.semantic().is_typing_member(*call->func, "cast")) return;
  Diagnostic& finding =
      c.report(codes::EM101, string.range,
               "Exception must not use a string literal, assign to variable first");
  finding.fix_title = "Assign to variable; remove string literal";
  if (const auto indentation = c.lines().indentation_at(node.range.start)) {
    finding.fix = assign_to_variable(c, node, string, *indentation);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "Exception must not use a string literal, assign to variable first"};

static constexpr RuleInfo kInfo[] = {{.code = codes::EM101,
                                      .docs = R"(## What it does
Finds exceptions that are raised with a string literal.

## Why is this bad?
A traceback shows the line that raised, and below it the message: the same text
twice. With a variable the line is short.

## Example
```python
raise RuntimeError("the file is locked")
```

Use instead:
```python
msg = "the file is locked"
raise RuntimeError(msg)
```

## Options
- `lint.flake8-errmsg.max-string-length`: how long a string must be to count.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::EM101_raw_string_in_exception
