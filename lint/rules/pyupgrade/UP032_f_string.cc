#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/ast/arguments.h"
#include "lint/ast/expressions.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pyupgrade/format_source.h"
#include "lint/semantic/side_effects.h"
#include "lint/strings/format_string.h"

namespace lint::rules::UP032_f_string {

using strings::FieldName;

static bool is_braced(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprGenerator:
    case ast::Kind::ExprDict:
    case ast::Kind::ExprSet:
    case ast::Kind::ExprSetComp:
    case ast::Kind::ExprDictComp:
      return true;
    default:
      return false;
  }
}

// Does the text of the expression begin with a brace that is not its own?
static bool starts_braced(const ast::Expr& expr) {
  if (const auto* subscript = ast::as<ast::ExprSubscript>(expr))
    return is_braced(*subscript->value);
  if (const auto* attribute = ast::as<ast::ExprAttribute>(expr))
    return is_braced(*attribute->value);
  if (const auto* call = ast::as<ast::ExprCall>(expr)) return is_braced(*call->func);
  return false;
}

// 12, which a dot would make a float.
static bool is_plain_integer(const ast::Expr& expr, std::string_view text) {
  const auto* number = ast::as<ast::ExprNumberLiteral>(expr);
  return number != nullptr && number->number_kind == ast::NumberKind::Int &&
         text.find_first_not_of("0123456789_") == std::string_view::npos;
}

// Must it get parentheses if something is taken of it: {(a + b).c}?
static bool binds_loosely(const ast::Expr& expr, std::string_view text) {
  switch (expr.kind) {
    case ast::Kind::ExprBinOp:
    case ast::Kind::ExprUnaryOp:
    case ast::Kind::ExprBoolOp:
    case ast::Kind::ExprCompare:
    case ast::Kind::ExprIf:
    case ast::Kind::ExprLambda:
    case ast::Kind::ExprAwait:
    case ast::Kind::ExprYield:
    case ast::Kind::ExprYieldFrom:
    case ast::Kind::ExprStarred:
      return true;
    default:
      return is_plain_integer(expr, text);
  }
}

static std::string field_value(const Checker& c, const ast::Expr& expr, bool is_accessed) {
  std::string text(c.text(expr));
  const bool needs_parentheses = is_braced(expr) || starts_braced(expr) ||
                                 ast::is<ast::ExprNamed>(expr) ||
                                 (is_accessed && binds_loosely(expr, text));
  const bool has_parentheses = text.starts_with('(') && text.ends_with(')');
  if (needs_parentheses && !has_parentheses) return '(' + text + ')';
  return text;
}

// A piece of the format string, and what becomes of it.
struct Piece {
  enum class Kind : std::uint8_t {
    Empty,
    Literal,  // Without fields: `text` has its braces made single.
    Fields,   // `text` is an f-string.
  };
  TextRange range;
  Kind kind;
  std::string text{};
};

// How a piece of a string is written.
struct Spelling {
  bool is_raw = false;
  std::string_view quotes;
  std::string_view content;
};

static Spelling spelling_of(std::string_view text, ast::StringFlags flags) {
  const std::size_t opener = flags.opener_size();
  return {flags.is_raw, text.substr(flags.prefix_size, flags.quote_size()),
          text.substr(opener, text.size() - opener - flags.closer_size())};
}

class Converter {
 public:
  Converter(const Checker& c, const ast::Arguments& arguments) : c_(c), arguments_(arguments) {}

  // f-strings know no stars, and before Python 3.12 neither quotes of the string's
  // kind nor line breaks in fields.
  bool takes_arguments() const {
    const auto is_plain = [&](const ast::Expr& value) {
      return c_.text(value).find_first_of("'\"") == std::string_view::npos &&
             !c_.lines().contains_line_break(value.range);
    };
    return ast::argument_count(arguments_) > 0 &&
           std::ranges::all_of(arguments_.args,
                               [&](const ast::Expr* arg) {
                                 return !ast::is<ast::ExprStarred>(arg) && is_plain(*arg);
                               }) &&
           std::ranges::all_of(arguments_.keywords, [&](const ast::Keyword* keyword) {
             return keyword->arg && is_plain(*keyword->value);
           });
  }

  // Nothing: it cannot be an f-string.
  std::optional<Piece> convert(const ast::StringPartLiteral& part) {
    const Spelling spelling = spelling_of(c_.text(part), part.flags);
    if (spelling.content.empty()) return Piece{part.range, Piece::Kind::Empty};
    used_.clear();  // As ruff, which looks at each piece alone.
    const auto parts = strings::parse_format_string(
        spelling.content, spelling.is_raw ? strings::Escapes::Raw : strings::Escapes::Kept);
    if (!parts) return std::nullopt;
    if (std::ranges::none_of(*parts, &strings::FormatPart::is_field)) {
      return Piece{part.range, Piece::Kind::Literal, pyupgrade::with_single_braces(c_.text(part))};
    }
    std::string text(spelling.is_raw ? "rf" : "f");
    text += spelling.quotes;
    for (const strings::FormatPart& item : *parts) {
      if (!item.is_field) {
        text += pyupgrade::with_double_braces(item.literal);
      } else if (!add_field(item.field, spelling.quotes, text)) {
        return std::nullopt;
      }
    }
    return Piece{part.range, Piece::Kind::Fields, text.append(spelling.quotes)};
  }

