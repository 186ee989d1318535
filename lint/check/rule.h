// What a rule is: its documentation and the functions that look for it.
//
// A file in lint/rules/<family>/ declares one rule, or several that differ only
// in data:
//
//   namespace lint::rules::F632_is_literal {
//   static void check(Checker& c, const ast::ExprCompare& node) { ... }
//   static constexpr Hook kHooks[] = {on<check>};
//   static constexpr RuleInfo kInfo[] = {{.code = codes::F632, .docs = R"(...)", .hooks = kHooks}};
//   extern constinit const RuleFile rules{kInfo};
//   }
//
// The file's name is the namespace; the build finds the files, so there is no
// list to add to.  Name, status, category and fix availability of a code are
// data of the catalogue (registry/catalogue.tsv).
//
// When hooks run (check/checker.h, check_file.cc): nodes during the walk, after
// their children were visited and their names bound; the rest as named below.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "lint/ast/ast_nodes.h"
#include "lint/parser/semantic_errors.h"
#include "lint/registry/codes.h"
#include "lint/registry/rule_id.h"
#include "lint/semantic/semantic.h"

namespace lint {

class Checker;

// A body: of the module, a function, a loop, an arm.
struct Suite {
  ast::List<ast::Stmt> body;
  const ast::Node* owner;
};

// A call whose function is known by its qualified name (see on_call).
struct NamedCall {
  const ast::ExprCall& call;
  const semantic::QualifiedName& name;
  std::uint32_t row;  // Which name of the hook's list it is.
};

// A string that is read as a type, before what is in it is visited.
struct StringAnnotation {
  const ast::ExprStringLiteral& string;
  const ast::Expr& expr;  // What is in it.
  bool is_simple;         // One piece without escapes: ranges in `expr` are exact.
};

// What is wrong with a string that should be a type.
struct AnnotationError {
  common::TextRange range;
  std::string_view message;
};

// The whole file, for rules on tokens, lines, imports, names of files.
struct TokenPass {};
struct LinePass {};
struct ImportPass {};
struct PathPass {};

enum class HookPoint : std::uint8_t {
  Node,              // const ast::X&: one kind of node, or all of a sum (const ast::Expr&)
  Call,              // const NamedCall&
  Suite,             // const Suite&: before its statements are visited
  Deferred,          // on_deferred: a node once the whole file is known
  Definition,        // const semantic::Definition&: after the walk, in source order
  Binding,           // const semantic::Binding&: after the walk, in order of creation
  Unresolved,        // const semantic::UnresolvedReference&: after the walk
  Scope,             // const semantic::Scope&: after the walk, all scopes
  StringAnnotation,  // const StringAnnotation&: during the walk
  AnnotationError,   // const AnnotationError&: during the walk
  SemanticError,     // const parser::SemanticError&: during the walk, of kinds that are rules
  Tokens,            // const TokenPass&: before the tree is looked at, even if it has errors
  Path,              // const PathPass&
  Imports,           // const ImportPass&: after the walk
  Lines,             // const LinePass&: last, even if the tree has errors
};

struct Hook {
  HookPoint point;
  ast::Kind first_kind{};  // Node, Deferred: the kinds from first to last.
  ast::Kind last_kind{};
  std::span<const std::string_view> callees = {};  // Call.
  void (*run)(Checker& checker, const void* subject);
};

namespace detail {

template <typename F>
struct Subject;
template <typename T>
struct Subject<void (*)(Checker&, const T&)> {
  using Type = T;
};

template <typename T>
constexpr ast::Kind first_kind() {
  for (std::size_t kind = 0; kind < ast::kKindCount; ++kind) {
    if (T::covers(static_cast<ast::Kind>(kind))) return static_cast<ast::Kind>(kind);
  }
  return ast::Kind{};
}
template <typename T>
constexpr ast::Kind last_kind() {
  for (std::size_t kind = ast::kKindCount; kind-- > 0;) {
    if (T::covers(static_cast<ast::Kind>(kind))) return static_cast<ast::Kind>(kind);
  }
  return ast::Kind{};
}

template <auto kCheck>
constexpr Hook hook_at(HookPoint point) {
  using T = typename Subject<decltype(kCheck)>::Type;
  Hook hook{.point = point, .run = [](Checker& checker, const void* subject) {
              kCheck(checker, *static_cast<const T*>(subject));
            }};
  if constexpr (std::is_base_of_v<ast::Node, T>) {
    hook.first_kind = first_kind<T>();
    hook.last_kind = last_kind<T>();
  }
  return hook;
}

template <typename T>
constexpr HookPoint point_of() {
  if constexpr (std::is_base_of_v<ast::Node, T>) return HookPoint::Node;
  if constexpr (std::is_same_v<T, Suite>) return HookPoint::Suite;
  if constexpr (std::is_same_v<T, semantic::Definition>) return HookPoint::Definition;
  if constexpr (std::is_same_v<T, semantic::Binding>) return HookPoint::Binding;
  if constexpr (std::is_same_v<T, semantic::UnresolvedReference>) return HookPoint::Unresolved;
  if constexpr (std::is_same_v<T, semantic::Scope>) return HookPoint::Scope;
  if constexpr (std::is_same_v<T, StringAnnotation>) return HookPoint::StringAnnotation;
  if constexpr (std::is_same_v<T, AnnotationError>) return HookPoint::AnnotationError;
  if constexpr (std::is_same_v<T, parser::SemanticError>) return HookPoint::SemanticError;
  if constexpr (std::is_same_v<T, TokenPass>) return HookPoint::Tokens;
  if constexpr (std::is_same_v<T, PathPass>) return HookPoint::Path;
  if constexpr (std::is_same_v<T, ImportPass>) return HookPoint::Imports;
  if constexpr (std::is_same_v<T, LinePass>) return HookPoint::Lines;
}

}  // namespace detail

// The hook of `void check(Checker&, const T&)`; T says where it runs.
template <auto kCheck>
inline constexpr Hook on =
    detail::hook_at<kCheck>(detail::point_of<typename detail::Subject<decltype(kCheck)>::Type>());

// Like on<check> for a node, but when all bindings and references are known.
template <auto kCheck>
inline constexpr Hook on_deferred = detail::hook_at<kCheck>(HookPoint::Deferred);

// Calls of functions with one of these qualified names; the checker resolves a
// call's function once for all rules.
template <auto kCheck>
constexpr Hook on_call(std::span<const std::string_view> names) {
  Hook hook = detail::hook_at<kCheck>(HookPoint::Call);
  hook.callees = names;
  return hook;
}

struct RuleInfo {
  RuleId code;
  // Markdown: "## What it does", "## Why is this bad?", "## Example",
  // "## Use instead" and what else helps.  The examples are run as tests.
  std::string_view docs;
  // The messages it can give, with {placeholders}.
  std::span<const std::string_view> messages = {};
  std::span<const Hook> hooks = {};  // Empty: a row of a table, another row's hooks do the work.
  // Why the example of the docs is not run; empty: it is.
  std::string_view example_not_run = {};
};

// What a file in lint/rules defines as `rules` (all of them: rules/rule_list.h).
struct RuleFile {
  std::span<const RuleInfo> rules;
};

}  // namespace lint
