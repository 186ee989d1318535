// The part of SemanticErrors that is about expressions.
#include "lint/ast/parameters.h"
#include "lint/parser/name_set.h"
#include "lint/parser/semantic_errors.h"

namespace lint::parser {
namespace {

using Kind = SemanticErrorKind;

bool is_comprehension(ast::Kind kind) {
  return kind == ast::Kind::ExprListComp || kind == ast::Kind::ExprSetComp ||
         kind == ast::Kind::ExprDictComp || kind == ast::Kind::ExprGenerator;
}

// The name that `name := value` binds, or null.
const ast::ExprName* named_target(const ast::Node& node) {
  const auto* named = ast::as<ast::ExprNamed>(node);
  return named != nullptr ? ast::as<ast::ExprName>(named->target) : nullptr;
}

void collect_stored_names(const ast::Node& node, NameSet& names) {
  if (const auto* name = ast::as<ast::ExprName>(node)) {
    if (name->ctx == ast::ExprContext::Store) names.insert(name->id);
  }
  for_each_child(node, [&](const ast::Node& child) { collect_stored_names(child, names); });
}

// The defaults of a lambda run where the lambda is made, its body does not.
template <typename F>
void for_each_child_run_here(const ast::Node& node, F&& f) {
  const auto* lambda = ast::as<ast::ExprLambda>(node);
  if (lambda == nullptr) {
    for_each_child(node, f);
  } else if (lambda->parameters != nullptr) {
    f(*lambda->parameters);
  }
}

bool has_named_expression(const ast::Node& node) {
  if (ast::is<ast::ExprNamed>(node)) return true;
  bool found = false;
  for_each_child(node,
                 [&](const ast::Node& child) { found = found || has_named_expression(child); });
  return found;
}

}  // namespace

// Names that an expression must not assign to.
struct SemanticErrors::ReboundSearch {
  const NameSet& targets;         // Nowhere in the expression.
  const NameSet& direct_targets;  // Except in comprehensions inside it.
};

void SemanticErrors::check_expr(const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprName:
      check_name(static_cast<const ast::ExprName&>(expr));
      break;
    case ast::Kind::ExprCall:
      check_keyword_names(*static_cast<const ast::ExprCall&>(expr).arguments);
      break;
    case ast::Kind::ExprListComp: {
      const auto& comp = static_cast<const ast::ExprListComp&>(expr);
      check_comprehension(expr, nullptr, *comp.elt, comp.generators);
      break;
    }
    case ast::Kind::ExprSetComp: {
      const auto& comp = static_cast<const ast::ExprSetComp&>(expr);
      check_comprehension(expr, nullptr, *comp.elt, comp.generators);
      break;
    }
    case ast::Kind::ExprDictComp: {
      const auto& comp = static_cast<const ast::ExprDictComp&>(expr);
      check_comprehension(expr, comp.key, *comp.value, comp.generators);
      break;
    }
    case ast::Kind::ExprGenerator: {
      const auto& comp = static_cast<const ast::ExprGenerator&>(expr);
      check_comprehension(expr, nullptr, *comp.elt, comp.generators);
      break;
    }
    case ast::Kind::ExprYield:
      check_no_star(static_cast<const ast::ExprYield&>(expr).value);
      check_yield_outside_function("yield", expr.range);
      break;
    case ast::Kind::ExprYieldFrom:
      check_yield_outside_function("yield from", expr.range);
      if (context_.in_function_scope() && context_.in_async_function()) {
        add(Kind::YieldFromInAsync, expr.range,
            "`yield from` statement in async function; use `async for` instead");
      }
      break;
    case ast::Kind::ExprAwait:
      check_yield_outside_function("await", expr.range);
      check_await_outside_async("`await`", expr.range);
      break;
    case ast::Kind::ExprTuple: {
      const auto& tuple = static_cast<const ast::ExprTuple&>(expr);
      check_stars(tuple.elts, tuple.ctx, expr.range);
      break;
    }
    case ast::Kind::ExprList: {
      const auto& list = static_cast<const ast::ExprList&>(expr);
      check_stars(list.elts, list.ctx, expr.range);
      break;
    }
    case ast::Kind::ExprLambda: {
      const auto* parameters = static_cast<const ast::ExprLambda&>(expr).parameters;
      if (parameters != nullptr) check_lambda_parameters(*parameters);
      break;
    }
    default:
      break;
  }
}

void SemanticErrors::check_name(const ast::ExprName& name) {
  if (name.id == "__debug__") {
    if (name.ctx == ast::ExprContext::Store) {
      add(Kind::WriteToDebug, name.range, "cannot assign to `__debug__`");
    } else if (name.ctx == ast::ExprContext::Del &&
               context_.target_version() >= PythonVersion{3, 9}) {
      add(Kind::WriteToDebug, name.range,
          "cannot delete `__debug__` on Python " + context_.target_version().text() +
              " (syntax was removed in 3.9)");
    }
  }
  const auto global = context_.global_statement(name.id);
  if (!global || name.range.start >= global->start) return;
  context_.report(
      {.kind = Kind::LoadBeforeGlobal,
       .range = name.range,
       .message = "name `" + std::string(name.id.text()) + "` is used prior to global declaration",
       .name = std::string(name.id.text()),
       .offset = global->start});
}

