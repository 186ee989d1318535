#include <algorithm>
#include <vector>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/rules/ruff/dataclasses.h"
#include "lint/semantic/class_info.h"
#include "lint/semantic/typing.h"

namespace lint::rules::RUF012_mutable_class_default {

// What Python itself asks classes for.
static bool is_special(const ast::Expr& target) {
  const auto* name = ast::as<ast::ExprName>(target);
  return name != nullptr && (name->id == "__slots__" || name->id == "__dict__" ||
                             name->id == "__weakref__" || name->id == "__annotations__");
}

// NAME or NAME[...] of typing.
static bool is_typing_form(const Checker& c, const ast::Expr& annotation, std::string_view name) {
  return c.semantic().seen_typing() &&
         c.semantic().is_typing_member(ast::without_subscript(annotation), name);
}

// ctypes refuses to set _fields_ a second time.
static bool is_ctypes_fields(const Checker& c, const ast::StmtClassDef& class_def,
                             const ast::StmtAssign& assign) {
  const auto* name = ast::as<ast::ExprName>(assign.targets.front());
  if (name == nullptr || !(name->id == "_fields_")) return false;
  return semantic::any_qualified_base_class(
      class_def, c.semantic(), [](const semantic::QualifiedName& base) {
        return base.is_any("ctypes.Structure", "ctypes.BigEndianStructure",
                           "ctypes.LittleEndianStructure", "ctypes.Union", "ctypes.BigEndianUnion",
                           "ctypes.LittleEndianUnion");
      });
}

// The values found in the body, and the names that are declared as ClassVar there.
class ClassBody {
 public:
  ClassBody(Checker& c, const ast::StmtClassDef& class_def) : c_(c), class_def_(class_def) {}

  void check() {
    for (const ast::Stmt* statement : class_def_.body) {
      bool goes_on = true;
      if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) {
        goes_on = annotated->value == nullptr || check_annotated(*annotated);
      } else if (const auto* assign = ast::as<ast::StmtAssign>(statement)) {
        goes_on = check_assign(*assign);
      }
      if (!goes_on) return;
    }
  }

 private:
  // Is there more to look at?
  bool check_annotated(const ast::StmtAnnAssign& assign) {
    const ast::Expr& annotation = *assign.annotation;
    const auto* name = ast::as<ast::ExprName>(assign.target);
    const bool is_class_var = is_typing_form(c_, annotation, "ClassVar");
    if (name != nullptr && is_class_var) class_vars_.push_back(name->id);
    if (is_class_var || is_special(*assign.target) ||
        !semantic::is_mutable_expr(*assign.value, c_.semantic()) ||
        is_typing_form(c_, annotation, "Final") ||
        semantic::is_immutable_annotation(annotation, c_.semantic(), {})) {
      return true;
    }
    // Dataclasses refuse most of these themselves; RUF008 knows about them.
    if (ruff::is_dataclass(class_def_, c_.semantic())) return true;
    return report(*assign.value);
  }

  bool check_assign(const ast::StmtAssign& assign) {
    const auto is_exempt = [&](const ast::Expr* target) {
      const auto* name = ast::as<ast::ExprName>(target);
      return is_special(*target) ||
             (name != nullptr && std::ranges::find(class_vars_, name->id) != class_vars_.end());
    };
    if (!semantic::is_mutable_expr(*assign.value, c_.semantic()) ||
        std::ranges::all_of(assign.targets, is_exempt)) {
      return true;
    }
    if (is_ctypes_fields(c_, class_def_, assign)) return false;
    return report(*assign.value);
  }

  bool report(const ast::Expr& value) {
    if (ruff::copies_defaults(class_def_, c_.semantic())) return false;
    Diagnostic& finding =
        c_.report(codes::RUF012, value.range, "Mutable default value for class attribute");
    finding.fix_title = "Consider initializing in `__init__` or annotating with `typing.ClassVar`";
    return true;
  }

  Checker& c_;
  const ast::StmtClassDef& class_def_;
  std::vector<ast::Name> class_vars_;
};

static void check(Checker& c, const semantic::Scope& scope) {
  const auto* class_def = scope.node_as<ast::StmtClassDef>();
  if (class_def != nullptr) ClassBody(c, *class_def).check();
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Mutable default value for class attribute"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF012,
                                      .docs = R"(## What it does
Finds attributes of classes whose value is a list, a dict, a set or another object that
can change.

## Why is this bad?
All objects of the class share the value: what one of them appends, all others see.
Where that is meant, `typing.ClassVar` says so; else the value belongs into
`__init__`.

Classes that copy such values for each object (pydantic's models and the like) are
left alone, as are dataclasses.

## Example
```python
class Basket:
    items = []
```

Use instead:
```python
class Basket:
    def __init__(self):
        self.items = []
```

or, if it is to be shared:
```python
from typing import ClassVar


class Basket:
    items: ClassVar[list[str]] = []
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF012_mutable_class_default
