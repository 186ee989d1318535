// UTF-8: every target against the scalar decoder, and that against the RFC.
#include <doctest/doctest.h>

#include "common/scan/scan.h"
#include "common/scan/scan_test_support.h"

namespace common::scan {
namespace {

constexpr std::string_view kPieces[] = {
    "a",
    "text ",
    "\xC3\xA9",
    "\xE2\x82\xAC",
    "\xF0\x9F\x98\x80",
    "\xEF\xBF\xBF",
    "\xED\x9F\xBF",
    "\xF4\x8F\xBF\xBF",
    "\xDF\xBF",
    "\xE0\xA0\x80",
    "\xF0\x90\x80\x80",
    "\xEE\x80\x80",
    "\x7F",
    "a long stretch of plain text, longer than any vector of any instruction set there is....."};
constexpr std::string_view kBroken[] = {"\x80",
                                        "\xC0\x80",
                                        "\xC1\xBF",
                                        "\xE0\x9F\xBF",
                                        "\xED\xA0\x80",
                                        "\xED\xBF\xBF",
                                        "\xF0\x8F\xBF\xBF",
                                        "\xF4\x90\x80\x80",
                                        "\xF5\x80\x80\x80",
                                        "\xFF",
                                        "\xC3",
                                        "\xE2\x82",
                                        "\xF0\x9F\x98",
                                        "\xE2",
                                        "\xF0",
                                        "\xF8\x88\x80\x80\x80",
                                        "\xBF\xBF"};

std::size_t oracle(std::string_view bytes) {
  return scalar::valid_utf8_prefix(reinterpret_cast<const Byte*>(bytes.data()), 0, bytes.size());
}

TEST_CASE("the scalar decoder follows the RFC") {
  for (std::string_view piece : kPieces) CHECK(oracle(piece) == piece.size());
  for (std::string_view piece : kBroken) CHECK(oracle(piece) == 0);
}

TEST_CASE("the valid prefix is that of the scalar decoder") {
  for_each_target([] {
    Random random(8);
    GuardedPages pages(8192);
    for (int round = 0; round < 6000; ++round) {
      std::string text;
      const std::size_t pieces = below(random, 60);
      for (std::size_t i = 0; i < pieces; ++i) text += kPieces[below(random, std::size(kPieces))];
      if (below(random, 2) == 0) {
        text.insert(below(random, text.size() + 1), kBroken[below(random, std::size(kBroken))]);
      }
      if (below(random, 4) == 0 && !text.empty()) text.resize(below(random, text.size()));
      const std::size_t expected = oracle(text);
      REQUIRE(valid_utf8_prefix(pages.at_end(text)) == expected);
      REQUIRE(valid_utf8_prefix(pages.at_start(text)) == expected);
      REQUIRE(is_valid_utf8(text) == (expected == text.size()));
    }
  });
}

TEST_CASE("every pair of bytes is judged alike at every place") {
  for_each_target([] {
    bool same = true;
    std::string text(140, 'x');
    for (unsigned pair = 0; pair < 65536; pair += 3) {
      const std::size_t at = pair % 139;
      text[at] = static_cast<char>(pair >> 8);
      text[at + 1] = static_cast<char>(pair & 255);
      same = same && valid_utf8_prefix(text) == oracle(text);
      text[at] = text[at + 1] = 'x';
    }
    CHECK(same);
  });
}

}  // namespace
}  // namespace common::scan
