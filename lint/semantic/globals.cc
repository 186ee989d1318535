#include "lint/semantic/globals.h"

namespace lint::semantic {
namespace {

using Names = std::vector<ast::Identifier>;

void collect(ast::List<ast::Stmt> body, Names& names);

void collect_clauses(const ast::Stmt& statement, Names& names) {
  switch (statement.kind) {
    case ast::Kind::StmtIf: {
      const auto& node = static_cast<const ast::StmtIf&>(statement);
      collect(node.body, names);
      for (const ast::ElifElseClause* clause : node.clauses) collect(clause->body, names);
      return;
    }
    case ast::Kind::StmtTry: {
      const auto& node = static_cast<const ast::StmtTry&>(statement);
      collect(node.body, names);
      for (const ast::ExceptHandler* handler : node.handlers) collect(handler->body, names);
      collect(node.orelse, names);
      collect(node.finalbody, names);
      return;
    }
    case ast::Kind::StmtMatch:
      for (const ast::MatchCase* arm : static_cast<const ast::StmtMatch&>(statement).cases) {
        collect(arm->body, names);
      }
      return;
    default:
      return;
  }
}

void collect(ast::List<ast::Stmt> body, Names& names) {
  for (const ast::Stmt* statement : body) {
    switch (statement->kind) {
      case ast::Kind::StmtGlobal: {
        const auto& global = static_cast<const ast::StmtGlobal&>(*statement);
        names.insert(names.end(), global.names.begin(), global.names.end());
        break;
      }
      case ast::Kind::StmtFor: {
        const auto& node = static_cast<const ast::StmtFor&>(*statement);
        collect(node.body, names);
        collect(node.orelse, names);
        break;
      }
      case ast::Kind::StmtWhile: {
        const auto& node = static_cast<const ast::StmtWhile&>(*statement);
        collect(node.body, names);
        collect(node.orelse, names);
        break;
      }
      case ast::Kind::StmtWith:
        collect(static_cast<const ast::StmtWith&>(*statement).body, names);
        break;
      default:
        collect_clauses(*statement, names);
    }
  }
}

}  // namespace

std::vector<ast::Identifier> find_global_names(ast::List<ast::Stmt> body) {
  Names names;
  collect(body, names);
  return names;
}

}  // namespace lint::semantic
