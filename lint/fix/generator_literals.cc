#include "lint/fix/generator_writer.h"
#include "lint/fix/literals.h"

namespace lint {
namespace {

std::string_view suffix_of(ast::Conversion conversion) {
  switch (conversion) {
    case ast::Conversion::None:
      return "";
    case ast::Conversion::Str:
      return "!s";
    case ast::Conversion::Repr:
      return "!r";
    case ast::Conversion::Ascii:
      return "!a";
  }
  __builtin_unreachable();
}

std::string quotes_of(ast::StringFlags flags) {
  return std::string(flags.is_triple ? 3 : 1, flags.quote());
}

}  // namespace

void ExpressionWriter::write(const ast::ExprNumberLiteral& node, Binding) {
  switch (node.number_kind) {
    case ast::NumberKind::Int:
      out_ += node.is_big ? std::string(node.big_text) : std::to_string(node.integer);
      return;
    case ast::NumberKind::Float:
      out_ += float_literal(node.real);
      return;
    case ast::NumberKind::Complex:
      out_ += imaginary_literal(node.real);
      return;
  }
}

void ExpressionWriter::write(const ast::ExprBooleanLiteral& node, Binding) {
  out_ += node.value ? "True" : "False";
}
void ExpressionWriter::write(const ast::ExprNoneLiteral&, Binding) {
  out_ += "None";
}
void ExpressionWriter::write(const ast::ExprEllipsisLiteral&, Binding) {
  out_ += "...";
}

void ExpressionWriter::write(const ast::ExprStringLiteral& node, Binding) {
  joined(node.parts, " ", [&](const ast::StringPart* part) { string_part(*part); });
}
void ExpressionWriter::write(const ast::ExprBytesLiteral& node, Binding) {
  joined(node.parts, " ", [&](const ast::StringPart* part) { string_part(*part); });
}
void ExpressionWriter::write(const ast::ExprFString& node, Binding) {
  joined(node.parts, " ", [&](const ast::StringPart* part) { string_part(*part); });
}
void ExpressionWriter::write(const ast::ExprTString& node, Binding) {
  joined(node.parts, " ", [&](const ast::StringPart* part) { string_part(*part); });
}

void ExpressionWriter::string_part(const ast::StringPart& node) {
  if (const auto* text = ast::as<ast::StringPartLiteral>(node)) {
    out_ += literal_prefix(text->flags, "");
    if (text->flags.is_raw) {
      out_.append(quotes_of(text->flags)).append(text->value).append(quotes_of(text->flags));
    } else {
      out_ += string_literal(text->value, text->flags.quote(), text->flags.is_triple);
    }
  } else if (const auto* bytes = ast::as<ast::StringPartBytes>(node)) {
    if (bytes->flags.is_raw) {
      out_ += literal_prefix(bytes->flags, "b");
      out_.append(quotes_of(bytes->flags)).append(bytes->value).append(quotes_of(bytes->flags));
    } else {
      out_ += bytes_literal(bytes->value, bytes->flags.quote(), bytes->flags.is_triple);
    }
  } else if (const auto* formatted = ast::as<ast::StringPartFormatted>(node)) {
    interpolated(formatted->elements, formatted->flags, "f");
  } else if (const auto* string_template = ast::as<ast::StringPartTemplate>(node)) {
    interpolated(string_template->elements, string_template->flags, "t");
  }
}

void ExpressionWriter::interpolated(const ast::List<ast::StringElement>& elements_list,
                                    ast::StringFlags flags, std::string_view kind) {
  out_.append(literal_prefix(flags, kind)).append(quotes_of(flags));
  string_elements(elements_list, flags);
  out_ += quotes_of(flags);
}

void ExpressionWriter::string_elements(const ast::List<ast::StringElement>& elements_list,
                                       ast::StringFlags flags) {
  for (const ast::StringElement* element : elements_list) {
    if (const auto* replaced = ast::as<ast::StringElementField>(element)) {
      field(*replaced, flags);
      continue;
    }
    std::string text;
    for (char c : static_cast<const ast::StringElementLiteral*>(element)->value) {
      text.append(c == '{' || c == '}' ? 2 : 1, c);
    }
    // Within three quotes, single ones may stand as they are.
    const char quote = flags.is_triple ? quote_for(text, flags.quote()) : flags.quote();
    out_ += flags.is_raw ? text : escaped_text(text, quote);
  }
}

void ExpressionWriter::field(const ast::StringElementField& node, ast::StringFlags flags) {
  std::string inner;
  // The colon of a lambda would start the format.
  const bool is_lambda = ast::is<ast::ExprLambda>(node.expression);
  ExpressionWriter(inner).expr(*node.expression, is_lambda ? Binding::Tightest : Binding::Tuple);
  // {{ would be a brace.
  out_ += inner.starts_with('{') ? "{ " : "{";
  out_.append(node.debug_leading).append(inner).append(node.debug_trailing);
  out_ += suffix_of(node.conversion);
  if (node.format_spec != nullptr) {
    out_ += ':';
    string_elements(node.format_spec->elements, flags);
  }
  out_ += '}';
}

}  // namespace lint
