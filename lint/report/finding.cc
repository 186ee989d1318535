#include "lint/report/finding.h"

#include "lint/registry/catalogue.h"

namespace lint::report {

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
