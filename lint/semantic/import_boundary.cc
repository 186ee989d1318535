#include "lint/semantic/import_boundary.h"

#include <algorithm>

#include "lint/ast/names.h"
#include "lint/ast/statements.h"

namespace lint::semantic {
namespace {

bool assigns_dunder(const ast::Stmt& statement) {
  const ast::Expr* target = nullptr;
  if (const auto* assign = ast::as<ast::StmtAssign>(statement)) {
    if (assign->targets.size() == 1) target = assign->targets.front();
  } else if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) {
    target = annotated->target;
  }
  const auto* name = ast::as<ast::ExprName>(target);
  return name != nullptr && ast::is_dunder(name->id.text());
}

bool is_in_block(const ast::Stmt& statement, const Semantic& semantic) {
  return semantic.any_statement(statement, [](const ast::Stmt& around) {
    return around.kind == ast::Kind::StmtTry || around.kind == ast::Kind::StmtIf ||
           around.kind == ast::Kind::StmtWith || around.kind == ast::Kind::StmtMatch;
  });
}

// The function that an expression statement calls; empty: it calls none.
const QualifiedName* called_name(const ast::Stmt& statement, const Semantic& semantic) {
  const auto* expression = ast::as<ast::StmtExpr>(statement);
  const auto* call = expression == nullptr ? nullptr : ast::as<ast::ExprCall>(expression->value);
  return call == nullptr ? nullptr : &semantic.qualified_name(*call->func);
}

bool is_environ(const ast::Expr& target, const Semantic& semantic) {
  return semantic.qualified_name(ast::without_subscript(target)).is("os.environ");
}

}  // namespace

bool is_sys_path_modification(const ast::Stmt& statement, const Semantic& semantic) {
  if (const auto* augmented = ast::as<ast::StmtAugAssign>(statement)) {
    return semantic.qualified_name(ast::without_subscript(*augmented->target)).is("sys.path");
  }
  const QualifiedName* called = called_name(statement, semantic);
  return called != nullptr &&
         called->is_any("sys.path.append", "sys.path.insert", "sys.path.extend", "sys.path.remove",
                        "sys.path.pop", "sys.path.clear", "sys.path.reverse", "sys.path.sort");
}

bool is_os_environ_modification(const ast::Stmt& statement, const Semantic& semantic) {
  const auto is_any_environ = [&](ast::List<ast::Expr> targets) {
    return std::ranges::any_of(
        targets, [&](const ast::Expr* target) { return is_environ(*target, semantic); });
  };
  switch (statement.kind) {
    case ast::Kind::StmtExpr: {
      const QualifiedName* called = called_name(statement, semantic);
      return called != nullptr &&
             called->is_any("os.putenv", "os.unsetenv", "os.environ.update", "os.environ.pop",
                            "os.environ.clear", "os.environ.setdefault", "os.environ.popitem");
    }
    case ast::Kind::StmtDelete:
      return is_any_environ(static_cast<const ast::StmtDelete&>(statement).targets);
    case ast::Kind::StmtAssign:
      return is_any_environ(static_cast<const ast::StmtAssign&>(statement).targets);
    case ast::Kind::StmtAnnAssign:
      return is_environ(*static_cast<const ast::StmtAnnAssign&>(statement).target, semantic);
    case ast::Kind::StmtAugAssign:
      return is_environ(*static_cast<const ast::StmtAugAssign&>(statement).target, semantic);
    default:
      return false;
  }
}

bool may_precede_imports(const ast::Stmt& statement, const Semantic& semantic) {
  if (ast::is<ast::StmtEscapeCommand>(statement)) return true;
  if (assigns_dunder(statement) || is_in_block(statement, semantic)) return true;
  if (is_sys_path_modification(statement, semantic) ||
      is_os_environ_modification(statement, semantic)) {
    return true;
  }
  const QualifiedName* called = called_name(statement, semantic);
  return called != nullptr &&
         called->is_any("matplotlib.use", "pytest.importorskip", "site.addsitedir");
}

}  // namespace lint::semantic
