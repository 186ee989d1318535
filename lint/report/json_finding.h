// One finding as JSON, shared by the formats json and json-lines.
#pragma once

#include "common/json/writer.h"
#include "lint/report/report.h"

namespace lint::report {

void write_json_finding(common::json::Writer& json, const SourceFile& file,
                        const Diagnostic& diagnostic, const ReportContext& context);

}  // namespace lint::report
