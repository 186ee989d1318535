// The format "azure": logging commands of Azure Pipelines.
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {

void write_azure(Files files, const ReportContext& context, std::string& out) {
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    const LineColumn place = plain_position(file, diagnostic.range.start);
    out += "##vso[task.logissue type=error;sourcepath=";
    out += absolute_path(file.path(), context);
    out += ";linenumber=" + std::to_string(place.line);
    out += ";columnnumber=" + std::to_string(place.column) + ";code=";
    out += label_of(diagnostic, context);
    out += ";]" + message_of(diagnostic) + '\n';
  });
}

}  // namespace lint::report
