#include "lint/parser/semantic_errors.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lint::parser {
namespace {

using Kind = SemanticErrorKind;

constexpr std::string_view kAnnotation = "type annotation";

constexpr std::array<std::string_view, 10> kFutureFeatures = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};

bool is_future_import(const ast::StmtImportFrom& stmt) {
  return stmt.module && stmt.module == "__future__";
}

bool has_star(const ast::StmtImportFrom& stmt) {
  return std::any_of(stmt.names.begin(), stmt.names.end(),
                     [](const ast::Alias* alias) { return alias->name == "*"; });
}

}  // namespace

void SemanticErrors::add(SemanticErrorKind kind, TextRange range, std::string message) {
  context_.report({.kind = kind, .range = range, .message = std::move(message)});
}

// The message is the name between two texts.
void SemanticErrors::add_named(SemanticErrorKind kind, TextRange range, std::string_view name,
                               std::string_view before, std::string_view behind) {
  std::string message(before);
  message += name;
  message += behind;
  context_.report(
      {.kind = kind, .range = range, .message = std::move(message), .name = std::string(name)});
}

void SemanticErrors::visit(const ast::Stmt& stmt) {
  check_stmt(stmt);
  const auto* expr = ast::as<ast::StmtExpr>(stmt);
  const bool is_docstring =
      !is_behind_docstring_ && expr != nullptr && ast::is<ast::ExprStringLiteral>(expr->value);
  const auto* import = ast::as<ast::StmtImportFrom>(stmt);
  const bool is_future = import != nullptr && !import->is_lazy && is_future_import(*import);
  if (!is_docstring && !is_future) is_behind_futures_ = true;
  is_behind_docstring_ = true;
}

void SemanticErrors::check_stmt(const ast::Stmt& stmt) {
  switch (stmt.kind) {
    case ast::Kind::StmtImportFrom:
      check_import_from(static_cast<const ast::StmtImportFrom&>(stmt));
      break;
    case ast::Kind::StmtImport: {
      const auto& import = static_cast<const ast::StmtImport&>(stmt);
      if (import.is_lazy) check_lazy_import("lazy import", stmt.range);
      check_import_names(import.names);
      break;
    }
    case ast::Kind::StmtMatch:
      check_match(static_cast<const ast::StmtMatch&>(stmt));
      break;
    case ast::Kind::StmtFunctionDef:
      check_function(static_cast<const ast::StmtFunctionDef&>(stmt));
      break;
    case ast::Kind::StmtClassDef:
      check_class(static_cast<const ast::StmtClassDef&>(stmt));
      break;
    case ast::Kind::StmtTypeAlias: {
      const auto& alias = static_cast<const ast::StmtTypeAlias&>(stmt);
      check_type_params(alias.type_params);
      check_plain(*alias.value, "type alias");
      check_plain(alias.type_params);
      break;
    }
    case ast::Kind::StmtAssign:
      check_assign(static_cast<const ast::StmtAssign&>(stmt));
      break;
    case ast::Kind::StmtAnnAssign:
      check_annotated_assign(static_cast<const ast::StmtAnnAssign&>(stmt));
      break;
    case ast::Kind::StmtReturn:
      check_return(static_cast<const ast::StmtReturn&>(stmt));
      break;
    case ast::Kind::StmtFor:
      check_for(static_cast<const ast::StmtFor&>(stmt));
      break;
    case ast::Kind::StmtWith:
      if (static_cast<const ast::StmtWith&>(stmt).is_async) {
        check_await_outside_async("`async with`", stmt.range);
      }
      break;
    case ast::Kind::StmtTry:
      for (const auto* handler : static_cast<const ast::StmtTry&>(stmt).handlers) {
        check_debug(handler->name);
      }
      break;
    case ast::Kind::StmtGlobal:
      check_global(static_cast<const ast::StmtGlobal&>(stmt));
      break;
    case ast::Kind::StmtNonlocal:
      check_nonlocal(static_cast<const ast::StmtNonlocal&>(stmt));
      break;
    case ast::Kind::StmtBreak:
      if (!context_.in_loop()) add(Kind::BreakOutsideLoop, stmt.range, "`break` outside loop");
      break;
    case ast::Kind::StmtContinue:
      if (!context_.in_loop()) {
        add(Kind::ContinueOutsideLoop, stmt.range, "`continue` outside loop");
      }
      break;
    default:
      break;
  }
}

void SemanticErrors::check_import_from(const ast::StmtImportFrom& stmt) {
  const bool is_reported = stmt.is_lazy && check_lazy_import_from(stmt);
  if (!is_reported && is_future_import(stmt)) check_future_import(stmt);
  if (!context_.in_module_scope() && has_star(stmt)) {
    const std::string module = std::string(stmt.level, '.') +
                               (stmt.module ? std::string(stmt.module.text()) : std::string());
    add_named(Kind::NonModuleImportStar, stmt.range, module, "`from ",
              " import *` only allowed at module level");
  }
  check_import_names(stmt.names);
}

