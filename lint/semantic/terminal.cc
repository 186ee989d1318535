#include "lint/semantic/terminal.h"

#include <algorithm>

#include "lint/ast/statements.h"

namespace lint::semantic {
namespace {

using enum Terminal;

constexpr bool has_any_return(Terminal terminal) {
  return terminal == Return || terminal == RaiseOrReturn || terminal == ConditionalReturn;
}

// Of two paths that both end in a known way.
Terminal combine(Terminal left, Terminal right) {
  if (left == right) return left;
  if (left == RaiseOrReturn || right == RaiseOrReturn) return RaiseOrReturn;
  const bool left_raises = is_always_raise(left);
  const bool right_raises = is_always_raise(right);
  if (left_raises && right_raises) return Raise;
  return left_raises || right_raises ? RaiseOrReturn : Return;
}

// Of one piece of code behind the other.
Terminal and_then(Terminal left, Terminal right) {
  if (left == None) return right;
  if (right == None) return left;
  if (left == Implicit) return right;
  if (right == Implicit) return left;
  return combine(left, right);
}

// Of one piece of code or the other.
Terminal branch(Terminal left, Terminal right) {
  if (left == None) return right;
  if (right == None) return left;
  if (left == Implicit || right == Implicit) {
    return has_any_return(left) || has_any_return(right) ? ConditionalReturn : Implicit;
  }
  return combine(left, right);
}

bool always_breaks(ast::List<ast::Stmt> body) {
  for (const ast::Stmt* statement : body) {
    if (ast::is<ast::StmtBreak>(statement)) return true;
    if (ast::is<ast::StmtReturn>(statement) || ast::is<ast::StmtRaise>(statement)) return false;
  }
  return false;
}

bool is_wildcard(const ast::Pattern& pattern) {
  if (const auto* as = ast::as<ast::PatternMatchAs>(pattern)) return as->pattern == nullptr;
  const auto* choice = ast::as<ast::PatternMatchOr>(pattern);
  return choice != nullptr && std::ranges::all_of(choice->patterns, [](const ast::Pattern* inner) {
           return is_wildcard(*inner);
         });
}

bool is_wildcard(const ast::MatchCase* arm) {
  return arm->guard == nullptr && is_wildcard(*arm->pattern);
}

class TerminalFinder {
 public:
  explicit TerminalFinder(const Semantic& semantic) : semantic_(semantic) {}

  Terminal of_body(ast::List<ast::Stmt> body) const {
    Terminal terminal = None;
    for (const ast::Stmt* statement : body) terminal = and_then(terminal, of(*statement, terminal));
    return terminal == None ? Implicit : terminal;
  }

 private:
  // `before`: how what stands before the statement ends.
  Terminal of(const ast::Stmt& statement, Terminal before) const {
    switch (statement.kind) {
      case ast::Kind::StmtFor: {
        const auto& loop = static_cast<const ast::StmtFor&>(statement);
        return of_loop(loop.body, loop.orelse);
      }
      case ast::Kind::StmtWhile: {
        const auto& loop = static_cast<const ast::StmtWhile&>(statement);
        return of_loop(loop.body, loop.orelse);
      }
      case ast::Kind::StmtIf:
        return of_if(static_cast<const ast::StmtIf&>(statement));
      case ast::Kind::StmtMatch:
        return of_match(static_cast<const ast::StmtMatch&>(statement), before);
      case ast::Kind::StmtTry:
        return of_try(static_cast<const ast::StmtTry&>(statement));
      case ast::Kind::StmtWith:
        return of_body(static_cast<const ast::StmtWith&>(statement).body);
      case ast::Kind::StmtReturn:
        return RaiseOrReturn;
      case ast::Kind::StmtRaise: {
        const ast::Expr* raised = static_cast<const ast::StmtRaise&>(statement).exc;
        return raised != nullptr &&
                       semantic_.is_builtin(ast::without_call(*raised), "NotImplementedError")
                   ? RaiseNotImplemented
                   : Raise;
      }
      default:
        return None;
    }
  }

  Terminal of_loop(ast::List<ast::Stmt> body, ast::List<ast::Stmt> orelse) const {
    if (always_breaks(body)) return None;
    const Terminal terminal = of_body(body);
    return sometimes_breaks(body) ? terminal : and_then(terminal, of_body(orelse));
  }

