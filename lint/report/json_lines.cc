// The format "json-lines": an object per line and finding.
#include "lint/report/finding.h"
#include "lint/report/json_finding.h"
#include "lint/report/writers.h"

namespace lint::report {

void write_json_lines(Files files, const ReportContext& context, std::string& out) {
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    common::json::Writer json(out);
    write_json_finding(json, file, diagnostic, context);
    out += '\n';
  });
}

}  // namespace lint::report
