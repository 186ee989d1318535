#include <algorithm>
#include <string>

#include "common/text/lines.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::RET505_superfluous_else_return {

using parser::Token;
using parser::TokenKind;

namespace {

// What ends the body in front of the clause.
struct Row {
  RuleId code;
  ast::Kind kind;
  std::string_view keyword;
};

// An `if` or `elif` and the clause behind it.
struct Superfluous {
  const Row* row;
  const ast::ElifElseClause* clause;
};

}  // namespace

static constexpr Row kRows[] = {
    {codes::RET505, ast::Kind::StmtReturn, "return"},
    {codes::RET506, ast::Kind::StmtRaise, "raise"},
    {codes::RET507, ast::Kind::StmtContinue, "continue"},
    {codes::RET508, ast::Kind::StmtBreak, "break"},
};

// The first statement of the body that leaves it says which rule it is.
static const Row* row_of(ast::List<ast::Stmt> body) {
  for (const ast::Stmt* statement : body) {
    const auto row = std::ranges::find(kRows, statement->kind, &Row::kind);
    if (row != std::end(kRows)) return row;
  }
  return nullptr;
}

// Of the function itself, not of functions and classes in it.
static void collect(const Checker& c, const ast::Node& node, std::vector<Superfluous>& found) {
  if (ast::is<ast::StmtFunctionDef>(node) || ast::is<ast::StmtClassDef>(node)) return;
  if (ast::is<ast::Expr>(node)) return;
  if (const auto* choice = ast::as<ast::StmtIf>(node);
      choice != nullptr && !choice->clauses.empty()) {
    const Row* row = row_of(choice->body);
    if (row != nullptr && c.is_enabled(row->code)) found.push_back({row, choice->clauses.front()});
  }
  ast::for_each_child(node, [&](const ast::Node& child) { collect(c, child, found); });
}

// Is there a yield?  Bodies of inner functions do not count, what is evaluated when
// they are defined does; of inner classes only the decorators are looked at.
static bool has_yield(const ast::Node& node) {
  if (ast::is<ast::ExprYield>(node) || ast::is<ast::ExprYieldFrom>(node)) return true;
  const auto in_decorators = [](ast::List<ast::Decorator> decorators) {
    return std::ranges::any_of(
        decorators, [](const auto* decorator) { return has_yield(*decorator->expression); });
  };
  if (const auto* inner = ast::as<ast::StmtClassDef>(node)) return in_decorators(inner->decorators);
  if (const auto* inner = ast::as<ast::StmtFunctionDef>(node)) {
    return in_decorators(inner->decorators) || has_yield(*inner->parameters) ||
           (inner->returns != nullptr && has_yield(*inner->returns));
  }
  bool found = false;
  ast::for_each_child(node, [&](const ast::Node& child) { found = found || has_yield(child); });
  return found;
}

// The first token of the kind behind `offset`.
static const Token* token_behind(const Checker& c, std::uint32_t offset, TokenKind kind) {
  const std::span<const Token> tokens = c.tokens();
  auto token =
      std::ranges::lower_bound(tokens, offset, {}, [](const Token& t) { return t.range.start; });
  token = std::ranges::find(token, tokens.end(), kind, &Token::kind);
  return token == tokens.end() ? nullptr : &*token;
}

// Does a backslash that stands alone in its line, further left than `column`,
// precede the statement?
static bool is_outdented(const Checker& c, const ast::Stmt& statement, std::size_t column) {
  const std::uint32_t line = c.lines().line_start(statement.range.start);
  const std::uint32_t end = common::line_end_before(c.text(), line);
  const std::string_view before = c.text({c.lines().line_start(end), end});
  const std::size_t blanks = before.size() - common::trim_blanks_start(before).size();
  return before.substr(blanks) == "\\" && blanks < column;
}

// Takes `else:` out and its body one level back.
static std::optional<Edit> remove_else(const Checker& c, const ast::ElifElseClause& clause) {
  const std::uint32_t start = clause.range.start;
  const auto indentation = c.lines().indentation_at(start);
  const Token* colon = token_behind(c, start, TokenKind::Colon);
  if (!indentation || colon == nullptr) return std::nullopt;
  const ast::Stmt& first = *clause.body.front();
  if (c.lines().is_preceded_by_statement(first.range)) return deletion({start, first.range.start});

  if (is_outdented(c, first, indentation->size())) return std::nullopt;

  const std::uint32_t body = c.lines().full_line_end(colon->range.end);
  std::string content;
  const Token* comment = token_behind(c, colon->range.end, TokenKind::Comment);
  if (comment != nullptr && comment->range.start < body) {
    content = std::string(*indentation) + std::string(c.text(comment->range));
    content += c.lines().style().line_ending;
  }
  content += reindented(c.fix_source(), {body, clause.range.end}, *indentation);
  return replacement({c.lines().line_start(start), clause.range.end}, std::move(content));
}

