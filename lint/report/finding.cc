#include "lint/report/finding.h"

#include <optional>

#include "common/text/lines.h"

#include "lint/registry/catalogue.h"

namespace lint::report {

Place place_of(const SourceFile& file, std::uint32_t offset) {
  const LineColumn whole = position(file, offset);
  if (file.cells() == nullptr) return {0, whole.line, whole.column};
  const std::optional<std::size_t> cell = file.cells()->index_at(offset);
  if (!cell) return {1, 1, whole.column};
  const std::uint32_t first = file.lines().line_of(file.cells()->start(*cell));
  return {file.cells()->number(*cell), whole.line - first, whole.column};
}

Place end_of_edit(const SourceFile& file, TextRange range) {
  const Cells* const cells = file.cells();
  if (cells == nullptr || cells->index_at(range.start) == cells->index_at(range.end)) {
    return place_of(file, range.end);
  }
  const std::uint32_t line = file.lines().line_of(range.end);
  return place_of(file, common::line_end(file.text(), file.lines().line_start(line - 1)));
}

LineColumn plain_position(const SourceFile& file, std::uint32_t offset) {
  return file.cells() == nullptr ? position(file, offset) : LineColumn();
}

std::string_view code_of(const Diagnostic& diagnostic) {
  if (!is_rule(diagnostic.rule) || !has_code(diagnostic.rule)) return {};
  return row_of(diagnostic.rule).code;
}

std::string_view name_of(const Diagnostic& diagnostic) {
  if (diagnostic.rule == kSyntaxError) return "invalid-syntax";
  if (diagnostic.rule == kPanic) return "panic";
  return row_of(diagnostic.rule).name;
}

bool has_code_label(const Diagnostic& diagnostic, const ReportContext& context) {
  return (!context.is_preview || context.prefers_codes) && !code_of(diagnostic).empty();
}

std::string_view label_of(const Diagnostic& diagnostic, const ReportContext& context) {
  return has_code_label(diagnostic, context) ? code_of(diagnostic) : name_of(diagnostic);
}

std::string url_of(const Diagnostic& diagnostic) {
  if (!is_rule(diagnostic.rule)) return {};
  return "https://docs.astral.sh/ruff/rules/" + std::string(row_of(diagnostic.rule).name);
}

std::string message_of(const Diagnostic& diagnostic) {
  if (diagnostic.primary_note.empty()) return diagnostic.message;
  return diagnostic.message + ": " + diagnostic.primary_note;
}

std::string_view help_of(const Diagnostic& diagnostic) {
  for (const Note& note : diagnostic.notes) {
    if (note.level == Note::Level::Help) return note.message;
  }
  return diagnostic.fix_title;
}

bool is_fixable(const Diagnostic& diagnostic, const ReportContext& context) {
  return diagnostic.fix && diagnostic.fix->applies(context.required);
}

}  // namespace lint::report
