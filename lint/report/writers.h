// The writers of all formats, for the table in output_formats.cc.
#pragma once

#include "lint/report/report.h"

namespace lint::report {

using Files = std::span<const FileFindings>;

void write_azure(Files files, const ReportContext& context, std::string& out);
void write_concise(Files files, const ReportContext& context, std::string& out);
void write_full(Files files, const ReportContext& context, std::string& out);
void write_github(Files files, const ReportContext& context, std::string& out);
void write_gitlab(Files files, const ReportContext& context, std::string& out);
void write_grouped(Files files, const ReportContext& context, std::string& out);
void write_json(Files files, const ReportContext& context, std::string& out);
void write_json_lines(Files files, const ReportContext& context, std::string& out);
void write_junit(Files files, const ReportContext& context, std::string& out);
void write_pylint(Files files, const ReportContext& context, std::string& out);
void write_rdjson(Files files, const ReportContext& context, std::string& out);
void write_sarif(Files files, const ReportContext& context, std::string& out);

}  // namespace lint::report
