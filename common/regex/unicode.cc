#include "common/regex/unicode.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/regex/char_class.h"
#include "common/regex/unicode_tables.h"

namespace common::regex {
namespace {

using Answer = std::expected<CharClass, UnicodeFailure>;

std::span<const ClassRange> ranges_of(std::uint16_t set) {
  return {kUnicodeRanges + kRangeSets[set].offset, kRangeSets[set].count};
}

CharClass class_of(std::uint16_t set) {
  const auto ranges = ranges_of(set);
  return {.ranges = {ranges.begin(), ranges.end()}, .is_bytes = false};
}

bool is_in(std::uint16_t set, std::uint32_t value) {
  const auto ranges = ranges_of(set);
  const auto place =
      std::lower_bound(ranges.begin(), ranges.end(), value,
                       [](const ClassRange& range, std::uint32_t v) { return range.last < v; });
  return place != ranges.end() && place->first <= value;
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string loose_name(std::string_view name) {
  const bool starts_with_is =
      name.size() >= 2 && ascii_lower(name[0]) == 'i' && ascii_lower(name[1]) == 's';
  std::string loose;
  for (char c : starts_with_is ? name.substr(2) : name) {
    if (c == ' ' || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80) continue;
    loose += ascii_lower(c);
  }
  // "isc" is an alias of ISO_Comment, not of the category "c".
  return starts_with_is && loose == "c" ? "isc" : loose;
}

const PropertyRow* find_property(std::string_view loose) {
  const std::span rows(kPropertyRows, kPropertyRowCount);
  const auto place = std::lower_bound(
      rows.begin(), rows.end(), loose,
      [](const PropertyRow& row, std::string_view name) { return row.name < name; });
  return place != rows.end() && place->name == loose ? &*place : nullptr;
}

const PropertyValueRow* find_value(UnicodeProperty property, std::string_view loose) {
  const std::span rows(kPropertyValueRows, kPropertyValueRowCount);
  const auto place = std::lower_bound(
      rows.begin(), rows.end(), loose, [&](const PropertyValueRow& row, std::string_view name) {
        return row.property != property ? row.property < property : row.name < name;
      });
  if (place == rows.end() || place->property != property || place->name != loose) return nullptr;
  return &*place;
}

Answer age_class(std::uint16_t set) {
  CharClass result;
  for (std::uint16_t age = kFirstAgeSet; age <= set; ++age) {
    const auto ranges = ranges_of(age);
    result.ranges.insert(result.ranges.end(), ranges.begin(), ranges.end());
  }
  canonicalize(result);
  return result;
}

// The three names that are no category but may stand where one may.
std::optional<CharClass> special_category(std::string_view loose) {
  if (loose == "any") return all_scalars();
  if (loose == "ascii") return CharClass{.ranges = {{0, 0x7F}}, .is_bytes = false};
  if (loose == "assigned") return negate(class_of(kUnassignedSet));
  return std::nullopt;
}

// Nothing if the property has no such value.
std::optional<Answer> class_of_value(UnicodeProperty property, std::string_view loose) {
  if (property == UnicodeProperty::GeneralCategory) {
    if (auto special = special_category(loose)) return *std::move(special);
  }
  const PropertyValueRow* row = find_value(property, loose);
  if (row == nullptr) return std::nullopt;
  if (row->set == kNoRangeSet) return std::unexpected(UnicodeFailure::ValueNotFound);
  return property == UnicodeProperty::Age ? age_class(row->set) : class_of(row->set);
}

}  // namespace

Answer unicode_class(std::string_view name) {
  const std::string loose = loose_name(name);
  // These abbreviate a category and a property that is no binary one.
  const bool is_category = loose == "cf" || loose == "sc" || loose == "lc";
  if (const PropertyRow* row = is_category ? nullptr : find_property(loose)) {
    if (row->set == kNoRangeSet) return std::unexpected(UnicodeFailure::PropertyNotFound);
    return class_of(row->set);
  }
  if (auto found = class_of_value(UnicodeProperty::GeneralCategory, loose)) return *found;
  if (auto found = class_of_value(UnicodeProperty::Script, loose)) return *found;
  return std::unexpected(UnicodeFailure::PropertyNotFound);
}

Answer unicode_class(std::string_view name, std::string_view value) {
  const PropertyRow* row = find_property(loose_name(name));
  if (row == nullptr) return std::unexpected(UnicodeFailure::PropertyNotFound);
  const auto not_found = std::unexpected(UnicodeFailure::ValueNotFound);
  if (row->property == UnicodeProperty::Binary) return not_found;
  return class_of_value(row->property, loose_name(value)).value_or(not_found);
}

std::span<const ClassRange> word_ranges() {
  return ranges_of(kWordSet);
}
std::span<const ClassRange> digit_ranges() {
  return ranges_of(kDecimalNumberSet);
}
std::span<const ClassRange> space_ranges() {
  return ranges_of(kWhiteSpaceSet);
}

bool is_word_scalar(std::uint32_t value) {
  return is_in(kWordSet, value);
}
bool is_alphabetic(std::uint32_t value) {
  return is_in(kAlphabeticSet, value);
}
bool is_alphanumeric(std::uint32_t value) {
  return is_in(kAlphabeticSet, value) || is_in(kNumberSet, value);
}
bool is_uppercase(std::uint32_t value) {
  return is_in(kUppercaseSet, value);
}
bool is_white_space(std::uint32_t value) {
  return is_in(kWhiteSpaceSet, value);
}

}  // namespace common::regex
