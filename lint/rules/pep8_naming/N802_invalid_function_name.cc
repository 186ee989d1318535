#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pep8_naming/naming.h"
#include "lint/semantic/class_info.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::N802_invalid_function_name {

using semantic::QualifiedName;

// Some classes of the standard library look for methods by what they handle:
// visit_Name, do_GET.
static bool is_named_by_base(const Checker& c, std::string_view name,
                             const ast::StmtClassDef& class_def) {
  const semantic::Semantic& semantic = c.semantic();
  const auto extends = [&](auto is_base) {
    return semantic::any_base_class(class_def, semantic, [&](const ast::Expr& base) {
      return is_base(semantic.qualified_name(base));
    });
  };
  if (name.starts_with("visit_")) {
    return extends([](const QualifiedName& base) {
      return base.is_any("ast.NodeVisitor", "ast.NodeTransformer");
    });
  }
  return name.starts_with("do_") && extends([](const QualifiedName& base) {
           return base.is_any("http.server.BaseHTTPRequestHandler",
                              "http.server.CGIHTTPRequestHandler",
                              "http.server.SimpleHTTPRequestHandler");
         });
}

static void check(Checker& c, const ast::StmtFunctionDef& node) {
  const std::string_view name = node.name.text();
  if (pep8_naming::is_lowercase(name)) return;
  const semantic::Semantic& semantic = c.semantic();
  if (semantic::is_override(node.decorators, semantic) ||
      semantic::is_overload(node.decorators, semantic) || pep8_naming::is_ignored(c, name)) {
    return;
  }
  const auto* class_def = ast::as<ast::StmtClassDef>(semantic.current_statement_parent());
  if (class_def != nullptr && is_named_by_base(c, name, *class_def)) return;
  Diagnostic& finding = c.report(codes::N802, node.name.range,
                                 "Function name `" + std::string(name) + "` should be lowercase");
  if (class_def == nullptr) return;
  finding.notes.push_back({Note::Level::Help,
                           "Consider adding `@typing.override` if this method overrides a method "
                           "from a superclass"});
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Function name `{name}` should be lowercase"};

static constexpr RuleInfo kInfo[] = {{.code = codes::N802,
                                      .docs = R"(## What it does
Finds names of functions and methods with capital letters.

## Why is this bad?
PEP 8 asks for names like `read_header`; capital letters are for classes and
constants.

Methods with `@override` or `@overload` are named elsewhere and left alone, so are
`visit_Name` and `do_GET`, which the standard library calls by these names.

## Example
```python
def readHeader(file): ...
```

Use instead:
```python
def read_header(file): ...
```

## Options
- `lint.pep8-naming.ignore-names`, `lint.pep8-naming.extend-ignore-names`: names that
  are fine.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::N802_invalid_function_name
