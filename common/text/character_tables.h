// The generated tables of character names (common/gen/character_names.cc);
// character_names.h is the way to ask them.
//
// Names are sequences of words, words are stored once.  Entries are first the
// named characters by code point, then the aliases.
#pragma once

#include <cstddef>
#include <cstdint>

namespace common {

// Words: word i is kNameWords from kNameWordStarts[i] to kNameWordStarts[i + 1].
extern const char kNameWords[];
extern const std::uint32_t kNameWordStarts[];

// The word numbers of all entries; the last one of an entry has kLastWord added.
inline constexpr std::uint16_t kLastWord = 0x8000;
extern const std::uint16_t kNameSequences[];
// Where every kEntriesPerStart-th entry starts in kNameSequences.
inline constexpr std::size_t kEntriesPerStart = 16;
extern const std::uint32_t kNameEntryStarts[];

// Neighbouring code points whose entries are neighbours, too.
struct NameRun {
  std::uint32_t first;
  std::uint32_t count;
  std::uint32_t entry;  // Of `first`.
};
extern const NameRun kNameRuns[];
extern const std::size_t kNameRunCount;

// Of the entries from kFirstAlias on.
extern const std::uint32_t kAliasCodePoints[];
extern const std::uint32_t kFirstAlias;

// All entries by name.
extern const std::uint16_t kEntriesByName[];
extern const std::size_t kEntryCount;

// Characters whose name is a prefix and their code point in hexadecimal.
struct NumberedNames {
  char prefix[32];  // "CJK UNIFIED IDEOGRAPH-"
  std::uint32_t first;
  std::uint32_t last;
};
extern const NumberedNames kNumberedNames[];
extern const std::size_t kNumberedNamesCount;

}  // namespace common
