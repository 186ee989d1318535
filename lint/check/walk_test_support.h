// A walked file for tests of the semantic model.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/walk.h"

namespace lint {

struct WalkOptions {
  bool is_stub = false;
  PythonVersion version = kDefaultPython;
  std::vector<std::string> module_path = {};
  const HookTable* hooks = nullptr;
};

class WalkedFile {
 public:
  explicit WalkedFile(std::string text, const WalkOptions& options = {})
      : parsed_(parser::parse(std::move(text))),
        lines_(parsed_.text(), parsed_.tokens()),
        hooks_({}, {}),
        semantic_(parsed_, {.target_version = options.version,
                            .is_stub = options.is_stub,
                            .module_path = (file_.module_path = options.module_path),
                            .module_name = "script"}) {
    file_.is_stub = options.is_stub;
    const CheckInput input{.parsed = parsed_,
                           .lines = lines_,
                           .file = file_,
                           .settings = settings_,
                           .enabled = enabled_,
                           .target_version = options.version};
    Checker checker(input, semantic_);
    errors_ = walk(checker, semantic_, options.hooks != nullptr ? *options.hooks : hooks_);
  }

  const semantic::Semantic& semantic() const { return semantic_; }
  const ast::ModModule& module() const { return parsed_.module(); }
  const std::vector<Diagnostic>& errors() const { return errors_; }

  // "x y": the names that nothing binds, in the order in which they were met.
  std::string unresolved() const {
    std::string names;
    for (const semantic::UnresolvedReference& reference : semantic_.unresolved_references()) {
      names += (names.empty() ? "" : " ") + std::string(reference.name);
    }
    return names;
  }

  // The scope of the function or class with the name.
  const semantic::Scope& scope_of(std::string_view name) const {
    for (const semantic::Scope& scope : semantic_.scopes()) {
      const auto* function = scope.node_as<ast::StmtFunctionDef>();
      const auto* class_def = scope.node_as<ast::StmtClassDef>();
      if ((function != nullptr && function->name == name) ||
          (class_def != nullptr && class_def->name == name)) {
        return scope;
      }
    }
    return semantic_.global_scope();
  }

  // The latest binding of the name in the scope; null: none.
  const semantic::Binding* binding(const semantic::Scope& scope, std::string_view name) const {
    const std::vector<semantic::BindingId> ids = semantic_.all_bindings(scope, name);
    return ids.empty() ? nullptr : &semantic_.binding(ids.front());
  }
  const semantic::Binding* binding(std::string_view name) const {
    return binding(semantic_.global_scope(), name);
  }

  // What the value of the last statement is called: "os.path.join", "" if unknown.
  std::string last_name() const {
    const auto* statement = ast::as<ast::StmtExpr>(module().body.back());
    return statement == nullptr ? "no expression"
                                : semantic_.qualified_name(*statement->value).text();
  }

 private:
  parser::Parsed parsed_;
  parser::LineStructure lines_;
  FileInfo file_;
  LintSettings settings_;
  RuleSet enabled_;
  HookTable hooks_;
  semantic::Semantic semantic_;
  std::vector<Diagnostic> errors_;
};

}  // namespace lint
