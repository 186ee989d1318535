// A walk of a tree that knows just enough of scopes to find semantic errors,
// for tests that must not need the semantic model.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/ast/parameters.h"
#include "lint/parser/parsed.h"
#include "lint/parser/semantic_errors.h"

namespace lint::parser {

class SemanticWalk : public SemanticContext {
 public:
  SemanticWalk(const Parsed& parsed, PythonVersion version) : parsed_(parsed), version_(version) {}

  std::vector<SemanticError> run() {
    scopes_.push_back({Scope::Module, nullptr});
    visit_body(parsed_.module().body);
    for (std::size_t i = 0; i < functions_.size(); ++i) {
      const Deferred next = functions_[i];
      scopes_ = next.scopes;
      statements_ = next.statements;
      errors_.visit(*next.function);
      visit_body(next.function->body);
    }
    std::ranges::stable_sort(found_, {}, [](const SemanticError& error) { return error.range; });
    return std::move(found_);
  }

  void report(SemanticError error) override { found_.push_back(std::move(error)); }
  std::string_view text() const override { return parsed_.text(); }
  PythonVersion target_version() const override { return version_; }
  bool has_future_annotations() const override { return has_future_annotations_; }
  bool is_notebook() const override { return false; }
  bool in_module_scope() const override { return scopes_.back().kind == Scope::Module; }
  bool in_function_scope() const override { return scopes_.back().is_function(); }
  bool in_class_scope() const override { return scopes_.back().kind == Scope::Class; }
  bool in_async_function() const override {
    const auto function = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                       [](const Scope& scope) { return scope.is_function(); });
    return function != scopes_.rend() && function->function() != nullptr &&
           function->function()->is_async;
  }
  bool allows_await() const override {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (scope->kind == Scope::Class) return false;
      if (scope->is_function() || scope->kind == Scope::Generator) return true;
    }
    return false;
  }
  bool allows_yield() const override {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (scope->kind == Scope::Class || scope->is_comprehension()) return false;
      if (scope->is_function()) return true;
    }
    return false;
  }
  bool in_generator() const override {
    return std::ranges::any_of(scopes_,
                               [](const Scope& scope) { return scope.kind == Scope::Generator; });
  }
  bool in_sync_comprehension() const override {
    return std::ranges::any_of(
        scopes_, [](const Scope& scope) { return scope.kind == Scope::SyncComprehension; });
  }
  bool in_class_body_comprehension() const override {
    const auto outer = std::find_if_not(scopes_.rbegin(), scopes_.rend(), [](const Scope& scope) {
      return scope.is_comprehension();
    });
    return outer != scopes_.rend() && outer->kind == Scope::Class;
  }
  bool in_loop() const override {
    const ast::Stmt* child = statements_.back();
    for (std::size_t i = statements_.size() - 1; i-- > 0; child = statements_[i]) {
      if (ast::is<ast::StmtFunctionDef>(statements_[i]) ||
          ast::is<ast::StmtClassDef>(statements_[i])) {
        return false;
      }
      const auto* loop = ast::as<ast::StmtFor>(statements_[i]);
      const auto* condition_loop = ast::as<ast::StmtWhile>(statements_[i]);
      if (loop == nullptr && condition_loop == nullptr) continue;
      const ast::List<ast::Stmt>& orelse = loop != nullptr ? loop->orelse : condition_loop->orelse;
      if (std::find(orelse.begin(), orelse.end(), child) == orelse.end()) return true;
    }
    return false;
  }
  bool in_try() const override {
    return std::any_of(statements_.begin(), statements_.end() - 1,
                       [](const ast::Stmt* stmt) { return ast::is<ast::StmtTry>(stmt); });
  }
  std::optional<TextRange> global_statement(ast::Name name) const override {
    for (const auto& [global, range] : scopes_.back().globals) {
      if (global == name) return range;
    }
    return std::nullopt;
  }
  bool has_nonlocal_binding(ast::Name) const override { return true; }
  bool is_parameter(ast::Name name) const override {
    const auto* function = scopes_.back().function();
    return function != nullptr && ast::has_parameter(*function->parameters, name.text());
  }

 private:
  struct Scope {
    enum Kind { Module, Class, Function, Lambda, Generator, SyncComprehension, AsyncComprehension };
    Kind kind;
    const ast::Node* node;
    std::vector<std::pair<ast::Name, TextRange>> globals{};

    bool is_function() const { return kind == Function || kind == Lambda; }
    bool is_comprehension() const { return kind >= Generator; }
    const ast::StmtFunctionDef* function() const { return ast::as<ast::StmtFunctionDef>(node); }
  };
  struct Deferred {
    const ast::StmtFunctionDef* function;
    std::vector<Scope> scopes;
    std::vector<const ast::Stmt*> statements;
  };

  void visit_body(const ast::List<ast::Stmt>& body) {
    collect_globals(body);
    for (const ast::Stmt* stmt : body) visit_stmt(*stmt);
  }
  // Those of the whole scope are known from its start.
  void collect_globals(const ast::List<ast::Stmt>& body) {
    for (const ast::Stmt* stmt : body) {
      const auto* global = ast::as<ast::StmtGlobal>(stmt);
      if (global == nullptr) continue;
      for (const ast::Identifier& name : global->names) {
        scopes_.back().globals.emplace_back(name.name, stmt->range);
      }
    }
  }

  void visit_stmt(const ast::Stmt& stmt) {
    statements_.push_back(&stmt);
    if (const auto* function = ast::as<ast::StmtFunctionDef>(stmt)) {
      for (const ast::Decorator* decorator : function->decorators) visit(*decorator);
      visit(*function->parameters);
      if (function->returns != nullptr) visit(*function->returns);
      Deferred deferred{function, scopes_, statements_};
      deferred.scopes.push_back({Scope::Function, function});
      functions_.push_back(std::move(deferred));
    } else {
      errors_.visit(stmt);
      visit_stmt_inside(stmt);
    }
    statements_.pop_back();
  }
  void visit_stmt_inside(const ast::Stmt& stmt) {
    if (const auto* import = ast::as<ast::StmtImportFrom>(stmt)) {
      for (const ast::Alias* alias : import->names) {
        has_future_annotations_ |= import->module == "__future__" && alias->name == "annotations";
      }
    }
    if (const auto* definition = ast::as<ast::StmtClassDef>(stmt)) {
      if (definition->arguments != nullptr) visit(*definition->arguments);
      scopes_.push_back({Scope::Class, definition});
      visit_body(definition->body);
      scopes_.pop_back();
      return;
    }
    for_each_child(stmt, [this](const ast::Node& child) { visit(child); });
  }

  void visit(const ast::Node& node) {
    if (const auto* stmt = ast::as<ast::Stmt>(node)) {
      visit_stmt(*stmt);
      return;
    }
    if (const auto* expr = ast::as<ast::Expr>(node)) errors_.visit(*expr);
    const std::optional<Scope::Kind> scope = scope_of(node);
    const ast::Expr* outer = nullptr;  // Evaluated outside of the new scope.
    if (scope && *scope != Scope::Lambda) {
      for_each_child(node, [&](const ast::Node& child) {
        const auto* comprehension = ast::as<ast::Comprehension>(child);
        if (outer == nullptr && comprehension != nullptr) outer = comprehension->iter;
      });
      if (outer != nullptr) visit(*outer);
    }
    if (scope) scopes_.push_back({*scope, &node});
    for_each_child(node, [&](const ast::Node& child) { visit_unless(child, outer); });
    if (scope) scopes_.pop_back();
  }
  void visit_unless(const ast::Node& node, const ast::Expr* visited) {
    if (!ast::is<ast::Comprehension>(node)) {
      visit(node);
      return;
    }
    for_each_child(node, [&](const ast::Node& child) {
      if (&child != visited) visit(child);
    });
  }

  static std::optional<Scope::Kind> scope_of(const ast::Node& node) {
    bool is_async = false;
    for_each_child(node, [&](const ast::Node& child) {
      const auto* comprehension = ast::as<ast::Comprehension>(child);
      is_async |= comprehension != nullptr && comprehension->is_async;
    });
    switch (node.kind) {
      case ast::Kind::ExprLambda:
        return Scope::Lambda;
      case ast::Kind::ExprGenerator:
        return Scope::Generator;
      case ast::Kind::ExprListComp:
      case ast::Kind::ExprSetComp:
      case ast::Kind::ExprDictComp:
        return is_async ? Scope::AsyncComprehension : Scope::SyncComprehension;
      default:
        return std::nullopt;
    }
  }

  const Parsed& parsed_;
  PythonVersion version_;
  SemanticErrors errors_{*this};
  std::vector<Scope> scopes_;
  std::vector<const ast::Stmt*> statements_;
  std::vector<Deferred> functions_;
  std::vector<SemanticError> found_;
  bool has_future_annotations_ = false;
};

}  // namespace lint::parser
