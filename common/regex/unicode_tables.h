// The generated Unicode tables (unicode_tables.cc), as rows of plain constants.
// unicode.h is the way to ask them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/regex/hir.h"

namespace common::regex {

enum class UnicodeProperty : std::uint8_t {
  Age,
  Binary,
  GeneralCategory,
  GraphemeClusterBreak,
  Script,
  ScriptExtensions,
  SentenceBreak,
  WordBreak,
};

// A property or value that Unicode names, but for which there is no class.
inline constexpr std::uint16_t kNoRangeSet = 0xFFFF;

struct RangeSet {
  std::uint32_t offset;  // Into kUnicodeRanges.
  std::uint32_t count;
};

// Sorted by name, which is loose (lower case, no spaces, hyphens, underscores).
// Names are arrays, not views: the rows need no relocation at start.
struct PropertyRow {
  char name[32];
  UnicodeProperty property;
  std::uint16_t set;  // Of a Binary property, else kNoRangeSet.
};

// Sorted by property, then by name.
struct PropertyValueRow {
  UnicodeProperty property;
  char name[32];
  std::uint16_t set;
};

// Maps a value to the next one in the cycle of values with the same simple case
// folding: by adding `delta`, or, where `delta` is 0, by swapping the values of
// each pair first, first + 1; first + 2, first + 3; ...
struct CaseFoldRun {
  std::uint32_t first;
  std::uint32_t last;
  std::int32_t delta;
};

extern const ClassRange kUnicodeRanges[];
extern const RangeSet kRangeSets[];
extern const PropertyRow kPropertyRows[];
extern const std::size_t kPropertyRowCount;
extern const PropertyValueRow kPropertyValueRows[];
extern const std::size_t kPropertyValueRowCount;
extern const CaseFoldRun kCaseFoldRuns[];
extern const std::size_t kCaseFoldRunCount;

// Indices into kRangeSets.  The ages are neighbours from kFirstAgeSet on, in
// the order of their versions; each holds what that version added.
extern const std::uint16_t kDecimalNumberSet;
extern const std::uint16_t kUnassignedSet;
extern const std::uint16_t kNumberSet;
extern const std::uint16_t kAlphabeticSet;
extern const std::uint16_t kUppercaseSet;
extern const std::uint16_t kWhiteSpaceSet;
extern const std::uint16_t kWordSet;  // \w
extern const std::uint16_t kFirstAgeSet;

}  // namespace common::regex
