#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/edits.h"
#include "lint/imports/categorize.h"
#include "lint/rules/pyflakes/submodule_uses.h"

namespace lint::rules::F401_unused_import {

using semantic::Binding;
using semantic::BindingFlag;
using semantic::BindingId;
using semantic::BindingKind;
using semantic::QualifiedName;
using semantic::Scope;
using semantic::Semantic;

// Why the import may be there although nothing uses it.
enum class Reason : std::uint8_t { None, AvailabilityTest, PublicInterface };

struct Unused {
  const Binding* binding;
  Reason reason = Reason::None;
};

// Those of one statement share their fix.
struct Group {
  const ast::Stmt* statement;
  std::uint8_t exceptions;
  std::vector<Unused> imports;
};

// ---- which imports are unused ----

static std::vector<const Binding*> unused_bindings(const Checker& c, BindingId id) {
  const Semantic& semantic = c.semantic();
  const Binding& binding = semantic.binding(id);
  if (!binding.is_import() || binding.has(BindingFlag::Global) ||
      binding.has(BindingFlag::Nonlocal) || binding.has(BindingFlag::ExplicitExport)) {
    return {};
  }
  if (c.is_preview() && binding.shadowed != BindingId::None &&
      pyflakes::are_plain_imports(semantic, id)) {
    return pyflakes::unused_submodules(semantic, id);
  }
  if (binding.is_used()) return {};
  return {&binding};
}

// ---- which of them are wanted all the same ----

static bool is_required(const Checker& c, const Binding& binding) {
  const std::string_view name = c.text(binding.range);
  const auto is_same = [&](const config::RequiredImport& required) {
    if (name != (required.as_name ? *required.as_name : required.name)) return false;
    std::string dotted(required.level, '.');
    if (required.is_from && required.module) dotted += *required.module + '.';
    return QualifiedName(dotted + required.name) == binding.imported->qualified;
  };
  return std::ranges::any_of(c.settings().isort.required_imports,
                             [&](const config::RequiredImports& statement) {
                               return std::ranges::any_of(statement.names, is_same);
                             });
}

static bool is_allowed(const Checker& c, const Binding& binding) {
  return std::ranges::any_of(
      c.settings().pyflakes.allowed_unused_imports,
      [&](const std::string& module) { return binding.imported->qualified.is_in(module); });
}

static bool is_suppressed(const Checker& c, const Binding& binding) {
  if (c.is_suppressed(codes::F401, binding.range.start)) return true;
  const std::optional<std::uint32_t> parent = binding.parent_offset();
  return parent && c.is_suppressed(codes::F401, *parent);
}

// ---- packages: what is imported may be there for others ----

static bool is_package(const Checker& c) {
  return c.file().is_init && !c.is_stub();
}

static bool is_first_party(const Checker& c, const Binding& binding) {
  const imports::Categorizer categorizer(c.settings(), c.target_version(), c.file().package_root);
  std::string source;
  for (std::string_view segment : binding.imported->source()) {
    if (!source.empty()) source += '.';
    source += segment;
  }
  const bool is_relative = binding.imported->qualified.front().starts_with('.');
  const config::ImportSection& section = categorizer.section_of(source, is_relative);
  return section.is_builtin() && (section.type == config::ImportType::FirstParty ||
                                  section.type == config::ImportType::LocalFolder);
}

// The name that other modules know it by.
static std::string_view exported_name(const Checker& c, const Binding& binding) {
  return binding.kind == BindingKind::SubmoduleImport ? binding.imported->qualified.front()
                                                      : c.text(binding.range);
}

static bool is_in_dunder_all(const Checker& c, const Binding& binding) {
  const Semantic& semantic = c.semantic();
  const semantic::Symbol symbol =
      semantic.find_symbol_in(exported_name(c, binding), binding.scope, false);
  return symbol.is_bound() &&
         semantic.any_reference(semantic.binding(symbol.binding),
                                [](const semantic::Reference& reference) {
                                  return reference.flags.has(semantic::Flag::DunderAllDefinition);
                                });
}

static std::vector<const ast::Expr*> dunder_all_values(const Semantic& semantic) {
  std::vector<const ast::Expr*> values;
  for (const BindingId id : semantic.all_bindings(semantic.global_scope(), "__all__")) {
    const Binding& binding = semantic.binding(id);
    if (binding.kind != BindingKind::Export) continue;
    const ast::Stmt* statement = semantic.statement_of(binding);
    const ast::Expr* value = nullptr;
    if (const auto* assign = ast::as<ast::StmtAssign>(statement)) value = assign->value;
    if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) value = annotated->value;
    if (const auto* augmented = ast::as<ast::StmtAugAssign>(statement)) value = augmented->value;
    if (value != nullptr) values.push_back(value);
  }
  return values;
}

