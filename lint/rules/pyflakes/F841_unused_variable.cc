#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/edits.h"
#include "lint/parser/parentheses.h"
#include "lint/semantic/side_effects.h"

namespace lint::rules::F841_unused_variable {

using parser::Token;
using parser::TokenKind;
using semantic::Binding;
using semantic::BindingFlag;
using semantic::BindingKind;

// ---- tokens ----

static std::span<const Token> tokens_from(const Checker& c, std::uint32_t offset) {
  const std::span<const Token> tokens = c.tokens();
  const auto first = std::ranges::lower_bound(tokens, offset, {},
                                              [](const Token& token) { return token.range.start; });
  return {first, tokens.end()};
}

static int depth_change(TokenKind kind) {
  switch (kind) {
    case TokenKind::LeftParen:
    case TokenKind::LeftSquare:
    case TokenKind::LeftBrace:
      return 1;
    case TokenKind::RightParen:
    case TokenKind::RightSquare:
    case TokenKind::RightBrace:
      return -1;
    default:
      return 0;
  }
}

// Where the token behind the next `=` outside of brackets starts.
static std::optional<std::uint32_t> start_behind_equal(const Checker& c, std::uint32_t offset) {
  const std::span<const Token> tokens = tokens_from(c, offset);
  int depth = 0;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    depth = std::max(0, depth + depth_change(tokens[i].kind));
    if (depth == 0 && tokens[i].kind == TokenKind::Equal) return tokens[i + 1].range.start;
  }
  return std::nullopt;
}

// From behind what stands before `as` to the colon, comma or bracket that follows
// the target.
static std::optional<TextRange> as_clause(const Checker& c, std::uint32_t offset) {
  const std::span<const Token> tokens = tokens_from(c, offset);
  std::size_t i = 1;
  while (i < tokens.size() && tokens[i].kind != TokenKind::As) ++i;
  if (i >= tokens.size()) return std::nullopt;
  const std::uint32_t start = tokens[i - 1].range.end;
  int depth = 0;
  for (const Token& token : tokens.subspan(i)) {
    const int change = depth_change(token.kind);
    if (depth == 0 && change < 0) return TextRange{start, token.range.start};
    depth += change;
    if (depth > 0) continue;
    if (token.kind == TokenKind::Colon || token.kind == TokenKind::Comma) {
      return TextRange{start, token.range.start};
    }
  }
  return std::nullopt;
}

// ---- fixes ----

static Fix delete_whole(Checker& c, const ast::Stmt& statement) {
  const semantic::Semantic& semantic = c.semantic();
  Fix fix = Fix::unsafe(
      delete_statement({c.parsed(), c.lines()}, statement, semantic.parent_statement(statement)));
  fix.isolation = c.isolation_of(statement);
  return fix;
}

static std::optional<Fix> fix_assign(Checker& c, const Binding& binding,
                                     const ast::StmtAssign& statement) {
  const auto target = std::ranges::find(statement.targets, binding.range,
                                        [](const ast::Expr* expr) { return expr->range; });
  if (target == statement.targets.end()) {
    // Inside of a tuple: the name can only say that it is unused.
    const std::string renamed = "_" + std::string(c.text(binding.range));
    if (!c.settings().dummy_variable_rgx.matches(renamed)) return std::nullopt;
    Fix fix = Fix::unsafe(replacement(binding.range, renamed));
    fix.isolation = c.isolation_of(statement);
    return fix;
  }
  if (!ast::is<ast::ExprName>(*target)) return std::nullopt;
  if (statement.targets.size() == 1 && !semantic::contains_effect(*statement.value, c.semantic())) {
    return delete_whole(c, statement);
  }
  // The value is computed all the same.
  const TextRange written = parser::range_with_parentheses(c.tokens(), **target, statement);
  const auto end = start_behind_equal(c, (*target)->range.end);
  if (!end) return std::nullopt;
  return Fix::unsafe(deletion({written.start, *end}));
}

static std::optional<Fix> fix_annotated(Checker& c, const ast::StmtAnnAssign& statement) {
  if (statement.value == nullptr || !ast::is<ast::ExprName>(statement.target)) return std::nullopt;
  if (!semantic::contains_effect(*statement.value, c.semantic())) return delete_whole(c, statement);
  const auto end = start_behind_equal(c, statement.range.start);
  if (!end) return std::nullopt;
  return Fix::unsafe(deletion({statement.range.start, *end}));
}

