#include <string>

#include "common/text/lines.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::PIE790_unnecessary_placeholder {

static bool is_ellipsis(const ast::Stmt& statement) {
  const auto* expr = ast::as<ast::StmtExpr>(statement);
  return expr != nullptr && ast::is<ast::ExprEllipsisLiteral>(expr->value);
}

static bool is_string(const ast::Stmt& statement) {
  const auto* expr = ast::as<ast::StmtExpr>(statement);
  return expr != nullptr && ast::is<ast::ExprStringLiteral>(expr->value);
}

// A comment behind the statement stays, in its place.
static Edit deletion_of(const Checker& c, const ast::Stmt& statement) {
  const std::uint32_t end = statement.range.end;
  const std::string_view rest = common::trim_blanks_start(c.text({end, c.lines().line_end(end)}));
  if (!rest.starts_with('#')) return delete_statement(c.fix_source(), statement, nullptr);
  const auto comment = static_cast<std::uint32_t>(rest.data() - c.text().data());
  return deletion({statement.range.start, comment});
}

static void report(Checker& c, const ast::Stmt& statement, const ast::Stmt* next) {
  const bool is_pass = ast::is<ast::StmtPass>(statement);
  Diagnostic& finding =
      c.report(codes::PIE790, statement.range,
               is_pass ? "Unnecessary `pass` statement" : "Unnecessary `...` literal");
  finding.fix_title = is_pass ? "Remove unnecessary `pass`" : "Remove unnecessary `...`";
  // A string that becomes the first statement becomes a docstring.
  const bool may_make_docstring = next != nullptr && is_string(*next);
  finding.fix = may_make_docstring ? Fix::unsafe(deletion_of(c, statement))
                                   : Fix::safe(deletion_of(c, statement));
  finding.fix->isolation = c.isolation_of_body();
}

static void check(Checker& c, const Suite& suite) {
  if (suite.body.size() < 2) return;
  for (std::size_t i = 0; i < suite.body.size(); ++i) {
    const ast::Stmt& statement = *suite.body[i];
    if (is_ellipsis(statement)) {
      // Type checkers tell by the ellipsis that there is no body.
      if (c.semantic().flags().has(semantic::Flag::TypeCheckingBlock)) return;
      if (c.semantic().in_protocol_or_abstract_method()) return;
    } else if (!ast::is<ast::StmtPass>(statement)) {
      continue;
    }
    report(c, statement, i + 1 < suite.body.size() ? suite.body[i + 1] : nullptr);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Unnecessary `pass` statement",
                                                 "Unnecessary `...` literal"};

static constexpr RuleInfo kInfo[] = {{.code = codes::PIE790,
                                      .docs = R"(## What it does
Finds `pass` and `...` in bodies that have another statement, if only a docstring.

## Why is this bad?
Both stand where the grammar wants a statement and there is nothing to do. Beside
another statement they are noise.

`...` is left alone in protocols, abstract methods and `if TYPE_CHECKING:`, where it
tells type checkers that there is no implementation.

## Example
```python
class NotFound(Exception):
    """There is no such page."""

    pass
```

Use instead:
```python
class NotFound(Exception):
    """There is no such page."""
```

## Fix safety
The fix is unsafe if a string follows, which may become a docstring.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::PIE790_unnecessary_placeholder
