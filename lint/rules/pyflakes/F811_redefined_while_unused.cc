#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/edits.h"
#include "lint/semantic/typing.h"
#include "lint/semantic/visibility.h"

namespace lint::rules::F811_redefined_while_unused {

using semantic::Binding;
using semantic::BindingFlag;
using semantic::BindingKind;
using semantic::Semantic;

static bool is_in_type_checking_block(const Semantic& semantic, const ast::Node& node) {
  return semantic.any_statement(node, [&](const ast::Stmt& statement) {
    const auto* condition = ast::as<ast::StmtIf>(statement);
    return condition != nullptr && semantic::is_type_checking_block(*condition, semantic);
  });
}

static bool is_annotated(const Semantic& semantic, const Binding& binding) {
  return ast::is<ast::StmtAnnAssign>(semantic.statement_of(binding));
}

static bool is_import_like(const Binding& binding) {
  return binding.is_import() || binding.kind == BindingKind::FutureImport;
}

// Can a run of the program only ever meet one of the two?
static bool are_alternatives(const Semantic& semantic, const Binding& shadowed,
                             const Binding& binding) {
  const ast::Node& first = *shadowed.source;
  const ast::Node& second = *binding.source;
  const bool is_first_typing = is_in_type_checking_block(semantic, first);
  const bool is_second_typing = is_in_type_checking_block(semantic, second);
  if (is_first_typing != is_second_typing && shadowed.scope == binding.scope &&
      shadowed.is_import() && binding.is_import() &&
      shadowed.imported->qualified == binding.imported->qualified) {
    const ast::Node& runtime = is_first_typing ? second : first;
    const ast::Node& typing = is_first_typing ? first : second;
    return !semantic.dominates(runtime, typing) || semantic.statement_of(runtime)->range.start >=
                                                       semantic.statement_of(typing)->range.start;
  }
  return !semantic.same_branch(first, second);
}

class Redefinitions {
 public:
  Redefinitions(Checker& c, const semantic::Scope& scope)
      : c_(c), semantic_(c.semantic()), scope_(scope) {}

  bool counts(const Semantic::Shadowing& shadowing) const {
    const Binding& binding = semantic_.binding(shadowing.binding);
    const Binding& shadowed = semantic_.binding(shadowing.shadowed);
    // F402 reports loop variables.
    if (binding.kind == BindingKind::LoopVar || shadowed.is_used()) return false;
    if (!semantic_.redefines(binding, shadowed) &&
        !(c_.is_preview() && is_annotated(semantic_, binding) &&
          is_annotated(semantic_, shadowed))) {
      return false;
    }
    if (!c_.is_preview() && is_typing(binding) != is_typing(shadowed)) return false;
    if (shadowing.is_same_scope ? !counts_in_scope(shadowed, binding) : !counts_outside(shadowed)) {
      return false;
    }
    return shadowed.source != nullptr && binding.source != nullptr &&
           !are_alternatives(semantic_, shadowed, binding);
  }

 private:
  bool is_typing(const Binding& binding) const {
    return binding.source != nullptr && is_in_type_checking_block(semantic_, *binding.source);
  }

  bool counts_in_scope(const Binding& shadowed, const Binding& binding) const {
    if (!is_import_like(shadowed) &&
        c_.settings().dummy_variable_rgx.matches(binding.name.text())) {
      return false;
    }
    if (shadowed.source == nullptr) return false;
    if (shadowed.kind != BindingKind::Function) return true;
    const auto* function = ast::as<ast::StmtFunctionDef>(semantic_.statement_of(shadowed));
    return function == nullptr || !semantic::is_overload(function->decorators, semantic_);
  }

  // A name of a class is an attribute, it hides nothing.
  bool counts_outside(const Binding& shadowed) const {
    return !scope_.is_class() && is_import_like(shadowed) &&
           !shadowed.has(BindingFlag::ExplicitExport);
  }

  Checker& c_;
  const Semantic& semantic_;
  const semantic::Scope& scope_;
};

// Those of one statement share their fix.
struct Group {
  const ast::Node* source;
  std::vector<Semantic::Shadowing> redefinitions;
};

// The same imported again: the second import goes.
static std::optional<Fix> fix_of(Checker& c, const Group& group) {
  const Semantic& semantic = c.semantic();
  std::vector<std::string> names;
  for (const Semantic::Shadowing& shadowing : group.redefinitions) {
    const Binding& binding = semantic.binding(shadowing.binding);
    const Binding& shadowed = semantic.binding(shadowing.shadowed);
    if (binding.is_import() && shadowed.is_import() &&
        binding.imported->qualified == shadowed.imported->qualified) {
      names.push_back(binding.imported->member());
    }
  }
  if (names.empty()) return std::nullopt;
  const std::vector<std::string_view> views(names.begin(), names.end());
  const ast::Stmt& statement = *semantic.statement_of(*group.source);
  std::optional<Edit> edit = remove_imports({c.parsed(), c.lines()}, views, statement,
                                            semantic.parent_statement(statement));
  if (!edit) return std::nullopt;
  Fix fix = Fix::safe(std::move(*edit));
  fix.isolation = c.isolation_of(statement);
  return fix;
}

static void report(Checker& c, const Group& group) {
  const std::optional<Fix> fix = fix_of(c, group);
  for (const Semantic::Shadowing& shadowing : group.redefinitions) {
    const Binding& binding = c.semantic().binding(shadowing.binding);
    const Binding& shadowed = c.semantic().binding(shadowing.shadowed);
    const std::string name(c.text(binding.range));
    Diagnostic& finding =
        c.report(codes::F811, binding.range,
                 "Redefinition of unused `" + name + "` from " + c.place_of(shadowed.range.start));
    finding.fix_title = "Remove definition: `" + name + "`";
    finding.primary_note = "`" + name + "` redefined here";
    finding.annotations.push_back({shadowed.range, "previous definition of `" + name + "` here"});
    finding.parent = binding.parent_offset();
    finding.fix = fix;
  }
}

static void check(Checker& c, const semantic::Scope& scope) {
  const Redefinitions redefinitions(c, scope);
  std::vector<Group> groups;
  for (const semantic::Scope::Entry& entry : scope.bindings()) {
    for (const Semantic::Shadowing& shadowing : c.semantic().shadowed_bindings(entry.binding)) {
      if (!redefinitions.counts(shadowing)) continue;
      const ast::Node* source = c.semantic().binding(shadowing.binding).source;
      auto group = std::ranges::find(groups, source, &Group::source);
      if (group == groups.end()) group = groups.insert(group, Group{source, {}});
      group->redefinitions.push_back(shadowing);
    }
  }
  for (const Group& group : groups) report(c, group);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"Redefinition of unused `{name}` from {place}"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F811,
                                      .docs = R"(## What it does
Finds definitions and imports that are replaced before anything used them.

## Why is this bad?
The first one has no effect. Most often two functions or tests were given the same
name by mistake, and only the second one ever runs.

## Example
```python
def test_empty():
    assert parse("") is None


def test_empty():
    assert parse(" ") is None
```

Use instead:
```python
def test_empty():
    assert parse("") is None


def test_blank():
    assert parse(" ") is None
```

## Options
- `lint.dummy-variable-rgx`: names that may be given again.
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F811_redefined_while_unused