static Reason reason_of(const Checker& c, const Binding& binding) {
  if (binding.handles(semantic::HandledException::ModuleNotFoundError) ||
      binding.handles(semantic::HandledException::ImportError)) {
    return Reason::AvailabilityTest;
  }
  const bool is_public = is_package(c) && binding.scope == semantic::ScopeId::Module &&
                         is_first_party(c, binding) &&
                         (!c.is_preview() || !is_in_dunder_all(c, binding));
  return is_public ? Reason::PublicInterface : Reason::None;
}

// ---- reporting ----

static std::string message_of(const Binding& binding, Reason reason) {
  std::string message = "`" + binding.imported->qualified.text() + "` imported but unused";
  switch (reason) {
    case Reason::None:
      return message;
    case Reason::AvailabilityTest:
      return message + "; consider using `importlib.util.find_spec` to test for availability";
    case Reason::PublicInterface:
      return message + "; consider removing, adding to `__all__`, or using a redundant alias";
  }
  return message;
}

// How to keep an import of a package; empty: the title is that of removal.
static std::string export_title(const Checker& c, const Binding& binding, std::size_t all_count) {
  if (!c.settings().ignore_init_module_imports || all_count > 1) return {};
  const bool is_submodule = binding.kind == BindingKind::SubmoduleImport;
  const std::string name(c.text(binding.range));
  const std::string package(name.substr(0, name.find('.')));
  if (all_count == 0) {
    if (is_submodule) {
      return "Use an explicit re-export: `import " + package + " as " + package + "; import " +
             name + "`";
    }
    const std::string member = binding.imported->member();
    return "Use an explicit re-export: `" + member + " as " + member + "`";
  }
  return is_submodule ? "Add `" + package + "` to __all__"
                      : "Add unused import `" + name + "` to __all__";
}

class Report {
 public:
  explicit Report(Checker& c) : c_(c), all_values_(dunder_all_values(c.semantic())) {}

  void report(const Group& group) {
    const bool is_init = is_package(c_);
    const bool is_test = group.imports.front().reason == Reason::AvailabilityTest;
    const bool can_fix =
        !is_test && (!is_init || c_.is_preview() || !c_.settings().ignore_init_module_imports);
    std::vector<Unused> removed;
    std::vector<Unused> exported;
    for (const Unused& unused : group.imports) {
      const bool is_export = c_.is_preview() && unused.reason == Reason::PublicInterface;
      (is_export ? exported : removed).push_back(unused);
    }
    const std::optional<Fix> removal =
        can_fix && !removed.empty() ? remove(group, removed) : std::nullopt;
    const std::optional<Fix> exportation =
        can_fix && !exported.empty() ? export_names(group, exported) : std::nullopt;
    const bool is_one = group.imports.size() == 1;
    for (const Unused& unused : removed) add(unused, is_one, removal);
    for (const Unused& unused : exported) add(unused, is_one, exportation);
  }

  void add(const Unused& unused, bool is_one, const std::optional<Fix>& fix) {
    const Binding& binding = *unused.binding;
    Diagnostic& finding = c_.report(codes::F401, binding.range, message_of(binding, unused.reason));
    if (unused.reason == Reason::PublicInterface) {
      finding.fix_title = export_title(c_, binding, all_values_.size());
    }
    if (finding.fix_title.empty()) {
      finding.fix_title = "Remove unused import";
      if (is_one) finding.fix_title += ": `" + binding.imported->qualified.text() + "`";
    }
    finding.parent = binding.parent_offset();
    finding.fix = fix;
  }

