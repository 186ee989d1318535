// What PCRE2's classes have of ASCII, which all its versions agree about.
//
// What they have beyond depends on the version of Unicode, so a class is written
// for the default engine with either nothing or everything beyond ASCII in it.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace common::regex {

using AsciiSet = std::bitset<128>;

// [:name:], if there is one.
std::optional<AsciiSet> named_set(std::string_view name);
// \d, \W and the like by their letter, if it is one.  For \p and \P, all that may
// be a member.
std::optional<AsciiSet> shorthand_set(char letter);
AsciiSet in_both_cases(AsciiSet set);
// The class in brackets.
std::string class_text(const AsciiSet& set, bool goes_beyond);

}  // namespace common::regex
