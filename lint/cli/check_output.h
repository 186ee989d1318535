// Where `klint check` prints: reports, summaries, diffs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "lint/cli/options.h"
#include "lint/run/check_files.h"

namespace lint::cli {

// How one run is printed; the same for every round of --watch.
struct OutputPlan {
  const Options& options;
  const Settings& settings;  // Of the working directory.
  FixMode fix_mode = FixMode::None;
  std::string working_directory;
  bool is_stdin = false;
};

// Prints findings, or diffs, and the summary.  Fails if that cannot be written.
common::Result<void> print_result(const OutputPlan& plan, std::span<const CheckedFile> files);

// The fixes that may be applied, by flag and configuration.
Applicability required_applicability(const Settings& settings);

}  // namespace lint::cli
