// The format "concise": path:line:column: CODE [*] message.
#include "common/diag/styles.h"
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

using common::diag::Painter;
using common::diag::Role;

void write_line(const SourceFile& file, const Diagnostic& diagnostic, std::string_view path,
                const ReportContext& context, std::string& out) {
  Painter painter(out, context.is_colored);
  const Place place = place_of(file, diagnostic.range.start);
  painter.paint(path, Role::Emphasis);
  painter.paint(":", Role::Separator);
  if (place.cell != 0) {
    out += "cell " + std::to_string(place.cell);
    painter.paint(":", Role::Separator);
  }
  out += std::to_string(place.line);
  painter.paint(":", Role::Separator);
  out += std::to_string(place.column);
  painter.paint(":", Role::Separator);
  out += ' ';
  const std::string url = context.has_hyperlinks ? url_of(diagnostic) : std::string();
  painter.link(label_of(diagnostic, context), url, Role::Code);
  out += has_code_label(diagnostic, context) ? " " : ": ";
  if (context.shows_fix_status && is_fixable(diagnostic, context)) {
    out += '[';
    painter.paint("*", Role::Separator);
    out += "] ";
  }
  out += message_of(diagnostic);
  out += '\n';
}

}  // namespace

void write_concise(Files files, const ReportContext& context, std::string& out) {
  for (const FileFindings& findings : files) {
    const std::string path = relative_path(findings.file->path(), context);
    for (const Diagnostic& diagnostic : findings.diagnostics) {
      write_line(*findings.file, diagnostic, path, context, out);
    }
  }
}

}  // namespace lint::report
