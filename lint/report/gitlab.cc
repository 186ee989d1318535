// The format "gitlab": a code quality report.
#include <fmt/format.h>

#include <unordered_set>

#include "common/base/sip_hash.h"
#include "common/json/writer.h"
#include "lint/report/finding.h"
#include "lint/report/shown_path.h"
#include "lint/report/writers.h"

namespace lint::report {
namespace {

using common::json::Writer;

// Tells findings apart across runs; does not depend on lines, which move.
std::uint64_t fingerprint(const Diagnostic& diagnostic, std::string_view path, std::uint64_t salt) {
  common::SipHash hash;
  hash.add(salt);
  hash.add(name_of(diagnostic));
  hash.add(path);
  return hash.finish();
}

// `path` as seen from `base`, both absolute.
std::string path_from(std::string_view path, std::string_view base) {
  std::size_t common = 0;
  std::size_t at = 0;
  while (base.ends_with('/')) base.remove_suffix(1);
  for (; at < path.size() && at < base.size() && path[at] == base[at]; ++at) {
    if (path[at] == '/') common = at;
  }
  if (at == base.size() && (at == path.size() || path[at] == '/')) common = at;
  std::string result;
  for (std::size_t i = common; i < base.size(); ++i) {
    if (base[i] == '/') result += "../";
  }
  return result.append(path.substr(std::min(path.size(), common + 1)));
}

void write_place(Writer& json, std::string_view name, LineColumn place) {
  json.key(name).begin_object().key("line").number(place.line);
  json.key("column").number(place.column).end_object();
}

void write_entry(Writer& json, const SourceFile& file, const Diagnostic& diagnostic,
                 std::string_view path, std::uint64_t identity, const ReportContext& context) {
  const std::string_view label = label_of(diagnostic, context);
  json.begin_object().key("check_name").string(label);
  json.key("description").string(std::string(label) + ": " + message_of(diagnostic));
  json.key("severity").string(diagnostic.rule == kPanic ? "critical" : "major");
  json.key("fingerprint").string(fmt::format("{:x}", identity));
  json.key("location").begin_object().key("path").string(path);
  json.key("positions").begin_object();
  write_place(json, "begin", plain_position(file, diagnostic.range.start));
  write_place(json, "end", plain_position(file, diagnostic.range.end));
  json.end_object().end_object().end_object();
}

}  // namespace

void write_gitlab(Files files, const ReportContext& context, std::string& out) {
  Writer json(out, common::json::Layout::Pretty);
  std::unordered_set<std::uint64_t> known;
  json.begin_array();
  for_each_finding(files, [&](const SourceFile& file, const Diagnostic& diagnostic) {
    const std::string path = context.ci_project_dir ? path_from(absolute_path(file.path(), context),
                                                                *context.ci_project_dir)
                                                    : relative_path(file.path(), context);
    std::uint64_t identity = fingerprint(diagnostic, path, 0);
    while (!known.insert(identity).second) identity = fingerprint(diagnostic, path, identity);
    write_entry(json, file, diagnostic, path, identity, context);
  });
  json.end_array();
}

}  // namespace lint::report
