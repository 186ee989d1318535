#include "lint/ast/arguments.h"
#include "lint/ast/parameters.h"
#include "lint/check/walk.h"
#include "lint/semantic/import_boundary.h"
#include "lint/semantic/typing.h"

namespace lint {

using semantic::AnnotationUse;
using semantic::BindingKind;

void Walk::visit_body(ast::List<ast::Stmt> body, const ast::Node& owner) {
  if (!hooks_.at(HookPoint::Suite).empty()) run_hooks_at(HookPoint::Suite, Suite{body, &owner});
  for (const ast::Stmt* statement : body) visit(*statement);
}

// Finds out where docstrings and imports of the module end.
void Walk::note_imports(const ast::Stmt& statement) {
  const Flags flags = model_.flags();
  if (flags.has(Flag::ImportBoundary) && statement.kind != ast::Kind::StmtImportFrom) return;
  if (statement.kind == ast::Kind::StmtExpr && !flags.has(Flag::ModuleDocstringBoundary) &&
      ast::is<ast::ExprStringLiteral>(static_cast<const ast::StmtExpr&>(statement).value)) {
    model_.set(Flag::ModuleDocstringBoundary);
    return;
  }
  model_.set(Flag::ModuleDocstringBoundary);
  if (statement.kind == ast::Kind::StmtImport) return;
  if (const auto* import = ast::as<ast::StmtImportFrom>(statement)) {
    if (import->is_lazy || !import->module || !(import->module == "__future__")) return;
    for (const ast::Alias* alias : import->names) {
      if (alias->name == "annotations") model_.set(Flag::FutureAnnotations);
    }
    return;
  }
  if (!flags.has(Flag::ImportBoundary) && !semantic::may_precede_imports(statement, semantic_)) {
    model_.set(Flag::ImportBoundary);
  }
}

// Every cell of a notebook may begin with imports.
void Walk::note_cell(const ast::Stmt& statement) {
  if (semantic_.at_top_level() &&
      checker_.cells()->has_boundary({last_end_, statement.range.start})) {
    model_.clear(Flag::ImportBoundary);
  }
}

void Walk::note_docstring(const ast::Stmt& statement) {
  if (docstring_ == Docstring::None) return;
  const auto* expression = ast::as<ast::StmtExpr>(statement);
  if (expression != nullptr && ast::is<ast::ExprStringLiteral>(expression->value)) {
    model_.set(docstring_ == Docstring::Attribute ? Flag::AttributeDocstring
                                                  : Flag::Pep257Docstring);
  } else if (expression != nullptr && ast::is<ast::ExprFString>(expression->value)) {
    model_.set(Flag::FStringAsDocstring);
  }
  docstring_ = Docstring::None;
}

void Walk::expect_attribute_docstring(const ast::Stmt& statement) {
  const ast::Expr* target = nullptr;
  if (const auto* assign = ast::as<ast::StmtAssign>(statement)) {
    if (assign->targets.size() == 1) target = assign->targets.front();
  } else if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) {
    target = annotated->target;
  }
  if (!ast::is<ast::ExprName>(target)) return;
  if (semantic_.at_top_level() || semantic_.scope().is_class()) docstring_ = Docstring::Attribute;
}

