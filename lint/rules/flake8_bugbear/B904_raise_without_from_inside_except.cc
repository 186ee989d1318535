#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::B904_raise_without_from_inside_except {

static constexpr std::string_view kMessage =
    "Within an `except` clause, raise exceptions with `raise ... from err` or `raise ... from "
    "None` to distinguish them from errors in exception handling";
static constexpr std::string_view kStarMessage =
    "Within an `except*` clause, raise exceptions with `raise ... from err` or `raise ... from "
    "None` to distinguish them from errors in exception handling";

namespace {

class Search {
 public:
  Search(Checker& checker, std::string_view exception, bool is_star)
      : checker_(checker), exception_(exception), is_star_(is_star) {}

  // Other functions run later, other try statements have handlers of their own,
  // and what follows a loop in `else` is not looked at.
  void visit(ast::List<ast::Stmt> body) {
    for (const ast::Stmt* statement : body) visit(*statement);
  }

 private:
  void visit(const ast::Stmt& statement) {
    switch (statement.kind) {
      case ast::Kind::StmtRaise:
        return check(static_cast<const ast::StmtRaise&>(statement));
      case ast::Kind::StmtWhile:
        return visit(static_cast<const ast::StmtWhile&>(statement).body);
      case ast::Kind::StmtFor:
        return visit(static_cast<const ast::StmtFor&>(statement).body);
      case ast::Kind::StmtWith:
        return visit(static_cast<const ast::StmtWith&>(statement).body);
      case ast::Kind::StmtIf: {
        const auto& choice = static_cast<const ast::StmtIf&>(statement);
        visit(choice.body);
        for (const ast::ElifElseClause* clause : choice.clauses) visit(clause->body);
        return;
      }
      case ast::Kind::StmtMatch:
        for (const ast::MatchCase* arm : static_cast<const ast::StmtMatch&>(statement).cases) {
          visit(arm->body);
        }
        return;
      default:
        return;
    }
  }

  void check(const ast::StmtRaise& raise) {
    if (raise.exc == nullptr || raise.cause != nullptr) return;
    const auto* name = ast::as<ast::ExprName>(raise.exc);
    const bool is_raised_again = name != nullptr && name->id == exception_;
    if (is_raised_again) return;
    checker_.report(codes::B904, raise.range, std::string(is_star_ ? kStarMessage : kMessage));
  }

  Checker& checker_;
  std::string_view exception_;
  bool is_star_;
};

}  // namespace

static void check(Checker& c, const ast::ExceptHandler& node) {
  const auto* statement = ast::as<ast::StmtTry>(c.semantic().current_statement());
  const bool is_star = statement != nullptr && statement->is_star;
  Search(c, node.name.text(), is_star).visit(node.body);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kStarMessage, kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::B904,
                                      .docs = R"(## What it does
Finds exceptions that are raised in an `except` clause without `from`.

## Why is this bad?
A traceback shows the exception that was handled before the new one and says that
the second happened "during handling" of the first, as if the handler were broken.
`from` tells what is meant: `raise ... from error` names the reason, `raise ... from
None` hides what is only a detail.

The handled exception may be raised again by its name.

## Example
```python
try:
    port = int(text)
except ValueError as error:
    raise ConfigError(f"no port: {text}")
```

Use instead:
```python
try:
    port = int(text)
except ValueError as error:
    raise ConfigError(f"no port: {text}") from error
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::B904_raise_without_from_inside_except
