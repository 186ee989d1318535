// The format "github": workflow commands that become annotations of a change.
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

std::string text_of(LineColumn place) {
  return std::to_string(place.line) + ':' + std::to_string(place.column);
}

void write_properties(const SourceFile& file, const Diagnostic& diagnostic,
                      const ReportContext& context, std::string& out) {
  const LineColumn start = plain_position(file, diagnostic.range.start);
  const LineColumn end = plain_position(file, diagnostic.range.end);
  out += ",file=" + absolute_path(file.path(), context);
  out += ",line=" + std::to_string(start.line);
  // Columns would be misread if the lines differ.
  const bool is_one_line = start.line == end.line;
  if (is_one_line) out += ",col=" + std::to_string(start.column);
  out += ",endLine=" + std::to_string(end.line);
  if (is_one_line) out += ",endColumn=" + std::to_string(end.column);
}

// %0A is a line end within a command.
void write_details(const SourceFile& file, const Diagnostic& diagnostic, std::string_view path,
                   std::string& out) {
  for (const Annotation& annotation : diagnostic.annotations) {
    if (annotation.message.empty()) continue;
    out.append("%0A  ").append(path) += ':';
    out += text_of(position(file, annotation.range.start)) + ": " + annotation.message;
  }
  for (const Note& note : diagnostic.notes) {
    out += note.level == Note::Level::Help ? "%0A  help: " : "%0A  info: ";
    out += note.message;
  }
  if (!diagnostic.fix_title.empty()) out += "%0A  help: " + diagnostic.fix_title;
}

}  // namespace

void write_github(Files files, const ReportContext& context, std::string& out) {
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    const std::string path = relative_path(file.path(), context);
    const std::string_view label = label_of(diagnostic, context);
    out += "::error title=klint (";
    out.append(label) += ')';
    write_properties(file, diagnostic, context, out);
    out += "::" + path + ':' + text_of(plain_position(file, diagnostic.range.start)) + ": ";
    out.append(label).append(has_code_label(diagnostic, context) ? " " : ": ");
    out += message_of(diagnostic);
    write_details(file, diagnostic, path, out);
    out += '\n';
  });
}

}  // namespace lint::report
