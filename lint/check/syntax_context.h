// Tells the search for errors of syntax (parser/semantic_errors.h) where the
// walk is, and takes what it finds.
//
// Errors that are rules of their own go to the rules' hooks, errors in a string
// annotation say that the string is no type, the rest are syntax errors.
#pragma once

#include <vector>

#include "lint/check/checker.h"
#include "lint/check/hook_table.h"
#include "lint/parser/semantic_errors.h"

namespace lint {

class SyntaxContext final : public parser::SemanticContext {
 public:
  SyntaxContext(Checker& checker, const HookTable& hooks)
      : checker_(checker), hooks_(hooks), semantic_(checker.semantic()) {}

  std::vector<Diagnostic> take_errors() { return std::move(errors_); }

  void report(parser::SemanticError error) override;
  std::string_view text() const override { return checker_.text(); }
  PythonVersion target_version() const override { return checker_.syntax_version(); }
  bool has_future_annotations() const override {
    return semantic_.flags().future_annotations_or_stub();
  }
  bool is_notebook() const override { return semantic_.options().is_notebook; }

  bool in_module_scope() const override { return semantic_.scope().is_module(); }
  bool in_function_scope() const override;
  bool in_class_scope() const override { return semantic_.scope().is_class(); }
  bool in_async_function() const override { return semantic_.in_async_context(); }
  bool allows_await() const override;
  bool allows_yield() const override;
  bool in_generator() const override;
  bool in_sync_comprehension() const override;
  bool in_class_body_comprehension() const override;
  bool in_loop() const override;
  bool in_try() const override;
  std::optional<TextRange> global_statement(ast::Name name) const override;
  bool has_nonlocal_binding(ast::Name name) const override;
  bool is_parameter(ast::Name name) const override;

 private:
  Checker& checker_;
  const HookTable& hooks_;
  const semantic::Semantic& semantic_;
  std::vector<Diagnostic> errors_;
};

}  // namespace lint
