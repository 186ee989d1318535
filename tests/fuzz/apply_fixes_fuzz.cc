// Any fixes for a text: what is not edited stays, whatever was skipped.
//
// The first line is the text.  Each line behind it is a finding: a digit for the
// isolation group, then edits of three bytes: start, size, content.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/check.h"
#include "lint/fix/apply_fixes.h"
#include "lint/registry/codes.h"

namespace {

using lint::Diagnostic;
using lint::Edit;

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

Diagnostic finding_of(std::string_view line, std::size_t size) {
  constexpr lint::RuleId kRules[] = {lint::codes::F401, lint::codes::F811, lint::codes::D209,
                                     lint::codes::D400};
  std::vector<Edit> edits;
  std::uint32_t at = 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(line[i]); };
  for (std::size_t i = 1; i + 2 < line.size(); i += 3) {
    const auto limit = static_cast<std::uint32_t>(size);
    const std::uint32_t start = std::min<std::uint32_t>(at + byte(i) % 16, limit);
    const std::uint32_t end = std::min<std::uint32_t>(start + byte(i + 1) % 4, limit);
    edits.push_back({{start, end}, std::string(byte(i + 2) % 3, line[i + 2])});
    at = end;
  }
  Diagnostic diagnostic;
  diagnostic.rule = kRules[byte(0) % 4];
  diagnostic.fix = lint::Fix::of(lint::Applicability::Safe, std::move(edits));
  diagnostic.fix->isolation = byte(0) / 4 % 3;
  return diagnostic;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string_view text = take_line(rest);
  std::vector<Diagnostic> diagnostics;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (!line.empty()) diagnostics.push_back(finding_of(line, text.size()));
  }
  const auto result = lint::apply_fixes(text, diagnostics, lint::Applicability::Safe);
  if (!result) return 0;
  // Between the edits, the markers say, both texts are the same.
  const auto markers = result->source_map.markers();
  CHECK(markers.size() % 2 == 0);
  std::size_t old_at = 0;
  std::size_t new_at = 0;
  for (std::size_t i = 0; i < markers.size(); i += 2) {
    CHECK(markers[i].old_offset >= old_at);
    const std::string_view kept = text.substr(old_at, markers[i].old_offset - old_at);
    CHECK(std::string_view(result->text).substr(new_at, kept.size()) == kept);
    CHECK(markers[i].new_offset == new_at + kept.size());
    old_at = markers[i + 1].old_offset;
    new_at = markers[i + 1].new_offset;
  }
  CHECK(std::string_view(result->text).substr(new_at) == text.substr(old_at));
  return 0;
}
