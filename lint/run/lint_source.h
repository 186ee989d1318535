// lint_source: one file's text checked and, if wanted, fixed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/config/settings.h"
#include "lint/fix/apply_fixes.h"
#include "lint/run/hook_cache.h"
#include "lint/suppress/suppressions.h"

namespace lint {

struct LintOptions {
  // Apply fixes that are at least as safe; none: only check.
  std::optional<Applicability> fix = std::nullopt;
  bool ignores_suppressions = false;
};

// What is checked.
struct SourceText {
  std::string text;
  std::optional<Cells> cells = std::nullopt;  // Of a notebook.
};

struct LintedSource {
  SourceText source;                    // Fixed, if fixes were applied.
  std::vector<Diagnostic> diagnostics;  // Of `source`, by start.
  FixCounts fixed;
  FixOutcome outcome = FixOutcome::Stable;
  std::vector<CommentWarning> warnings = {};  // Of every check that was made.
};

// The text must be valid UTF-8 below 4 GiB.  `hooks` may be shared by threads.
LintedSource lint_source(const LintSettings& settings, const FileInfo& file, SourceText source,
                         const LintOptions& options, HookCache& hooks);

}  // namespace lint
