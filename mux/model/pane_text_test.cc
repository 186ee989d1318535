// What is read of a pane's text, against what it is made of: random text that wraps,
// with wide characters, clusters and colours.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "mux/model/fake_host_test_support.h"
#include "mux/model/search.h"
#include "mux/model/text.h"
#include "mux/model/text_reader.h"

namespace mux::model {
namespace {

constexpr term::Size kSize{.columns = 13, .rows = 6};

std::string random_text(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "a",   "b",       "ab", "aab",          " ",         "  ",
      "é",   "e\u0301", "中", "👩‍🚀",  "\r\n",      "\r\n\r\n",
      "a b", "ba",      ".",  "\x1b[31;1mab", "\x1b[4:3m", "\x1b[m",
  };
  std::string text;
  for (auto i = random() % 200 + 20; i > 0; --i) {
    text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

class ShownText {
 public:
  explicit ShownText(std::string_view text)
      : pane(PaneId{0}, {}, kSize, {.history = {.lines = 100, .bytes = 1 << 20}}, host_) {
    pane.terminal()->write(text);
  }

 private:
  FakeHost host_;

 public:
  Pane pane;
};

struct Place {
  TextPosition at;
  Step step = Step::NewLine;  // To it.
};

std::vector<Place> places_of(TextReader& text) {
  std::vector<Place> places = {{.at = {.line = text.lines().begin, .column = 0}}};
  for (;;) {
    TextPosition at = places.back().at;
    const Step step = text.forward(at);
    if (step == Step::Stuck) return places;
    places.push_back({.at = at, .step = step});
  }
}

TEST_CASE("a reader goes back the way it came") {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    ShownText shown(random_text(random));
    TextReader text(shown.pane);
    const std::vector<Place> places = places_of(text);
    CHECK(std::ranges::is_sorted(places, {}, &Place::at));
    TextPosition at = places.back().at;
    for (std::size_t i = places.size() - 1; i > 0; --i) {
      REQUIRE(text.back(at) == places[i].step);
      REQUIRE(at == places[i - 1].at);
    }
    CHECK(text.back(at) == Step::Stuck);
  }
}

// The matches of plain text, one behind the other, line by line.
std::vector<TextSpan> naive_matches(TextReader& text, std::string_view pattern) {
  const std::vector<Place> places = places_of(text);
  std::vector<TextSpan> matches;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::string read;
    std::size_t end = i;
    while (end < places.size() && read.size() < pattern.size() &&
           (end == i || places[end].step == Step::Moved)) {
      read += text.text_at(places[end++].at);
    }
    if (read != pattern) continue;
    const TextPosition last = places[end - 1].at;
    matches.push_back({.begin = places[i].at,
                       .end = {.line = last.line, .column = last.column + text.width_at(last)}});
    i = end - 1;
  }
  return matches;
}

TEST_CASE("searches find what is there, down, up and for highlights") {
  std::mt19937 random(2);
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    ShownText shown(random_text(random));
    TextReader text(shown.pane);
    for (const std::string_view pattern : {"ab", "a b", "中", "aa", "é", "b."}) {
      CAPTURE(pattern);
      shown.pane.search = {};
      shown.pane.search.is_case_sensitive = true;
      set_pattern(shown.pane, pattern);
      const std::vector<TextSpan> expected = naive_matches(text, pattern);
      const LineRange lines = text.lines();
      CHECK(matches_in(shown.pane, lines.begin, lines.end) == expected);
      found += expected.size();

      std::vector<TextSpan> down;
      for (auto match = find_match(shown.pane, {.line = lines.begin, .column = -1}, false); match;
           match = find_match(shown.pane, match->begin, false)) {
        REQUIRE((down.empty() || down.back().begin < match->begin));
        down.push_back(*match);
      }
      CHECK(down == expected);
      std::vector<TextSpan> up;
      for (auto match = find_match(shown.pane, {.line = lines.end, .column = 0}, true); match;
           match = find_match(shown.pane, match->begin, true)) {
        REQUIRE((up.empty() || match->begin < up.back().begin));
        up.push_back(*match);
      }
      std::ranges::reverse(up);
      CHECK(up == expected);
    }
  }
  CHECK(found > 1000);
}

std::string shown_again(std::string_view dumped) {
  std::string written;
  for (const char c : dumped) written += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return written;
}

TEST_CASE("text with its styles, shown again, is the same") {
  constexpr DumpOptions kPlain{.has_history = true};
  constexpr DumpOptions kStyled{.has_history = true, .has_styles = true};
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    ShownText first(random_text(random));
    ShownText second(shown_again(dump(first.pane, kStyled)));
    CHECK(dump(second.pane, kPlain) == dump(first.pane, kPlain));
    // What wrapped and ended with blanks has lost them by now.
    const std::string styled = dump(second.pane, kStyled);
    ShownText third(shown_again(styled));
    CHECK(dump(third.pane, kStyled) == styled);
  }
}

}  // namespace
}  // namespace mux::model
