// The format "sarif": Static Analysis Results Interchange Format 2.1.0.
//   https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#include <map>

#include "common/json/writer.h"
#include "lint/registry/catalogue.h"
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

using common::json::Writer;

std::string file_uri(std::string_view path) {
  constexpr std::string_view kEscaped = " \"#%<>?\\`{}";
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = "file://";
  for (char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && kEscaped.find(c) == kEscaped.npos) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return uri;
}

void write_text(Writer& json, std::string_view key, std::string_view text) {
  json.key(key).begin_object().key("text").string(text).end_object();
}

void write_artifact(Writer& json, std::string_view uri) {
  json.key("artifactLocation").begin_object().key("uri").string(uri).end_object();
}

void write_region(Writer& json, std::string_view key, const SourceFile& file, TextRange range) {
  const LineColumn start = position(file, range.start);
  const LineColumn end = position(file, range.end);
  json.key(key).begin_object();
  json.key("endColumn").number(end.column).key("endLine").number(end.line);
  json.key("startColumn").number(start.column).key("startLine").number(start.line);
  json.end_object();
}

void write_fixes(Writer& json, const SourceFile& file, const Diagnostic& diagnostic,
                 std::string_view uri) {
  json.key("fixes").begin_array().begin_object();
  json.key("artifactChanges").begin_array().begin_object();
  write_artifact(json, uri);
  json.key("replacements").begin_array();
  for (const Edit& edit : diagnostic.fix->edits) {
    json.begin_object();
    write_region(json, "deletedRegion", file, edit.range);
    if (!edit.content.empty()) write_text(json, "insertedContent", edit.content);
    json.end_object();
  }
  json.end_array().end_object().end_array().key("description").begin_object().key("text");
  if (const std::string_view help = help_of(diagnostic); !help.empty()) {
    json.string(help);
  } else {
    json.null();
  }
  json.end_object().end_object().end_array();
}

void write_result(Writer& json, const SourceFile& file, const Diagnostic& diagnostic,
                  const ReportContext& context) {
  const std::string uri = file_uri(absolute_path(file.path(), context));
  json.begin_object();
  if (diagnostic.fix) write_fixes(json, file, diagnostic, uri);
  json.key("level").string("error");
  json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
  write_artifact(json, uri);
  write_region(json, "region", file, diagnostic.range);
  json.end_object().end_object().end_array();
  write_text(json, "message", message_of(diagnostic));
  json.key("ruleId").string(label_of(diagnostic, context)).end_object();
}

void write_properties(Writer& json, const CatalogueRow& row, std::string_view id) {
  json.key("properties").begin_object().key("id").string(id).key("kind");
  if (id == row.code && row.linter != kNoLinter) {
    json.string(linters()[row.linter].name);
  } else {
    json.null();
  }
  json.key("name").string(row.name).key("problem.severity").string("error").end_object();
}

void write_rule(Writer& json, const Diagnostic& example, const ReportContext& context) {
  const CatalogueRow& row = row_of(example.rule);
  const RuleText text = context.rule_text == nullptr ? RuleText{} : context.rule_text(example.rule);
  const std::string_view id = label_of(example, context);
  json.begin_object().key("defaultConfiguration").begin_object().key("enabled");
  json.boolean(row.is_default);  // Under --preview, too.
  json.key("level").string("error").end_object();
  if (!text.docs.empty()) write_text(json, "fullDescription", text.docs);
  write_text(json, "help", text.message);
  json.key("helpUri").string(url_of(example)).key("id").string(id);
  write_properties(json, row, id);
  write_text(json, "shortDescription", text.message);
  json.end_object();
}

void write_driver(Writer& json, Files files, const ReportContext& context) {
  std::map<std::string_view, const Diagnostic*> rules;  // By what names them.
  for_each_finding(files, [&](const SourceFile&, const Diagnostic& diagnostic) {
    if (is_rule(diagnostic.rule)) rules.emplace(label_of(diagnostic, context), &diagnostic);
  });
  json.key("driver").begin_object();
  json.key("informationUri")
      .string("https://github.com/astral-sh/ruff")
      .key("name")
      .string("klint");
  json.key("rules").begin_array();
  for (const auto& [label, example] : rules) write_rule(json, *example, context);
  json.end_array().key("version").string(context.version).end_object();
}

}  // namespace

void write_sarif(Files files, const ReportContext& context, std::string& out) {
  Writer json(out, common::json::Layout::Pretty);
  json.begin_object().key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
  json.key("runs").begin_array().begin_object().key("results").begin_array();
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    write_result(json, file, diagnostic, context);
  });
  json.end_array().key("tool").begin_object();
  write_driver(json, files, context);
  json.end_object().end_object().end_array().key("version").string("2.1.0").end_object();
}

}  // namespace lint::report
