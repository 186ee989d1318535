#include "lint/config/finish_settings.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "common/base/check.h"
#include "common/fs/path.h"
#include "lint/config/config_file.h"
#include "lint/config/options.h"
#include "lint/config/version_specifiers.h"
#include "lint/registry/codes.h"
#include "lint/registry/resolve_rules.h"

namespace lint::config {
namespace {

using common::Result;

template <typename T>
void append(std::vector<T>& list, const std::vector<T>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

// Where files are looked for and what they are.
void finish_files(const SetOptions& set, Settings& settings) {
  LintSettings& lint = settings.lint;
  if (!set.has("include")) {
    std::vector<FilePattern> patterns = settings.files.include.patterns();
    // Behind "*.py" and "*.pyi".
    if (settings.preview) patterns.insert(patterns.begin() + 2, {.pattern = "*.pyw"});
    for (const auto& [extension, language] : lint.extension) {
      patterns.push_back({.pattern = "*." + extension});
    }
    if (auto include = FilePatternSet::create(std::move(patterns))) {
      settings.files.include = *std::move(include);
    }
  }
  if (!set.has("src")) {
    lint.src.paths = {lint.project_root, common::fs::absolute_path("src", lint.project_root)};
  }
  if (!set.has("cache-dir")) {
    settings.cache_dir = common::fs::absolute_path(settings.cache_dir, lint.project_root);
  }
}

void finish_preview(const SetOptions& set, Settings& settings) {
  if (!set.has("lint.preview")) settings.lint.preview = settings.preview;
  if (!set.has("format.preview")) settings.format.preview = settings.preview;
  if (!set.has("analyze.preview")) settings.analyze.preview = settings.preview;
}

// Options that have moved count where the new ones are not given.
void finish_renamed(const SetOptions& set, LintSettings& lint) {
  const auto take = [&](std::string_view key, auto& target, const auto& old) {
    if (!set.has(key)) target = old;
  };
  take("lint.flake8-builtins.ignorelist", lint.flake8_builtins.ignorelist,
       lint.flake8_builtins.builtins_ignorelist);
  take("lint.flake8-builtins.allowed-modules", lint.flake8_builtins.allowed_modules,
       lint.flake8_builtins.builtins_allowed_modules);
  take("lint.flake8-builtins.strict-checking", lint.flake8_builtins.strict_checking,
       lint.flake8_builtins.builtins_strict_checking);
  take("lint.flake8-bandit.extend-markup-names", lint.flake8_bandit.extend_markup_names,
       lint.ruff.extend_markup_names);
  take("lint.flake8-bandit.allowed-markup-calls", lint.flake8_bandit.allowed_markup_calls,
       lint.ruff.allowed_markup_calls);
}

// Lists and the lists that extend them.
void finish_lists(LintSettings& lint) {
  append(lint.flake8_bandit.hardcoded_tmp_directory,
         lint.flake8_bandit.hardcoded_tmp_directory_extend);
  append(lint.flake8_gettext.function_names, lint.flake8_gettext.extend_function_names);
  append(lint.flake8_self.ignore_names, lint.flake8_self.extend_ignore_names);
  append(lint.pep8_naming.ignore_names, lint.pep8_naming.extend_ignore_names);
  append(lint.pylint.allow_magic_values, lint.pylint.extend_allow_magic_values);
  for (const auto& [name, api] : lint.flake8_tidy_imports.extend_banned_api) {
    lint.flake8_tidy_imports.banned_api.insert_or_assign(name, api);
  }
}

// Options whose default is another option's value.
void finish_defaults(const SetOptions& set, LintSettings& lint) {
  if (!set.has("lint.pycodestyle.max-line-length")) {
    lint.pycodestyle.max_line_length = lint.line_length;
  }
  if (!set.has("lint.pylint.max-positional-args")) {
    lint.pylint.max_positional_args = lint.pylint.max_args;
  }
  if (set.has_table("lint.flake8-type-checking") &&
      !set.has("lint.flake8-type-checking.exempt-modules")) {
    lint.flake8_type_checking.exempt_modules = {"typing"};
  }
}

// The name in Unicode's form NFKC, as Python reads it.
std::string normalized(const std::string& name) {
  utf8proc_uint8_t* const text =
      utf8proc_NFKC(reinterpret_cast<const utf8proc_uint8_t*>(name.c_str()));
  if (text == nullptr) return name;
  std::string result(reinterpret_cast<const char*>(text));
  std::free(text);
  return result;
}

Result<void> finish_conventions(const SetOptions& set, LintSettings& lint) {
  Flake8ImportConventions& conventions = lint.flake8_import_conventions;
  if (lint.preview) {
    if (!set.has("lint.flake8-import-conventions.aliases")) {
      conventions.aliases.insert({{"plotly.graph_objects", "go"}, {"statsmodels.api", "sm"}});
    }
    if (!set.has("lint.flake8-import-conventions.banned-aliases")) {
      conventions.banned_aliases = {{"geopandas", {"gpd"}}};
    }
  }
  for (const auto& [module, alias] : conventions.extend_aliases) {
    conventions.aliases.insert_or_assign(module, alias);
  }
  for (auto& [module, alias] : conventions.aliases) {
    alias = normalized(alias);
    if (alias == "__debug__") {
      return common::fail("Invalid alias for module '" + module +
                          "': alias normalizes to '__debug__', which is not allowed.");
    }
  }
  return {};
}

bool is_below(std::string_view module, std::string_view prefix) {
  return module.starts_with(prefix) &&
         (module.size() == prefix.size() || module[prefix.size()] == '.');
}

// Is there a module that both select?
bool overlap(const ImportSelection& a, const ImportSelection& b) {
  const auto is_left = [&](std::string_view module) {
    const auto excludes = [&](const std::string& prefix) { return is_below(module, prefix); };
    return std::ranges::none_of(a.exclude, excludes) && std::ranges::none_of(b.exclude, excludes);
  };
  if (a.all && b.all) return true;
  if (a.all) return std::ranges::any_of(b.include, is_left);
  if (b.all) return std::ranges::any_of(a.include, is_left);
  for (const std::string& x : a.include) {
    for (const std::string& y : b.include) {
      if (is_below(x, y) && is_left(x)) return true;
      if (is_below(y, x) && is_left(y)) return true;
    }
  }
  return false;
}

// "a.b" of `import a.b` and of `from a import b`.
std::string qualified_name(const RequiredImport& import) {
  std::string name(import.level, '.');
  if (import.module) name += *import.module + ".";
  return name + import.name;
}

// The name that the import binds, as written.
const std::string& bound_name(const RequiredImport& import) {
  return import.as_name ? *import.as_name : import.name;
}

std::string conflicting_aliases(const LintSettings& lint) {
  std::string lines;
  for (const RequiredImports& statement : lint.isort.required_imports) {
    for (const RequiredImport& import : statement.names) {
      const auto alias = lint.flake8_import_conventions.aliases.find(qualified_name(import));
      if (alias == lint.flake8_import_conventions.aliases.end()) continue;
      if (alias->second == bound_name(import)) continue;
      lines += "    - `" + alias->first + "` -> `" + alias->second + "`\n";
    }
  }
  return lines;
}

Result<void> check_required_imports(const LintSettings& lint) {
  if (const std::string lines = conflicting_aliases(lint); !lines.empty()) {
    return common::fail(
        "Required import specified in `lint.isort.required-imports` (I002) conflicts with the "
        "required import alias specified in either `lint.flake8-import-conventions.aliases` or "
        "`lint.flake8-import-conventions.extend-aliases` (ICN001):\n" +
        lines + "\nHelp: Remove the required import or alias from your configuration.");
  }
  if (!lint.rules.contains(codes::PYI025)) return {};
  for (const RequiredImports& statement : lint.isort.required_imports) {
    for (const RequiredImport& import : statement.names) {
      if (qualified_name(import) != "collections.abc.Set") continue;
      if (bound_name(import) == "AbstractSet") continue;
      return common::fail(
          "Required import `from collections.abc import Set` specified in "
          "`lint.isort.required-imports` (I002) conflicts with "
          "`unaliased-collections-abc-set-import` (PYI025), which requires this import to be "
          "aliased as `AbstractSet`.\n\nHelp: Either alias the required import (`from "
          "collections.abc import Set as AbstractSet`), or disable PYI025.");
    }
  }
  return {};
}

Result<void> check_versions(const Settings& settings) {
  if (!settings.required_version) return {};
  const VersionSpecifiers required =
      TRY(VersionSpecifiers::parse_required(*settings.required_version));
  if (required.contains(*Version::parse(kFollowedVersion))) return {};
  return common::fail("Required version `" + required.text() +
                      "` does not match the running version `" + std::string(kFollowedVersion) +
                      "`");
}

Result<void> finish_rules(LintSettings& lint, Warnings& warnings) {
  const PreviewMode preview{.is_on = lint.preview,
                            .needs_exact_selector = lint.explicit_preview_rules};
  RuleSet against_convention;
  if (lint.pydocstyle.convention) {
    against_convention = rules_against_convention(name_of(*lint.pydocstyle.convention));
  }
  const ResolvedRules resolved =
      TRY(resolve_rules(lint.rule_selection, preview, against_convention, warnings));
  lint.rules = resolved.enabled;
  lint.fixable = resolved.fixable;
  for (const auto* list : {&lint.per_file_ignores, &lint.extend_per_file_ignores}) {
    for (const PerFileIgnore& row : *list) {
      lint.file_ignores.push_back(
          {.pattern = row.pattern,
           .rules = TRY(resolve_rule_list("per-file-ignores", row.selectors, preview, warnings))});
    }
  }
  const FixSafety safety =
      TRY(resolve_fix_safety(lint.extend_safe_fixes, lint.extend_unsafe_fixes, preview, warnings));
  lint.forced_safe = safety.forced_safe;
  lint.forced_unsafe = safety.forced_unsafe;
  return {};
}

}  // namespace

void SetOptions::add(const common::config::Assignments& assignments) {
  for (const common::config::Assignment& assignment : assignments.list)
    rows_.insert(assignment.row);
  tables_.insert(assignments.tables.begin(), assignments.tables.end());
}

bool SetOptions::has(std::string_view key) const {
  const std::size_t row = option_table().index().find(key);
  CHECK(row < option_table().rows().size());
  return rows_.contains(row);
}

Result<void> finish_settings(const SetOptions& set, Settings& settings, Warnings& warnings) {
  LintSettings& lint = settings.lint;
  TRY(check_versions(settings));
  if (set.has("lint.ignore-init-module-imports")) {
    warnings.add(
        "The `ignore-init-module-imports` option is deprecated and will be removed in a future "
        "release. Ruff's handling of imports in `__init__.py` files has been improved (in preview) "
        "and unused imports will always be flagged.");
  }
  finish_preview(set, settings);
  finish_files(set, settings);
  finish_renamed(set, lint);
  finish_lists(lint);
  finish_defaults(set, lint);
  TRY(finish_rules(lint, warnings));
  finish_isort(set, lint.isort, warnings);
  TRY(finish_conventions(set, lint));
  TRY(check_required_imports(lint));
  if (overlap(lint.flake8_tidy_imports.require_lazy, lint.flake8_tidy_imports.ban_lazy)) {
    return common::fail("`require-lazy` and `ban-lazy` must not overlap after applying exclusions");
  }
  return {};
}

}  // namespace lint::config
