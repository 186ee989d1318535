// The format "junit": XML with a test suite per file and a failed case per finding.
#include <algorithm>

#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

// The size of the terminal sequence that `text` starts with (an escape character).
std::size_t sequence_size(std::string_view text) {
  if (text.size() < 2) return text.size();
  const auto is_between = [&](std::size_t i, char first, char last) {
    return i < text.size() && text[i] >= first && text[i] <= last;
  };
  if (text[1] == ']') {
    const std::size_t end = text.find_first_of("\a\x1b", 2);
    return end == text.npos ? text.size() : end + 1;
  }
  std::size_t i = text[1] == '[' ? 2 : 1;
  while (is_between(i, ' ', text[1] == '[' ? '?' : '/')) ++i;
  return std::min(i + 1, text.size());
}

// Without terminal sequences and control characters, which XML cannot carry.
std::string xml_text(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&apos;";
        break;
      case '\x1b':
        i += sequence_size(text.substr(i)) - 1;
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') result += c;
    }
  }
  return result;
}

std::string without_extension(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;
  const std::size_t dot = path.rfind('.');
  return dot == path.npos || dot <= name ? path : path.substr(0, dot);
}

void write_suite_start(std::string_view name, std::size_t tests, std::size_t failures,
                       std::string& out) {
  out += "    <testsuite name=\"" + xml_text(name) + "\" tests=\"" + std::to_string(tests) +
         "\" skipped=\"0\" errors=\"0\" failures=\"" + std::to_string(failures) +
         "\" package=\"org.klint\">\n";
}

void write_case(const SourceFile& file, const Diagnostic& diagnostic, std::string_view class_name,
                const ReportContext& context, std::string& out) {
  const LineColumn place = position(file, diagnostic.range.start);
  const std::string line = std::to_string(place.line);
  const std::string column = std::to_string(place.column);
  const bool has_place = file.cells() == nullptr;  // The format knows no cells.
  const std::string message = xml_text(message_of(diagnostic));
  out += "        <testcase name=\"org.klint.";
  out.append(label_of(diagnostic, context)).append("\" classname=\"").append(class_name) += '"';
  if (has_place) out += " line=\"" + line + "\" column=\"" + column + '"';
  out += ">\n";
  out += "            <properties>\n                <property name=\"severity\" value=\"";
  out += diagnostic.rule == kPanic ? "fatal" : "error";
  out += "\"/>\n            </properties>\n            <failure message=\"" + message + "\">";
  if (has_place) out += "line " + line + ", col " + column + ", ";
  out += message + "</failure>\n        </testcase>\n";
}

}  // namespace

void write_junit(Files files, const ReportContext& context, std::string& out) {
  std::size_t count = 0;
  for (const FileFindings& findings : files) count += findings.diagnostics.size();
  const std::string tests = std::to_string(count == 0 ? 1 : count);
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"klint\" tests=\"" + tests +
         "\" skipped=\"0\" failures=\"" + std::to_string(count) + "\" errors=\"0\">\n";
  if (count == 0) {
    write_suite_start("klint", 1, 0, out);
    out += "        <testcase name=\"No errors found\" classname=\"klint\"/>\n    </testsuite>\n";
  }
  for (const FileFindings& findings : files) {
    if (findings.diagnostics.empty()) continue;
    const std::string path = absolute_path(findings.file->path(), context);
    const std::string class_name = xml_text(without_extension(path));
    write_suite_start(path, findings.diagnostics.size(), findings.diagnostics.size(), out);
    for (const Diagnostic& diagnostic : findings.diagnostics) {
      write_case(*findings.file, diagnostic, class_name, context, out);
    }
    out += "    </testsuite>\n";
  }
  out += "</testsuites>\n";
}

}  // namespace lint::report
