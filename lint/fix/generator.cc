#include "lint/fix/generator.h"

#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/ast/parameters.h"
#include "lint/fix/generator_writer.h"
#include "lint/fix/literals.h"

namespace lint {
namespace {

Binding level_of(ast::Operator op) {
  using ast::Operator;
  switch (op) {
    case Operator::Add:
    case Operator::Sub:
      return Binding::Sum;
    case Operator::Mult:
    case Operator::MatMult:
    case Operator::Div:
    case Operator::Mod:
    case Operator::FloorDiv:
      return Binding::Product;
    case Operator::Pow:
      return Binding::Power;
    case Operator::LShift:
    case Operator::RShift:
      return Binding::Shift;
    case Operator::BitOr:
      return Binding::BitOr;
    case Operator::BitXor:
      return Binding::BitXor;
    case Operator::BitAnd:
      return Binding::BitAnd;
  }
  __builtin_unreachable();
}

std::string_view text_of(ast::CmpOp op) {
  using ast::CmpOp;
  switch (op) {
    case CmpOp::Eq:
      return " == ";
    case CmpOp::NotEq:
      return " != ";
    case CmpOp::Lt:
      return " < ";
    case CmpOp::LtE:
      return " <= ";
    case CmpOp::Gt:
      return " > ";
    case CmpOp::GtE:
      return " >= ";
    case CmpOp::Is:
      return " is ";
    case CmpOp::IsNot:
      return " is not ";
    case CmpOp::In:
      return " in ";
    case CmpOp::NotIn:
      return " not in ";
  }
  __builtin_unreachable();
}

std::string_view text_of(ast::UnaryOp op) {
  using ast::UnaryOp;
  switch (op) {
    case UnaryOp::Invert:
      return "~";
    case UnaryOp::Not:
      return "not ";
    case UnaryOp::UAdd:
      return "+";
    case UnaryOp::USub:
      return "-";
  }
  __builtin_unreachable();
}

std::string_view text_of(ast::Conversion conversion) {
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

// x as y
bool names_pattern(const ast::Pattern& pattern) {
  const auto* as = ast::as<ast::PatternMatchAs>(pattern);
  return as != nullptr && as->pattern != nullptr;
}

std::string quotes_of(ast::StringFlags flags) {
  return std::string(flags.is_triple ? 3 : 1, flags.quote());
}

}  // namespace

std::string_view text_of(ast::Operator op) {
  using ast::Operator;
  switch (op) {
    case Operator::Add:
      return "+";
    case Operator::Sub:
      return "-";
    case Operator::Mult:
      return "*";
    case Operator::MatMult:
      return "@";
    case Operator::Div:
      return "/";
    case Operator::Mod:
      return "%";
    case Operator::Pow:
      return "**";
    case Operator::LShift:
      return "<<";
    case Operator::RShift:
      return ">>";
    case Operator::BitOr:
      return "|";
    case Operator::BitXor:
      return "^";
    case Operator::BitAnd:
      return "&";
    case Operator::FloorDiv:
      return "//";
  }
  __builtin_unreachable();
}

void ExpressionWriter::expr(const ast::Expr& node, Binding surroundings) {
  ast::dispatch(node, [&](const auto& concrete) {
    if constexpr (std::is_base_of_v<ast::Expr, std::remove_cvref_t<decltype(concrete)>>) {
      write(concrete, surroundings);
    }
  });
}

// ---- operators ----

void ExpressionWriter::write(const ast::ExprBoolOp& node, Binding surroundings) {
  const bool is_and = node.op == ast::BoolOp::And;
  const Binding level = is_and ? Binding::And : Binding::Or;
  grouped(level, surroundings, [&] {
    joined(node.values, is_and ? " and " : " or ",
           [&](const ast::Expr* value) { expr(*value, tighter(level)); });
  });
}

void ExpressionWriter::write(const ast::ExprNamed& node, Binding surroundings) {
  grouped(Binding::Named, surroundings, [&] {
    expr(*node.target, Binding::Named);
    out_ += " := ";
    expr(*node.value, Binding::Comma);
  });
}

void ExpressionWriter::write(const ast::ExprBinOp& node, Binding surroundings) {
  const Binding level = level_of(node.op);
  const bool groups_right = node.op == ast::Operator::Pow;
  grouped(level, surroundings, [&] {
    expr(*node.left, groups_right ? tighter(level) : level);
    out_.append(" ").append(text_of(node.op)).append(" ");
    expr(*node.right, groups_right ? level : tighter(level));
  });
}

void ExpressionWriter::write(const ast::ExprUnaryOp& node, Binding surroundings) {
  const Binding level = node.op == ast::UnaryOp::Not ? Binding::Not : Binding::Sign;
  grouped(level, surroundings, [&] {
    out_ += text_of(node.op);
    expr(*node.operand, level);
  });
}

void ExpressionWriter::write(const ast::ExprCompare& node, Binding surroundings) {
  grouped(Binding::Compare, surroundings, [&] {
    expr(*node.left, tighter(Binding::Compare));
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
      out_ += text_of(node.ops[i]);
      expr(*node.comparators[i], tighter(Binding::Compare));
    }
  });
}

void ExpressionWriter::write(const ast::ExprLambda& node, Binding surroundings) {
  grouped(Binding::Lambda, surroundings, [&] {
    out_ += "lambda";
    if (node.parameters != nullptr) {
      out_ += ' ';
      parameters(*node.parameters);
    }
    out_ += ": ";
    expr(*node.body, Binding::Lambda);
  });
}

void ExpressionWriter::write(const ast::ExprIf& node, Binding surroundings) {
  grouped(Binding::Lambda, surroundings, [&] {
    expr(*node.body, tighter(Binding::Lambda));
    out_ += " if ";
    expr(*node.test, tighter(Binding::Lambda));
    out_ += " else ";
    expr(*node.orelse, Binding::Lambda);
  });
}

void ExpressionWriter::write(const ast::ExprAwait& node, Binding surroundings) {
  grouped(Binding::Await, surroundings, [&] {
    out_ += "await ";
    expr(*node.value, Binding::Tightest);
  });
}

void ExpressionWriter::write(const ast::ExprYield& node, Binding surroundings) {
  grouped(Binding::Yield, surroundings, [&] {
    out_ += "yield";
    if (node.value == nullptr) return;
    out_ += ' ';
    expr(*node.value, tighter(Binding::Yield));
  });
}

void ExpressionWriter::write(const ast::ExprYieldFrom& node, Binding surroundings) {
  grouped(Binding::Yield, surroundings, [&] {
    out_ += "yield from ";
    expr(*node.value, Binding::Tightest);
  });
}

void ExpressionWriter::write(const ast::ExprStarred& node, Binding) {
  out_ += '*';
  expr(*node.value, Binding::Tightest);
}

// ---- displays ----

void ExpressionWriter::elements(const ast::List<ast::Expr>& nodes) {
  joined(nodes, ", ", [&](const ast::Expr* node) { expr(*node, Binding::Comma); });
}

void ExpressionWriter::write(const ast::ExprDict& node, Binding) {
  out_ += '{';
  joined(node.items, ", ", [&](const ast::DictItem* item) {
    if (item->key == nullptr) {
      out_ += "**";
      expr(*item->value, Binding::Tightest);
    } else {
      expr(*item->key, Binding::Comma);
      out_ += ": ";
      expr(*item->value, Binding::Comma);
    }
  });
  out_ += '}';
}

void ExpressionWriter::write(const ast::ExprSet& node, Binding) {
  if (node.elts.empty()) {
    out_ += "set()";
    return;
  }
  out_ += '{';
  elements(node.elts);
  out_ += '}';
}

void ExpressionWriter::write(const ast::ExprList& node, Binding) {
  out_ += '[';
  elements(node.elts);
  out_ += ']';
}

void ExpressionWriter::write(const ast::ExprTuple& node, Binding surroundings) {
  if (node.elts.empty()) {
    out_ += "()";
    return;
  }
  grouped(Binding::Tuple, surroundings, [&] {
    elements(node.elts);
    if (node.elts.size() == 1) out_ += ',';
  });
}

void ExpressionWriter::comprehensions(const ast::List<ast::Comprehension>& nodes) {
  for (const ast::Comprehension* node : nodes) {
    out_ += node->is_async ? " async for " : " for ";
    expr(*node->target, Binding::Tuple);
    out_ += " in ";
    expr(*node->iter, Binding::Comprehension);
    for (const ast::Expr* condition : node->ifs) {
      out_ += " if ";
      expr(*condition, Binding::Comprehension);
    }
  }
}

void ExpressionWriter::write(const ast::ExprListComp& node, Binding) {
  out_ += '[';
  expr(*node.elt, Binding::Lambda);
  comprehensions(node.generators);
  out_ += ']';
}

void ExpressionWriter::write(const ast::ExprSetComp& node, Binding) {
  out_ += '{';
  expr(*node.elt, Binding::Lambda);
  comprehensions(node.generators);
  out_ += '}';
}

void ExpressionWriter::write(const ast::ExprDictComp& node, Binding) {
  out_ += '{';
  if (node.key == nullptr) {
    out_ += "**";
  } else {
    expr(*node.key, Binding::Lambda);
    out_ += ": ";
  }
  expr(*node.value, Binding::Lambda);
  comprehensions(node.generators);
  out_ += '}';
}

void ExpressionWriter::write(const ast::ExprGenerator& node, Binding) {
  out_ += '(';
  expr(*node.elt, Binding::Lambda);
  comprehensions(node.generators);
  out_ += ')';
}

// ---- names and what follows them ----

void ExpressionWriter::write(const ast::ExprName& node, Binding) {
  out_ += node.id.text();
}

void ExpressionWriter::write(const ast::ExprAttribute& node, Binding) {
  const auto* number = ast::as<ast::ExprNumberLiteral>(node.value);
  // 1.real would be a number.
  const bool is_integer = number != nullptr && number->number_kind == ast::NumberKind::Int;
  if (is_integer) out_ += '(';
  expr(*node.value, Binding::Tightest);
  out_ += is_integer ? ")." : ".";
  out_ += node.attr.text();
}

void ExpressionWriter::write(const ast::ExprSubscript& node, Binding) {
  expr(*node.value, Binding::Tightest);
  out_ += '[';
  expr(*node.slice, Binding::Subscript);
  out_ += ']';
}

void ExpressionWriter::write(const ast::ExprSlice& node, Binding) {
  if (node.lower != nullptr) expr(*node.lower, Binding::Subscript);
  out_ += ':';
  if (node.upper != nullptr) expr(*node.upper, Binding::Subscript);
  if (node.step == nullptr) return;
  out_ += ':';
  expr(*node.step, Binding::Subscript);
}

void ExpressionWriter::write(const ast::ExprCall& node, Binding) {
  expr(*node.func, Binding::Tightest);
  out_ += '(';
  const ast::Arguments& arguments_node = *node.arguments;
  const auto* generator = ast::argument_count(arguments_node) == 1 && !arguments_node.args.empty()
                              ? ast::as<ast::ExprGenerator>(arguments_node.args[0])
                              : nullptr;
  if (generator != nullptr) {
    expr(*generator->elt, Binding::Comma);
    comprehensions(generator->generators);
  } else {
    arguments(arguments_node, Binding::Comma);
  }
  out_ += ')';
}

void ExpressionWriter::arguments(const ast::Arguments& node, Binding surroundings) {
  bool is_first = true;
  ast::for_each_argument(node, [&](const ast::Argument& argument) {
    if (!is_first) out_ += ", ";
    is_first = false;
    if (argument.keyword == nullptr) {
      expr(*argument.positional, surroundings);
    } else if (argument.keyword->arg) {
      out_.append(argument.keyword->arg.text()) += '=';
      expr(*argument.keyword->value, surroundings);
    } else {
      out_ += "**";
      expr(*argument.keyword->value, Binding::Tightest);
    }
  });
}

void ExpressionWriter::parameters(const ast::Parameters& node) {
  bool is_first = true;
  const auto separate = [&] {
    if (!is_first) out_ += ", ";
    is_first = false;
  };
  for (const ast::ParameterWithDefault* item : node.posonlyargs) {
    separate();
    parameter(*item);
    if (item == node.posonlyargs.back()) out_ += ", /";
  }
  for (const ast::ParameterWithDefault* item : node.args) {
    separate();
    parameter(*item);
  }
  if (node.vararg != nullptr || !node.kwonlyargs.empty()) {
    separate();
    out_ += '*';
  }
  if (node.vararg != nullptr) parameter(*node.vararg);
  for (const ast::ParameterWithDefault* item : node.kwonlyargs) {
    separate();
    parameter(*item);
  }
  if (node.kwarg != nullptr) {
    separate();
    out_ += "**";
    parameter(*node.kwarg);
  }
}

void ExpressionWriter::parameter(const ast::Parameter& node) {
  out_ += node.name.text();
  if (node.annotation == nullptr) return;
  out_ += ": ";
  expr(*node.annotation, Binding::Comma);
}

void ExpressionWriter::parameter(const ast::ParameterWithDefault& node) {
  parameter(*node.parameter);
  if (node.default_value == nullptr) return;
  out_ += '=';
  expr(*node.default_value, Binding::Comma);
}

// ---- literals ----

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
  out_ += text_of(node.conversion);
  if (node.format_spec != nullptr) {
    out_ += ':';
    string_elements(node.format_spec->elements, flags);
  }
  out_ += '}';
}

