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

static bool needs_parentheses(const ast::Expr& expr) {
  if (const auto* generator = ast::as<ast::ExprGenerator>(expr)) return !generator->parenthesized;
  return ast::precedence_of(expr) <= ast::Precedence::Lambda;
}

// Behind blanks, line breaks and comments.
static std::uint32_t skip_trivia(std::string_view text, std::uint32_t at) {
  while (std::string_view(" \t\f\r\n\\#").find(text[at]) != std::string_view::npos) {
    if (text[at] == '#') {
      at = static_cast<std::uint32_t>(text.find_first_of("\r\n", at));
    } else {
      ++at;
    }
  }
  return at;
}

// The piece with `call`, the expression of a field, replaced by what it converts.
static Fix make_fix(const Checker& c, const ast::StringPartFormatted& piece,
                    const ast::StringElementField& field, const ast::Expr& argument,
                    char conversion) {
  const auto& call = static_cast<const ast::ExprCall&>(*field.expression);
  const TextRange whole = parser::range_with_parentheses(c.tokens(), call, piece);
  const TextRange inner = parser::range_with_parentheses(c.tokens(), argument, *call.arguments);
  // {{ would be a brace.
  const bool has_brace = c.text(argument).starts_with('{');
  const std::uint32_t before = has_brace ? field.range.start + 1 : whole.start;
  std::string content = has_brace ? " " : "";
  const bool is_grouped = needs_parentheses(argument);
  if (is_grouped) content += '(';
  content += c.text(inner);
  if (is_grouped) content += ')';
  // What is between the call and the format stands in front of the conversion.
  const std::uint32_t behind = skip_trivia(c.text(), whole.end);
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
    // In a string annotation of several pieces nothing has a place of its own.
    if (c.semantic().flags().has(semantic::Flag::ComplexStringTypeDefinition)) continue;
    finding.fix = make_fix(c, piece, *field, *argument, conversion);
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
