#include "common/text/line_index.h"

#include <algorithm>

#include "common/scan/scan.h"
#include "common/text/lines.h"

namespace common {
namespace {

constexpr scan::ByteClass kLineEnds("\r\n");

}  // namespace

LineIndex::LineIndex(std::string_view text)
    : size_(static_cast<std::uint32_t>(text.size())),
      is_ascii_(scan::find_non_ascii(text) == scan::npos) {
  starts_.reserve(text.size() / 32 + 1);
  starts_.push_back(0);
  for (std::size_t at = scan::find_in(text, kLineEnds); at != scan::npos;) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
    at = scan::find_in(text, kLineEnds, at + 1);
  }
}

std::uint32_t LineIndex::line_of(std::uint32_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(next - starts_.begin() - 1);
}

TextRange LineIndex::full_line(std::uint32_t line) const {
  return {starts_[line], line + 1 < line_count() ? starts_[line + 1] : size_};
}

LineColumn LineIndex::position(std::string_view text, std::uint32_t offset) const {
  const std::uint32_t line = line_of(offset);
  std::uint32_t start = starts_[line];
  if (is_ascii_) return {line + 1, offset - start + 1};
  if (line == 0 && text.starts_with(kByteOrderMark) && offset >= kByteOrderMark.size()) {
    start = static_cast<std::uint32_t>(kByteOrderMark.size());
  }
  const std::string_view before = text.substr(start, offset - start);
  const auto continuation_bytes =
      std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) == 0x80; });
  return {line + 1, static_cast<std::uint32_t>(before.size()) -
                        static_cast<std::uint32_t>(continuation_bytes) + 1};
}

}  // namespace common
