#include "lint/semantic/dunder_all.h"

#include "lint/ast/statements.h"

namespace lint::semantic {
namespace {

const ast::Expr* value_of(const ast::Stmt& statement) {
  if (const auto* assign = ast::as<ast::StmtAssign>(statement)) return assign->value;
  if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) return annotated->value;
  if (const auto* augmented = ast::as<ast::StmtAugAssign>(statement)) return augmented->value;
  return nullptr;
}

class Extraction {
 public:
  Extraction(const Semantic& semantic, DunderAll& result) : semantic_(semantic), result_(result) {}

  // A sum of lists is read from its last operand to its first.
  void add_sum(const ast::Expr& value) {
    const ast::Expr* at = &value;
    while (const auto* sum = ast::as<ast::ExprBinOp>(at)) {
      add_operand(*sum->right);
      at = sum->left;
    }
    add_operand(*at);
  }

 private:
  void add_operand(const ast::Expr& value) {
    switch (value.kind) {
      case ast::Kind::ExprList:
        return add_members(static_cast<const ast::ExprList&>(value).elts);
      case ast::Kind::ExprTuple:
        return add_members(static_cast<const ast::ExprTuple&>(value).elts);
      case ast::Kind::ExprListComp:
        return;  // Allowed, but unknown.
      case ast::Kind::ExprName:
        if (static_cast<const ast::ExprName&>(value).id == "__all__") return;
        break;
      case ast::Kind::ExprAttribute:
        if (static_cast<const ast::ExprAttribute&>(value).attr == "__all__") return;
        break;
      case ast::Kind::ExprNamed:
        return add_operand(*static_cast<const ast::ExprNamed&>(value).value);
      case ast::Kind::ExprCall:
        if (add_call(static_cast<const ast::ExprCall&>(value))) return;
        break;
      default:
        break;
    }
    result_.has_invalid_format = true;
  }

  // list(...) and tuple(...)
  bool add_call(const ast::ExprCall& call) {
    const ast::Arguments& arguments = *call.arguments;
    if (!arguments.keywords.empty() || arguments.args.size() > 1) return false;
    const std::string_view function = semantic_.builtin_symbol(ast::without_subscript(*call.func));
    if (function != "tuple" && function != "list") return false;
    if (arguments.args.empty()) return true;
    if (const auto* list = ast::as<ast::ExprList>(arguments.args[0])) {
      add_members(list->elts);
    } else if (const auto* set = ast::as<ast::ExprSet>(arguments.args[0])) {
      add_members(set->elts);
    } else if (const auto* tuple = ast::as<ast::ExprTuple>(arguments.args[0])) {
      add_members(tuple->elts);
    }
    return true;
  }

  void add_members(ast::List<ast::Expr> members) {
    for (const ast::Expr* member : members) {
      if (const auto* string = ast::as<ast::ExprStringLiteral>(member)) {
        result_.names.push_back({string->value, string->range});
      } else {
        result_.has_invalid_object = true;
      }
    }
  }

  const Semantic& semantic_;
  DunderAll& result_;
};

}  // namespace

DunderAll extract_dunder_all(const ast::Stmt& statement, const Semantic& semantic) {
  DunderAll result;
  if (const ast::Expr* value = value_of(statement)) Extraction(semantic, result).add_sum(*value);
  return result;
}

}  // namespace lint::semantic