bool SemanticErrors::check_lazy_import(std::string_view what, TextRange range) {
  std::string_view place;
  if (context_.in_function_scope()) {
    place = "functions";
  } else if (context_.in_class_scope()) {
    place = "classes";
  } else if (context_.in_try()) {
    place = "try/except blocks";
  } else {
    return false;
  }
  add(Kind::LazyImportNotAllowed, range,
      std::string(what) + " not allowed inside " + std::string(place));
  return true;
}

bool SemanticErrors::check_lazy_import_from(const ast::StmtImportFrom& stmt) {
  if (check_lazy_import("lazy from ... import", stmt.range)) return true;
  if (has_star(stmt)) {
    add(Kind::LazyImportStar, stmt.range, "lazy from ... import * is not allowed");
    return true;
  }
  if (is_future_import(stmt)) {
    add(Kind::LazyFutureImport, stmt.range, "lazy from __future__ import is not allowed");
    return true;
  }
  return false;
}

void SemanticErrors::check_future_import(const ast::StmtImportFrom& stmt) {
  for (const ast::Alias* alias : stmt.names) {
    const std::string_view feature = alias->name.text();
    if (std::ranges::find(kFutureFeatures, feature) != kFutureFeatures.end()) continue;
    add_named(Kind::FutureFeatureNotDefined, alias->range, feature, "Future feature `",
              "` is not defined");
  }
  if (is_behind_futures_) {
    add(Kind::LateFutureImport, stmt.range, "__future__ imports must be at the top of the file");
  }
}

void SemanticErrors::check_import_names(const ast::List<ast::Alias>& names) {
  for (const ast::Alias* alias : names) check_debug(alias->asname ? alias->asname : alias->name);
}

void SemanticErrors::check_debug(const ast::Identifier& identifier) {
  if (identifier && identifier == "__debug__") {
    add(Kind::WriteToDebug, identifier.range, "cannot assign to `__debug__`");
  }
}

void SemanticErrors::check_assign(const ast::StmtAssign& stmt) {
  if (stmt.targets.size() == 1 && ast::is<ast::ExprStarred>(stmt.targets[0])) {
    add(Kind::SingleStarredAssignment, stmt.targets[0]->range,
        "starred assignment target must be in a list or tuple");
  }
  check_no_star(stmt.value);
}

void SemanticErrors::check_annotated_assign(const ast::StmtAnnAssign& stmt) {
  if (context_.target_version() >= PythonVersion{3, 14}) {
    check_plain(*stmt.annotation, kAnnotation);
  }
  const auto* name = ast::as<ast::ExprName>(stmt.target);
  if (name == nullptr) return;
  const auto global = context_.global_statement(name->id);
  if (!global) return;
  if (!context_.in_module_scope() || name->range.start < global->start) {
    add_named(Kind::AnnotatedGlobal, name->range, name->id.text(), "annotated name `",
              "` can't be global");
  }
}

void SemanticErrors::check_no_star(const ast::Expr* expr) {
  if (ast::is<ast::ExprStarred>(expr)) {
    add(Kind::InvalidStarExpression, expr->range, "Starred expression cannot be used here");
  }
}

void SemanticErrors::check_return(const ast::StmtReturn& stmt) {
  check_no_star(stmt.value);
  if (!context_.in_function_scope()) {
    add(Kind::ReturnOutsideFunction, stmt.range, "`return` statement outside of a function");
  }
}

void SemanticErrors::check_for(const ast::StmtFor& stmt) {
  check_no_star(stmt.target);
  check_no_star(stmt.iter);
  if (stmt.is_async) check_await_outside_async("`async for`", stmt.range);
}

void SemanticErrors::check_global(const ast::StmtGlobal& stmt) {
  for (const ast::Identifier& name : stmt.names) {
    if (!context_.is_parameter(name.name)) continue;
    add_named(Kind::GlobalParameter, name.range, name.text(), "name `",
              "` cannot refer to a parameter and a global variable");
  }
}

void SemanticErrors::check_nonlocal(const ast::StmtNonlocal& stmt) {
  if (context_.in_module_scope()) {
    add(Kind::NonlocalAtModuleLevel, stmt.range,
        "nonlocal declaration not allowed at module level");
    return;
  }
  for (const ast::Identifier& name : stmt.names) {
    if (context_.is_parameter(name.name)) {
      add_named(Kind::NonlocalParameter, name.range, name.text(), "name `",
                "` cannot refer to a parameter and a nonlocal variable");
    } else if (!context_.has_nonlocal_binding(name.name)) {
      add_named(Kind::NonlocalWithoutBinding, name.range, name.text(), "no binding for nonlocal `",
                "` found");
    }
  }
}

}  // namespace lint::parser