void SemanticErrors::check_stars(const ast::List<ast::Expr>& elements, ast::ExprContext context,
                                 TextRange range) {
  if (context != ast::ExprContext::Store) return;
  bool has_star = false;
  for (const ast::Expr* element : elements) {
    if (!ast::is<ast::ExprStarred>(element)) continue;
    if (has_star) {
      add(Kind::MultipleStarredExpressions, range, "Two starred expressions in assignment");
      return;
    }
    has_star = true;
  }
}

void SemanticErrors::check_await_outside_async(std::string_view what, TextRange range) {
  if (context_.in_async_function() || context_.in_generator()) return;
  if (context_.in_module_scope() && context_.is_notebook()) return;
  add(Kind::AwaitOutsideAsync, range, std::string(what) + " outside of an asynchronous function");
}

void SemanticErrors::check_yield_outside_function(std::string_view what, TextRange range) {
  if (context_.in_function_scope()) return;
  if (what != "await") {
    if (context_.allows_yield()) return;
  } else if (context_.allows_await() || (context_.in_module_scope() && context_.is_notebook())) {
    return;
  }
  add_named(Kind::YieldOutsideFunction, range, what, "`", "` statement outside of a function");
}

void SemanticErrors::check_lambda_parameters(const ast::Parameters& parameters) {
  ast::for_each_parameter(parameters, [this](const ast::AnyParameter& parameter) {
    check_debug(parameter.parameter->name);
  });
  check_parameter_names(parameters);
}

// `key` is that of a dict comprehension or null.
void SemanticErrors::check_comprehension(const ast::Expr& expr, const ast::Expr* key,
                                         const ast::Expr& element,
                                         const ast::List<ast::Comprehension>& generators) {
  for (const ast::Comprehension* generator : generators) check_no_star(generator->target);
  // Rare enough to spare the rest from looking for names.
  if (has_named_expression(expr)) {
    if (key != nullptr) check_element(*key, generators, generators.size());
    check_element(element, generators, generators.size());
    for (std::size_t i = 0; i < generators.size(); ++i) {
      for (const ast::Expr* test : generators[i]->ifs) check_element(*test, generators, i + 1);
      report_named_in_iterable(*generators[i]->iter);
    }
  }
  // Generators run later, perhaps where they may wait.
  if (!ast::is<ast::ExprGenerator>(expr)) check_async_generators(generators);
}

// An expression evaluated inside the first `bound` generators.
void SemanticErrors::check_element(const ast::Expr& element,
                                   const ast::List<ast::Comprehension>& generators,
                                   std::size_t bound) {
  NameSet targets, direct_targets;
  for (std::size_t i = 0; i < generators.size(); ++i) {
    collect_stored_names(*generators[i]->target, i < bound ? targets : direct_targets);
  }
  report_rebound(element, {targets, direct_targets});
  if (context_.in_class_body_comprehension()) report_named_in_class_body(element);
}

void SemanticErrors::report_rebound(const ast::Node& node, const ReboundSearch& search) {
  if (const ast::ExprName* name = named_target(node)) {
    if (search.targets.contains(name->id) || search.direct_targets.contains(name->id)) {
      add(Kind::ReboundComprehensionVariable, name->range,
          "assignment expression cannot rebind comprehension variable");
    }
  }
  const NameSet none{};
  const ReboundSearch inner{search.targets, none};
  const ReboundSearch& rest = is_comprehension(node.kind) ? inner : search;
  for_each_child_run_here(node, [&](const ast::Node& child) { report_rebound(child, rest); });
}

void SemanticErrors::report_named_in_iterable(const ast::Node& node) {
  if (named_target(node) != nullptr) {
    add(Kind::NamedInComprehensionIterable, node.range,
        "assignment expression cannot be used in a comprehension iterable expression");
  }
  for_each_child(node, [this](const ast::Node& child) { report_named_in_iterable(child); });
}

// Comprehensions inside the expression are looked at on their own.
void SemanticErrors::report_named_in_class_body(const ast::Node& node) {
  if (is_comprehension(node.kind)) return;
  if (named_target(node) != nullptr) {
    add(Kind::NamedInClassBodyComprehension, node.range,
        "assignment expression within a comprehension cannot be used in a class body");
  }
  for_each_child_run_here(node,
                          [this](const ast::Node& child) { report_named_in_class_body(child); });
}

void SemanticErrors::check_async_generators(const ast::List<ast::Comprehension>& generators) {
  const PythonVersion version = context_.target_version();
  const bool is_free = context_.in_module_scope() && context_.is_notebook();
  for (const ast::Comprehension* generator : generators) {
    if (!generator->is_async) continue;
    if (version < PythonVersion{3, 11} && !is_free && context_.in_sync_comprehension()) {
      add(Kind::AsyncInSyncComprehension, generator->range,
          "cannot use an asynchronous comprehension inside of a synchronous comprehension on "
          "Python " +
              version.text() + " (syntax was added in 3.11)");
    }
    check_await_outside_async("asynchronous comprehension", generator->range);
  }
}

}  // namespace lint::parser
