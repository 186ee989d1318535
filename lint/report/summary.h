// The lines for people that follow the findings: how many, how many were fixed,
// and what flags would fix more.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lint/fix/apply_fixes.h"
#include "lint/report/report.h"

namespace lint {

enum class FixMode : unsigned char {
  None,
  Apply,  // Files are changed.
  Diff,   // What would be changed is shown.
};

// What was (or would be) fixed in one file.
struct FixedFile {
  std::string path;  // As SourceFile::path().
  FixCounts counts;
};

struct Summary {
  std::span<const FileFindings> files;    // What remains.
  std::span<const FixedFile> fixed = {};  // By path.
  FixMode mode = FixMode::None;
  bool shows_findings = true;  // False for --fix-only and --diff.
  // Neither --unsafe-fixes nor --no-unsafe-fixes: say what the former would do.
  bool hints_at_unsafe = true;
};

// "Found 3 errors." and so on.  Nothing in a quiet run: the caller's choice.
void write_summary(const Summary& summary, const ReportContext& context, std::string& out);

// --show-fixes: the number of fixes by file and rule, with blank lines around it;
// nothing if there were none.
void write_fixed_files(std::span<const FixedFile> fixed, const ReportContext& context,
                       std::string& out);

// Should reports mark fixable findings?  For ReportContext::shows_fix_status.
bool has_fixable(std::span<const FileFindings> files, Applicability required);

}  // namespace lint
