#include "lint/run/lint_source.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "lint/check/check_file.h"

namespace lint {
namespace {

bool is_syntax_error(const Diagnostic& diagnostic) {
  return diagnostic.rule == kSyntaxError;
}

// The cells of a notebook whose source was fixed.
Cells moved_cells(const Cells& cells, AppliedFixes& fixed) {
  std::vector<std::uint32_t> ends;
  const auto size = static_cast<std::uint32_t>(fixed.text.size());
  for (std::size_t i = 0; i < cells.count(); ++i) {
    const std::uint32_t end = fixed.source_map.new_boundary_of(cells.range(i).end);
    ends.push_back(std::clamp(end, ends.empty() ? 0 : ends.back(), size));
  }
  if (!ends.empty()) ends.back() = size;
  return cells.rebuilt(fixed.text, ends);
}

const Cells* pointer_to(const std::optional<Cells>& cells) {
  return cells ? &*cells : nullptr;
}

}  // namespace

LintedSource lint_source(const LintSettings& settings, const FileInfo& file, SourceText source,
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
    CheckResult checked = check_file(plan, file, std::move(source.text), pointer_to(source.cells));
    sort_by_start(checked.diagnostics);
    return {.source = {std::move(checked.text), std::move(source.cells)},
            .diagnostics = std::move(checked.diagnostics),
            .fixed = {},
            .warnings = std::move(checked.warnings)};
  }
  std::vector<CommentWarning> warnings;
  std::optional<Cells> cells = source.cells;
  FixedText fixed = fix_until_stable(
      std::move(source.text), *options.fix,
      [&](const std::string& current) {
        CheckResult checked = check_file(plan, file, current, pointer_to(cells));
        std::ranges::move(checked.warnings, std::back_inserter(warnings));
        CheckedText result;
        result.parses = checked.parses;
        for (const Diagnostic& d : checked.diagnostics) result.is_valid &= !is_syntax_error(d);
        result.diagnostics = std::move(checked.diagnostics);
        return result;
      },
      [&](AppliedFixes& applied) {
        if (cells) cells = moved_cells(*cells, applied);
      });
  sort_by_start(fixed.last_check.diagnostics);
  const bool is_original = fixed.outcome == FixOutcome::BrokeTheSyntax;
  return {.source = {std::move(fixed.text), std::move(is_original ? source.cells : cells)},
          .diagnostics = std::move(fixed.last_check.diagnostics),
          .fixed = std::move(fixed.counts),
          .outcome = fixed.outcome,
          .warnings = std::move(warnings)};
}

}  // namespace lint
