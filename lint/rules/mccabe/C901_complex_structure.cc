#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::C901_complex_structure {

static std::size_t decisions_in(const ast::Stmt& statement);

static std::size_t decisions_in(ast::List<ast::Stmt> body) {
  std::size_t count = 0;
  for (const ast::Stmt* statement : body) count += decisions_in(*statement);
  return count;
}

static std::size_t of_if(const ast::StmtIf& node) {
  std::size_t count = 1 + decisions_in(node.body);
  for (const ast::ElifElseClause* clause : node.clauses) {
    count += (clause->test != nullptr ? 1 : 0) + decisions_in(clause->body);
  }
  return count;
}

static std::size_t of_try(const ast::StmtTry& node) {
  std::size_t count = decisions_in(node.body) + decisions_in(node.orelse) +
                      decisions_in(node.finalbody) + (node.orelse.empty() ? 0 : 1);
  for (const ast::ExceptHandler* handler : node.handlers) count += 1 + decisions_in(handler->body);
  return count;
}

// Takes everything: a name, or alternatives of which one does.
static bool is_irrefutable(const ast::Pattern& pattern) {
  if (const auto* alternatives = ast::as<ast::PatternMatchOr>(pattern)) {
    for (const ast::Pattern* alternative : alternatives->patterns) {
      if (is_irrefutable(*alternative)) return true;
    }
    return false;
  }
  const auto* const capture = ast::as<ast::PatternMatchAs>(pattern);
  return capture != nullptr && (capture->pattern == nullptr || is_irrefutable(*capture->pattern));
}

static std::size_t of_match(const ast::StmtMatch& node) {
  std::size_t count = node.cases.size();
  for (const ast::MatchCase* one : node.cases) count += decisions_in(one->body);
  if (node.cases.empty()) return count;
  // Like an else.
  const ast::MatchCase& last = *node.cases.back();
  return last.guard == nullptr && is_irrefutable(*last.pattern) ? count - 1 : count;
}

static std::size_t decisions_in(const ast::Stmt& statement) {
  switch (statement.kind) {
    case ast::Kind::StmtIf:
      return of_if(static_cast<const ast::StmtIf&>(statement));
    case ast::Kind::StmtTry:
      return of_try(static_cast<const ast::StmtTry&>(statement));
    case ast::Kind::StmtMatch:
      return of_match(static_cast<const ast::StmtMatch&>(statement));
    case ast::Kind::StmtFor: {
      const auto& node = static_cast<const ast::StmtFor&>(statement);
      return 1 + decisions_in(node.body) + decisions_in(node.orelse);
    }
    case ast::Kind::StmtWhile: {
      const auto& node = static_cast<const ast::StmtWhile&>(statement);
      return 1 + decisions_in(node.body) + decisions_in(node.orelse);
    }
    case ast::Kind::StmtWith:
      return decisions_in(static_cast<const ast::StmtWith&>(statement).body);
    case ast::Kind::StmtFunctionDef:
      return 1 + decisions_in(static_cast<const ast::StmtFunctionDef&>(statement).body);
    case ast::Kind::StmtClassDef:
      return decisions_in(static_cast<const ast::StmtClassDef&>(statement).body);
    default:
      return 0;
  }
}

static void check(Checker& c, const ast::StmtFunctionDef& node) {
  const std::size_t limit = c.settings().mccabe.max_complexity;
  const std::size_t complexity = 1 + decisions_in(node.body);
  if (complexity <= limit) return;
  c.report(codes::C901, node.name.range,
           "`" + std::string(node.name.text()) + "` is too complex (" + std::to_string(complexity) +
               " > " + std::to_string(limit) + ")");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "`{name}` is too complex ({complexity} > {max_complexity})"};

static constexpr RuleInfo kInfo[] = {{.code = codes::C901,
                                      .docs = R"(## What it does
Finds functions with more ways through them than `lint.mccabe.max-complexity`
allows.

Counted are the function itself, functions in it, and every `if`, `elif`, `for`,
`while`, `except`, `case` and `else` of a `try`.

## Why is this bad?
Each way is one to understand and one to test. Functions of their own for parts of
the work, and returning early, make fewer of them.

## Example
```python
def grade(points):
    if points > 90:
        return "A"
    elif points > 80:
        return "B"
    elif points > 70:
        return "C"
    elif points > 60:
        return "D"
    elif points > 50:
        return "E"
    elif points > 40:
        return "F"
    elif points > 30:
        return "G"
    elif points > 20:
        return "H"
    elif points > 10:
        return "I"
    elif points > 5:
        return "J"
    return "K"
```

Use instead:
```python
LIMITS = {90: "A", 80: "B", 70: "C", 60: "D", 50: "E", 40: "F", 30: "G", 20: "H"}


def grade(points):
    for limit, letter in LIMITS.items():
        if points > limit:
            return letter
    return "K"
```

## Options
- `lint.mccabe.max-complexity`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::C901_complex_structure
