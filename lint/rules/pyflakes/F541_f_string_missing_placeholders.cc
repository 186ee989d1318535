#include <algorithm>
#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::F541_f_string_missing_placeholders {

static bool has_field(const ast::StringPart& part) {
  const auto* formatted = ast::as<ast::StringPartFormatted>(part);
  return formatted != nullptr &&
         std::ranges::any_of(formatted->elements, [](const ast::StringElement* element) {
           return ast::is<ast::StringElementField>(element);
         });
}

// Braces count for themselves in a plain string.
static std::string with_single_braces(std::string_view source) {
  std::string text;
  for (std::size_t i = 0; i < source.size(); ++i) {
    text += source[i];
    const bool is_brace = source[i] == '{' || source[i] == '}';
    if (is_brace && source.substr(i + 1, 1) == source.substr(i, 1)) ++i;
  }
  return text;
}

// Without the prefix it would become one.
static bool stands_for_docstring(const semantic::Semantic& semantic) {
  return semantic.flags().has(semantic::Flag::FStringAsDocstring) &&
         semantic.current_expression_parent() == nullptr;
}

static Edit without_prefix(const Checker& c, TextRange part) {
  const std::string_view source = c.text();
  const bool is_first = source[part.start] == 'f' || source[part.start] == 'F';
  const std::uint32_t prefix = part.start + (is_first ? 0 : 1);
  std::string content = with_single_braces(c.text(TextRange{prefix + 1, part.end}));
  // ""f"" would become one string with three quotes.
  if (prefix > 0 && content.starts_with(source[prefix - 1])) content.insert(0, 1, ' ');
  return {{prefix, part.end}, std::move(content)};
}

static void check(Checker& c, const ast::ExprFString& node) {
  for (const ast::StringPart* part : node.parts) {
    if (has_field(*part)) return;
  }
  for (const ast::StringPart* part : node.parts) {
    if (!ast::is<ast::StringPartFormatted>(part)) continue;
    Diagnostic& finding = c.report(codes::F541, part->range, "f-string without any placeholders");
    finding.fix_title = "Remove extraneous `f` prefix";
    const Edit edit = without_prefix(c, part->range);
    finding.fix = stands_for_docstring(c.semantic()) ? Fix::unsafe(edit) : Fix::safe(edit);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"f-string without any placeholders"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F541,
                                      .docs = R"(## What it does
Finds f-strings without a placeholder. Of strings in a row none may have one.

## Why is this bad?
The `f` does nothing but to make braces special; often a placeholder was forgotten.

## Example
```python
message = f"not found"
```

Use instead:
```python
message = "not found"
```

## Fix safety
The fix is unsafe where the string would become a docstring.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F541_f_string_missing_placeholders