  Terminal of_if(const ast::StmtIf& statement) const {
    Terminal terminal = of_body(statement.body);
    bool has_else = false;
    for (const ast::ElifElseClause* clause : statement.clauses) {
      terminal = branch(terminal, of_body(clause->body));
      has_else = has_else || clause->test == nullptr;
    }
    return exhaustive(terminal, has_else);
  }

  Terminal of_match(const ast::StmtMatch& statement, Terminal before) const {
    Terminal arms = None;
    for (const ast::MatchCase* arm : statement.cases) arms = branch(arms, of_body(arm->body));
    return exhaustive(and_then(before, arms),
                      std::ranges::any_of(statement.cases, [](const ast::MatchCase* arm) {
                        return is_wildcard(arm);
                      }));
  }

  // Unless one of the branches is taken for sure, they only may return.
  static Terminal exhaustive(Terminal terminal, bool is_exhaustive) {
    if (is_exhaustive) return terminal;
    return has_any_return(terminal) ? ConditionalReturn : None;
  }

  Terminal of_try(const ast::StmtTry& statement) const {
    // Any statement of the body may raise: the handlers are there for a reason.
    Terminal terminal = None;
    if (has_any_return(of_body(statement.body))) terminal = ConditionalReturn;
    terminal = and_then(terminal, of_body(statement.finalbody));
    Terminal handlers = None;
    for (const ast::ExceptHandler* handler : statement.handlers) {
      handlers = branch(handlers, of_body(handler->body));
    }
    if (statement.orelse.empty()) return and_then(terminal, exhaustive(handlers, false));
    return and_then(terminal, branch(handlers, of_body(statement.orelse)));
  }

  bool sometimes_breaks(ast::List<ast::Stmt> body) const {
    for (const ast::Stmt* statement : body) {
      switch (statement->kind) {
        case ast::Kind::StmtBreak:
          return true;
        case ast::Kind::StmtReturn:
        case ast::Kind::StmtRaise:
          return false;
        case ast::Kind::StmtFor: {
          const auto& loop = static_cast<const ast::StmtFor&>(*statement);
          if (has_any_return(of_body(loop.body))) return false;
          if (sometimes_breaks(loop.orelse)) return true;
          break;
        }
        case ast::Kind::StmtWhile: {
          const auto& loop = static_cast<const ast::StmtWhile&>(*statement);
          if (has_any_return(of_body(loop.body))) return false;
          if (sometimes_breaks(loop.orelse)) return true;
          break;
        }
        default:
          if (sometimes_breaks_inside(*statement)) return true;
      }
    }
    return false;
  }

  bool sometimes_breaks_inside(const ast::Stmt& statement) const {
    switch (statement.kind) {
      case ast::Kind::StmtIf: {
        const auto& node = static_cast<const ast::StmtIf&>(statement);
        return sometimes_breaks(node.body) ||
               std::ranges::any_of(node.clauses, [&](const ast::ElifElseClause* clause) {
                 return sometimes_breaks(clause->body);
               });
      }
      case ast::Kind::StmtMatch:
        return std::ranges::any_of(
            static_cast<const ast::StmtMatch&>(statement).cases,
            [&](const ast::MatchCase* arm) { return sometimes_breaks(arm->body); });
      case ast::Kind::StmtTry: {
        const auto& node = static_cast<const ast::StmtTry&>(statement);
        return sometimes_breaks(node.body) ||
               std::ranges::any_of(node.handlers,
                                   [&](const ast::ExceptHandler* handler) {
                                     return sometimes_breaks(handler->body);
                                   }) ||
               sometimes_breaks(node.orelse) || sometimes_breaks(node.finalbody);
      }
      case ast::Kind::StmtWith:
        return sometimes_breaks(static_cast<const ast::StmtWith&>(statement).body);
      default:
        return false;
    }
  }

  const Semantic& semantic_;
};

}  // namespace

Terminal terminal_of(const ast::StmtFunctionDef& function, const Semantic& semantic) {
  return TerminalFinder(semantic).of_body(function.body);
}

}  // namespace lint::semantic
