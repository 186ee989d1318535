// The walk: one visit of a file's tree in the order in which Python evaluates
// it, which fills the semantic model and runs the hooks of the rules.
//
// What is evaluated later is visited later, at the place where it stands:
// bodies of functions and lambdas, bounds of type parameters, annotations that
// nobody evaluates, string annotations and, in stubs, bases of classes.  So a
// function sees the names that the module binds behind it.
//
// The walk knows no rule.  Hooks of nodes run when the node's children were
// visited and its names bound, for statements, expressions, patterns, handlers,
// comprehensions, parameters and the module; a rule about another node
// (keyword, alias, decorator...) looks at the one that holds it.  When the tree is
// done the other hooks follow in the order of finish().
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/hook_table.h"
#include "lint/check/syntax_context.h"
#include "lint/semantic/builder.h"
#include "lint/semantic/runtime_annotations.h"

namespace lint {

class Walk {
 public:
  // `semantic` is empty yet, and the one that the checker shows to rules.
  Walk(Checker& checker, const HookTable& hooks, semantic::Semantic& semantic);

  // Once.  The tree must be free of syntax errors.  Returns those that only the
  // walk can find.
  std::vector<Diagnostic> run();

 private:
  using Flag = semantic::Flag;
  using Flags = semantic::Flags;
  using Place = semantic::Place;
  using ScopeKind = semantic::ScopeKind;

  // Which kind of docstring the next statement would be.
  enum class Docstring : std::uint8_t { None, Definition, Attribute };
  struct DeferredExpr {
    const ast::Expr* expr;
    Place place;
  };
  struct DeferredNode {
    const ast::Node* node;
    Place place;
  };

  // ---- hooks (walk.cc) ----
  void fire(const ast::Node& node) {
    if (has_hooks_[static_cast<std::size_t>(node.kind)]) run_hooks(node);
  }
  void run_hooks(const ast::Node& node);
  // Those of the node and those of the function that is called.
  void run_hooks_of_call(const ast::ExprCall& call);
  void run_deferred_hooks(bool of_with_statements);
  template <typename T>
  void run_hooks_at(HookPoint point, const T& subject) {
    for (HookTable::Run hook : hooks_.at(point)) hook(checker_, &subject);
  }
  void finish();

  // ---- statements (walk_statements.cc) ----
  void visit_body(ast::List<ast::Stmt> body, const ast::Node& owner);
  void visit(const ast::Stmt& statement);
  void visit_compound(const ast::Stmt& statement);
  void note_imports(const ast::Stmt& statement);
  void note_cell(const ast::Stmt& statement);
  void note_docstring(const ast::Stmt& statement);
  void expect_attribute_docstring(const ast::Stmt& statement);
  void visit_function(const ast::StmtFunctionDef& function);
  void visit_signature(const ast::StmtFunctionDef& function);
  void visit_class(const ast::StmtClassDef& class_def);
  void visit_type_alias(const ast::StmtTypeAlias& statement);
  void visit_annotated(const ast::StmtAnnAssign& statement);
  void visit_assert(const ast::StmtAssert& statement);
  void visit_with(const ast::StmtWith& statement);
  void visit_if(const ast::StmtIf& statement);
  void visit_try(const ast::StmtTry& statement);
  void visit_handler(const ast::ExceptHandler& handler);
  void visit_orelse(ast::List<ast::Stmt> body, const ast::Node& owner);
  void visit_branch(ast::List<ast::Stmt> body, const ast::Node& owner);
  void visit_type_params(const ast::TypeParams* type_params);
  void visit_parameters(const ast::Parameters& parameters);
  void visit_defaults(const ast::Parameters& parameters);

  // ---- match statements (walk_patterns.cc) ----
  void visit_match(const ast::StmtMatch& statement);
  void visit_pattern(const ast::Pattern& pattern);

