// The format "rdjson": Reviewdog's.
#include "common/json/writer.h"
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

using common::json::Writer;

void write_position(Writer& json, std::string_view name, LineColumn place) {
  json.key(name).begin_object().key("column").number(place.column);
  json.key("line").number(place.line).end_object();
}

void write_range(Writer& json, const SourceFile& file, TextRange range) {
  json.key("range").begin_object();
  write_position(json, "end", position(file, range.end));
  write_position(json, "start", position(file, range.start));
  json.end_object();
}

void write_suggestions(Writer& json, const SourceFile& file, const Fix& fix) {
  json.key("suggestions").begin_array();
  for (const Edit& edit : fix.edits) {
    json.begin_object();
    write_range(json, file, edit.range);
    json.key("text").string(edit.content).end_object();
  }
  json.end_array();
}

void write_entry(Writer& json, const SourceFile& file, const Diagnostic& diagnostic,
                 const ReportContext& context) {
  json.begin_object().key("code").begin_object();
  if (const std::string url = url_of(diagnostic); !url.empty()) json.key("url").string(url);
  json.key("value").string(label_of(diagnostic, context)).end_object();
  json.key("location").begin_object();
  json.key("path").string(absolute_path(file.path(), context));
  write_range(json, file, diagnostic.range);
  json.end_object().key("message").string(message_of(diagnostic));
  if (diagnostic.fix && !diagnostic.fix->edits.empty()) {
    write_suggestions(json, file, *diagnostic.fix);
  }
  json.end_object();
}

}  // namespace

void write_rdjson(Files files, const ReportContext& context, std::string& out) {
  Writer json(out, common::json::Layout::Pretty);
  json.begin_object().key("diagnostics").begin_array();
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    write_entry(json, file, diagnostic, context);
  });
  json.end_array().key("severity").string("WARNING").key("source").begin_object();
  json.key("name").string("klint").key("url").string("https://docs.astral.sh/ruff");
  json.end_object().end_object();
}

}  // namespace lint::report
