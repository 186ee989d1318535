#include <string>

#include "lint/ast/arguments.h"
#include "lint/ast/operator_precedence.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/parser/parentheses.h"

namespace lint::rules::RUF010_explicit_f_string_type_conversion {

// The letter of the conversion that a builtin does; 0: none.
static char conversion_of(std::string_view function) {
  if (function == "str") return 's';
  if (function == "repr") return 'r';
  return function == "ascii" ? 'a' : 0;
}

// What is converted; null: the call is no conversion.
static const ast::Expr* argument_of(const ast::Arguments& arguments, char conversion) {
  if (conversion == 's' && ast::argument_count(arguments) == 1) {
    return ast::find_argument_value(arguments, "object", 0);
  }
  const bool has_one = arguments.keywords.empty() && arguments.args.size() == 1;
  return has_one ? arguments.args[0] : nullptr;
}

static bool starts_with_brace(const Checker& c, const ast::Expr& expr) {
  for (const parser::Token& token : parser::tokens_in(c.tokens(), expr.range)) {
    if (!parser::is_trivia(token.kind)) return token.kind == parser::TokenKind::LeftBrace;
  }
  return false;
}

static bool needs_parentheses(const ast::Expr& expr) {
  if (const auto* generator = ast::as<ast::ExprGenerator>(expr)) return !generator->parenthesized;
  return ast::precedence_of(expr) <= ast::Precedence::Lambda;
}

// The piece with `call`, the expression of a field, replaced by what it converts.
static Fix make_fix(const Checker& c, const ast::StringPartFormatted& piece,
                    const ast::ExprCall& call, const ast::Expr& argument, char conversion) {
  const TextRange whole = parser::range_with_parentheses(c.tokens(), call, piece);
  const TextRange inner = parser::range_with_parentheses(c.tokens(), argument, *call.arguments);
  std::uint32_t before = whole.start;
  std::string content;
  if (starts_with_brace(c, argument)) {
    // {{ would be a brace.
    while (c.text()[before - 1] != '{') --before;
    content = " ";
  }
  const bool is_grouped = needs_parentheses(argument);
  if (is_grouped) content += '(';
  content += c.text(inner);
  if (is_grouped) content += ')';

  // Blanks behind the call stand in front of the conversion.
  std::uint32_t behind = whole.end;
  while (c.text()[behind] == ' ' || c.text()[behind] == '\t') ++behind;
  content += c.text(TextRange{whole.end, behind});
  content.append("!") += conversion;

  std::string text(c.text(TextRange{piece.range.start, before}));
  text.append(content).append(c.text(TextRange{behind, piece.range.end}));
  const bool drops_comments = c.lines().intersects_comment({call.range.start, inner.start}) ||
                              c.lines().intersects_comment({inner.end, call.range.end});
  const Edit edit{piece.range, std::move(text)};
  return drops_comments ? Fix::unsafe(edit) : Fix::safe(edit);
}

static void check_piece(Checker& c, const ast::StringPartFormatted& piece) {
  for (const ast::StringElement* element : piece.elements) {
    const auto* field = ast::as<ast::StringElementField>(element);
    if (field == nullptr || field->conversion != ast::Conversion::None) continue;
    const auto* call = ast::as<ast::ExprCall>(field->expression);
    if (call == nullptr) continue;
    const char conversion = conversion_of(c.semantic().builtin_symbol(*call->func));
    if (conversion == 0) continue;
    const ast::Expr* argument = argument_of(*call->arguments, conversion);
    if (argument == nullptr) continue;
    // {str(x) = } shows its text.
    if (ast::is<ast::ExprStarred>(argument) || field->debug_leading.data() != nullptr) return;
    Diagnostic& finding = c.report(codes::RUF010, call->range, "Use explicit conversion flag");
    finding.fix_title = "Replace with conversion flag";
    finding.fix = make_fix(c, piece, *call, *argument, conversion);
  }
}

static void check(Checker& c, const ast::ExprFString& node) {
  for (const ast::StringPart* part : node.parts) {
    if (const auto* piece = ast::as<ast::StringPartFormatted>(part)) check_piece(c, *piece);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Use explicit conversion flag"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF010,
                                      .docs = R"(## What it does
Finds calls of `str()`, `repr()` and `ascii()` that are all there is in a field of an
f-string.

## Why is this bad?
Fields have a notation for just that: `!s`, `!r` and `!a`. It is shorter, and nobody
can have given the name `str` another meaning.

## Example
```python
print(f"no such user: {repr(name)}")
```

Use instead:
```python
print(f"no such user: {name!r}")
```

## Fix safety
The fix is unsafe if it drops comments.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF010_explicit_f_string_type_conversion
