// check_files: all files of a run, in parallel, with the cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lint/config/find_files.h"
#include "lint/diag/source_file.h"
#include "lint/report/summary.h"
#include "lint/run/lint_source.h"

namespace lint {

struct RunOptions {
  FixMode fix_mode = FixMode::None;
  Applicability required = Applicability::Safe;  // Of fixes that are applied.
  bool ignores_suppressions = false;
  bool uses_cache = true;
  std::size_t threads = 1;
};

// A code cell of a notebook before and after.
struct CellChange {
  std::uint32_t number;
  std::string old_text;
  std::string new_text;
};

// One file after the run.
struct CheckedFile {
  std::string path;                              // Absolute.
  std::unique_ptr<SourceFile> source = nullptr;  // With findings; else null.
  std::vector<Diagnostic> diagnostics = {};
  FixCounts fixed = {};
  FixOutcome outcome = FixOutcome::Stable;
  // The text before and after, if fixes changed it.
  std::optional<std::string> old_text = std::nullopt;
  std::optional<std::string> new_text = std::nullopt;
  // Of a notebook that fixes changed: all its code cells.
  std::vector<CellChange> cell_changes = {};
  // Why the file could not be checked, where no finding says so (E902 is off).
  std::string failure = {};
  std::vector<CommentWarning> warnings = {};
};

// In the order of `files`, whatever the number of threads.
std::vector<CheckedFile> check_files(const config::FoundFiles& files, const RunOptions& options);

// One text that is not in a file's place (standard input).  With FixMode::Apply a
// notebook has a new text in any case: it is written as the peer writes notebooks.
CheckedFile check_text(const std::string& path, std::string text, const Settings& settings,
                       const RunOptions& options);

}  // namespace lint
