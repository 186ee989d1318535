#include "lint/parser/identifiers.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <span>

#include "common/text/utf8.h"
#include "lint/parser/identifier_tables.h"
#include "lint/parser/lexer_bytes.h"

namespace lint::parser {

namespace {

bool contains(std::span<const CodePointRange> ranges, char32_t c) {
  const auto found =
      std::ranges::upper_bound(ranges, static_cast<std::uint32_t>(c), {}, &CodePointRange::first);
  return found != ranges.begin() && c <= found[-1].last;
}

}  // namespace

char32_t decode_code_point(std::string_view text, std::uint32_t* size) {
  std::size_t at = 0;
  const char32_t c = common::next_code_point(text, at);
  *size = static_cast<std::uint32_t>(at);
  return c;
}

bool is_identifier_start(char32_t c) {
  return contains({kIdentifierStart, kIdentifierStartCount}, c);
}

bool is_identifier_continue(char32_t c) {
  return contains({kIdentifierContinue, kIdentifierContinueCount}, c);
}

bool is_identifier(std::string_view text) {
  bool is_first = true;
  while (!text.empty()) {
    std::uint32_t size = 0;
    const char32_t c = decode_code_point(text, &size);
    const bool fits = c < 0x80   ? has_flag(text[0], is_first ? kNameStart : kNamePart)
                      : is_first ? is_identifier_start(c)
                                 : is_identifier_continue(c);
    if (!fits) return false;
    is_first = false;
    text.remove_prefix(size);
  }
  return !is_first;
}

std::string normalize_identifier(std::string_view text) {
  utf8proc_uint8_t* normal = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &normal, options);
  std::string result(size < 0 ? text
                              : std::string_view(reinterpret_cast<const char*>(normal),
                                                 static_cast<std::size_t>(size)));
  std::free(normal);
  return result;
}

}  // namespace lint::parser
