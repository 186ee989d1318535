#include <optional>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::E701_multiple_statements_on_one_line {

using parser::Token;
using parser::TokenKind;

static constexpr std::string_view kColon = "Multiple statements on one line (colon)";
static constexpr std::string_view kSemicolon = "Multiple statements on one line (semicolon)";
static constexpr std::string_view kUseless = "Statement ends with an unnecessary semicolon";

// What the logical line has had so far, outside brackets.
struct Line {
  bool has_keyword = false;          // One that a colon and a block follow.
  const Token* colon = nullptr;      // Behind such a keyword.
  const Token* semicolon = nullptr;  // The last one, if nothing stands behind it yet.
  bool allows_ellipsis = false;      // Directly behind the colon: class C: ...
};

static bool begins_block(TokenKind kind) {
  switch (kind) {
    case TokenKind::Case:
    case TokenKind::Class:
    case TokenKind::Elif:
    case TokenKind::Else:
    case TokenKind::Except:
    case TokenKind::Finally:
    case TokenKind::For:
    case TokenKind::If:
    case TokenKind::Match:
    case TokenKind::Try:
    case TokenKind::While:
    case TokenKind::With:
      return true;
    default:
      return false;
  }
}

static void report(Checker& c, RuleId rule, const Token& token, std::string_view message) {
  if (c.is_enabled(rule)) c.report(rule, token.range, std::string(message));
}

static void report_useless(Checker& c, const Token& semicolon) {
  if (!c.is_enabled(codes::E703)) return;
  Diagnostic& finding = c.report(codes::E703, semicolon.range, std::string(kUseless));
  finding.fix_title = "Remove unnecessary semicolon";
  const std::uint32_t start =
      c.lines().preceding_continuation(semicolon.range.start).value_or(semicolon.range.start);
  finding.fix = Fix::safe({{start, semicolon.range.end}, ""});
}

// In a notebook a semicolon behind the last statement of a cell keeps its value
// from being shown.
static bool ends_cell(const Checker& c, const Token& newline) {
  if (!c.is_notebook()) return false;
  const std::optional<TextRange> cell = c.cells()->range_around(newline.range.start);
  const auto is_trivial = [](const Token& token) {
    return parser::is_trivia(token.kind) || token.kind == TokenKind::Newline;
  };
  const Token* next = &newline + 1;
  while (is_trivial(*next)) ++next;
  return cell && (next->kind == TokenKind::EndOfFile || next->range.start >= cell->end);
}

// A token of a statement.
static void see_content(Checker& c, const Token& token, Line& line) {
  if (line.semicolon != nullptr) {
    report(c, codes::E702, *line.semicolon, kSemicolon);
    line.semicolon = nullptr;
    line.allows_ellipsis = false;
  }
  if (line.colon != nullptr) {
    report(c, codes::E701, *line.colon, kColon);
    line.colon = nullptr;
    line.has_keyword = false;
    line.allows_ellipsis = false;
  }
  if (token.kind == TokenKind::Lambda) {
    line.colon = nullptr;
    line.has_keyword = false;
  } else if (begins_block(token.kind)) {
    line.has_keyword = true;
  }
}

static void see(Checker& c, const Token& token, bool is_indented, Line& line) {
  switch (token.kind) {
    case TokenKind::Newline:
      if (line.semicolon != nullptr && (is_indented || !ends_cell(c, token))) {
        report_useless(c, *line.semicolon);
      }
      line = {.allows_ellipsis = line.allows_ellipsis};
      break;
    case TokenKind::Colon:
      if (!line.has_keyword) break;
      line.colon = &token;
      line.allows_ellipsis = true;
      break;
    case TokenKind::Semicolon:
      line.semicolon = &token;
      line.allows_ellipsis = false;
      break;
    case TokenKind::Comment:
    case TokenKind::Indent:
    case TokenKind::Dedent:
    case TokenKind::NonLogicalNewline:
      break;
    default:
      see_content(c, token, line);
  }
}

static void check(Checker& c, const TokenPass&) {
  Line line;
  int depth = 0;
  int indents = 0;
  for (const Token& token : c.tokens()) {
    switch (token.kind) {
      case TokenKind::Ellipsis:
        if (!line.allows_ellipsis) break;
        line.allows_ellipsis = false;
        continue;
      case TokenKind::LeftParen:
      case TokenKind::LeftSquare:
      case TokenKind::LeftBrace:
        ++depth;
        break;
      case TokenKind::RightParen:
      case TokenKind::RightSquare:
      case TokenKind::RightBrace:
      case TokenKind::Newline:  // In brackets: one was not closed.
        if (depth > 0) --depth;
        break;
      case TokenKind::Indent:
        ++indents;
        break;
      case TokenKind::Dedent:
        --indents;
        break;
      default:
        break;
    }
    if (depth == 0) see(c, token, indents > 0, line);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kColonMessages[] = {kColon};
static constexpr std::string_view kSemicolonMessages[] = {kSemicolon};
static constexpr std::string_view kUselessMessages[] = {kUseless};

static constexpr RuleInfo kInfo[] = {{.code = codes::E701,
                                      .docs = R"(## What it does
Finds blocks that stand on the line of the `if`, `for`, `try`, `with`... they
belong to. A class whose body is `...` may.

## Why is this bad?
The block is easily overlooked, a debugger cannot stop at it, and the first
statement that is added moves everything.

## Example
```python
if not ready: start()
```

Use instead:
```python
if not ready:
    start()
```
)",
                                      .messages = kColonMessages,
                                      .hooks = kHooks},
                                     {.code = codes::E702,
                                      .docs = R"(## What it does
Finds semicolons between statements.

## Why is this bad?
Readers expect one statement per line and overlook the second one.

## Example
```python
import sys; sys.exit(1)
```

Use instead:
```python
import sys

sys.exit(1)
```
)",
                                      .messages = kSemicolonMessages,
                                      .hooks = kHooks},
                                     {.code = codes::E703,
                                      .docs = R"(## What it does
Finds semicolons at the end of lines.

## Why is this bad?
A statement ends with its line; the semicolon does nothing. Only at the end of a
cell of a notebook it does: it hides the value.

## Example
```python
start();
```

Use instead:
```python
start()
```
)",
                                      .messages = kUselessMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E701_multiple_statements_on_one_line