// ---- type parameters and patterns ----

void ExpressionWriter::default_value(const ast::Expr* value) {
  if (value == nullptr) return;
  out_ += " = ";
  expr(*value, Binding::Tightest);
}

void ExpressionWriter::type_params(const ast::TypeParams& node) {
  out_ += '[';
  joined(node.params, ", ", [&](const ast::TypeParam* param) { type_param(*param); });
  out_ += ']';
}

void ExpressionWriter::type_param(const ast::TypeParam& node) {
  if (const auto* variable = ast::as<ast::TypeParamTypeVar>(node)) {
    out_ += variable->name.text();
    if (variable->bound != nullptr) {
      out_ += ": ";
      expr(*variable->bound, Binding::Tightest);
    }
    default_value(variable->default_value);
  } else if (const auto* tuple = ast::as<ast::TypeParamTypeVarTuple>(node)) {
    out_.append("*").append(tuple->name.text());
    default_value(tuple->default_value);
  } else if (const auto* specification = ast::as<ast::TypeParamParamSpec>(node)) {
    out_.append("**").append(specification->name.text());
    default_value(specification->default_value);
  }
}

void ExpressionWriter::pattern(const ast::Pattern& node) {
  ast::dispatch(node, [&](const auto& concrete) {
    if constexpr (std::is_base_of_v<ast::Pattern, std::remove_cvref_t<decltype(concrete)>>) {
      write(concrete);
    }
  });
}