 private:
  const ast::Expr* argument_of(const FieldName& name) {
    if (name.kind == FieldName::Kind::Keyword) {
      // Of several with one name, which is an error, the last counts.
      const ast::Expr* value = nullptr;
      for (const ast::Keyword* keyword : arguments_.keywords) {
        if (keyword->arg == name.keyword) value = keyword->value;
      }
      return value;
    }
    const std::uint64_t index = name.kind == FieldName::Kind::Auto ? next_index_++ : name.index;
    return index < arguments_.args.size() ? arguments_.args[index] : nullptr;
  }

  // An argument is evaluated once; a field each time it is there.
  bool may_use(const ast::Expr& argument) {
    if (std::ranges::find(used_, &argument) == used_.end()) {
      used_.push_back(&argument);
      return true;
    }
    const auto is_call = [](const ast::Expr& expr) { return ast::is<ast::ExprCall>(expr); };
    return !semantic::contains_effect(argument, c_.semantic()) && !ast::any_expr(argument, is_call);
  }

  bool add_field(const strings::FormatField& field, std::string_view quotes, std::string& text) {
    const bool is_known = field.conversion == 0 || field.conversion == 's' ||
                          field.conversion == 'r' || field.conversion == 'a';
    const auto name = strings::parse_field_name(field.name);
    if (!is_known || !name) return false;
    const ast::Expr* const argument = argument_of(*name);
    if (argument == nullptr || !may_use(*argument)) return false;
    text += '{' + field_value(c_, *argument, !name->accesses.empty());
    for (const FieldName::Access& access : name->accesses) add_access(access, quotes, text);
    if (field.conversion != 0) text.append("!") += static_cast<char>(field.conversion);
    if (!field.spec.empty()) text.append(":").append(field.spec);
    text += '}';
    return true;
  }

  static void add_access(const FieldName::Access& access, std::string_view quotes,
                         std::string& text) {
    switch (access.kind) {
      case FieldName::Access::Kind::Attribute:
        text.append(".").append(access.text);
        return;
      case FieldName::Access::Kind::Index: {
        const std::size_t zeros =
            std::min(access.text.find_first_not_of('0'), access.text.size() - 1);
        text.append("[").append(access.text.substr(zeros)) += ']';
        return;
      }
      case FieldName::Access::Kind::Key: {
        const char quote = quotes == "\"" ? '\'' : '"';
        (text.append("[") += quote).append(access.text) += quote;
        text += ']';
        return;
      }
    }
  }

  const Checker& c_;
  const ast::Arguments& arguments_;
  std::size_t next_index_ = 0;
  std::vector<const ast::Expr*> used_;
};

// The call up to the dot, with the pieces replaced; nothing if one cannot be.
static std::optional<std::string> converted(const Checker& c, const ast::ExprCall& call,
                                            const ast::ExprStringLiteral& string) {
  Converter converter(c, *call.arguments);
  if (!converter.takes_arguments()) return std::nullopt;
  std::string text;
  std::uint32_t end = call.range.start;
  for (const ast::StringPart* part : string.parts) {
    const auto piece = converter.convert(static_cast<const ast::StringPartLiteral&>(*part));
    if (!piece) return std::nullopt;
    if (piece->kind == Piece::Kind::Empty) {
      // In front of all others it stays out, but what follows it must not go with it.
      if (!text.empty()) end = part->range.end;
      continue;
    }
    text.append(c.text(TextRange{end, part->range.start})).append(piece->text);
    end = part->range.end;
  }
  const auto tail = pyupgrade::string_tail(c.text(), string.range.end);
  return text.append(c.text(TextRange{end, tail.end}));
}

// Translations are looked up by the text that is formatted later.
static bool is_for_translation(const Checker& c) {
  for (const ast::Expr* at = c.semantic().current_expression(); at != nullptr;
       at = c.semantic().parent_expression(at)) {
    const auto* call = ast::as<ast::ExprCall>(at);
    if (call != nullptr &&
        c.qualified_name(*call->func)
            .is_any("django.utils.translation.gettext", "django.utils.translation.gettext_lazy")) {
      return true;
    }
  }
  return false;
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void check(Checker& c, const ast::ExprCall& call) {
  const auto* function = ast::as<ast::ExprAttribute>(call.func);
  if (function == nullptr || !(function->attr == "format")) return;
  const auto* string = ast::as<ast::ExprStringLiteral>(function->value);
  if (string == nullptr || pyupgrade::has_no_source(c.semantic())) return;
  const auto summary = strings::summarize_format_string(string->value);
  if (!summary || summary->has_nested_fields) return;
  // Counted and numbered fields in one string are an error.
  if (summary->auto_count > 0 && !summary->indices.empty()) return;
  auto text = converted(c, call, *string);
  if (!text || is_for_translation(c)) return;
  // return"{}".format(x)
  if (call.range.start > 0 && is_letter(c.text()[call.range.start - 1])) text->insert(0, 1, ' ');
  Diagnostic& finding = c.report(codes::UP032, call.range, "Use f-string instead of `format` call");
  finding.fix_title = "Convert to f-string";
  if (c.lines().intersects_comment(call.arguments->range)) return;
  finding.fix = Fix::safe({call.range, text->empty() ? std::string(c.text(*string)) : *text});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Use f-string instead of `format` call"};

static constexpr RuleInfo kInfo[] = {{.code = codes::UP032,
                                      .docs = R"(## What it does
Finds calls of `str.format` on a literal that can be written as f-strings.

## Why is this bad?
In an f-string a value stands where it is going to be shown. Nothing has to be counted
or named, and it is faster.

Calls stay as they are if a value has quotes or line breaks in it, if its evaluation
does something and it is shown twice, or if the string is translated first.

## Example
```python
"{}, {}".format(last, first)
```

Use instead:
```python
f"{last}, {first}"
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::UP032_f_string
