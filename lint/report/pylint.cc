// The format "pylint": path:line: [CODE] message.
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {

void write_pylint(Files files, const ReportContext& context, std::string& out) {
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    out += relative_path(file.path(), context) + ':';
    out += std::to_string(plain_position(file, diagnostic.range.start).line) + ": [";
    out += label_of(diagnostic, context);
    out += "] " + message_of(diagnostic) + '\n';
  });
}

}  // namespace lint::report