 private:
  FixSource source() const { return {c_.parsed(), c_.lines()}; }

  std::optional<Fix> remove(const Group& group, const std::vector<Unused>& removed) const {
    std::vector<std::string> names;
    for (const Unused& unused : removed) names.push_back(unused.binding->imported->member());
    const std::vector<std::string_view> views(names.begin(), names.end());
    std::optional<Edit> edit = remove_imports(source(), views, *group.statement,
                                              c_.semantic().parent_statement(*group.statement));
    if (!edit) return std::nullopt;
    // Others may import it from the package.
    Fix fix = is_package(c_) ? Fix::unsafe(std::move(*edit)) : Fix::safe(std::move(*edit));
    fix.isolation = c_.isolation_of(*group.statement);
    return fix;
  }

  std::optional<Fix> export_names(const Group& group, const std::vector<Unused>& exported) const {
    if (all_values_.size() > 1) return std::nullopt;
    std::vector<std::string_view> names;
    for (const Unused& unused : exported) names.push_back(exported_name(c_, *unused.binding));
    std::ranges::sort(names);
    std::vector<Edit> edits = all_values_.empty()
                                  ? make_redundant_aliases(names, *group.statement)
                                  : add_to_dunder_all(source(), names, *all_values_.front());
    if (edits.empty()) return std::nullopt;
    Fix fix = Fix::of(Applicability::Safe, std::move(edits));
    fix.isolation = c_.isolation_of(*group.statement);
    return fix;
  }

  Checker& c_;
  std::vector<const ast::Expr*> all_values_;
};

static Group& group_of(std::vector<Group>& groups, const ast::Stmt* statement,
                       std::uint8_t exceptions) {
  for (Group& group : groups) {
    if (group.statement == statement && group.exceptions == exceptions) return group;
  }
  return groups.emplace_back(Group{statement, exceptions, {}});
}

static void check(Checker& c, const Scope& scope) {
  if (!scope.is_module() && !scope.is_function()) return;
  std::vector<Group> groups;
  std::vector<const Binding*> suppressed;
  for (const Scope::Entry& entry : scope.bindings()) {
    for (const Binding* binding : unused_bindings(c, entry.binding)) {
      if (is_required(c, *binding) || is_allowed(c, *binding)) continue;
      if (is_suppressed(c, *binding)) {
        suppressed.push_back(binding);
        continue;
      }
      group_of(groups, c.semantic().statement_of(*binding), binding->exceptions)
          .imports.push_back({binding, reason_of(c, *binding)});
    }
  }
  if (groups.empty() && suppressed.empty()) return;
  Report report(c);
  for (const Group& group : groups) report.report(group);
  // Reported all the same, so that the comment counts as used.
  for (const Binding* binding : suppressed) report.add({binding}, true, std::nullopt);
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "`{name}` imported but unused",
    "`{name}` imported but unused; consider using `importlib.util.find_spec` to test for "
    "availability",
    "`{name}` imported but unused; consider removing, adding to `__all__`, or using a redundant "
    "alias"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F401,
                                      .docs = R"(## What it does
Finds imports that nothing in the file uses.

## Why is this bad?
An unused import costs time when the module is loaded, makes it depend on what it
does not need, and may tie a knot of modules that import each other.

If the module is imported to see whether it is there, ask
`importlib.util.find_spec` instead. If the name is meant for others, list it in
`__all__` or import it under its own name: `from .core import run as run`.

In an `__init__.py` imports are often the interface of the package: there they are
not removed unless `lint.ignore-init-module-imports` is off.

## Example
```python
import sys

print("hello")
```

Use instead:
```python
print("hello")
```

## Options
- `lint.ignore-init-module-imports`
- `lint.pyflakes.allowed-unused-imports`
- `lint.isort.required-imports`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F401_unused_import
