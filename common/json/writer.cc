#include "common/json/writer.h"

#include <array>
#include <charconv>

#include "common/json/base64.h"

namespace common::json {
namespace {

// What follows the backslash: 0 for bytes that stand for themselves, 'u' for
// control bytes without a letter of their own.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> escapes{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) escapes[byte] = 'u';
  escapes['\b'] = 'b';
  escapes['\t'] = 't';
  escapes['\n'] = 'n';
  escapes['\f'] = 'f';
  escapes['\r'] = 'r';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}();

void append_escape(char byte, char escape, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '\\';
  out += escape;
  if (escape != 'u') return;
  const auto value = static_cast<unsigned char>(byte);
  out += {'0', '0', kHex[value >> 4], kHex[value & 15]};
}

}  // namespace

void Writer::start_line() {
  if (!is_pretty_) return;
  out_ += '\n';
  out_.append(std::size_t{indent_} * depth_, ' ');
}

void Writer::separate() {
  if (is_after_key_) {
    is_after_key_ = false;
  } else {
    if (needs_comma_) out_ += ',';
    if (depth_ > 0) start_line();
  }
  needs_comma_ = true;
}

Writer& Writer::begin(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  needs_comma_ = false;
  return *this;
}

Writer& Writer::end(char bracket) {
  --depth_;
  if (needs_comma_) start_line();
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

Writer& Writer::begin_object() {
  return begin('{');
}

Writer& Writer::end_object() {
  return end('}');
}

Writer& Writer::begin_array() {
  return begin('[');
}

Writer& Writer::end_array() {
  return end(']');
}

Writer& Writer::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += is_pretty_ ? "\": " : "\":";
  is_after_key_ = true;
  return *this;
}

Writer& Writer::any_key(std::string_view valid_utf8) {
  separate();
  append_quoted(valid_utf8);
  out_ += is_pretty_ ? ": " : ":";
  is_after_key_ = true;
  return *this;
}

Writer& Writer::string(std::string_view valid_utf8) {
  separate();
  append_quoted(valid_utf8);
  return *this;
}

void Writer::append_quoted(std::string_view valid_utf8) {
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < valid_utf8.size(); ++i) {
    const char escape = kEscapes[static_cast<unsigned char>(valid_utf8[i])];
    if (escape == 0) continue;
    out_.append(valid_utf8, copied, i - copied);
    append_escape(valid_utf8[i], escape, out_);
    copied = i + 1;
  }
  out_.append(valid_utf8, copied);
  out_ += '"';
}

Writer& Writer::base64(std::string_view bytes) {
  separate();
  out_ += '"';
  append_base64(bytes, out_);
  out_ += '"';
  return *this;
}

Writer& Writer::number(std::uint64_t value) {
  separate();
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
  return *this;
}

Writer& Writer::boolean(bool value) {
  return raw(value ? "true" : "false");
}

Writer& Writer::null() {
  return raw("null");
}

Writer& Writer::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

}  // namespace common::json