void Walk::visit(const ast::Stmt& statement) {
  model_.enter(statement);
  // Functions are looked at when their bodies are.
  if (statement.kind != ast::Kind::StmtFunctionDef) syntax_.visit(statement);
  if (checker_.is_notebook()) note_cell(statement);
  note_imports(statement);
  const Flags flags = model_.flags();
  note_docstring(statement);
  switch (statement.kind) {
    case ast::Kind::StmtExpr:
      visit(*static_cast<const ast::StmtExpr&>(statement).value);
      break;
    case ast::Kind::StmtAssign: {
      const auto& node = static_cast<const ast::StmtAssign&>(statement);
      visit(*node.value);
      visit_all(node.targets);
      expect_attribute_docstring(statement);
      break;
    }
    case ast::Kind::StmtAugAssign: {
      const auto& node = static_cast<const ast::StmtAugAssign&>(statement);
      if (const auto* name = ast::as<ast::ExprName>(node.target)) model_.resolve_load(*name);
      visit(*node.value);
      visit(*node.target);
      break;
    }
    case ast::Kind::StmtReturn:
      visit(static_cast<const ast::StmtReturn&>(statement).value);
      break;
    case ast::Kind::StmtDelete:
      visit_all(static_cast<const ast::StmtDelete&>(statement).targets);
      break;
    case ast::Kind::StmtRaise: {
      const auto& node = static_cast<const ast::StmtRaise&>(statement);
      visit(node.exc);
      visit(node.cause);
      break;
    }
    case ast::Kind::StmtImport:
      model_.bind_imports(static_cast<const ast::StmtImport&>(statement));
      break;
    case ast::Kind::StmtImportFrom:
      model_.bind_imports(static_cast<const ast::StmtImportFrom&>(statement));
      break;
    case ast::Kind::StmtGlobal:
      model_.bind_globals(static_cast<const ast::StmtGlobal&>(statement));
      break;
    case ast::Kind::StmtNonlocal:
      model_.bind_nonlocals(static_cast<const ast::StmtNonlocal&>(statement));
      break;
    default:
      visit_compound(statement);
  }
  fire(statement);
  model_.set_flags(flags);
  model_.leave(statement);
  last_end_ = statement.range.end;
}

void Walk::visit_compound(const ast::Stmt& statement) {
  switch (statement.kind) {
    case ast::Kind::StmtFunctionDef:
      return visit_function(static_cast<const ast::StmtFunctionDef&>(statement));
    case ast::Kind::StmtClassDef:
      return visit_class(static_cast<const ast::StmtClassDef&>(statement));
    case ast::Kind::StmtTypeAlias:
      return visit_type_alias(static_cast<const ast::StmtTypeAlias&>(statement));
    case ast::Kind::StmtAnnAssign:
      visit_annotated(static_cast<const ast::StmtAnnAssign&>(statement));
      return expect_attribute_docstring(statement);
    case ast::Kind::StmtAssert:
      return visit_assert(static_cast<const ast::StmtAssert&>(statement));
    case ast::Kind::StmtWith:
      return visit_with(static_cast<const ast::StmtWith&>(statement));
    case ast::Kind::StmtIf:
      return visit_if(static_cast<const ast::StmtIf&>(statement));
    case ast::Kind::StmtTry:
      return visit_try(static_cast<const ast::StmtTry&>(statement));
    case ast::Kind::StmtMatch:
      return visit_match(static_cast<const ast::StmtMatch&>(statement));
    case ast::Kind::StmtWhile: {
      const auto& node = static_cast<const ast::StmtWhile&>(statement);
      visit_boolean_test(*node.test);
      visit_body(node.body, node);
      return visit_orelse(node.orelse, node);
    }
    case ast::Kind::StmtFor: {
      const auto& node = static_cast<const ast::StmtFor&>(statement);
      visit(*node.iter);
      visit(*node.target);
      visit_body(node.body, node);
      return visit_orelse(node.orelse, node);
    }
    default:
      return;  // pass, break, continue
  }
}

void Walk::visit_orelse(ast::List<ast::Stmt> body, const ast::Node& owner) {
  const Flags flags = model_.flags();
  model_.set(Flag::OrElse);
  visit_body(body, owner);
  model_.set_flags(flags);
}

void Walk::visit_branch(ast::List<ast::Stmt> body, const ast::Node& owner) {
  model_.push_branch();
  visit_body(body, owner);
  model_.pop_branch();
}

void Walk::visit_defaults(const ast::Parameters& parameters) {
  ast::for_each_parameter_with_default(parameters, [&](const ast::ParameterWithDefault& parameter) {
    visit(parameter.default_value);
  });
}

