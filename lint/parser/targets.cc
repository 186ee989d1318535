// What is assigned to or deleted: known as such only after it has been parsed.
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

// Nodes are const once the parser is done with them; here it is not.
template <typename T>
T& unfinished(const ast::Expr* expr) {
  return const_cast<T&>(static_cast<const T&>(*expr));
}

bool is_simple_target(const ast::Expr* expr) {
  return ast::is<ast::ExprName>(expr) || ast::is<ast::ExprAttribute>(expr) ||
         ast::is<ast::ExprSubscript>(expr);
}

// The elements of a list or tuple; null for others.
const ast::List<ast::Expr>* elements_of(const ast::Expr* expr) {
  if (const auto* list = ast::as<ast::ExprList>(expr)) return &list->elts;
  if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) return &tuple->elts;
  return nullptr;
}

}  // namespace

void Parser::set_context(const ast::Expr* expr, ast::ExprContext context) {
  switch (expr->kind) {
    case ast::Kind::ExprName:
      unfinished<ast::ExprName>(expr).ctx = context;
      return;
    case ast::Kind::ExprAttribute:
      unfinished<ast::ExprAttribute>(expr).ctx = context;
      return;
    case ast::Kind::ExprSubscript:
      unfinished<ast::ExprSubscript>(expr).ctx = context;
      return;
    case ast::Kind::ExprStarred: {
      auto& starred = unfinished<ast::ExprStarred>(expr);
      starred.ctx = context;
      set_context(starred.value, context);
      return;
    }
    case ast::Kind::ExprUnaryOp:
      set_context(unfinished<ast::ExprUnaryOp>(expr).operand, context);
      return;
    case ast::Kind::ExprList:
      unfinished<ast::ExprList>(expr).ctx = context;
      break;
    case ast::Kind::ExprTuple:
      unfinished<ast::ExprTuple>(expr).ctx = context;
      break;
    default:
      return;
  }
  for (const ast::Expr* element : *elements_of(expr)) set_context(element, context);
}

void Parser::check_assignment_target(const ast::Expr* target) {
  if (is_simple_target(target)) return;
  if (const auto* starred = ast::as<ast::ExprStarred>(target)) {
    check_assignment_target(starred->value);
  } else if (const auto* elements = elements_of(target)) {
    for (const ast::Expr* element : *elements) check_assignment_target(element);
  } else {
    add_error("Invalid assignment target", target);
  }
}

void Parser::check_annotated_target(const ast::Expr* target) {
  if (is_simple_target(target)) return;
  if (ast::is<ast::ExprList>(target)) {
    add_error("Only single target (not list) can be annotated", target);
  } else if (ast::is<ast::ExprTuple>(target)) {
    add_error("Only single target (not tuple) can be annotated", target);
  } else {
    add_error("Invalid annotated assignment target", target);
  }
}

void Parser::check_delete_target(const ast::Expr* target) {
  if (is_simple_target(target)) return;
  if (const auto* elements = elements_of(target)) {
    for (const ast::Expr* element : *elements) check_delete_target(element);
  } else {
    add_error("Invalid delete target", target);
  }
}

}  // namespace lint::parser
