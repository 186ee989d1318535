#include "common/text/letter_case.h"

#include <utf8proc.h>

#include "common/text/utf8.h"

namespace common {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t kCount>
bool contains(const Range (&ranges)[kCount], char32_t code_point) {
  for (const Range& range : ranges) {
    if (code_point <= range.last) return range.first <= code_point;
  }
  return false;
}

// Other_Uppercase and Other_Lowercase of Unicode's PropList.txt.
constexpr Range kOtherUppercase[] = {
    {0x2160, 0x216F}, {0x24B6, 0x24CF}, {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189},
};
constexpr Range kOtherLowercase[] = {
    {0x00AA, 0x00AA},   {0x00BA, 0x00BA},   {0x02B0, 0x02B8},   {0x02C0, 0x02C1},
    {0x02E0, 0x02E4},   {0x0345, 0x0345},   {0x037A, 0x037A},   {0x10FC, 0x10FC},
    {0x1D2C, 0x1D6A},   {0x1D78, 0x1D78},   {0x1D9B, 0x1DBF},   {0x2071, 0x2071},
    {0x207F, 0x207F},   {0x2090, 0x209C},   {0x2170, 0x217F},   {0x24D0, 0x24E9},
    {0x2C7C, 0x2C7D},   {0xA69C, 0xA69D},   {0xA770, 0xA770},   {0xA7F2, 0xA7F4},
    {0xA7F8, 0xA7F9},   {0xAB5C, 0xAB5F},   {0xAB69, 0xAB69},   {0x10780, 0x10780},
    {0x10783, 0x10785}, {0x10787, 0x107B0}, {0x107B2, 0x107BA}, {0x1E030, 0x1E06D},
};

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

}  // namespace

bool is_uppercase(char32_t code_point) {
  if (code_point < 0x80) return 'A' <= code_point && code_point <= 'Z';
  return category(code_point) == UTF8PROC_CATEGORY_LU || contains(kOtherUppercase, code_point);
}

bool is_lowercase(char32_t code_point) {
  if (code_point < 0x80) return 'a' <= code_point && code_point <= 'z';
  return category(code_point) == UTF8PROC_CATEGORY_LL || contains(kOtherLowercase, code_point);
}

char32_t to_lowercase(char32_t code_point) {
  if (code_point < 0x80)
    return 'A' <= code_point && code_point <= 'Z' ? code_point + 32 : code_point;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

bool is_cased_uppercase(std::string_view text) {
  bool has_uppercase = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (is_lowercase(code_point)) return false;
    has_uppercase = has_uppercase || is_uppercase(code_point);
  }
  return has_uppercase;
}

}  // namespace common
