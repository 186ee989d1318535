#include "lint/rules/flake8_type_checking/quote_annotation.h"

#include <algorithm>
#include <span>

#include "lint/fix/generator.h"
#include "lint/fix/literals.h"

namespace lint::type_checking {
namespace {

using semantic::Semantic;

// What must be quoted as a whole if `expr` is.
const ast::Expr& whole_of(const ast::Expr& expr, const Semantic& semantic) {
  const ast::Expr* at = &expr;
  while (const ast::Expr* parent = semantic.parent_expression(at)) {
    const auto* subscript = ast::as<ast::ExprSubscript>(parent);
    const auto* attribute = ast::as<ast::ExprAttribute>(parent);
    const auto* call = ast::as<ast::ExprCall>(parent);
    const auto* operation = ast::as<ast::ExprBinOp>(parent);
    const bool is_head = (subscript != nullptr && subscript->value == at) ||
                         (attribute != nullptr && attribute->value == at) ||
                         (call != nullptr && call->func == at) ||
                         (operation != nullptr && operation->op == ast::Operator::BitOr);
    if (!is_head) break;
    at = parent;
  }
  return *at;
}

// Copies of the nodes of an annotation, changed so that it can stand in quotes.
class Unquoter {
 public:
  explicit Unquoter(const Checker& c) : c_(c), arena_(c.parsed().arena()) {}

  const ast::Expr* unquoted(const ast::Expr& expr) {
    if (const auto* string = ast::as<ast::ExprStringLiteral>(expr)) return parsed(*string);
    if (const auto* subscript = ast::as<ast::ExprSubscript>(expr)) return subscripted(*subscript);
    return with_children(expr, [this](const ast::Expr& child) { return unquoted(child); });
  }

 private:
  // The type that the string stands for.
  const ast::Expr* parsed(const ast::ExprStringLiteral& string) {
    if (string.parts.size() != 1) return &string;
    const auto* part = ast::as<ast::StringPartLiteral>(string.parts.front());
    if (part == nullptr) return &string;
    const TextRange content{part->range.start + part->flags.opener_size(),
                            part->range.end - part->flags.closer_size()};
    if (c_.text(content) != string.value) return &string;
    parser::SyntaxError error;
    const ast::Expr* const expr =
        c_.parsed().parse_expression_at(content, parser::Mode::Expression, &error);
    return expr != nullptr ? expr : &string;
  }

  const ast::Expr* subscripted(const ast::ExprSubscript& subscript) {
    const semantic::QualifiedName& name = c_.qualified_name(*subscript.value);
    if (!name) return &subscript;
    auto* copy = arena_.make<ast::ExprSubscript>(subscript);
    if (c_.semantic().is_typing_name(name, "Literal")) {
      copy->slice = requoted(*subscript.slice);
    } else if (c_.semantic().is_typing_name(name, "Annotated")) {
      copy->slice = annotated(*subscript.slice);
    } else {
      copy->slice = unquoted(*subscript.slice);
    }
    return copy;
  }

  // A type and values.
  const ast::Expr* annotated(const ast::Expr& slice) {
    const auto* tuple = ast::as<ast::ExprTuple>(slice);
    if (tuple == nullptr) return &slice;
    return with_children(slice, [&](const ast::Expr& element) {
      return &element == tuple->elts.front() ? unquoted(element) : requoted(element);
    });
  }

  // The same with the quotes that the annotation does not get.
  const ast::Expr* requoted(const ast::Expr& expr) {
    const auto* string = ast::as<ast::ExprStringLiteral>(expr);
    if (string == nullptr) {
      return with_children(expr, [this](const ast::Expr& child) { return requoted(child); });
    }
    std::vector<const ast::StringPart*> parts;
    for (const ast::StringPart* part : string->parts) {
      auto* copy =
          arena_.make<ast::StringPartLiteral>(static_cast<const ast::StringPartLiteral&>(*part));
      copy->flags.is_double_quoted = c_.lines().style().quote == '\'';
      parts.push_back(copy);
    }
    auto* copy = arena_.make<ast::ExprStringLiteral>(*string);
    copy->parts = list_of(parts);
    return copy;
  }

  template <typename T>
  ast::List<T> list_of(const std::vector<const T*>& items) {
    return {arena_.copy(std::span<const T* const>(items)), items.size()};
  }
  template <typename F>
  ast::List<ast::Expr> changed(const ast::List<ast::Expr>& elements, F&& change) {
    std::vector<const ast::Expr*> items;
    for (const ast::Expr* element : elements) items.push_back(change(*element));
    return list_of(items);
  }

  // What types are made of; other nodes stay as they are.
  template <typename F>
  const ast::Expr* with_children(const ast::Expr& expr, F&& change) {
    if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) {
      auto* copy = arena_.make<ast::ExprTuple>(*tuple);
      copy->elts = changed(tuple->elts, change);
      return copy;
    }
    if (const auto* list = ast::as<ast::ExprList>(expr)) {
      auto* copy = arena_.make<ast::ExprList>(*list);
      copy->elts = changed(list->elts, change);
      return copy;
    }
    if (const auto* operation = ast::as<ast::ExprBinOp>(expr)) {
      auto* copy = arena_.make<ast::ExprBinOp>(*operation);
      copy->left = change(*operation->left);
      copy->right = change(*operation->right);
      return copy;
    }
    if (const auto* starred = ast::as<ast::ExprStarred>(expr)) {
      auto* copy = arena_.make<ast::ExprStarred>(*starred);
      copy->value = change(*starred->value);
      return copy;
    }
    if (const auto* subscript = ast::as<ast::ExprSubscript>(expr)) {
      auto* copy = arena_.make<ast::ExprSubscript>(*subscript);
      copy->value = change(*subscript->value);
      copy->slice = change(*subscript->slice);
      return copy;
    }
    const auto* call = ast::as<ast::ExprCall>(expr);
    return call != nullptr ? called(*call, change) : &expr;
  }

  template <typename F>
  const ast::Expr* called(const ast::ExprCall& call, F&& change) {
    std::vector<const ast::Keyword*> keywords;
    for (const ast::Keyword* keyword : call.arguments->keywords) {
      auto* copy = arena_.make<ast::Keyword>(*keyword);
      copy->value = change(*keyword->value);
      keywords.push_back(copy);
    }
    auto* arguments = arena_.make<ast::Arguments>(*call.arguments);
    arguments->args = changed(call.arguments->args, change);
    arguments->keywords = list_of(keywords);
    auto* copy = arena_.make<ast::ExprCall>(call);
    copy->func = change(*call.func);
    copy->arguments = arguments;
    return copy;
  }

  const Checker& c_;
  common::Arena& arena_;
};

}  // namespace

Edit quote_annotation(const ast::Expr& expr, const Checker& c) {
  const ast::Expr& whole = whole_of(expr, c.semantic());
  const std::string annotation = generate(*Unquoter(c).unquoted(whole));
  return {whole.range, string_literal(annotation, c.lines().style().quote)};
}

std::vector<Edit> without_contained(std::vector<Edit> edits) {
  std::ranges::sort(edits, [](const Edit& a, const Edit& b) {
    return a.range.start != b.range.start ? a.range.start < b.range.start
                                          : a.range.end > b.range.end;
  });
  std::vector<Edit> result;
  for (Edit& edit : edits) {
    if (result.empty() || !result.back().range.contains(edit.range)) {
      result.push_back(std::move(edit));
    }
  }
  return result;
}

}  // namespace lint::type_checking
