// The format "grouped": findings in columns under the name of their file.
#include <algorithm>

#include "common/diag/styles.h"
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

using common::diag::Painter;
using common::diag::Role;

struct Widths {
  std::size_t line = 1;  // Digits.
  std::size_t column = 1;
};

void write_label(const Diagnostic& diagnostic, const ReportContext& context, Painter& painter,
                 std::string& out) {
  painter.paint(label_of(diagnostic, context), Role::Code);
  if (context.shows_fix_status && is_fixable(diagnostic, context)) {
    out += " [";
    painter.paint("*", Role::Separator);
    out += "] ";
  } else {
    out += has_code_label(diagnostic, context) ? " " : ": ";
  }
}

std::string line_text(const SourceFile& file, const Diagnostic& diagnostic) {
  return std::to_string(position(file, diagnostic.range.start).line);
}

void write_line(const SourceFile& file, const Diagnostic& diagnostic, Widths widths,
                const ReportContext& context, std::string& out) {
  Painter painter(out, context.is_colored);
  const Place place = place_of(file, diagnostic.range.start);
  const std::string column = std::to_string(place.column);
  // The width is that of the line in the whole source, also in a notebook.
  out.append(2 + widths.line - line_text(file, diagnostic).size(), ' ');
  if (place.cell != 0) {
    out += "cell " + std::to_string(place.cell);
    painter.paint(":", Role::Separator);
  }
  out += std::to_string(place.line);
  painter.paint(":", Role::Separator);
  (out += column).append(1 + widths.column - column.size(), ' ');
  write_label(diagnostic, context, painter, out);
  out += message_of(diagnostic) + '\n';
}

void write_lines(const FileFindings& findings, const ReportContext& context, std::string& out) {
  Widths widths;
  for (const Diagnostic& diagnostic : findings.diagnostics) {
    const LineColumn place = position(*findings.file, diagnostic.range.start);
    widths.line = std::max(widths.line, line_text(*findings.file, diagnostic).size());
    widths.column = std::max(widths.column, std::to_string(place.column).size());
  }
  for (const Diagnostic& diagnostic : findings.diagnostics) {
    write_line(*findings.file, diagnostic, widths, context, out);
  }
}

}  // namespace

void write_grouped(Files files, const ReportContext& context, std::string& out) {
  // By the path that is shown, which other formats do not sort by.
  std::vector<std::pair<std::string, const FileFindings*>> by_path;
  for (const FileFindings& findings : files) {
    if (findings.diagnostics.empty()) continue;
    by_path.emplace_back(relative_path(findings.file->path(), context), &findings);
  }
  std::ranges::stable_sort(by_path, {}, [](const auto& entry) { return entry.first; });
  for (const auto& [path, findings] : by_path) {
    Painter(out, context.is_colored).paint(path, Role::Underline);
    out += ":\n";
    write_lines(*findings, context, out);
    out += '\n';
  }
}

}  // namespace lint::report
