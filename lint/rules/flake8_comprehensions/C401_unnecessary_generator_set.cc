#include <algorithm>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/generator.h"
#include "lint/parser/parentheses.h"
#include "lint/rules/flake8_comprehensions/braces.h"

namespace lint::rules::C401_unnecessary_generator_set {

using flake8_comprehensions::blank_before;
using flake8_comprehensions::blank_behind;

static constexpr std::string_view kSetMessage = "Unnecessary generator (rewrite using `set()`)";
static constexpr std::string_view kComprehensionMessage =
    "Unnecessary generator (rewrite as a set comprehension)";

// (x for x in y)
static bool gives_all(const ast::ExprGenerator& generator) {
  if (generator.generators.size() != 1) return false;
  const ast::Comprehension& comprehension = *generator.generators[0];
  return comprehension.ifs.empty() && !comprehension.is_async &&
         ast::equal(generator.elt, comprehension.target);
}

// The comma behind the generator, or the parenthesis that closes the call.
static std::uint32_t end_of_argument(const Checker& c, const ast::ExprCall& call,
                                     const ast::ExprGenerator& generator) {
  const auto tokens = parser::tokens_in(c.tokens(), {generator.range.end, call.range.end});
  const auto comma = std::ranges::find(tokens, parser::TokenKind::Comma, &parser::Token::kind);
  return (comma != tokens.end() ? comma->range.end : call.arguments->range.end) - 1;
}

static Fix comprehension_fix(const Checker& c, const ast::ExprCall& call,
                             const ast::ExprGenerator& generator) {
  const TextRange range = call.range;
  std::vector<Edit> edits = {replacement({range.start, call.arguments->range.start + 1},
                                         std::string(blank_before(c, range)) + "{"),
                             replacement({end_of_argument(c, call, generator), range.end},
                                         "}" + std::string(blank_behind(c, range)))};
  if (generator.parenthesized) {
    const std::string text = generate(generator);
    edits.push_back(
        replacement(parser::range_with_parentheses(c.tokens(), generator, *call.arguments),
                    text.substr(1, text.size() - 2)));
  }
  return Fix::of(Applicability::Unsafe, std::move(edits));
}

static void check(Checker& c, const ast::ExprCall& node) {
  const auto* generator =
      ast::as<ast::ExprGenerator>(flake8_comprehensions::only_argument_of(node, "set"));
  if (generator == nullptr || !c.semantic().has_builtin_binding("set")) return;
  if (gives_all(*generator)) {
    Diagnostic& finding = c.report(codes::C401, node.range, std::string(kSetMessage));
    finding.fix_title = "Rewrite using `set()`";
    const std::string iterable(c.text(*generator->generators[0]->iter));
    finding.fix = Fix::unsafe(replacement(node.range, "set(" + iterable + ")"));
    return;
  }
  Diagnostic& finding = c.report(codes::C401, node.range, std::string(kComprehensionMessage));
  finding.fix_title = "Rewrite as a set comprehension";
  finding.fix = comprehension_fix(c, node, *generator);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kSetMessage, kComprehensionMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::C401,
                                      .docs = R"(## What it does
Finds `set` around a generator expression.

## Why is this bad?
A set comprehension says the same in fewer words and without the generator. Where
the generator gives every element as it is, `set` can be called for what it goes
over.

## Example
```python
codes = set(rule.code for rule in rules)
names = set(name for name in listed)
```

Use instead:
```python
codes = {rule.code for rule in rules}
names = set(listed)
```

## Fix safety
The fix is unsafe: comments in the call may get lost.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::C401_unnecessary_generator_set
