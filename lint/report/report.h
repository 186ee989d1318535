// What output formats are given, and what they are: functions from findings to
// text.
//
// The bytes are those of the peer, with our program's name where it has its own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/diag/diagnostic.h"
#include "lint/diag/source_file.h"

namespace lint {

// The findings of one file, by start (see sort_by_start).  A file without
// findings may be there.
struct FileFindings {
  const SourceFile* file;
  std::span<const Diagnostic> diagnostics;
};

// What rules say about themselves, for formats that carry it.
struct RuleText {
  std::string_view message;  // With {placeholders}.
  std::string_view docs;     // Markdown.
};

struct ReportContext {
  bool is_colored = false;
  bool has_hyperlinks = false;  // The terminal knows them; only if coloured.
  bool is_preview = false;      // Names of rules instead of codes, where there is a choice.
  bool prefers_codes = false;   // Codes even in preview.
  Applicability required = Applicability::Safe;  // What --fix would apply.
  // Mark what --fix would fix; not while fixing, nor if there is nothing.
  bool shows_fix_status = false;
  std::string working_directory;                             // Absolute.
  std::optional<std::string> ci_project_dir = std::nullopt;  // $CI_PROJECT_DIR
  std::string_view version = "";                             // The program's.
  RuleText (*rule_text)(RuleId) = nullptr;                   // Null: rules have no texts.
};

// Appends the report on all files, which are by path (sort_by_path).
using WriteReport = void (*)(std::span<const FileFindings> files, const ReportContext& context,
                             std::string& out);

// One row of the table of formats.
struct OutputFormat {
  std::string_view name;  // As --output-format takes it.
  std::string_view docs;
  WriteReport write;
  bool has_summary = false;  // Lines for people follow: "Found 3 errors."
  // The report on all files is the reports on some of them in a row.
  bool is_by_file = false;
};

std::span<const OutputFormat> output_formats();
const OutputFormat* find_output_format(std::string_view name);

void sort_by_path(std::vector<FileFindings>& files, const ReportContext& context);

}  // namespace lint
