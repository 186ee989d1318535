#include "lint/fix/generator.h"

#include "lint/ast/arguments.h"
#include "lint/ast/escape_kind.h"
#include "lint/ast/parameters.h"
#include "lint/fix/comparison.h"
#include "lint/fix/generator_writer.h"

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

std::string_view prefix_of(ast::UnaryOp op) {
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
    out_ += prefix_of(node.op);
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

void ExpressionWriter::write(const ast::ExprEscapeCommand& node, Binding) {
  (out_ += ast::sign_of(node.escape_kind)) += node.value;
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
