#include "common/regex/utf8_ranges.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/regex/char_class.h"
#include "common/regex/utf8.h"

namespace common::regex {
namespace {

std::vector<Utf8Sequence> split(ClassRange range) {
  std::vector<Utf8Sequence> sequences;
  for (Utf8Sequences rest(range); auto sequence = rest.next();) sequences.push_back(*sequence);
  return sequences;
}

bool matches(const Utf8Sequence& sequence, const std::string& bytes) {
  if (bytes.size() != sequence.length) return false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < sequence.ranges[i].first || byte > sequence.ranges[i].last) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("all scalar values take nine sequences") {
  const auto sequences = split({0, kMaxScalar});
  REQUIRE(sequences.size() == 9);
  CHECK(sequences[0] == Utf8Sequence{.ranges = {{{0x00, 0x7F}}}, .length = 1});
  CHECK(sequences[1] == Utf8Sequence{.ranges = {{{0xC2, 0xDF}, {0x80, 0xBF}}}, .length = 2});
  CHECK(sequences[4] ==
        Utf8Sequence{.ranges = {{{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}}}, .length = 3});
}

TEST_CASE("every value of a range is in exactly one sequence") {
  for (const ClassRange range : {ClassRange{0x70, 0x912}, {0xD7AB, 0xE0C1}, {0xFFF0, 0x11003}}) {
    const auto sequences = split(range);
    for (std::uint32_t value = range.first - 3; value <= range.last + 3; ++value) {
      if (value >= kFirstSurrogate && value <= kLastSurrogate) continue;
      std::string bytes;
      append_scalar(value, bytes);
      int hits = 0;
      for (const Utf8Sequence& sequence : sequences) hits += matches(sequence, bytes) ? 1 : 0;
      REQUIRE(hits == (value >= range.first && value <= range.last ? 1 : 0));
    }
  }
}

TEST_CASE("surrogates have no sequences") {
  CHECK(split({0xD800, 0xDFFF}).empty());
}

TEST_CASE("decoding refuses what is not UTF-8") {
  for (const char* bytes : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF",
                            "\x80", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF"}) {
    CHECK(decode_scalar(bytes).length == 0);
  }
  for (std::uint32_t value = 0; value <= kMaxScalar; value += 37) {
    if (value >= kFirstSurrogate && value <= kLastSurrogate) continue;
    std::string bytes;
    append_scalar(value, bytes);
    REQUIRE(decode_scalar(bytes).value == value);
    REQUIRE(decode_scalar(bytes).length == bytes.size());
  }
  CHECK(find_invalid_utf8("a\xC3\xA9\xFFz") == 3);
  CHECK(find_invalid_utf8("abc") == std::string_view::npos);
}

}  // namespace common::regex
