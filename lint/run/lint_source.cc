#include "lint/run/lint_source.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lint/check/check_file.h"

namespace lint {
namespace {

bool is_syntax_error(const Diagnostic& diagnostic) {
  return diagnostic.rule == kSyntaxError;
}

}  // namespace

LintedSource lint_source(const LintSettings& settings, const FileInfo& file, std::string text,
                         const LintOptions& options, HookCache& hooks) {
  const RuleSet enabled = settings.rules_of(file.path);
  const std::optional<PythonVersion> version = settings.version_of(file.path);
  const CheckPlan plan{.settings = settings,
                       .hooks = hooks.table_for(enabled),
                       .enabled = enabled,
                       .target_version = version.value_or(kDefaultPython),
                       .syntax_version = version.value_or(kLatestPython),
                       .ignores_suppressions = options.ignores_suppressions};
  if (!options.fix) {
    CheckResult checked = check_file(plan, file, std::move(text));
    sort_by_start(checked.diagnostics);
    return {.text = std::move(checked.text),
            .diagnostics = std::move(checked.diagnostics),
            .fixed = {},
            .warnings = std::move(checked.warnings)};
  }
  std::vector<CommentWarning> warnings;
  FixedText fixed =
      fix_until_stable(std::move(text), *options.fix, [&](const std::string& current) {
        CheckResult checked = check_file(plan, file, current);
        std::ranges::move(checked.warnings, std::back_inserter(warnings));
        CheckedText result;
        result.parses = checked.parses;
        for (const Diagnostic& d : checked.diagnostics) result.is_valid &= !is_syntax_error(d);
        result.diagnostics = std::move(checked.diagnostics);
        return result;
      });
  sort_by_start(fixed.last_check.diagnostics);
  return {.text = std::move(fixed.text),
          .diagnostics = std::move(fixed.last_check.diagnostics),
          .fixed = std::move(fixed.counts),
          .outcome = fixed.outcome,
          .warnings = std::move(warnings)};
}

}  // namespace lint
