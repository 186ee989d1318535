// What Unicode says about characters: properties as classes, and the few
// questions that the syntax itself asks.
//
// Names are compared loosely (UAX #44, LM3): case, spaces, hyphens, underscores
// and a leading "is" do not count, so `\p{isGreek}` is `\p{GREEK}`.
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string_view>

#include "common/regex/hir.h"

namespace common::regex {

enum class UnicodeFailure : std::uint8_t { PropertyNotFound, ValueNotFound };

// \p{name}: a binary property, else a general category, else a script.
std::expected<CharClass, UnicodeFailure> unicode_class(std::string_view name);
// \p{name=value}
std::expected<CharClass, UnicodeFailure> unicode_class(std::string_view name,
                                                       std::string_view value);

// Canonical ranges of \w, \d and \s; no allocation.
std::span<const ClassRange> word_ranges();
std::span<const ClassRange> digit_ranges();
std::span<const ClassRange> space_ranges();

bool is_word_scalar(std::uint32_t value);
bool is_alphabetic(std::uint32_t value);
bool is_alphanumeric(std::uint32_t value);
bool is_uppercase(std::uint32_t value);
bool is_white_space(std::uint32_t value);

}  // namespace common::regex
