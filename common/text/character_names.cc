#include "common/text/character_names.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "common/text/character_tables.h"

namespace common {

namespace {

// ---- Hangul syllables: their names are put together from those of their parts ----

constexpr std::string_view kHangulPrefix = "HANGUL SYLLABLE ";
constexpr std::string_view kHangulLeads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                             "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr std::string_view kHangulVowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                              "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                              "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::string_view kHangulTails[] = {
    "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
constexpr char32_t kFirstHangul = 0xAC00;
constexpr std::uint32_t kVowelCount = std::size(kHangulVowels);
constexpr std::uint32_t kTailCount = std::size(kHangulTails);
constexpr std::uint32_t kHangulCount = std::size(kHangulLeads) * kVowelCount * kTailCount;

std::string hangul_name(std::uint32_t index) {
  std::string name(kHangulPrefix);
  name += kHangulLeads[index / (kVowelCount * kTailCount)];
  name += kHangulVowels[index / kTailCount % kVowelCount];
  name += kHangulTails[index % kTailCount];
  return name;
}

// Removes the longest of `parts` that `text` starts with.
std::optional<std::uint32_t> take_part(std::string_view& text,
                                       std::span<const std::string_view> parts) {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (text.starts_with(parts[i]) && (!best || parts[i].size() > parts[*best].size())) best = i;
  }
  if (best) text.remove_prefix(parts[*best].size());
  return best;
}

std::optional<char32_t> hangul_named(std::string_view rest) {
  const auto lead = take_part(rest, kHangulLeads);
  const auto vowel = take_part(rest, kHangulVowels);
  const auto tail = take_part(rest, kHangulTails);
  if (!lead || !vowel || !tail || !rest.empty()) return std::nullopt;
  return kFirstHangul + (*lead * kVowelCount + *vowel) * kTailCount + *tail;
}

// ---- names with the code point in them ---------------------------------------

std::string_view prefix_of(const NumberedNames& names) {
  return names.prefix;
}

std::string hexadecimal(char32_t c) {
  char digits[8];
  const auto end = std::to_chars(digits, std::end(digits), static_cast<std::uint32_t>(c), 16);
  std::string text(digits, end.ptr);
  for (char& digit : text) digit = digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
  return text;
}

std::optional<char32_t> numbered(std::string_view name) {
  for (const NumberedNames& names : std::span(kNumberedNames, kNumberedNamesCount)) {
    if (!name.starts_with(prefix_of(names))) continue;
    const std::string_view digits = name.substr(prefix_of(names).size());
    std::uint32_t value = 0;
    const auto end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value, 16);
    const bool is_number = result.ec == std::errc() && result.ptr == end && digits.size() <= 5;
    if (is_number && value >= names.first && value <= names.last) return value;
  }
  return std::nullopt;
}

// ---- names from the table ----------------------------------------------------

std::string entry_name(std::size_t entry) {
  const std::uint16_t* word = kNameSequences + kNameEntryStarts[entry / kEntriesPerStart];
  for (std::size_t skip = entry % kEntriesPerStart; skip != 0; ++word) {
    if ((*word & kLastWord) != 0) --skip;
  }
  std::string name;
  for (;; ++word) {
    const unsigned index = *word & ~kLastWord;
    if (!name.empty()) name += ' ';
    name.append(kNameWords + kNameWordStarts[index], kNameWords + kNameWordStarts[index + 1]);
    if ((*word & kLastWord) != 0) return name;
  }
}

char32_t entry_character(std::uint32_t entry) {
  if (entry >= kFirstAlias) return kAliasCodePoints[entry - kFirstAlias];
  const NameRun* run =
      std::upper_bound(kNameRuns, kNameRuns + kNameRunCount, entry,
                       [](std::uint32_t value, const NameRun& r) { return value < r.entry; }) -
      1;
  return run->first + (entry - run->entry);
}

}  // namespace

std::string character_name(char32_t c) {
  if (c - kFirstHangul < kHangulCount) return hangul_name(c - kFirstHangul);
  for (const NumberedNames& names : std::span(kNumberedNames, kNumberedNamesCount)) {
    if (c >= names.first && c <= names.last) {
      return std::string(prefix_of(names)) + hexadecimal(c);
    }
  }
  const NameRun* run =
      std::upper_bound(kNameRuns, kNameRuns + kNameRunCount, c,
                       [](char32_t value, const NameRun& r) { return value < r.first; });
  if (run == kNameRuns || c - run[-1].first >= run[-1].count) return {};
  return entry_name(run[-1].entry + (c - run[-1].first));
}

std::optional<char32_t> character_named(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (upper.starts_with(kHangulPrefix)) {
    return hangul_named(std::string_view(upper).substr(kHangulPrefix.size()));
  }
  if (const auto c = numbered(upper)) return c;
  const std::span entries(kEntriesByName, kEntryCount);
  const auto found = std::ranges::lower_bound(
      entries, upper, {}, [](std::uint16_t entry) { return entry_name(entry); });
  if (found == entries.end() || entry_name(*found) != upper) return std::nullopt;
  return entry_character(*found);
}

}  // namespace common
