#include <string>

#include "lint/ast/arguments.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/pep8_naming/naming.h"

namespace lint::rules::N806_non_lowercase_variable_in_function {

using semantic::BindingId;
using semantic::QualifiedName;
using semantic::Semantic;

// Did the name, before it was bound here, mean a variable that is declared global?
static bool is_global(const Semantic& semantic, std::string_view name, TextRange range) {
  BindingId id = semantic.lookup(name);
  if (id == BindingId::None) return false;
  const semantic::Binding& binding = semantic.binding(id);
  if (binding.range == range) {
    id = binding.shadowed != BindingId::None ? binding.shadowed : binding.outer_shadowed;
  }
  return id != BindingId::None && semantic.binding(id).has(semantic::BindingFlag::Global);
}

// Classes and types may be made by calls: namedtuple("Point", "x y").
static bool makes_type(const Semantic& semantic, const ast::Expr& value) {
  const auto* call = ast::as<ast::ExprCall>(value);
  if (call == nullptr) return false;
  const QualifiedName& function = semantic.qualified_name(*call->func);
  return function.is("collections.namedtuple") || semantic.is_typing_name(function, "NamedTuple") ||
         semantic.is_typing_name(function, "TypedDict") ||
         semantic.is_typing_name(function, "TypeVar") ||
         semantic.is_typing_name(function, "NewType");
}

// Django's apps.get_model("app", "Name") and import_string("app.models.Name").
static bool loads_model(const Semantic& semantic, std::string_view name, const ast::Expr& value) {
  const auto* call = ast::as<ast::ExprCall>(value);
  if (call == nullptr || ast::argument_count(*call->arguments) == 0) return false;
  const ast::Arguments& arguments = *call->arguments;
  const auto* attribute = ast::as<ast::ExprAttribute>(call->func);
  const auto* function = ast::as<ast::ExprName>(call->func);
  if ((attribute != nullptr && attribute->attr == "get_model") ||
      (function != nullptr && function->id == "get_model")) {
    const std::size_t last = arguments.args.empty() ? 0 : arguments.args.size() - 1;
    const ast::Expr* const model = ast::find_argument_value(arguments, "model_name", last);
    const auto* literal = ast::as<ast::ExprStringLiteral>(model);
    if (model != nullptr && (literal == nullptr || literal->value == name)) return true;
  }
  if (!semantic.qualified_name(*call->func).is("django.utils.module_loading.import_string")) {
    return false;
  }
  const auto* path =
      ast::as<ast::ExprStringLiteral>(ast::find_argument_value(arguments, "dotted_path", 0));
  if (path == nullptr) return false;
  const std::size_t dot = path->value.rfind('.');
  return dot != std::string_view::npos && path->value.substr(dot + 1) == name;
}

// Does the statement make a class or type?
static bool is_type_assignment(const Semantic& semantic, std::string_view name,
                               const ast::Stmt& statement) {
  if (ast::is<ast::StmtTypeAlias>(statement)) return true;
  if (const auto* assign = ast::as<ast::StmtAssign>(statement)) {
    return makes_type(semantic, *assign->value) || loads_model(semantic, name, *assign->value);
  }
  const auto* annotated = ast::as<ast::StmtAnnAssign>(statement);
  if (annotated == nullptr) return false;
  return semantic.is_typing_member(*annotated->annotation, "TypeAlias") ||
         (annotated->value != nullptr && loads_model(semantic, name, *annotated->value));
}

static void check_binding(Checker& c, std::string_view name, TextRange range) {
  const Semantic& semantic = c.semantic();
  if (!semantic.scope().is_function() || pep8_naming::is_lowercase(name)) return;
  if (is_global(semantic, name, range)) return;
  if (is_type_assignment(semantic, name, *semantic.current_statement())) return;
  if (pep8_naming::is_ignored(c, name)) return;
  c.report(codes::N806, range,
           "Variable `" + std::string(name) + "` in function should be lowercase");
}

static void check_name(Checker& c, const ast::ExprName& node) {
  if (node.ctx == ast::ExprContext::Store) check_binding(c, node.id.text(), node.range);
}

static void check_pattern(Checker& c, const ast::Pattern& pattern) {
  ast::Identifier name;
  if (const auto* as = ast::as<ast::PatternMatchAs>(pattern)) name = as->name;
  if (const auto* star = ast::as<ast::PatternMatchStar>(pattern)) name = star->name;
  if (const auto* mapping = ast::as<ast::PatternMatchMapping>(pattern)) name = mapping->rest;
  if (name) check_binding(c, name.text(), name.range);
}

static constexpr Hook kHooks[] = {on<check_name>, on<check_pattern>};
static constexpr std::string_view kMessages[] = {
    "Variable `{name}` in function should be lowercase"};

static constexpr RuleInfo kInfo[] = {{.code = codes::N806,
                                      .docs = R"(## What it does
Finds variables of functions with capital letters.

## Why is this bad?
PEP 8 asks for names like `file_size`; capital letters are for classes and constants.

Variables that stand for a class or type are left alone, so are global ones.

## Example
```python
def resize(file):
    fileSize = file.size()
    return fileSize // 2
```

Use instead:
```python
def resize(file):
    file_size = file.size()
    return file_size // 2
```

## Options
- `lint.pep8-naming.ignore-names`, `lint.pep8-naming.extend-ignore-names`: names that
  are fine.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::N806_non_lowercase_variable_in_function
