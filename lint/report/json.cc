// The format "json": an array of all findings.
#include "lint/report/finding.h"
#include "lint/report/json_finding.h"
#include "lint/report/writers.h"

namespace lint::report {

void write_json(Files files, const ReportContext& context, std::string& out) {
  common::json::Writer json(out, common::json::Layout::Pretty);
  json.begin_array();
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    write_json_finding(json, file, diagnostic, context);
  });
  json.end_array();
}

}  // namespace lint::report
