#include "lint/check/syntax_context.h"

#include <algorithm>

#include "lint/ast/parameters.h"
#include "lint/check/rule.h"

namespace lint {

using semantic::Scope;
using semantic::ScopeKind;

namespace {

// Is the error a rule of its own?
bool is_rule(parser::SemanticErrorKind kind) {
  using enum parser::SemanticErrorKind;
  switch (kind) {
    case LateFutureImport:
    case FutureFeatureNotDefined:
    case NonModuleImportStar:
    case MultipleStarredExpressions:
    case LoadBeforeGlobal:
    case NonlocalWithoutBinding:
    case YieldOutsideFunction:
    case AwaitOutsideAsync:
    case YieldFromInAsync:
    case ReturnOutsideFunction:
    case ReturnInGenerator:
    case BreakOutsideLoop:
    case ContinueOutsideLoop:
      return true;
    default:
      return false;
  }
}

bool is_generator(const Scope& scope) {
  return ast::is<ast::ExprGenerator>(scope.node);
}

bool is_function_or_lambda(const Scope& scope) {
  return scope.kind == ScopeKind::Function || scope.kind == ScopeKind::Lambda;
}

}  // namespace

void SyntaxContext::report(parser::SemanticError error) {
  if (semantic_.flags().in_string_type_definition()) {
    const AnnotationError subject{error.range, error.message};
    for (HookTable::Run hook : hooks_.at(HookPoint::AnnotationError)) hook(checker_, &subject);
  } else if (is_rule(error.kind)) {
    for (HookTable::Run hook : hooks_.at(HookPoint::SemanticError)) hook(checker_, &error);
  } else {
    errors_.push_back(Diagnostic{
        .rule = kSyntaxError, .range = error.range, .message = std::move(error.message)});
  }
}

bool SyntaxContext::in_function_scope() const {
  return is_function_or_lambda(semantic_.scope());
}

bool SyntaxContext::allows_await() const {
  for (const Scope* at = &semantic_.scope(); at != nullptr; at = semantic_.parent_scope(*at)) {
    if (at->is_class()) return false;
    if (is_function_or_lambda(*at) || is_generator(*at)) return true;
  }
  return false;
}

bool SyntaxContext::allows_yield() const {
  for (const Scope* at = &semantic_.scope(); at != nullptr; at = semantic_.parent_scope(*at)) {
    if (at->is_class() || at->kind == ScopeKind::Generator) return false;
    if (is_function_or_lambda(*at)) return true;
  }
  return false;
}

bool SyntaxContext::in_generator() const {
  return semantic_.any_scope(is_generator);
}

bool SyntaxContext::in_sync_comprehension() const {
  return semantic_.any_scope([](const Scope& scope) {
    return scope.kind == ScopeKind::Generator && !is_generator(scope) && !scope.is_async;
  });
}

bool SyntaxContext::in_class_body_comprehension() const {
  const Scope* at = &semantic_.scope();
  while (at->kind == ScopeKind::Generator) at = semantic_.parent_scope(*at);
  return at->is_class();
}

bool SyntaxContext::in_loop() const {
  const ast::Stmt* child = semantic_.current_statement();
  bool is_inside = false;
  semantic_.any_statement(*child, [&](const ast::Stmt& statement) {
    if (&statement == child) return false;
    if (ast::is<ast::StmtFunctionDef>(statement) || ast::is<ast::StmtClassDef>(statement)) {
      return true;
    }
    const auto* loop = ast::as<ast::StmtFor>(statement);
    const auto* conditional = ast::as<ast::StmtWhile>(statement);
    if (loop != nullptr || conditional != nullptr) {
      const ast::List<ast::Stmt>& orelse = loop != nullptr ? loop->orelse : conditional->orelse;
      is_inside = std::ranges::find(orelse, child) == orelse.end();
    }
    child = &statement;
    return is_inside;
  });
  return is_inside;
}

bool SyntaxContext::in_try() const {
  const ast::Stmt* around = semantic_.current_statement_parent();
  return around != nullptr && semantic_.any_statement(*around, [](const ast::Stmt& statement) {
    return ast::is<ast::StmtTry>(statement);
  });
}

std::optional<TextRange> SyntaxContext::global_statement(ast::Name name) const {
  const Scope& scope = semantic_.scope();
  if (scope.globals.empty()) return std::nullopt;
  const ast::Identifier* declared = scope.global_declaration(name);
  return declared == nullptr ? std::nullopt : std::optional(declared->range);
}

bool SyntaxContext::has_nonlocal_binding(ast::Name name) const {
  return semantic_.find_nonlocal(name) != semantic::BindingId::None;
}

bool SyntaxContext::is_parameter(ast::Name name) const {
  const auto* function = semantic_.scope().node_as<ast::StmtFunctionDef>();
  return function != nullptr && ast::has_parameter(*function->parameters, name.text());
}

}  // namespace lint
