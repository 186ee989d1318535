// The format "full": findings with the lines around them and the fixes they offer.
#include <algorithm>

#include "common/diag/frame.h"
#include "lint/report/finding.h"
#include "lint/report/fix_diff.h"
#include "lint/report/shown_path.h"
#include "lint/report/source_excerpt.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

using common::diag::Role;
using common::diag::Title;

void write_title(Title title, bool is_colored, std::string& out) {
  common::diag::draw(title, {}, is_colored, out);
}

std::string_view caution_of(Applicability applicability) {
  switch (applicability) {
    case Applicability::Safe:
      return {};
    case Applicability::Unsafe:
      return "This is an unsafe fix and may change runtime behavior";
    case Applicability::DisplayOnly:
      return "This suggestion may be incorrect or produce invalid syntax. It requires manual "
             "review and cannot be applied automatically";
  }
  __builtin_unreachable();
}

void write_notes(const Diagnostic& diagnostic, bool is_colored, std::string& out) {
  for (const Note& note : diagnostic.notes) {
    const bool is_help = note.level == Note::Level::Help;
    write_title({.level = is_help ? Role::Help : Role::Info,
                 .level_name = is_help ? "help" : "info",
                 .message = note.message},
                is_colored, out);
  }
  if (!diagnostic.fix_title.empty()) {
    write_title({.level = Role::Help, .level_name = "help", .message = diagnostic.fix_title},
                is_colored, out);
  }
}

void write_fix(const SourceFile& file, const Fix& fix, bool is_colored, std::string& out) {
  write_fix_diff(file, fix, is_colored, out);
  const std::string_view caution = caution_of(fix.applicability);
  if (caution.empty()) return;
  write_title({.level = Role::Warning, .level_name = "note", .message = caution}, is_colored, out);
}

void write_finding(const SourceFile& file, const Diagnostic& diagnostic, std::string_view path,
                   const ReportContext& context, std::string& out) {
  const std::string url = context.has_hyperlinks ? url_of(diagnostic) : std::string();
  std::string label(label_of(diagnostic, context));
  if (!has_code_label(diagnostic, context)) label += ':';
  const Title title{
      .level = Role::Error,
      .id = label,
      .id_url = url,
      .is_fixable = context.shows_fix_status && is_fixable(diagnostic, context),
      .message = diagnostic.message,
  };
  const SourceExcerpts excerpts(file, diagnostic, path);
  common::diag::draw(title, excerpts.all(), context.is_colored, out);
  write_notes(diagnostic, context.is_colored, out);
  if (diagnostic.fix) write_fix(file, *diagnostic.fix, context.is_colored, out);
  out += '\n';
}

}  // namespace

void write_full(Files files, const ReportContext& context, std::string& out) {
  for (const FileFindings& findings : files) {
    const std::string path = relative_path(findings.file->path(), context);
    for (const Diagnostic& diagnostic : findings.diagnostics) {
      write_finding(*findings.file, diagnostic, path, context, out);
    }
  }
}

}  // namespace lint::report
