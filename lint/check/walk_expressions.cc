#include "lint/ast/arguments.h"
#include "lint/check/walk.h"

namespace lint {
namespace {

// Does the truth of the expression decide about that of its operands?
bool keeps_boolean_test(const ast::Expr& expr) {
  if (expr.kind == ast::Kind::ExprBoolOp) return true;
  return expr.kind == ast::Kind::ExprUnaryOp &&
         static_cast<const ast::ExprUnaryOp&>(expr).op == ast::UnaryOp::Not;
}

}  // namespace

void Walk::visit_with_flag(const ast::Expr& expr, Flag flag) {
  const Flags flags = model_.flags();
  model_.set(flag);
  visit(expr);
  model_.set_flags(flags);
}

void Walk::visit_without_flag(const ast::Expr& expr, Flag flag) {
  const Flags flags = model_.flags();
  model_.clear(flag);
  visit(expr);
  model_.set_flags(flags);
}

void Walk::visit(const ast::Expr& expr) {
  // Names are wrong only where they are declared global, or called __debug__.
  if (expr.kind != ast::Kind::ExprName || has_debug_ || !semantic_.scope().globals.empty()) {
    syntax_.visit(expr);
  }
  const Flags flags = model_.flags();
  if (flags.any(Flag::TypeDefinition, Flag::ClassBase) && defer(expr)) return;
  model_.enter(expr);
  if (flags.has(Flag::BooleanTest) && !keeps_boolean_test(expr)) model_.clear(Flag::BooleanTest);
  switch (expr.kind) {
    case ast::Kind::ExprName:
      visit_name(static_cast<const ast::ExprName&>(expr));
      break;
    case ast::Kind::ExprAttribute:
      visit(*static_cast<const ast::ExprAttribute&>(expr).value);
      break;
    case ast::Kind::ExprCall:
      visit_call(static_cast<const ast::ExprCall&>(expr));
      break;
    case ast::Kind::ExprStringLiteral:
      visit_string(static_cast<const ast::ExprStringLiteral&>(expr));
      break;
    case ast::Kind::ExprNumberLiteral:
    case ast::Kind::ExprBytesLiteral:
    case ast::Kind::ExprBooleanLiteral:
    case ast::Kind::ExprNoneLiteral:
    case ast::Kind::ExprEllipsisLiteral:
      break;
    case ast::Kind::ExprTuple:
      visit_all(static_cast<const ast::ExprTuple&>(expr).elts);
      break;
    case ast::Kind::ExprList:
      visit_all(static_cast<const ast::ExprList&>(expr).elts);
      break;
    case ast::Kind::ExprSubscript:
      visit_subscript(static_cast<const ast::ExprSubscript&>(expr));
      break;
    default:
      visit_children(expr);
  }
  model_.set_flags(flags);
  if (has_call_hooks_ && expr.kind == ast::Kind::ExprCall) {
    run_hooks_of_call(static_cast<const ast::ExprCall&>(expr));
  } else {
    fire(expr);
  }
  model_.leave(expr);
}

void Walk::visit_children(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprBoolOp:
      return visit_all(static_cast<const ast::ExprBoolOp&>(expr).values);
    case ast::Kind::ExprNamed: {
      const auto& node = static_cast<const ast::ExprNamed&>(expr);
      visit(*node.value);
      model_.set(Flag::NamedExpressionAssignment);
      return visit(*node.target);
    }
    case ast::Kind::ExprBinOp: {
      const auto& node = static_cast<const ast::ExprBinOp&>(expr);
      visit(*node.left);
      return visit(*node.right);
    }
    case ast::Kind::ExprUnaryOp: {
      const auto& node = static_cast<const ast::ExprUnaryOp&>(expr);
      return node.op == ast::UnaryOp::Not ? visit_boolean_test(*node.operand)
                                          : visit(*node.operand);
    }
    case ast::Kind::ExprCompare: {
      const auto& node = static_cast<const ast::ExprCompare&>(expr);
      visit(*node.left);
      return visit_all(node.comparators);
    }
    case ast::Kind::ExprLambda:
      return visit_lambda(static_cast<const ast::ExprLambda&>(expr));
    case ast::Kind::ExprIf:
      return visit_choice(static_cast<const ast::ExprIf&>(expr));
    case ast::Kind::ExprDict:
      return visit_dict(static_cast<const ast::ExprDict&>(expr));
    case ast::Kind::ExprSet:
      return visit_all(static_cast<const ast::ExprSet&>(expr).elts);
    case ast::Kind::ExprListComp:
    case ast::Kind::ExprSetComp:
    case ast::Kind::ExprDictComp:
    case ast::Kind::ExprGenerator:
      return visit_comprehension(expr);
    case ast::Kind::ExprAwait:
      return visit(*static_cast<const ast::ExprAwait&>(expr).value);
    case ast::Kind::ExprYield:
      return visit(static_cast<const ast::ExprYield&>(expr).value);
    case ast::Kind::ExprYieldFrom:
      return visit(*static_cast<const ast::ExprYieldFrom&>(expr).value);
    case ast::Kind::ExprStarred:
      return visit(*static_cast<const ast::ExprStarred&>(expr).value);
    case ast::Kind::ExprSlice: {
      const auto& node = static_cast<const ast::ExprSlice&>(expr);
      visit(node.lower);
      visit(node.upper);
      return visit(node.step);
    }
    case ast::Kind::ExprFString:
      model_.set(Flag::FString);
      return visit_string_parts(static_cast<const ast::ExprFString&>(expr).parts);
    case ast::Kind::ExprTString:
      model_.set(Flag::TString);
      return visit_string_parts(static_cast<const ast::ExprTString&>(expr).parts);
    default:
      return;
  }
}

