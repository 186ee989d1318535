// Options of the table `lint` itself: which rules run, and what several ask for.
#include "lint/config/option_rows.h"

namespace lint::config {
namespace {

// The layer of rule selection that is being read.
struct NearestLayer {
  RuleSelectionLayer& operator()(LintSettings& settings) const {
    return settings.rule_selection.back();
  }
  // An empty one, if there are no layers.
  const RuleSelectionLayer& operator()(const LintSettings& settings) const {
    static const RuleSelectionLayer empty;
    return settings.rule_selection.empty() ? empty : settings.rule_selection.back();
  }
};

template <auto kMember>
inline constexpr auto kLayer = kLint<NearestLayer{}, kMember>;
template <auto kMember>
inline constexpr auto kLayerMore = kLintMore<NearestLayer{}, kMember>;

constexpr OptionRow kLintRows[] = {
    {{.key = "lint.allowed-confusables",
      .docs = "Characters that may stand in text although they look like ASCII ones (RUF001, "
              "RUF002, RUF003).",
      .example = R"(allowed-confusables = ["−", "ρ", "∗"])"},
     kLint<&LintSettings::allowed_confusables>},
    {{.key = "lint.dummy-variable-rgx",
      .docs = "Variables whose names match may stay unused.",
      .example = R"(dummy-variable-rgx = "^_$")"},
     kLint<&LintSettings::dummy_variable_rgx>},
    {{.key = "lint.exclude",
      .docs = "Patterns of files that are not linted, in addition to what is left out altogether. "
              "Files named on the command line are linted anyway.",
      .example = R"(exclude = ["generated"])",
      .is_only_in_table = true},
     kLint<&LintSettings::exclude>},
    {{.key = "lint.explicit-preview-rules",
      .docs = "In preview mode, run preview rules only where they are selected by their whole "
              "code.",
      .example = "explicit-preview-rules = true"},
     kLint<&LintSettings::explicit_preview_rules>},
    {{.key = "lint.extend-fixable",
      .docs = "Rules whose fixes may be applied, in addition to those of `fixable`.",
      .example = R"(extend-fixable = ["B"])"},
     kLayer<&RuleSelectionLayer::extend_fixable>},
    {{.key = "lint.extend-ignore",
      .docs = "Rules to turn off, like `ignore`.",
      .example = R"(extend-ignore = ["F841"])",
      .deprecation = {.message = "`extend-ignore` does the same as `ignore`. Use that instead."}},
     kLayerMore<&RuleSelectionLayer::ignore>},
    {{.key = "lint.extend-per-file-ignores",
      .docs = "Rules to turn off in some files, in addition to those of `per-file-ignores`.",
      .example = R"("__init__.py" = ["E402"])",
      .is_open_table = true},
     kLintMore<&LintSettings::extend_per_file_ignores>},
    {{.key = "lint.extend-safe-fixes",
      .docs = "Rules whose unsafe fixes count as safe.",
      .example = R"(extend-safe-fixes = ["E", "F401"])"},
     kLintMore<&LintSettings::extend_safe_fixes>},
    {{.key = "lint.extend-select",
      .docs = "Rules to turn on, in addition to those of `select`.",
      .example = R"(extend-select = ["B", "Q"])"},
     kLayer<&RuleSelectionLayer::extend_select>},
    {{.key = "lint.extend-unfixable",
      .docs = "Rules whose fixes must not be applied, like `unfixable`.",
      .example = R"(extend-unfixable = ["F401"])",
      .deprecation = {.message =
                          "`extend-unfixable` does the same as `unfixable`. Use that instead."}},
     kLayerMore<&RuleSelectionLayer::unfixable>},
    {{.key = "lint.extend-unsafe-fixes",
      .docs = "Rules whose safe fixes count as unsafe.",
      .example = R"(extend-unsafe-fixes = ["E", "F401"])"},
     kLintMore<&LintSettings::extend_unsafe_fixes>},
    {{.key = "lint.external",
      .docs = "Codes, or beginnings of codes, of other tools: suppression comments that name them "
              "are left alone.",
      .example = R"(external = ["V"])"},
     kLint<&LintSettings::external>},
    {{.key = "lint.fixable",
      .docs = "Rules whose fixes may be applied.",
      .example = R"(fixable = ["E", "F"])",
      .default_text = R"(["ALL"])"},
     kLayer<&RuleSelectionLayer::fixable>},
    {{.key = "lint.future-annotations",
      .docs = "Let fixes that need it add `from __future__ import annotations`.",
      .example = "future-annotations = true",
      .is_only_in_table = true},
     kLint<&LintSettings::future_annotations>},
    {{.key = "lint.ignore",
      .docs = "Rules to turn off. Where it contradicts `select`, the more specific selector holds.",
      .example = R"(ignore = ["F841"])"},
     kLayerMore<&RuleSelectionLayer::ignore>},
    {{.key = "lint.ignore-init-module-imports",
      .docs = "Do not offer to remove unused imports from `__init__.py`.",
      .example = "ignore-init-module-imports = false",
      .deprecation = {.since = "0.4.4",
                      .message = "F401 now suggests what fits `__init__.py`, so that this option "
                                 "will be removed."}},
     kLint<&LintSettings::ignore_init_module_imports>},
    {{.key = "lint.logger-objects",
      .docs = "Dotted names of objects that are loggers, besides those made with `logging`.",
      .example = R"(logger-objects = ["logging_setup.logger"])"},
     kLint<&LintSettings::logger_objects>},
    {{.key = "lint.per-file-ignores",
      .docs = "Rules to turn off in some files. A pattern matches names or paths below the project "
              "root; `!` in front of it inverts it.",
      .example = R"("__init__.py" = ["E402"]
"path/to/file.py" = ["E402"]
"!src/**.py" = ["D"])",
      .is_open_table = true},
     kLint<&LintSettings::per_file_ignores>},
    {{.key = "lint.preview",
      .docs = "Turn preview mode on or off for linting only.",
      .example = "preview = true",
      .is_only_in_table = true},
     kLint<&LintSettings::preview>},
    {{.key = "lint.select",
      .docs = "Rules to turn on, instead of the default ones: codes, beginnings of codes, or "
              "`ALL`.",
      .example = R"(select = ["E", "F", "B", "Q"])",
      .default_text = "the default rules, see `klint check --show-settings --isolated`"},
     kLayer<&RuleSelectionLayer::select>},
    {{.key = "lint.task-tags",
      .docs = "Words that start a comment about something to do.",
      .example = R"(task-tags = ["HACK"])"},
     kLint<&LintSettings::task_tags>},
    {{.key = "lint.typing-extensions",
      .docs = "Let fixes import from `typing_extensions` what `typing` of the target version "
              "does not have.",
      .example = "typing-extensions = false",
      .is_only_in_table = true},
     kLint<&LintSettings::typing_extensions>},
    {{.key = "lint.typing-modules",
      .docs = "Modules whose members count as those of `typing`.",
      .example = R"(typing-modules = ["airflow.typing_compat"])"},
     kLint<&LintSettings::typing_modules>},
    {{.key = "lint.unfixable",
      .docs = "Rules whose fixes must not be applied.",
      .example = R"(unfixable = ["F401"])"},
     kLayerMore<&RuleSelectionLayer::unfixable>},
};
static_assert(common::config::well_formed(kLintRows));

}  // namespace

std::span<const OptionRow> lint_options() {
  return kLintRows;
}

}  // namespace lint::config