static void report(Checker& c, const Superfluous& one) {
  const ast::ElifElseClause& clause = *one.clause;
  const bool is_elif = clause.test != nullptr;
  const std::string branch = is_elif ? "elif" : "else";
  const std::uint32_t start = clause.range.start;
  Diagnostic& finding = c.report(
      one.row->code, {start, start + 4},
      "Unnecessary `" + branch + "` after `" + std::string(one.row->keyword) + "` statement");
  finding.fix_title = "Remove unnecessary `" + branch + "`";
  if (is_elif) {
    finding.fix = Fix::safe(deletion({start, start + 2}));  // elif to if
  } else if (std::optional<Edit> edit = remove_else(c, clause)) {
    finding.fix = Fix::safe(*std::move(edit));
  }
}

static void check(Checker& c, const ast::StmtFunctionDef& node) {
  std::vector<Superfluous> found;
  for (const ast::Stmt* statement : node.body) collect(c, *statement, found);
  if (found.empty()) return;
  const auto yields = [](const ast::Stmt* statement) { return has_yield(*statement); };
  if (std::ranges::any_of(node.body, yields)) return;
  for (const Superfluous& one : found) report(c, one);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kReturnMessages[] = {
    "Unnecessary `{branch}` after `return` statement"};
static constexpr std::string_view kRaiseMessages[] = {
    "Unnecessary `{branch}` after `raise` statement"};
static constexpr std::string_view kContinueMessages[] = {
    "Unnecessary `{branch}` after `continue` statement"};
static constexpr std::string_view kBreakMessages[] = {
    "Unnecessary `{branch}` after `break` statement"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RET505,
                                      .docs = R"(## What it does
Finds `else` and `elif` behind a body that returns.

## Why is this bad?
What follows the `if` is only reached if the test was false. Without `else` it says
the same with one level of indentation less, and the usual way of the function stays
at its left margin.

Generators are left alone.

## Example
```python
def sign(number):
    if number < 0:
        return -1
    else:
        return 1
```

Use instead:
```python
def sign(number):
    if number < 0:
        return -1
    return 1
```
)",
                                      .messages = kReturnMessages,
                                      .hooks = kHooks},
                                     {.code = codes::RET506,
                                      .docs = R"(## What it does
Finds `else` and `elif` behind a body that raises an exception.

## Why is this bad?
What follows the `if` is only reached if the test was false. Without `else` it says
the same with one level of indentation less.

Generators are left alone.

## Example
```python
def connect(port):
    if port is None:
        raise ValueError
    else:
        open_socket(port)
```

Use instead:
```python
def connect(port):
    if port is None:
        raise ValueError
    open_socket(port)
```
)",
                                      .messages = kRaiseMessages,
                                      .hooks = kHooks},
                                     {.code = codes::RET507,
                                      .docs = R"(## What it does
Finds `else` and `elif` behind a body that continues with the next round of a loop.

## Why is this bad?
What follows the `if` is only reached if the test was false. Without `else` it says
the same with one level of indentation less.

Generators are left alone.

## Example
```python
def show(lines):
    for line in lines:
        if not line:
            continue
        else:
            print(line)
```

Use instead:
```python
def show(lines):
    for line in lines:
        if not line:
            continue
        print(line)
```
)",
                                      .messages = kContinueMessages,
                                      .hooks = kHooks},
                                     {.code = codes::RET508,
                                      .docs = R"(## What it does
Finds `else` and `elif` behind a body that breaks out of a loop.

## Why is this bad?
What follows the `if` is only reached if the test was false. Without `else` it says
the same with one level of indentation less.

Generators are left alone.

## Example
```python
def show(lines):
    for line in lines:
        if line == "end":
            break
        else:
            print(line)
```

Use instead:
```python
def show(lines):
    for line in lines:
        if line == "end":
            break
        print(line)
```
)",
                                      .messages = kBreakMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RET505_superfluous_else_return
