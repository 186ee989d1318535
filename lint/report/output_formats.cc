#include <algorithm>

#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint {
namespace {

// In the order that help texts list them.
constexpr OutputFormat kFormats[] = {
    {"concise", "One line per finding.", report::write_concise, true, true},
    {"full", "Findings with their source lines and proposed fixes.", report::write_full, true,
     true},
    {"json", "An array of findings.", report::write_json},
    {"json-lines", "One JSON object per line and finding.", report::write_json_lines, false, true},
    {"junit", "JUnit XML: a suite per file, a failed case per finding.", report::write_junit},
    {"grouped", "One line per finding under the name of its file.", report::write_grouped, true,
     true},
    {"github", "Workflow commands that GitHub shows as annotations.", report::write_github, false,
     true},
    {"gitlab", "A GitLab code quality report.", report::write_gitlab},
    {"pylint", "The line format of Pylint.", report::write_pylint, false, true},
    {"rdjson", "Reviewdog's diagnostic format.", report::write_rdjson},
    {"azure", "Logging commands of Azure Pipelines.", report::write_azure, false, true},
    {"sarif", "SARIF 2.1.0, for code scanning services.", report::write_sarif},
};

}  // namespace

std::span<const OutputFormat> output_formats() {
  return kFormats;
}

const OutputFormat* find_output_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &OutputFormat::name);
  return found == std::end(kFormats) ? nullptr : found;
}

void sort_by_path(std::vector<FileFindings>& files, const ReportContext& context) {
  std::ranges::stable_sort(files, {}, [&](const FileFindings& file) {
    return report::absolute_path(file.file->path(), context);
  });
}

}  // namespace lint