void ExpressionWriter::write(const ast::PatternMatchValue& node) {
  expr(*node.value, Binding::Tightest);
}

void ExpressionWriter::write(const ast::PatternMatchSingleton& node) {
  out_ += ast::name_of(node.value);
}

void ExpressionWriter::write(const ast::PatternMatchSequence& node) {
  out_ += '[';
  joined(node.patterns, ", ", [&](const ast::Pattern* item) { pattern(*item); });
  out_ += ']';
}

void ExpressionWriter::write(const ast::PatternMatchMapping& node) {
  out_ += '{';
  joined(node.entries, ", ", [&](const ast::PatternEntry* entry) {
    expr(*entry->key, Binding::Loosest);
    out_ += ": ";
    pattern(*entry->pattern);
  });
  if (node.rest) out_.append(node.entries.empty() ? "**" : ", **").append(node.rest.text());
  out_ += '}';
}

void ExpressionWriter::write(const ast::PatternMatchClass& node) {
  expr(*node.cls, Binding::Tightest);
  out_ += '(';
  const ast::PatternArguments& arguments_node = *node.arguments;
  joined(arguments_node.patterns, ", ", [&](const ast::Pattern* item) { pattern(*item); });
  if (!arguments_node.patterns.empty() && !arguments_node.keywords.empty()) out_ += ", ";
  joined(arguments_node.keywords, ", ", [&](const ast::PatternKeyword* keyword) {
    out_.append(keyword->attr.text()) += '=';
    pattern(*keyword->pattern);
  });
  out_ += ')';
}

void ExpressionWriter::write(const ast::PatternMatchStar& node) {
  out_.append("*").append(node.name ? node.name.text() : "_");
}

// Alternatives, and names for patterns, within such.
void ExpressionWriter::grouped_pattern(const ast::Pattern& node, bool is_grouped) {
  if (is_grouped) out_ += '(';
  pattern(node);
  if (is_grouped) out_ += ')';
}

void ExpressionWriter::write(const ast::PatternMatchAs& node) {
  if (node.pattern != nullptr) {
    grouped_pattern(*node.pattern, names_pattern(*node.pattern));
    out_ += " as ";
  }
  out_ += node.name ? node.name.text() : "_";
}

void ExpressionWriter::write(const ast::PatternMatchOr& node) {
  joined(node.patterns, " | ", [&](const ast::Pattern* item) {
    grouped_pattern(*item, names_pattern(*item) || ast::is<ast::PatternMatchOr>(item));
  });
}

std::string generate(const ast::Expr& expr, Binding surroundings) {
  std::string out;
  ExpressionWriter(out).expr(expr, surroundings);
  return out;
}

std::string generate(const ast::Parameters& parameters) {
  std::string out;
  ExpressionWriter(out).parameters(parameters);
  return out;
}

}  // namespace lint