void Walk::visit_signature(const ast::StmtFunctionDef& function) {
  const bool is_dispatched = semantic::is_singledispatch_implementation(function, semantic_);
  const AnnotationUse use = semantic::annotation_use_of(function, semantic_, requirements_);
  visit_defaults(*function.parameters);
  if (semantic_.scope().is_class()) model_.push_dunder_class_scope();
  model_.push_scope(ScopeKind::TypeParams, nullptr);
  visit_type_params(function.type_params);
  ast::for_each_parameter(*function.parameters, [&](const ast::AnyParameter& any) {
    if (any.parameter->annotation == nullptr) return;
    visit_annotation(*any.parameter->annotation,
                     is_dispatched && !any.is_variadic() ? AnnotationUse::RuntimeRequired : use);
  });
  if (function.returns != nullptr) {
    visit_annotation(*function.returns, is_dispatched ? AnnotationUse::RuntimeRequired : use);
  }
}

void Walk::visit_function(const ast::StmtFunctionDef& function) {
  for (const ast::Decorator* decorator : function.decorators) {
    visit(*decorator->expression);
    if (semantic_.is_typing_member(*decorator->expression, "no_type_check")) {
      model_.set(Flag::NoTypeCheck);
    }
  }
  const semantic::ScopeId around = semantic_.scope_id();
  visit_signature(function);

  model_.push_definition(function);
  const semantic::ScopeId body = model_.push_scope(ScopeKind::Function, &function);
  model_.clear(Flag::ExceptionHandler);
  functions_.push_back(model_.place());
  model_.declare_globals_of(function.body);
  left_scopes_.push_back(body);
  while (semantic_.scope_id() != around) model_.pop_scope();
  model_.pop_definition();
  model_.bind_definition(function.name, BindingKind::Function, body);
}

void Walk::visit_class(const ast::StmtClassDef& class_def) {
  for (const ast::Decorator* decorator : class_def.decorators) visit(*decorator->expression);
  model_.push_scope(ScopeKind::TypeParams, nullptr);
  visit_type_params(class_def.type_params);
  if (class_def.arguments != nullptr) {
    model_.set(Flag::ClassBase);
    visit_all(class_def.arguments->args);
    for (const ast::Keyword* keyword : class_def.arguments->keywords) visit(*keyword->value);
    model_.clear(Flag::ClassBase);
  }

  model_.push_definition(class_def);
  const semantic::ScopeId body = model_.push_scope(ScopeKind::Class, &class_def);
  model_.clear(Flag::ExceptionHandler);
  model_.declare_globals_of(class_def.body);
  docstring_ = Docstring::Definition;
  visit_body(class_def.body, class_def);
  left_scopes_.push_back(body);
  model_.pop_scope();
  model_.pop_definition();
  model_.pop_scope();
  model_.bind_definition(class_def.name, BindingKind::Class, body);
}

void Walk::visit_type_alias(const ast::StmtTypeAlias& statement) {
  model_.push_scope(ScopeKind::TypeParams, nullptr);
  visit_type_params(statement.type_params);
  const Flags flags = model_.flags();
  model_.set(Flag::DeferredTypeAlias);
  type_params_.push_back({statement.value, model_.place()});
  model_.set_flags(flags);
  model_.pop_scope();
  visit(*statement.name);
}

void Walk::visit_annotated(const ast::StmtAnnAssign& statement) {
  const AnnotationUse use = semantic::annotation_use_here(semantic_, requirements_);
  const auto* subscript = ast::as<ast::ExprSubscript>(statement.annotation);
  if (use == AnnotationUse::RuntimeRequired || use == AnnotationUse::RuntimeAmbiguous ||
      !semantic::is_dataclass_marker(*statement.annotation, semantic_)) {
    visit_annotation(*statement.annotation, use);
  } else if (use == AnnotationUse::TypingOnly && subscript != nullptr) {
    // InitVar[str]: only InitVar is looked at.
    visit_annotation(*subscript->value, AnnotationUse::RuntimeRequired);
    visit_annotation(*subscript->slice, AnnotationUse::TypingOnly);
  } else {
    visit_annotation(*statement.annotation, AnnotationUse::RuntimeRequired);
  }
  if (statement.value != nullptr) {
    if (semantic_.is_typing_member(*statement.annotation, "TypeAlias")) {
      const Flags flags = model_.flags();
      model_.set(Flag::AnnotatedTypeAlias);
      visit_type(*statement.value);
      model_.set_flags(flags);
    } else {
      visit(*statement.value);
    }
  }
  visit(*statement.target);
}

