#include "lint/report/statistics.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "common/diag/styles.h"
#include "common/json/writer.h"
#include "lint/report/finding.h"
#include "lint/report/plain_color.h"

namespace lint {
namespace {

using report::colored;

struct Row {
  std::string_view code;  // Empty: there is none.
  std::string_view name;
  std::string url;
  std::size_t count = 0;
  std::size_t fixable = 0;
};

std::vector<Row> rows_of(std::span<const FileFindings> files, const ReportContext& context) {
  std::map<std::string_view, Row> by_name;
  report::for_each_finding(files, [&](const SourceFile&, const Diagnostic& diagnostic) {
    Row& row = by_name[report::name_of(diagnostic)];
    if (row.count++ == 0) {
      row.code = report::code_of(diagnostic);
      row.name = report::name_of(diagnostic);
      row.url = report::url_of(diagnostic);
    }
    row.fixable += report::is_fixable(diagnostic, context);
  });
  std::vector<Row> rows;
  for (auto& [name, row] : by_name) rows.push_back(std::move(row));
  std::ranges::stable_sort(rows, std::greater<>(), &Row::count);
  return rows;
}

std::string fixable_sign(const Row& row, const ReportContext& context) {
  if (row.fixable == 0) return "[ ] ";
  return '[' + colored(row.fixable == row.count ? "*" : "-", "36", context) + "] ";
}

std::string text_of(const std::vector<Row>& rows, const ReportContext& context) {
  const std::size_t count_width = std::to_string(rows.front().count).size();
  std::size_t code_width = 0;
  for (const Row& row : rows) code_width = std::max(code_width, row.code.size());
  const bool any_fixable =
      std::ranges::any_of(rows, [](const Row& row) { return row.fixable > 0; });
  std::string out;
  for (const Row& row : rows) {
    std::string count = std::to_string(row.count);
    count.insert(0, count_width - count.size(), ' ');
    out += colored(count, "1", context) + '\t';
    common::diag::Painter::append_link(colored(row.code, "1;31", context),
                                       context.has_hyperlinks ? row.url : std::string(), out);
    out.append(code_width - row.code.size(), ' ') += '\t';
    if (any_fixable) out += fixable_sign(row, context);
    out.append(row.name) += '\n';
  }
  return out;
}

std::string json_of(const std::vector<Row>& rows) {
  std::string out;
  common::json::Writer json(out, common::json::Layout::Pretty);
  json.begin_array();
  for (const Row& row : rows) {
    json.begin_object().key("code");
    if (row.code.empty()) {
      json.null();
    } else {
      json.string(row.code);
    }
    json.key("name").string(row.name).key("count").number(row.count);
    json.key("fixable").boolean(row.fixable == row.count);
    json.key("fixable_count").number(row.fixable).end_object();
  }
  json.end_array();
  return out + '\n';
}

// "json-lines" is JsonLines in the message.
std::string camel_case(std::string_view name) {
  std::string result;
  bool starts_word = true;
  for (char c : name) {
    if (c != '-') {
      result += starts_word ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    }
    starts_word = c == '-';
  }
  return result;
}

}  // namespace

common::Result<std::string> statistics_text(std::string_view format,
                                            std::span<const FileFindings> files,
                                            const ReportContext& context) {
  const std::vector<Row> rows = rows_of(files, context);
  if (rows.empty()) return std::string();
  if (format == "json") return json_of(rows);
  if (format == "full" || format == "concise") return text_of(rows, context);
  return common::fail("Unsupported serialization format for statistics: " + camel_case(format));
}

}  // namespace lint
