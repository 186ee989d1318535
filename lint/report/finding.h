// What formats have in common about one finding.
#pragma once

#include <string>
#include <string_view>

#include "common/text/line_index.h"
#include "lint/report/report.h"

namespace lint::report {

using common::LineColumn;

inline bool is_rule(RuleId rule) {
  return rule != kSyntaxError && rule != kPanic;
}

// "F401"; empty for syntax errors and rules without a code.
std::string_view code_of(const Diagnostic& diagnostic);
// "unused-import", "invalid-syntax"
std::string_view name_of(const Diagnostic& diagnostic);
// The code if there is one, unless names are wanted; else the name.
std::string_view label_of(const Diagnostic& diagnostic, const ReportContext& context);
// Would label_of() give a code?
bool has_code_label(const Diagnostic& diagnostic, const ReportContext& context);
// Of the rule's page; empty if there is none.
std::string url_of(const Diagnostic& diagnostic);
// The message, with the note at the caret.
std::string message_of(const Diagnostic& diagnostic);
// What help the finding comes with; empty if none.
std::string_view help_of(const Diagnostic& diagnostic);
// Does --fix fix it?
bool is_fixable(const Diagnostic& diagnostic, const ReportContext& context);

inline LineColumn position(const SourceFile& file, std::uint32_t offset) {
  return file.lines().position(file.text(), offset);
}

// Of a notebook: with the line counted in the cell.
struct Place {
  std::uint32_t cell = 0;  // 0: the file is no notebook.
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};
Place place_of(const SourceFile& file, std::uint32_t offset);
// Where an edit ends: one that takes the line end between two cells ends in the
// first of them.
Place end_of_edit(const SourceFile& file, TextRange range);
// For formats that know no cells: there every place in a notebook is the first.
LineColumn plain_position(const SourceFile& file, std::uint32_t offset);

// Calls f(const SourceFile&, const Diagnostic&) for all findings.
template <typename F>
void for_each_finding(std::span<const FileFindings> files, F&& f) {
  for (const FileFindings& file : files) {
    for (const Diagnostic& diagnostic : file.diagnostics) f(*file.file, diagnostic);
  }
}

}  // namespace lint::report
