#include "lint/check/string_annotation.h"
#include "lint/check/walk.h"

namespace lint {

// Is the expression evaluated later?  Then it is remembered.
bool Walk::defer(const ast::Expr& expr) {
  const Flags flags = model_.flags();
  if (is_stub_ && flags.has(Flag::ClassBase) && !flags.has(Flag::DeferredClassBase)) {
    class_bases_.push_back({&expr, model_.place()});
    return true;
  }
  // What was deferred once is visited now.
  if (!flags.has(Flag::TypeDefinition) || flags.has(Flag::TypingLiteral) ||
      flags.in_deferred_type_definition()) {
    return false;
  }
  if (!flags.future_annotations_or_stub() && !defers_annotations_) return false;
  if (!flags.in_annotation() && !is_stub_) return false;
  auto& queue = ast::is<ast::ExprStringLiteral>(expr) ? strings_ : annotations_;
  queue.push_back({&expr, model_.place()});
  return true;
}

bool Walk::has_deferred() const {
  return !class_bases_.empty() || !functions_.empty() || !type_params_.empty() ||
         !lambdas_.empty() || !annotations_.empty() || !strings_.empty();
}

// Each queue can fill the ones behind it and itself, sometimes those before it.
void Walk::visit_deferred() {
  const Place here = model_.place();
  while (has_deferred()) {
    visit_deferred_class_bases();
    visit_deferred_functions();
    visit_deferred_type_params();
    visit_deferred_lambdas();
    visit_deferred_annotations();
    visit_deferred_strings();
  }
  model_.go_to(here);
}

void Walk::visit_deferred_class_bases() {
  for (std::size_t i = 0; i < class_bases_.size(); ++i) {
    const DeferredExpr deferred = class_bases_[i];
    model_.go_to(deferred.place);
    model_.set(Flag::DeferredClassBase);
    visit(*deferred.expr);
  }
  class_bases_.clear();
}

void Walk::visit_deferred_functions() {
  for (std::size_t i = 0; i < functions_.size(); ++i) {
    model_.go_to(functions_[i]);
    const auto& function = static_cast<const ast::StmtFunctionDef&>(*semantic_.current_statement());
    syntax_.visit(function);
    visit_parameters(*function.parameters);
    docstring_ = Docstring::Definition;
    visit_body(function.body, function);
  }
  functions_.clear();
}

void Walk::visit_deferred_type_params() {
  for (std::size_t i = 0; i < type_params_.size(); ++i) {
    const DeferredExpr deferred = type_params_[i];
    model_.go_to(deferred.place);
    model_.set(Flag::TypeParamDefinition);
    model_.set(Flag::TypeDefinition);
    visit(*deferred.expr);
  }
  type_params_.clear();
}

void Walk::visit_deferred_lambdas() {
  for (std::size_t i = 0; i < lambdas_.size(); ++i) {
    model_.go_to(lambdas_[i]);
    visit_deferred_lambda(static_cast<const ast::ExprLambda&>(*semantic_.current_expression()));
  }
  lambdas_.clear();
}

void Walk::visit_deferred_lambda(const ast::ExprLambda& lambda) {
  if (lambda.parameters != nullptr) visit_parameters(*lambda.parameters);
  const bool is_in_class =
      semantic_.any_scope([](const semantic::Scope& scope) { return scope.is_class(); });
  if (is_in_class) model_.push_dunder_class_scope();
  visit(*lambda.body);
  if (is_in_class) model_.pop_scope();
}

void Walk::visit_deferred_annotations() {
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    const DeferredExpr deferred = annotations_[i];
    model_.go_to(deferred.place);
    model_.set(Flag::TypeDefinition);
    model_.set(Flag::FutureTypeDefinition);
    visit(*deferred.expr);
  }
  annotations_.clear();
}

void Walk::visit_deferred_strings() {
  for (std::size_t i = 0; i < strings_.size(); ++i) {
    const DeferredExpr deferred = strings_[i];
    model_.go_to(deferred.place);
    visit_deferred_string(static_cast<const ast::ExprStringLiteral&>(*deferred.expr));
  }
  strings_.clear();
}

void Walk::visit_deferred_string(const ast::ExprStringLiteral& string) {
  const ParsedAnnotation annotation = parse_annotation(checker_.parsed(), string);
  model_.make_room_for_nodes();
  if (annotation.expr == nullptr) {
    run_hooks_at(HookPoint::AnnotationError,
                 AnnotationError{string.range, annotation.error.message});
    return;
  }
  run_hooks_at(HookPoint::StringAnnotation,
               StringAnnotation{string, *annotation.expr, annotation.is_simple});
  model_.set(Flag::TypeDefinition);
  model_.set(annotation.is_simple ? Flag::SimpleStringTypeDefinition
                                  : Flag::ComplexStringTypeDefinition);
  visit(*annotation.expr);
}

}  // namespace lint
