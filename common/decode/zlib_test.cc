#include "common/decode/zlib.h"

#include <doctest/doctest.h>

#include <string_view>

using common::decode::inflate;

namespace {
constexpr std::string_view kAbcdef("\x78\x9C\x4B\x4C\x4A\x4E\x49\x4D\x03\x00\x08\x1E\x02\x56", 14);
}

TEST_CASE("data are unpacked if they are whole and not too many") {
  CHECK(inflate(kAbcdef, 100) == "abcdef");
  CHECK(inflate(kAbcdef, 6) == "abcdef");
  CHECK_FALSE(inflate(kAbcdef, 5).has_value());
  CHECK_FALSE(inflate(kAbcdef.substr(0, 13), 100).has_value());
  CHECK_FALSE(inflate("abcdef", 100).has_value());
  CHECK_FALSE(inflate("", 100).has_value());
}
