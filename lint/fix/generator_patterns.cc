#include "lint/fix/generator_writer.h"

namespace lint {
namespace {

// x as y
bool names_pattern(const ast::Pattern& pattern) {
  const auto* as = ast::as<ast::PatternMatchAs>(pattern);
  return as != nullptr && as->pattern != nullptr;
}

}  // namespace

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

}  // namespace lint
