#include "lint/fix/literals.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "common/text/utf8.h"

namespace lint {
namespace {

constexpr std::string_view kInfinity = "1e309";

// As str.isprintable() has it.
bool is_printable(char32_t c) {
  if (c < 0x7F) return c >= 0x20;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS:
      return false;
    default:
      return true;
  }
}

// True if the character was written as an escape that does not depend on the kind
// of literal.
bool append_short_escape(char32_t c, char quote, std::string& out) {
  switch (c) {
    case U'\n':
      out += "\\n";
      return true;
    case U'\r':
      out += "\\r";
      return true;
    case U'\t':
      out += "\\t";
      return true;
    default:
      if (c != U'\\' && c != static_cast<unsigned char>(quote)) return false;
      out += '\\';
      out += static_cast<char>(c);
      return true;
  }
}

std::string quoted(std::string_view body, char quote, bool is_triple) {
  const std::string quotes(is_triple ? 3 : 1, quote);
  return quotes + std::string(body) + quotes;
}

std::string shortest(double value, std::chars_format format) {
  std::array<char, 400> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format).ptr;
  return {digits.data(), static_cast<std::size_t>(end - digits.data())};
}

}  // namespace

char quote_for(std::string_view text, char preferred) {
  const char other = preferred == '"' ? '\'' : '"';
  const bool has_preferred = text.find(preferred) != text.npos;
  return has_preferred && text.find(other) == text.npos ? other : preferred;
}

std::string escaped_text(std::string_view text, char quote) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = common::next_code_point(text, at);
    if (append_short_escape(c, quote, out)) continue;
    if (is_printable(c)) {
      out += text.substr(start, at - start);
    } else if (c < 0x100) {
      out += fmt::format("\\x{:02x}", static_cast<std::uint32_t>(c));
    } else if (c < 0x10000) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    } else {
      out += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(c));
    }
  }
  return out;
}

std::string escaped_bytes(std::string_view bytes, char quote) {
  std::string out;
  for (char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    if (append_short_escape(value, quote, out)) continue;
    if (value >= 0x20 && value < 0x7F) {
      out += byte;
    } else {
      out += fmt::format("\\x{:02x}", value);
    }
  }
  return out;
}

std::string string_literal(std::string_view text, char preferred_quote, bool is_triple) {
  const char quote = quote_for(text, preferred_quote);
  return quoted(escaped_text(text, quote), quote, is_triple);
}

std::string bytes_literal(std::string_view bytes, char preferred_quote, bool is_triple) {
  const char quote = quote_for(bytes, preferred_quote);
  return 'b' + quoted(escaped_bytes(bytes, quote), quote, is_triple);
}

std::string float_literal(double value) {
  if (std::isinf(value)) return std::string(kInfinity);
  const std::string scientific = shortest(value, std::chars_format::scientific);
  const std::size_t e = scientific.find('e');
  const int exponent = std::stoi(scientific.substr(e + 1));
  if (exponent < 16 && exponent > -5) {
    const bool is_integer = std::abs(value - std::round(value)) < 0x1p-52;
    return is_integer ? fmt::format("{:.1f}", value) : shortest(value, std::chars_format::fixed);
  }
  return fmt::format("{}e{:+03d}", scientific.substr(0, e), exponent);
}

std::string imaginary_literal(double value) {
  if (std::isinf(value)) return std::string(kInfinity) + 'j';
  return shortest(value, std::chars_format::fixed) + 'j';
}

std::string literal_prefix(ast::StringFlags flags, std::string_view kind) {
  std::string prefix;
  if (flags.is_raw) prefix += flags.is_raw_upper ? 'R' : 'r';
  if (flags.is_unicode) prefix += 'u';
  return prefix += kind;
}

}  // namespace lint
