// Errors of syntax that only context shows: `return` outside of a function, a
// parameter named twice, a name captured twice in a pattern.
//
// Whoever walks the tree calls visit() for every statement and expression in
// the order of execution (bodies of functions after what surrounds them) and
// answers questions about the place it is at.  A function definition is visited
// when its body is.
//
// Some kinds are rules of their own (F404, F701, ...) and not reported as syntax
// errors; which, the receiver of report() decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lint/ast/ast_nodes.h"
#include "lint/parser/python_version.h"

namespace lint::parser {

using common::TextRange;

enum class SemanticErrorKind : std::uint8_t {
  LazyImportNotAllowed,
  LazyImportStar,
  LazyFutureImport,
  LateFutureImport,         // F404
  FutureFeatureNotDefined,  // F407; name: the feature.
  NonModuleImportStar,      // F406; name: the module with its dots.
  NamedInComprehensionIterable,
  NamedInClassBodyComprehension,
  ReboundComprehensionVariable,
  DuplicateTypeParameter,
  TypeParameterDefaultOrder,
  MultipleCaseAssignment,
  MultipleStarredPatterns,
  IrrefutableCasePattern,
  DifferentPatternBindings,
  DuplicateMatchKey,
  DuplicateMatchClassAttribute,
  SingleStarredAssignment,
  MultipleStarredExpressions,  // F622
  InvalidStarExpression,
  WriteToDebug,
  InvalidExpression,  // In annotations and the like.
  LoadBeforeGlobal,   // PLE0118; name, and offset: of the global statement.
  AnnotatedGlobal,
  GlobalParameter,
  NonlocalAtModuleLevel,
  NonlocalParameter,
  NonlocalWithoutBinding,  // PLE0117; name.
  AsyncInSyncComprehension,
  YieldOutsideFunction,   // F704; name: yield, yield from or await.
  AwaitOutsideAsync,      // PLE1142
  YieldFromInAsync,       // PLE1700
  ReturnOutsideFunction,  // F706
  ReturnInGenerator,      // B901
  BreakOutsideLoop,       // F701
  ContinueOutsideLoop,    // F702
  DuplicateParameter,
  DuplicateKeywordArgument,
};

struct SemanticError {
  SemanticErrorKind kind;
  TextRange range;
  std::string message;
  std::string name{};        // What the kind says about it; else empty.
  std::uint32_t offset = 0;  // Likewise.
};

// What is known about the place where the walk is.
class SemanticContext {
 public:
  virtual ~SemanticContext() = default;

  virtual void report(SemanticError error) = 0;

  virtual std::string_view text() const = 0;
  // kLatestPython if none is configured.
  virtual PythonVersion target_version() const = 0;
  // A stub, or behind `from __future__ import annotations`.
  virtual bool has_future_annotations() const = 0;
  virtual bool is_notebook() const = 0;

  // What the current scope is.
  virtual bool in_module_scope() const = 0;
  virtual bool in_function_scope() const = 0;  // Lambdas are functions, too.
  virtual bool in_class_scope() const = 0;

  // In a function or method with `async`, comprehensions of it included.
  virtual bool in_async_function() const = 0;
  // In a function, lambda or generator, with no class in between.
  virtual bool allows_await() const = 0;
  // In a function or lambda, with no class or comprehension in between.
  virtual bool allows_yield() const = 0;
  // Is an enclosing scope a generator expression?
  virtual bool in_generator() const = 0;
  // Is an enclosing scope a list, set or dict comprehension without `async`?
  virtual bool in_sync_comprehension() const = 0;
  // Is the current scope a class, or a comprehension with only comprehensions
  // between it and a class?
  virtual bool in_class_body_comprehension() const = 0;

  // In the body of a loop of the same function.
  virtual bool in_loop() const = 0;
  // Is a statement around the current one a try?
  virtual bool in_try() const = 0;

  // The `global` statement of the current scope that names it.
  virtual std::optional<TextRange> global_statement(ast::Name name) const = 0;
  // Does a function around the current one bind the name?
  virtual bool has_nonlocal_binding(ast::Name name) const = 0;
  // Is it a parameter of the current function (no lambda)?
  virtual bool is_parameter(ast::Name name) const = 0;
};

class SemanticErrors {
 public:
  explicit SemanticErrors(SemanticContext& context) : context_(context) {}