void Walk::visit_name(const ast::ExprName& name) {
  switch (name.ctx) {
    case ast::ExprContext::Load:
      return model_.resolve_load(name);
    case ast::ExprContext::Store:
      return model_.bind_target(name);
    case ast::ExprContext::Del:
      return model_.resolve_delete(name);
    case ast::ExprContext::Invalid:
      return;
  }
}

// The body is for later.
void Walk::visit_lambda(const ast::ExprLambda& lambda) {
  if (lambda.parameters != nullptr) visit_defaults(*lambda.parameters);
  model_.push_scope(ScopeKind::Lambda, &lambda);
  lambdas_.push_back(model_.place());
  leave_scope();
}

void Walk::leave_scope() {
  left_scopes_.push_back(semantic_.scope_id());
  model_.pop_scope();
}

void Walk::visit_choice(const ast::ExprIf& choice) {
  visit_boolean_test(*choice.test);
  visit(*choice.body);
  visit_with_flag(*choice.orelse, Flag::OrElse);
}

void Walk::visit_dict(const ast::ExprDict& dict) {
  for (const ast::DictItem* item : dict.items) {
    visit(item->key);
    visit(*item->value);
  }
}

// The first iterable is evaluated in the scope around.
void Walk::visit_generators(const ast::Expr& owner, ast::List<ast::Comprehension> generators) {
  bool is_first = true;
  for (const ast::Comprehension* generator : generators) {
    visit(*generator->iter);
    if (is_first) model_.push_scope(ScopeKind::Generator, &owner);
    is_first = false;
    if (generator->is_async) model_.mark_async_comprehension();
    visit(*generator->target);
    for (const ast::Expr* test : generator->ifs) visit_boolean_test(*test);
  }
  for (const ast::Comprehension* generator : generators) fire(*generator);
}

void Walk::visit_comprehension(const ast::Expr& expr) {
  if (const auto* dict = ast::as<ast::ExprDictComp>(expr)) {
    visit_generators(expr, dict->generators);
    visit(dict->key);
    visit(*dict->value);
  } else if (const auto* list = ast::as<ast::ExprListComp>(expr)) {
    visit_generators(expr, list->generators);
    visit(*list->elt);
  } else if (const auto* set = ast::as<ast::ExprSetComp>(expr)) {
    visit_generators(expr, set->generators);
    visit(*set->elt);
  } else if (const auto* generator = ast::as<ast::ExprGenerator>(expr)) {
    visit_generators(expr, generator->generators);
    visit(*generator->elt);
  }
  leave_scope();
}

void Walk::visit_string_parts(ast::List<ast::StringPart> parts) {
  for (const ast::StringPart* part : parts) {
    if (const auto* formatted = ast::as<ast::StringPartFormatted>(part)) {
      visit_elements(formatted->elements);
    } else if (const auto* text = ast::as<ast::StringPartTemplate>(part)) {
      visit_elements(text->elements);
    }
  }
}

void Walk::visit_elements(ast::List<ast::StringElement> elements) {
  for (const ast::StringElement* element : elements) {
    const auto* field = ast::as<ast::StringElementField>(element);
    if (field == nullptr) continue;
    const Flags flags = model_.flags();
    model_.set(Flag::InterpolatedField);
    visit(*field->expression);
    if (field->format_spec != nullptr) visit_elements(field->format_spec->elements);
    model_.set_flags(flags);
  }
}

void Walk::visit_string(const ast::ExprStringLiteral& string) {
  const Flags flags = model_.flags();
  if (flags.has(Flag::TypeDefinition) && !flags.has(Flag::TypingLiteral)) {
    strings_.push_back({&string, model_.place()});
  }
}

}  // namespace lint
