#include "mux/term/string_collector.h"

#include <doctest/doctest.h>

#include <string>

using namespace mux::term;

TEST_CASE("strings end in every way, however they are cut") {
  StringCollector string;
  for (const std::string_view end : {"\a", "\x1b\\", "\xC2\x9C"}) {
    const std::string bytes = "abc" + std::string(end) + "x";
    for (std::size_t cut = 0; cut < bytes.size() - 1; ++cut) {
      CAPTURE(cut);
      string.begin(StringKind::Osc);
      const auto first = string.read(std::string_view(bytes).substr(0, cut), 0);
      CHECK(first.end == cut);
      CHECK(first.progress == StringProgress::GoesOn);
      const auto second = string.read(bytes, cut);
      CHECK(second.end == bytes.size() - 1);
      CHECK(second.progress == StringProgress::Complete);
      CHECK(string.text() == "abc");
    }
  }
}

TEST_CASE("a string that is too long is read to its end") {
  for (const std::string_view end : {"\a", "\x1b\\", "\xC2\x9C"}) {
    StringCollector string;
    string.begin(StringKind::Osc);
    const std::string bytes = std::string(longest_string(StringKind::Osc) + 1, 'x');
    CHECK(string.read(bytes, 0).progress == StringProgress::GoesOn);
    CHECK(string.read(end, 0).progress == StringProgress::Complete);
    CHECK(string.is_too_long());
    CHECK(string.text().empty());
  }
}

TEST_CASE("strings can be cancelled, and broken off by another sequence") {
  StringCollector string;
  string.begin(StringKind::Dcs);
  CHECK(string
            .read("a\x07"
                  "b\x18",
                  0)
            .progress == StringProgress::Cancelled);
  CHECK(string.text() == "ab");
  string.begin(StringKind::Dcs);
  const auto read = string.read("a\x1b[", 0);
  CHECK(read.progress == StringProgress::Escaped);
  CHECK(read.end == 2);
}
