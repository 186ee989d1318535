#include <string>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/semantic/builtins.h"

namespace lint::rules::RUF059_unused_unpacked_variable {

using semantic::Binding;
using semantic::BindingFlag;
using semantic::BindingKind;

// Debuggers and test runners look at these.
static bool is_read_from_outside(std::string_view name) {
  return name == "__tracebackhide__" || name == "__traceback_info__" ||
         name == "__traceback_supplement__" || name == "__debuggerskip__";
}

static bool is_unused_unpacked(const Checker& c, const Binding& binding) {
  if (!binding.has(BindingFlag::UnpackedAssignment) || binding.is_used()) return false;
  const bool is_variable = binding.kind == BindingKind::Assignment ||
                           binding.kind == BindingKind::NamedExprAssignment ||
                           binding.kind == BindingKind::WithItemVar;
  return is_variable && !binding.has(BindingFlag::Nonlocal) && !binding.has(BindingFlag::Global) &&
         !is_read_from_outside(binding.name.text()) &&
         !c.settings().dummy_variable_rgx.matches(binding.name.text());
}

// With an underscore in front, if that is a free name and marks it as unused.
static std::optional<Fix> make_fix(const Checker& c, const Binding& binding) {
  const std::string name = '_' + std::string(binding.name.text());
  if (semantic::is_builtin(name, c.target_version(), false) ||
      !c.semantic().is_available_in(name, binding.scope) ||
      !c.settings().dummy_variable_rgx.matches(name)) {
    return std::nullopt;
  }
  Fix fix = Fix::unsafe({binding.range, name});
  const ast::Stmt* const statement = c.semantic().statement_of(binding);
  fix.isolation = statement == nullptr ? 0 : c.isolation_of(*statement);
  return fix;
}

static void check(Checker& c, const semantic::Scope& scope) {
  const bool is_lambda = scope.kind == semantic::ScopeKind::Lambda;
  if (!is_lambda && (!scope.is_function() || scope.uses_locals)) return;
  for (const auto& entry : scope.bindings()) {
    const Binding& binding = c.semantic().binding(entry.binding);
    if (!is_unused_unpacked(c, binding)) continue;
    const std::string name(binding.name.text());
    Diagnostic& finding =
        c.report(codes::RUF059, binding.range, "Unpacked variable `" + name + "` is never used");
    finding.fix_title = "Prefix it with an underscore or any other dummy variable pattern";
    finding.fix = make_fix(c, binding);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Unpacked variable `{name}` is never used"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF059,
                                      .docs = R"(## What it does
Finds variables of functions that get a value when something is taken apart
(`a, b = pair`) and are never read. Those on their own are `F841`'s business.

## Why is this bad?
Such a variable may be a mistake. If its value is really of no interest, a name
that begins with an underscore says so.

## Example
```python
def size_of(file):
    size, owner = describe(file)
    return size
```

Use instead:
```python
def size_of(file):
    size, _owner = describe(file)
    return size
```

## Fix safety
The fix is unsafe, for the name may be meant to be read where the rule cannot see
it. There is none if the new name is taken.

## Options
- `lint.dummy-variable-rgx`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF059_unused_unpacked_variable