void Walk::visit_assert(const ast::StmtAssert& statement) {
  const Flags flags = model_.flags();
  model_.set(Flag::AssertStatement);
  visit_boolean_test(*statement.test);
  visit(statement.msg);
  model_.set_flags(flags);
}

void Walk::visit_with(const ast::StmtWith& statement) {
  for (const ast::WithItem* item : statement.items) {
    visit(*item->context_expr);
    visit(item->optional_vars);
  }
  visit_branch(statement.body, statement);
}

void Walk::visit_if(const ast::StmtIf& statement) {
  visit_boolean_test(*statement.test);
  const Flags flags = model_.flags();
  if (semantic::is_type_checking_block(statement, semantic_)) model_.set(Flag::TypeCheckingBlock);
  visit_branch(statement.body, statement);
  model_.set_flags(flags);
  for (const ast::ElifElseClause* clause : statement.clauses) {
    model_.push_branch();
    if (clause->test != nullptr) visit_boolean_test(*clause->test);
    visit_body(clause->body, *clause);
    model_.pop_branch();
  }
}

void Walk::visit_try(const ast::StmtTry& statement) {
  // Body and else are one branch: both run if nothing fails.
  const semantic::BranchId branch = model_.push_branch();
  const std::uint8_t handled = model_.handle_exceptions_of(statement);
  visit_body(statement.body, statement);
  model_.restore_handled_exceptions(handled);
  model_.pop_branch();
  for (const ast::ExceptHandler* handler : statement.handlers) {
    model_.push_branch();
    visit_handler(*handler);
    model_.pop_branch();
  }
  model_.set_branch(branch);
  visit_orelse(statement.orelse, statement);
  model_.pop_branch();
  visit_branch(statement.finalbody, statement);
}

void Walk::visit_handler(const ast::ExceptHandler& handler) {
  const Flags flags = model_.flags();
  model_.set(Flag::ExceptionHandler);
  semantic::BindingId previous = semantic::BindingId::None;
  if (handler.name) previous = model_.bind_exception(handler.name);
  visit(handler.type);
  visit_body(handler.body, handler);
  if (handler.name) model_.unbind_exception(handler.name, previous);
  fire(handler);
  model_.set_flags(flags);
}

void Walk::visit_type_params(const ast::TypeParams* type_params) {
  if (type_params == nullptr) return;
  for (const ast::TypeParam* param : type_params->params) {
    const auto later = [&](const ast::Expr* expr) {
      if (expr != nullptr) type_params_.push_back({expr, model_.place()});
    };
    const auto bind = [&](const ast::Identifier& name) {
      model_.add_binding(name.name, name.range, BindingKind::TypeParam);
    };
    if (const auto* variable = ast::as<ast::TypeParamTypeVar>(param)) {
      bind(variable->name);
      later(variable->bound);
      later(variable->default_value);
    } else if (const auto* tuple = ast::as<ast::TypeParamTypeVarTuple>(param)) {
      bind(tuple->name);
      later(tuple->default_value);
    } else if (const auto* parameters = ast::as<ast::TypeParamParamSpec>(param)) {
      bind(parameters->name);
      later(parameters->default_value);
    }
  }
}

void Walk::visit_parameters(const ast::Parameters& parameters) {
  ast::for_each_parameter(parameters, [&](const ast::AnyParameter& any) {
    const ast::Identifier& name = any.parameter->name;
    model_.add_binding(name.name, name.range, BindingKind::Argument);
    fire(*any.parameter);
  });
  fire(parameters);
}

}  // namespace lint