  // ---- expressions (walk_expressions.cc) ----
  void visit(const ast::Expr& expr);
  void visit(const ast::Expr* expr) {
    if (expr != nullptr) visit(*expr);
  }
  void visit_all(ast::List<ast::Expr> exprs) {
    for (const ast::Expr* expr : exprs) visit(*expr);
  }
  void visit_children(const ast::Expr& expr);
  void visit_name(const ast::ExprName& name);
  void visit_lambda(const ast::ExprLambda& lambda);
  void visit_choice(const ast::ExprIf& choice);
  void visit_dict(const ast::ExprDict& dict);
  void visit_generators(const ast::Expr& owner, ast::List<ast::Comprehension> generators);
  void visit_comprehension(const ast::Expr& expr);
  void visit_string_parts(ast::List<ast::StringPart> parts);
  void visit_elements(ast::List<ast::StringElement> elements);
  void visit_string(const ast::ExprStringLiteral& string);
  void leave_scope();
  // Visits with the flag set, or not set.
  void visit_with_flag(const ast::Expr& expr, Flag flag);
  void visit_without_flag(const ast::Expr& expr, Flag flag);
  void visit_boolean_test(const ast::Expr& expr) { visit_with_flag(expr, Flag::BooleanTest); }

  // ---- types (walk_types.cc) ----
  void visit_type(const ast::Expr& expr) { visit_with_flag(expr, Flag::TypeDefinition); }
  void visit_non_type(const ast::Expr& expr) { visit_without_flag(expr, Flag::TypeDefinition); }
  void visit_annotation(const ast::Expr& expr, semantic::AnnotationUse use);
  void visit_call(const ast::ExprCall& call);
  void visit_arguments(const ast::Arguments& arguments);
  enum class TypingCall : std::uint8_t {
    None,
    Bool,
    Cast,
    NewType,
    TypeVar,
    TypeAliasType,
    NamedTuple,
    TypedDict,
    MypyExtension,
  };
  TypingCall typing_call(const ast::Expr& function) const;
  void visit_typed_arguments(const ast::Arguments& arguments, std::size_t position,
                             std::initializer_list<std::string_view> names);
  void visit_type_var(const ast::Arguments& arguments);
  void visit_named_tuple(const ast::Arguments& arguments);
  void visit_fields(const ast::Expr& fields);
  void visit_typed_dict(const ast::Arguments& arguments);
  void visit_typed_items(const ast::ExprDict& dict);
  void visit_mypy_extension(const ast::Arguments& arguments);
  void visit_subscript(const ast::ExprSubscript& subscript);
  void visit_slice(const ast::ExprSubscript& subscript);

  // ---- later (walk_deferred.cc) ----
  bool defer(const ast::Expr& expr);
  void visit_deferred();
  bool has_deferred() const;
  void visit_deferred_class_bases();
  void visit_deferred_functions();
  void visit_deferred_type_params();
  void visit_deferred_lambdas();
  void visit_deferred_annotations();
  void visit_deferred_strings();
  void visit_deferred_string(const ast::ExprStringLiteral& string);
  void visit_deferred_lambda(const ast::ExprLambda& lambda);

  Checker& checker_;
  const HookTable& hooks_;
  semantic::SemanticBuilder model_;
  const semantic::Semantic& semantic_;
  SyntaxContext syntax_context_;
  parser::SemanticErrors syntax_;
  // Names whose users read annotations at run time, and may do so.
  std::vector<std::string> reader_names_[4];
  semantic::RuntimeRequirements requirements_;
  bool is_stub_;
  bool defers_annotations_;  // By the target version.
  bool has_call_hooks_;
  std::uint32_t last_end_ = 0;  // Of the statement visited last.
  bool has_debug_;              // The file has the name __debug__.
  Docstring docstring_ = Docstring::Definition;
  ast::Name locals_;  // Unset if the file does not have the name.
  std::array<bool, ast::kKindCount> has_hooks_;

  std::vector<Place> functions_;
  std::vector<Place> lambdas_;
  std::vector<DeferredExpr> class_bases_;
  std::vector<DeferredExpr> type_params_;
  std::vector<DeferredExpr> annotations_;
  std::vector<DeferredExpr> strings_;
  std::vector<DeferredNode> deferred_nodes_;    // For on_deferred.
  std::vector<semantic::ScopeId> left_scopes_;  // Scope hooks run from the last to the first.
};

std::vector<Diagnostic> walk(Checker& checker, semantic::Semantic& semantic,
                             const HookTable& hooks);

}  // namespace lint
