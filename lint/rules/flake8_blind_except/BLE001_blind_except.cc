#include <string>
#include <string_view>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/logging.h"
#include "lint/semantic/truthiness.h"

namespace lint::rules::BLE001_blind_except {

// The first of the exceptions that is Exception or BaseException.
static const ast::Expr* find_blind(const Checker& c, const ast::Expr& type) {
  if (const auto* tuple = ast::as<ast::ExprTuple>(type)) {
    for (const ast::Expr* element : tuple->elts) {
      if (const ast::Expr* found = find_blind(c, *element)) return found;
    }
    return nullptr;
  }
  const std::string_view name = c.semantic().builtin_symbol(type);
  return name == "Exception" || name == "BaseException" ? &type : nullptr;
}

// Does f(statement) hold for one of the statements that run in the handler?
// Functions, classes and other try statements do not count.
template <typename F>
static bool any_statement(const ast::Node& node, const F& f) {
  bool found = false;
  ast::for_each_child(node, [&](const ast::Node& child) {
    if (found || ast::is<ast::Expr>(child) || ast::is<ast::StmtTry>(child) ||
        ast::is<ast::StmtFunctionDef>(child) || ast::is<ast::StmtClassDef>(child)) {
      return;
    }
    const auto* const statement = ast::as<ast::Stmt>(child);
    found = (statement != nullptr && f(*statement)) || any_statement(child, f);
  });
  return found;
}

static bool is_name(const ast::Expr* expr, const ast::Identifier& name) {
  const auto* const other = ast::as<ast::ExprName>(expr);
  return name && other != nullptr && other->id == name.name;
}

// raise, raise e, raise x from e
static bool raises_again(const ast::Stmt& statement, const ast::Identifier& name) {
  const auto* const raise = ast::as<ast::StmtRaise>(statement);
  if (raise == nullptr) return false;
  return raise->exc == nullptr || is_name(raise->cause, name) || is_name(raise->exc, name);
}

// Of a logger's method or a function of logging: does the call log the traceback?
static bool logs_traceback(const Checker& c, std::string_view method,
                           const ast::Arguments& arguments) {
  if (method == "exception") return true;
  if (method != "log" && !semantic::logging_level(method)) return false;
  const ast::Keyword* const info = ast::find_keyword(arguments, "exc_info");
  return info != nullptr &&
         semantic::as_bool(semantic::truthiness(*info->value, c.semantic())) != false;
}

static bool is_logged(const Checker& c, const ast::Stmt& statement) {
  const auto* const expression = ast::as<ast::StmtExpr>(statement);
  if (expression == nullptr) return false;
  const auto* const call = ast::as<ast::ExprCall>(expression->value);
  if (call == nullptr) return false;
  if (const auto* attribute = ast::as<ast::ExprAttribute>(call->func)) {
    return logs_traceback(c, attribute->attr.text(), *call->arguments) &&
           semantic::is_logger_candidate(*attribute, c.semantic(), c.settings().logger_objects);
  }
  if (!ast::is<ast::ExprName>(call->func)) return false;
  const semantic::QualifiedName& name = c.qualified_name(*call->func);
  return name.size() == 2 && name.front() == "logging" &&
         logs_traceback(c, name.back(), *call->arguments);
}

static void check(Checker& c, const ast::ExceptHandler& node) {
  if (node.type == nullptr) return;
  const ast::Expr* const blind = find_blind(c, *node.type);
  if (blind == nullptr) return;
  const bool is_handled = any_statement(node, [&](const ast::Stmt& statement) {
    return raises_again(statement, node.name) || is_logged(c, statement);
  });
  if (is_handled) return;
  c.report(
      codes::BLE001, blind->range,
      "Do not catch blind exception: `" + std::string(c.semantic().builtin_symbol(*blind)) + "`");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Do not catch blind exception: `{name}`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::BLE001,
                                      .docs = R"(## What it does
Finds handlers of `Exception` and `BaseException` that neither raise again nor log
the traceback.

## Why is this bad?
They catch what nobody thought of, misspelled names included, and nobody hears of it.
Name the exceptions that are expected.

## Example
```python
try:
    connect()
except Exception:
    retry()
```

Use instead:
```python
try:
    connect()
except ConnectionError:
    retry()
```

## Options
- `lint.logger-objects`: what counts as a logger.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::BLE001_blind_except
