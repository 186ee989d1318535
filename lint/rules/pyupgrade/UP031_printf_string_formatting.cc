#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/literals.h"
#include "lint/parser/identifiers.h"
#include "lint/parser/keywords.h"
#include "lint/rules/pyupgrade/format_source.h"
#include "lint/strings/cformat.h"

namespace lint::rules::UP031_printf_string_formatting {

using strings::CFormatFlag;
using strings::CFormatPart;
using strings::CFormatQuantity;
using strings::CFormatSpec;

static bool is_keyword(std::string_view name) {
  return parser::is_keyword(parser::keyword_kind(name));
}

// ---- placeholders ----

// Does str.format have something that does the same with the same values?
static bool is_convertible(const CFormatSpec& spec, const ast::Expr& values) {
  if (spec.width.is_from_values() || spec.precision.is_from_values()) return false;
  // %d truncates, %c takes a number or a character: the values would have to change.
  if (std::string_view("diuc").find(spec.type) != std::string_view::npos) return false;
  if (spec.key && spec.key->empty()) return false;
  const bool is_plain = spec.flags == 0 && !spec.width && !spec.precision;
  if (!is_plain && (spec.type == 'a' || spec.type == 'r')) return false;
  // None cannot be padded by format.
  if (spec.width && spec.type == 's') return false;
  return spec.key || !ast::is<ast::ExprDict>(values);
}

static std::string flags_text(const CFormatSpec& spec) {
  const bool has_left = spec.has(CFormatFlag::LeftAdjust);
  const bool has_sign = spec.has(CFormatFlag::Sign);
  std::string text;
  if (has_left) text += '<';
  if (has_sign) text += '+';
  if (spec.has(CFormatFlag::Alternate)) text += '#';
  if (spec.has(CFormatFlag::BlankSign) && !has_sign) text += ' ';
  if (spec.has(CFormatFlag::ZeroPad) && !has_left) text += '0';
  return text;
}

static std::string precision_text(const CFormatSpec& spec) {
  switch (spec.precision.kind) {
    case CFormatQuantity::Kind::Amount: {
      // Of integers it is the number of digits.
      const bool is_integer = std::string_view("oxX").find(spec.type) != std::string_view::npos;
      return (is_integer ? '0' : '.') + std::to_string(spec.precision.amount);
    }
    case CFormatQuantity::Kind::Empty:
      return ".0";
    default:
      return "";
  }
}

static std::string field_text(const CFormatSpec& spec) {
  const bool is_conversion = spec.type == 'r' || spec.type == 'a';
  const bool shows_type = !is_conversion && spec.type != 's';
  std::string text = "{";
  text += spec.key.value_or("");
  if (spec.flags != 0 || spec.width || spec.precision || shows_type) {
    text += ':' + flags_text(spec);
    if (spec.width) text += std::to_string(spec.width.amount);
    text += precision_text(spec);
  }
  if (shows_type) text += spec.type;
  if (is_conversion) text.append("!") += spec.type;
  return text + '}';
}

// ---- values ----

// (x,) becomes (x).
static std::string tuple_text(const Checker& c, const ast::ExprTuple& tuple) {
  std::string text(c.text(tuple));
  const bool is_one_line = !c.lines().contains_line_break(tuple.range);
  if (tuple.elts.size() == 1 && is_one_line) text.erase(text.rfind(','), 1);
  return text;
}

// name=value and **rest; none: a key is no name, or is there twice.
static std::optional<std::vector<std::string>> keyword_arguments(const Checker& c,
                                                                 const ast::ExprDict& dict) {
  std::vector<std::string> arguments;
  std::vector<std::string_view> names;
  for (const ast::DictItem* item : dict.items) {
    const std::string value(c.text(*item->value));
    if (item->key == nullptr) {
      arguments.push_back("**" + value);
      continue;
    }
    const auto* key = ast::as<ast::ExprStringLiteral>(item->key);
    if (key == nullptr || !parser::is_identifier(key->value) || is_keyword(key->value) ||
        std::ranges::find(names, key->value) != names.end()) {
      return std::nullopt;
    }
    names.push_back(key->value);
    arguments.push_back(std::string(key->value) + '=' + value);
  }
  return arguments;
}

static std::optional<std::string> dict_text(const Checker& c, const ast::ExprDict& dict) {
  const auto arguments = keyword_arguments(c, dict);
  if (!arguments || arguments->empty()) return std::nullopt;
  std::string text = "(";
  if (!c.lines().contains_line_break(dict.range)) {
    for (const std::string& argument : *arguments) {
      if (text.size() > 1) text += ", ";
      text += argument;
    }
    return text + ')';
  }
  std::optional<std::string_view> indentation;
  for (const ast::DictItem* item : dict.items) {
    if (item->key != nullptr && !indentation) {
      indentation = c.lines().indentation_at(item->key->range.start);
    }
  }
  if (!indentation) return std::nullopt;
  const std::string_view line_end = c.lines().style().line_ending;
  for (const std::string& argument : *arguments) {
    text.append(line_end).append(*indentation).append(argument) += ',';
  }
  // The parenthesis stands one level to the left.
  const std::string_view level = c.lines().style().indentation;
  std::string_view outer = *indentation;
  if (outer.starts_with(level)) outer.remove_prefix(level.size());
  return text.append(line_end).append(outer) + ')';
}

struct PlaceholderCount {
  std::size_t positional = 0;
  std::size_t named = 0;
};

// The arguments of the call: "" if the values are of a kind that is left alone,
// nothing if they cannot be written as arguments.
static std::optional<std::string> arguments_text(const Checker& c, const ast::Expr& values,
                                                 PlaceholderCount count) {
  const std::string text(c.text(values));
  switch (values.kind) {
    case ast::Kind::ExprStringLiteral:
    case ast::Kind::ExprBytesLiteral:
    case ast::Kind::ExprNumberLiteral:
    case ast::Kind::ExprBooleanLiteral:
    case ast::Kind::ExprNoneLiteral:
    case ast::Kind::ExprEllipsisLiteral:
    case ast::Kind::ExprFString:
      return '(' + text + ')';
    case ast::Kind::ExprName:
    case ast::Kind::ExprAttribute:
    case ast::Kind::ExprSubscript:
    case ast::Kind::ExprCall:
      // Named fields need a mapping, several fields a tuple.  With one field it may
      // be either the value or a tuple of it.
      if (count.named > 0) return "(**" + text + ')';
      return (count.positional > 1 ? "(*" : "(") + text + ')';
    case ast::Kind::ExprTuple:
      return tuple_text(c, static_cast<const ast::ExprTuple&>(values));
    case ast::Kind::ExprDict:
      return dict_text(c, static_cast<const ast::ExprDict&>(values));
    default:
      return "";
  }
}

// ---- the whole ----

static void report(Checker& c, TextRange range, std::optional<Fix> fix) {
  Diagnostic& finding =
      c.report(codes::UP031, range, "Use format specifiers instead of percent format");
  finding.fix_title = "Replace with format specifiers";
  finding.fix = std::move(fix);
}

// The piece as a format string for str.format.
static std::string piece_text(const ast::StringPartLiteral& piece,
                              const std::vector<CFormatPart>& parts) {
  const ast::StringFlags flags = piece.flags;
  const std::string quotes(flags.quote_size(), flags.quote());
  std::string text = literal_prefix(flags, "") + quotes;
  for (const CFormatPart& part : parts) {
    text += part.spec ? field_text(*part.spec) : pyupgrade::with_double_braces(part.literal);
  }
  return text + quotes;
}

static void check(Checker& c, const ast::ExprBinOp& node) {
  if (node.op != ast::Operator::Mod) return;
  const auto* string = ast::as<ast::ExprStringLiteral>(node.left);
  if (string == nullptr || pyupgrade::has_no_source(c.semantic())) return;
  PlaceholderCount count;
  std::string content;
  std::uint32_t end = node.range.start;
  for (const ast::StringPart* part : string->parts) {
    const auto& piece = static_cast<const ast::StringPartLiteral&>(*part);
    const TextRange inside{piece.range.start + piece.flags.opener_size(),
                           piece.range.end - piece.flags.closer_size()};
    const auto parts = strings::parse_cformat(c.text(inside));
    if (!parts) return;
    for (const CFormatPart& placeholder : *parts) {
      if (!placeholder.spec) continue;
      if (!is_convertible(*placeholder.spec, *node.right)) return report(c, string->range, {});
      ++(placeholder.spec->key ? count.named : count.positional);
    }
    content.append(c.text(TextRange{end, piece.range.start})).append(piece_text(piece, *parts));
    end = piece.range.end;
  }
  const auto arguments = arguments_text(c, *node.right, count);
  if (!arguments) return report(c, string->range, {});
  if (arguments->empty()) return;
  const auto tail = pyupgrade::string_tail(c.text(), end);
  content.append(c.text(TextRange{end, tail.last_parenthesis_end}));
  content.append(".format").append(*arguments);
  report(c, node.range, Fix::unsafe({node.range, std::move(content)}));
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Use format specifiers instead of percent format"};

static constexpr RuleInfo kInfo[] = {{.code = codes::UP031,
                                      .docs = R"(## What it does
Finds strings that are formatted with `%`.

## Why is this bad?
The operator has pitfalls: what is behind it may be one value or a tuple of values, and
which of the two it is decides what comes out. `str.format` and f-strings have no such
doubts and can do more.

## Example
```python
"%s: %s" % (name, error)
```

Use instead:
```python
"{}: {}".format(name, error)
```

or
```python
f"{name}: {error}"
```

## Fix safety
The fix is unsafe. `"%s" % value` shows the element of a tuple that has one, and
`"{}".format(value)` shows the tuple; and the classes of values may format them
differently. Placeholders that need other values with `str.format`, as `%d` and `%c` do,
are not fixed.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::UP031_printf_string_formatting
