#include <algorithm>
#include <string>

#include "lint/ast/arguments.h"
#include "lint/ast/expressions.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/parser/parentheses.h"
#include "lint/semantic/type_checks.h"

namespace lint::rules::PERF401_manual_list_comprehension {

using parser::Token;
using parser::TokenKind;

namespace {

// for target in iter:
//     if test:
//         list.append(value)
struct Loop {
  const ast::StmtFor& statement;
  const ast::ExprName& target;
  const ast::Expr* test;  // Null: none.
  const ast::ExprCall& call;
  const ast::ExprName& list;
  const ast::Expr& value;
};

// How the loop can be written.
enum class Form : std::uint8_t {
  Comprehension,  // list = [...]
  Extend,         // list.extend(...)
};

}  // namespace

// list.append(value)
static const ast::ExprCall* append_call(const ast::Stmt& statement) {
  const auto* expr = ast::as<ast::StmtExpr>(statement);
  const auto* call = expr == nullptr ? nullptr : ast::as<ast::ExprCall>(expr->value);
  if (call == nullptr || call->arguments->args.size() != 1 || !call->arguments->keywords.empty()) {
    return nullptr;
  }
  const auto* attribute = ast::as<ast::ExprAttribute>(call->func);
  const bool is_append = attribute != nullptr && attribute->attr == "append" &&
                         ast::is<ast::ExprName>(attribute->value);
  return is_append ? call : nullptr;
}

static std::optional<Loop> loop_of(const ast::StmtFor& statement) {
  const auto* target = ast::as<ast::ExprName>(statement.target);
  if (target == nullptr || statement.body.size() != 1) return std::nullopt;
  const ast::Stmt* body = statement.body[0];
  const ast::Expr* test = nullptr;
  if (const auto* choice = ast::as<ast::StmtIf>(body)) {
    if (!choice->clauses.empty() || choice->body.size() != 1) return std::nullopt;
    test = choice->test;
    body = choice->body[0];
  }
  const ast::ExprCall* call = append_call(*body);
  if (call == nullptr) return std::nullopt;
  const auto& attribute = static_cast<const ast::ExprAttribute&>(*call->func);
  return Loop{statement,
              *target,
              test,
              *call,
              static_cast<const ast::ExprName&>(*attribute.value),
              *call->arguments->args[0]};
}

static bool mentions(const ast::Expr& expr, const ast::ExprName& name) {
  return ast::any_in(expr, [&](const ast::Node& node) {
    const auto* other = ast::as<ast::ExprName>(node);
    return other != nullptr && other->id == name.id;
  });
}

// for x in y: list.append(x), which is a matter of PERF402.
static bool is_copy(const Loop& loop) {
  const auto* value = ast::as<ast::ExprName>(loop.value);
  return !loop.statement.is_async && loop.test == nullptr && value != nullptr &&
         value->id == loop.target.id;
}

// Is the loop's variable read behind the loop, or meant for others?
static bool is_target_needed(const Checker& c, const Loop& loop) {
  const auto bindings = c.semantic().bindings();
  const auto binding = std::ranges::find(bindings, loop.target.range, &semantic::Binding::range);
  if (binding == bindings.end()) return true;
  if (binding->has(semantic::BindingFlag::Global) ||
      binding->has(semantic::BindingFlag::Nonlocal)) {
    return true;
  }
  return c.semantic().any_reference(*binding, [&](const semantic::Reference& reference) {
    return loop.statement.range.end < reference.range.start;
  });
}

static bool is_empty_list(const Checker& c, const ast::Expr& expr) {
  if (const auto* list = ast::as<ast::ExprList>(expr)) return list->elts.empty();
  const auto* call = ast::as<ast::ExprCall>(expr);
  return call != nullptr && ast::argument_count(*call->arguments) == 0 &&
         c.semantic().builtin_symbol(*call->func) == "list";
}

// The value of the only target of an assignment; null if it is anything else.
static const ast::Expr* assigned_value(const ast::Stmt& statement) {
  if (const auto* assign = ast::as<ast::StmtAnnAssign>(statement)) return assign->value;
  const auto* assign = ast::as<ast::StmtAssign>(statement);
  return assign != nullptr && assign->targets.size() == 1 ? assign->value : nullptr;
}

// An empty list, assigned beside the loop and not touched until then, can be made by
// the comprehension; others have to be extended.
static Form form_of(const Checker& c, const Loop& loop, const semantic::Binding& list) {
  const ast::Stmt* assignment = c.semantic().statement_of(list);
  const ast::Expr* value = assignment == nullptr ? nullptr : assigned_value(*assignment);
  if (value == nullptr || !is_empty_list(c, *value)) return Form::Extend;
  if (c.semantic().parent_statement(*assignment) != c.semantic().parent_statement(loop.statement)) {
    return Form::Extend;
  }
  const std::uint32_t from = assignment->range.end;
  const std::uint32_t to = loop.statement.range.start;
  const bool is_used = c.semantic().any_reference(list, [&](const semantic::Reference& reference) {
    return from <= reference.range.start && reference.range.end <= to;
  });
  return is_used ? Form::Extend : Form::Comprehension;
}

static bool is_layout(TokenKind kind) {
  return parser::is_trivia(kind) || kind == TokenKind::Newline || kind == TokenKind::Indent ||
         kind == TokenKind::Dedent;
}

namespace {

// What goes with a statement that is taken out.
struct Removal {
  TextRange range;
  bool shares_line;  // With statements that stay.
};

}  // namespace

static Removal removal_of(const Checker& c, TextRange statement) {
  const std::span<const Token> tokens = c.tokens();
  auto next = std::ranges::lower_bound(tokens, statement.end, {},
                                       [](const Token& t) { return t.range.start; });
  auto before = std::ranges::lower_bound(tokens, statement.start, {},
                                         [](const Token& t) { return t.range.start; });
  const auto skip_layout = [&] {
    while (next != tokens.end() && is_layout(next->kind)) ++next;
  };
  while (before != tokens.begin() && is_layout((before - 1)->kind)) --before;
  if (before != tokens.begin() && (before - 1)->kind == TokenKind::Semicolon) {
    return {{(before - 1)->range.start, statement.end}, true};
  }
  skip_layout();
  if (next != tokens.end() && next->kind == TokenKind::Semicolon) {
    ++next;
    skip_layout();
    if (next != tokens.end()) return {{statement.start, next->range.start}, true};
  }
  return {c.lines().full_lines_range(statement), false};
}

// The comments that the new text does not hold anyway.
static void add_comments(const Checker& c, TextRange range, std::span<const TextRange> kept,
                         std::vector<std::string_view>& comments) {
  for (const TextRange comment : c.lines().comments_in(range)) {
    const bool is_kept =
        std::ranges::any_of(kept, [&](TextRange other) { return other.contains(comment); });
    if (!is_kept) comments.push_back(c.text(comment));
  }
}

static TextRange iterable_range(const Checker& c, const Loop& loop) {
  return parser::range_with_parentheses(c.tokens(), *loop.statement.iter, loop.statement);
}

static void add_loop_comments(const Checker& c, const Loop& loop,
                              std::vector<std::string_view>& comments) {
  std::vector<TextRange> kept = {loop.value.range, iterable_range(c, loop), loop.target.range};
  if (loop.test != nullptr) kept.push_back(loop.test->range);
  add_comments(c, loop.statement.range, kept, comments);
}

// Comments on lines of their own, then the statement.
static std::string with_comments(const Checker& c, const Loop& loop,
                                 std::span<const std::string_view> comments,
                                 std::string_view statement) {
  const std::uint32_t start = loop.statement.range.start;
  std::string text;
  for (std::string_view comment : comments) {
    text += comment;
    text += c.lines().style().line_ending;
    text += c.text({c.lines().line_start(start), start});
  }
  return text + std::string(statement);
}

static std::string iterable_text(const Checker& c, const Loop& loop) {
  const auto* tuple = ast::as<ast::ExprTuple>(loop.statement.iter);
  const std::string text(c.text(iterable_range(c, loop)));
  return tuple != nullptr && !tuple->parenthesized ? "(" + text + ")" : text;
}

static std::string test_text(const Checker& c, const ast::Expr& test) {
  const std::string text(c.text(test));
  const bool needs_parentheses =
      ast::is<ast::ExprNamed>(test) || ast::is<ast::ExprIf>(test) || ast::is<ast::ExprLambda>(test);
  return needs_parentheses ? "(" + text + ")" : text;
}

// value for target in iter if test
static std::string generator_text(const Checker& c, const Loop& loop) {
  const auto* generator = ast::as<ast::ExprGenerator>(loop.value);
  std::string text(c.text(loop.value));
  if (generator != nullptr && !generator->parenthesized) text = "(" + text + ")";
  text += loop.statement.is_async ? " async for " : " for ";
  text += std::string(c.text(loop.target)) + " in " + iterable_text(c, loop);
  if (loop.test != nullptr) text += " if " + test_text(c, *loop.test);
  return text;
}

static Fix extend_fix(const Checker& c, const Loop& loop, std::string_view name) {
  std::vector<std::string_view> comments;
  add_loop_comments(c, loop, comments);
  std::string generator = generator_text(c, loop);
  if (loop.statement.is_async) generator = "[" + generator + "]";
  const std::string statement = std::string(name) + ".extend(" + generator + ")";
  return Fix::unsafe(
      replacement(loop.statement.range, with_comments(c, loop, comments, statement)));
}

static Fix comprehension_fix(const Checker& c, const Loop& loop, std::string_view name,
                             const ast::Stmt& assignment) {
  const Removal removal = removal_of(c, assignment.range);
  std::vector<std::string_view> comments;
  if (!removal.shares_line) add_comments(c, removal.range, {}, comments);
  add_loop_comments(c, loop, comments);
  std::string statement(name);
  if (const auto* annotated = ast::as<ast::StmtAnnAssign>(assignment)) {
    statement += ": " + std::string(c.text(*annotated->annotation));
  }
  statement += " = [" + generator_text(c, loop) + "]";
  return Fix::of(Applicability::Unsafe,
                 {deletion(removal.range),
                  replacement(loop.statement.range, with_comments(c, loop, comments, statement))});
}

static std::string message(const Loop& loop, Form form) {
  const bool is_async = loop.statement.is_async;
  std::string how;
  if (form == Form::Extend) {
    how = is_async ? "`list.extend` with an async comprehension" : "`list.extend`";
  } else {
    how = is_async ? "an async list comprehension" : "a list comprehension";
  }
  return "Use " + how + " to create a transformed list";
}

static void report(Checker& c, const Loop& loop, const semantic::Binding& list) {
  const Form form = form_of(c, loop, list);
  Diagnostic& finding = c.report(codes::PERF401, loop.call.range, message(loop, form));
  finding.fix_title = form == Form::Extend ? "Replace for loop with list.extend"
                                           : "Replace for loop with list comprehension";
  if (!c.is_preview()) return;
  const std::string_view name = c.text(list.range);
  finding.fix = form == Form::Extend
                    ? extend_fix(c, loop, name)
                    : comprehension_fix(c, loop, name, *c.semantic().statement_of(list));
}

static void check(Checker& c, const ast::StmtFor& node) {
  const std::optional<Loop> loop = loop_of(node);
  if (!loop || is_copy(*loop) || mentions(loop->value, loop->list)) return;
  const semantic::BindingId id = c.semantic().only_binding(loop->list);
  if (id == semantic::BindingId::None) return;
  const semantic::Binding& list = c.semantic().binding(id);
  if (!semantic::is_list(list, c.semantic())) return;
  if (loop->test != nullptr && mentions(*loop->test, loop->list)) return;
  if (is_target_needed(c, *loop)) return;
  report(c, *loop, list);
}

static constexpr Hook kHooks[] = {on_deferred<check>};
static constexpr std::string_view kMessages[] = {"Use {message_str} to create a transformed list"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PERF401,
                                      .docs = R"(## What it does
Finds loops that do nothing but append to a list, of what they go over or of what is
made of it, maybe under a condition.

## Why is this bad?
A comprehension says that a list is made of another one, and takes less time, as no
method has to be looked up and called for each element. A list that has elements
already can be extended.

Loops whose variable is used behind them are left alone. For loops that only copy
there is `manual-list-copy` (PERF402).

## Example
```python
numbers = range(100)
squares = []
for number in numbers:
    if number % 2:
        squares.append(number * number)
```

Use instead:
```python
numbers = range(100)
squares = [number * number for number in numbers if number % 2]
```

## Fix safety
There is a fix in preview mode only; it is unsafe.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PERF401_manual_list_comprehension
