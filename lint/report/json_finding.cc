#include "lint/report/json_finding.h"

#include "lint/report/finding.h"
#include "lint/report/shown_path.h"

namespace lint::report {
namespace {

using common::json::Writer;

std::string_view name_of(Applicability applicability) {
  switch (applicability) {
    case Applicability::DisplayOnly:
      return "displayonly";
    case Applicability::Unsafe:
      return "unsafe";
    case Applicability::Safe:
      return "safe";
  }
  __builtin_unreachable();
}

void write_text_or_null(Writer& json, std::string_view text) {
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

void write_location(Writer& json, const Place& place) {
  json.begin_object().key("column").number(place.column).key("row").number(place.line);
  json.end_object();
}

void write_fix(Writer& json, const SourceFile& file, const Diagnostic& diagnostic) {
  json.begin_object().key("applicability").string(name_of(diagnostic.fix->applicability));
  json.key("edits").begin_array();
  for (const Edit& edit : diagnostic.fix->edits) {
    json.begin_object().key("content").string(edit.content).key("end_location");
    write_location(json, end_of_edit(file, edit.range));
    json.key("location");
    write_location(json, place_of(file, edit.range.start));
    json.end_object();
  }
  json.end_array().key("message");
  write_text_or_null(json, help_of(diagnostic));
  json.end_object();
}

}  // namespace

void write_json_finding(Writer& json, const SourceFile& file, const Diagnostic& diagnostic,
                        const ReportContext& context) {
  const Place start = place_of(file, diagnostic.range.start);
  json.begin_object().key("cell");
  if (start.cell == 0) {
    json.null();
  } else {
    json.number(start.cell);
  }
  json.key("code");
  const std::string_view code = code_of(diagnostic);
  write_text_or_null(json,
                     code.empty() && !context.is_preview ? report::name_of(diagnostic) : code);
  json.key("end_location");
  write_location(json, place_of(file, diagnostic.range.end));
  json.key("filename").string(absolute_path(file.path(), context)).key("fix");
  if (diagnostic.fix) {
    write_fix(json, file, diagnostic);
  } else {
    json.null();
  }
  json.key("location");
  write_location(json, start);
  json.key("message").string(message_of(diagnostic));
  json.key("name").string(report::name_of(diagnostic)).key("noqa_row");
  if (diagnostic.noqa_offset) {
    json.number(place_of(file, *diagnostic.noqa_offset).line);
  } else {
    json.null();
  }
  json.key("severity").string(diagnostic.rule == kPanic && context.is_preview ? "fatal" : "error");
  json.key("url");
  write_text_or_null(json, url_of(diagnostic));
  json.end_object();
}

}  // namespace lint::report