static std::optional<Fix> fix_with(Checker& c, const Binding& binding,
                                   const ast::StmtWith& statement) {
  for (const ast::WithItem* item : statement.items) {
    if (item->optional_vars == nullptr || item->optional_vars->range != binding.range) continue;
    const std::optional<TextRange> clause = as_clause(c, item->context_expr->range.start);
    if (clause) return Fix::unsafe(deletion(*clause));
  }
  return std::nullopt;
}

static std::optional<Fix> fix_of(Checker& c, const Binding& binding) {
  const ast::Stmt* statement = c.semantic().statement_of(binding);
  if (const auto* assign = ast::as<ast::StmtAssign>(statement)) {
    return fix_assign(c, binding, *assign);
  }
  if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) {
    return fix_annotated(c, *annotated);
  }
  if (const auto* with = ast::as<ast::StmtWith>(statement)) return fix_with(c, binding, *with);
  return std::nullopt;
}

// `except E as e:` to `except E:`
static std::optional<Fix> fix_handler(const Checker& c, const Binding& binding) {
  const std::span<const Token> tokens = c.tokens();
  const std::span<const Token> from = tokens_from(c, binding.range.start);
  const auto index = static_cast<std::size_t>(from.data() - tokens.data());
  if (index < 2 || from.size() < 2) return std::nullopt;
  return Fix::safe(deletion({tokens[index - 2].range.end, from[1].range.start}));
}

// ---- findings ----

static Diagnostic& report(Checker& c, const Binding& binding, std::string_view written) {
  const std::string name(written);
  Diagnostic& finding = c.report(codes::F841, binding.range,
                                 "Local variable `" + name + "` is assigned to but never used");
  finding.fix_title = "Remove assignment to unused variable `" + name + "`";
  return finding;
}

// Tools look for these in frames.
static bool is_for_tools(std::string_view name) {
  return name == "__tracebackhide__" || name == "__traceback_info__" ||
         name == "__traceback_supplement__" || name == "__debuggerskip__";
}

static bool is_unused(const Checker& c, const Binding& binding) {
  const bool is_variable = binding.kind == BindingKind::Assignment ||
                           binding.kind == BindingKind::NamedExprAssignment ||
                           binding.kind == BindingKind::WithItemVar;
  return is_variable && !binding.is_used() && !binding.has(BindingFlag::Nonlocal) &&
         !binding.has(BindingFlag::Global) && !binding.has(BindingFlag::UnpackedAssignment) &&
         !c.settings().dummy_variable_rgx.matches(binding.name.text()) &&
         !is_for_tools(binding.name.text());
}

static void check(Checker& c, const semantic::Scope& scope) {
  if (!scope.is_function() && scope.kind != semantic::ScopeKind::Lambda) return;
  if (scope.uses_locals && scope.is_function()) return;
  for (const semantic::Scope::Entry& entry : scope.bindings()) {
    const Binding& binding = c.semantic().binding(entry.binding);
    if (!is_unused(c, binding)) continue;
    Diagnostic& finding = report(c, binding, binding.name.text());
    finding.fix = fix_of(c, binding);
  }
}

static void check_exception(Checker& c, const Binding& binding) {
  if (binding.kind != BindingKind::BoundException || binding.is_used() ||
      c.settings().dummy_variable_rgx.matches(c.text(binding.range))) {
    return;
  }
  Diagnostic& finding = report(c, binding, c.text(binding.range));
  finding.fix = fix_handler(c, binding);
}

static constexpr Hook kHooks[] = {on<check>, on<check_exception>};
static constexpr std::string_view kMessages[] = {
    "Local variable `{name}` is assigned to but never used"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F841,
                                      .docs = R"(## What it does
Finds local variables that get a value which nothing reads.

## Why is this bad?
The assignment is left over, or another name was meant where the variable should
have been used. A variable that is there for a reason can say so: names like `_` and
`_unused` are not reported.

What a tuple is unpacked into is RUF059's business.

## Example
```python
def area(width, height):
    depth = 2
    return width * height
```

Use instead:
```python
def area(width, height):
    return width * height
```

## Options
- `lint.dummy-variable-rgx`: names that may stay unused.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F841_unused_variable
