#include "common/regex/pcre2_ascii_set.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

#include "common/regex/ascii_class.h"
#include "common/regex/byte_escapes.h"

namespace common::regex {
namespace {

constexpr std::string_view kBeyondAscii = "\\x{80}-\\x{10FFFF}";

AsciiSet ascii_set(std::span<const ClassRange> ranges) {
  AsciiSet set;
  for (const ClassRange& range : ranges) {
    for (std::uint32_t c = range.first; c <= range.last; ++c) set.set(c);
  }
  return set;
}

}  // namespace

std::optional<AsciiSet> named_set(std::string_view name) {
  const auto row = std::ranges::find(kAsciiClasses, name, &AsciiClassRow::name);
  if (row == std::end(kAsciiClasses)) return std::nullopt;
  return ascii_set(row->ranges);
}

std::optional<AsciiSet> shorthand_set(char letter) {
  static constexpr ClassRange kVertical[] = {{'\n', '\r'}};
  switch (letter) {
    case 'd':
      return ascii_set(kDigit);
    case 'D':
      return ~ascii_set(kDigit);
    case 'w':
      return ascii_set(kWord);
    case 'W':
      return ~ascii_set(kWord);
    case 's':
      return ascii_set(kSpace);
    case 'S':
      return ~ascii_set(kSpace);
    case 'h':
      return ascii_set(kBlank);
    case 'H':
      return ~ascii_set(kBlank);
    case 'v':
      return ascii_set(kVertical);
    case 'V':
      return ~ascii_set(kVertical);
    case 'p':
    case 'P':
      return ~AsciiSet();
    default:
      return std::nullopt;
  }
}

std::string class_text(const AsciiSet& set, bool goes_beyond) {
  std::string out = "[";
  for (std::size_t first = 0; first < set.size(); ++first) {
    if (!set[first]) continue;
    std::size_t last = first;
    while (last + 1 < set.size() && set[last + 1]) ++last;
    append_hex_range(first, last, out);
    first = last;
  }
  if (goes_beyond) out += kBeyondAscii;
  return out + "]";
}

AsciiSet in_both_cases(AsciiSet set) {
  for (std::size_t upper = 'A'; upper <= 'Z'; ++upper) {
    const bool has_letter = set[upper] || set[upper | 0x20];
    set[upper] = set[upper | 0x20] = has_letter;
  }
  return set;
}

}  // namespace common::regex