  void visit(const ast::Stmt& stmt);
  void visit(const ast::Expr& expr) {
    // Most expressions can have no such error.
    if (is_suspicious(expr.kind)) check_expr(expr);
  }

 private:
  static constexpr bool is_suspicious(ast::Kind kind) {
    switch (kind) {
      case ast::Kind::ExprName:
      case ast::Kind::ExprCall:
      case ast::Kind::ExprListComp:
      case ast::Kind::ExprSetComp:
      case ast::Kind::ExprDictComp:
      case ast::Kind::ExprGenerator:
      case ast::Kind::ExprYield:
      case ast::Kind::ExprYieldFrom:
      case ast::Kind::ExprAwait:
      case ast::Kind::ExprTuple:
      case ast::Kind::ExprList:
      case ast::Kind::ExprLambda:
        return true;
      default:
        return false;
    }
  }

  void add(SemanticErrorKind kind, TextRange range, std::string message);
  void add_named(SemanticErrorKind kind, TextRange range, std::string_view name,
                 std::string_view before, std::string_view behind);

  // Statements (semantic_errors.cc).
  void check_stmt(const ast::Stmt& stmt);
  void check_import_from(const ast::StmtImportFrom& stmt);
  bool check_lazy_import(std::string_view what, TextRange range);
  bool check_lazy_import_from(const ast::StmtImportFrom& stmt);
  void check_future_import(const ast::StmtImportFrom& stmt);
  void check_assign(const ast::StmtAssign& stmt);
  void check_annotated_assign(const ast::StmtAnnAssign& stmt);
  void check_return(const ast::StmtReturn& stmt);
  void check_for(const ast::StmtFor& stmt);
  void check_global(const ast::StmtGlobal& stmt);
  void check_nonlocal(const ast::StmtNonlocal& stmt);
  void check_import_names(const ast::List<ast::Alias>& names);
  void check_debug(const ast::Identifier& identifier);
  void check_no_star(const ast::Expr* expr);

  // Definitions (semantic_definition_errors.cc).
  void check_function(const ast::StmtFunctionDef& stmt);
  void check_class(const ast::StmtClassDef& stmt);
  void check_type_params(const ast::TypeParams* type_params);
  void check_parameter_names(const ast::Parameters& parameters);
  void check_keyword_names(const ast::Arguments& arguments);
  void check_return_in_generator(const ast::StmtFunctionDef& stmt);
  void check_annotations(const ast::StmtFunctionDef& stmt);
  // What cannot be in an annotation etc.: `where` names the place.
  void check_plain(const ast::Node& node, std::string_view where);
  void check_plain(const ast::TypeParams* type_params);

  // Expressions (semantic_expr_errors.cc).
  void check_expr(const ast::Expr& expr);
  void check_name(const ast::ExprName& name);
  void check_stars(const ast::List<ast::Expr>& elements, ast::ExprContext context, TextRange range);
  void check_await_outside_async(std::string_view what, TextRange range);
  void check_yield_outside_function(std::string_view what, TextRange range);
  void check_comprehension(const ast::Expr& expr, const ast::Expr* key, const ast::Expr& element,
                           const ast::List<ast::Comprehension>& generators);
  void check_element(const ast::Expr& element, const ast::List<ast::Comprehension>& generators,
                     std::size_t bound);
  void check_async_generators(const ast::List<ast::Comprehension>& generators);
  void report_named_in_iterable(const ast::Node& node);
  void report_named_in_class_body(const ast::Node& node);
  void check_lambda_parameters(const ast::Parameters& parameters);
  struct ReboundSearch;
  void report_rebound(const ast::Node& node, const ReboundSearch& search);

  // Patterns (semantic_pattern_errors.cc).
  void check_match(const ast::StmtMatch& stmt);
  struct PatternNames;
  void check_pattern(const ast::Pattern& pattern, PatternNames& names);
  void check_sequence(const ast::PatternMatchSequence& pattern, PatternNames& names);
  void check_mapping(const ast::PatternMatchMapping& pattern, PatternNames& names);
  void check_class_pattern(const ast::PatternMatchClass& pattern, PatternNames& names);
  void check_or(const ast::PatternMatchOr& pattern, PatternNames& names);
  void bind(const ast::Identifier& identifier, PatternNames& names);

  SemanticContext& context_;
  // Behind the last place where a __future__ import may stand.
  bool is_behind_futures_ = false;
  bool is_behind_docstring_ = false;
};

}  // namespace lint::parser
