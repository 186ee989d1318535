// The classes [:name:] as tables of ASCII ranges.
#pragma once

#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

#include "common/regex/hir.h"

namespace common::regex {

inline constexpr ClassRange kAlnum[] = {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}};
inline constexpr ClassRange kAlpha[] = {{'A', 'Z'}, {'a', 'z'}};
inline constexpr ClassRange kAscii[] = {{0, 0x7F}};
inline constexpr ClassRange kBlank[] = {{'\t', '\t'}, {' ', ' '}};
inline constexpr ClassRange kCntrl[] = {{0, 0x1F}, {0x7F, 0x7F}};
inline constexpr ClassRange kDigit[] = {{'0', '9'}};
inline constexpr ClassRange kGraph[] = {{'!', '~'}};
inline constexpr ClassRange kLower[] = {{'a', 'z'}};
inline constexpr ClassRange kPrint[] = {{' ', '~'}};
inline constexpr ClassRange kPunct[] = {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}};
inline constexpr ClassRange kSpace[] = {{'\t', '\r'}, {' ', ' '}};
inline constexpr ClassRange kUpper[] = {{'A', 'Z'}};
inline constexpr ClassRange kWord[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
inline constexpr ClassRange kXdigit[] = {{'0', '9'}, {'A', 'F'}, {'a', 'f'}};

struct AsciiClassRow {
  std::string_view name;
  std::span<const ClassRange> ranges;
};

inline constexpr AsciiClassRow kAsciiClasses[] = {
    {"alnum", kAlnum}, {"alpha", kAlpha}, {"ascii", kAscii}, {"blank", kBlank},   {"cntrl", kCntrl},
    {"digit", kDigit}, {"graph", kGraph}, {"lower", kLower}, {"print", kPrint},   {"punct", kPunct},
    {"space", kSpace}, {"upper", kUpper}, {"word", kWord},   {"xdigit", kXdigit},
};

}  // namespace common::regex
