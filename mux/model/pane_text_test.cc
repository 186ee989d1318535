// What is read of a pane's text, against what it is made of: random text that wraps,
// with wide characters, clusters and colours.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "mux/model/fake_host_test_support.h"
#include "mux/model/pane_text.h"
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

TEST_CASE("a text that was taken is of that moment, also when its pane is gone") {
  constexpr DumpOptions kStyled{.has_history = true, .has_styles = true};
  std::mt19937 random(4);
  for (int round = 0; round < 100; ++round) {
    std::optional<ShownText> shown(random_text(random));
    const PaneText text = text_to_dump(shown->pane, kStyled);
    const std::string expected = text.text();
    shown->pane.terminal()->write(random_text(random));
    shown->pane.terminal()->resize({.columns = 9, .rows = 30});
    CHECK(text.text() == expected);
    shown->pane.terminal()->write("\x1b[H\x1b[2J\x1b[3J");
    CHECK(text.text() == expected);
    shown.reset();
    CHECK(text.text() == expected);
  }
}

TEST_CASE("what is selected of a long history is the same, read at once or later") {
  std::mt19937 random(5);
  FakeHost host;
  Pane pane(PaneId{0}, {}, kSize, {.history = {.lines = 10'000, .bytes = 1 << 22}}, host);
  for (int i = 0; i < 600; ++i) pane.terminal()->write(random_text(random));
  std::size_t long_ones = 0;
  const auto check = [&] {
    const LineRange range = lines_of(pane);
    const auto place = [&] {
      return TextPosition{.line = range.begin + random() % (range.end - range.begin),
                          .column = static_cast<int>(random() % 14)};
    };
    for (int round = 0; round < 60; ++round) {
      Selection selection{.span = {place(), place()}};
      if (selection.span.end < selection.span.begin) {
        std::swap(selection.span.begin, selection.span.end);
      }
      // Up to the screen, which every other text goes into.
      if (round % 3 == 0) selection.span.end.line = range.screen + random() % 6;
      if (round % 3 == 1) selection.span.end.line = range.screen;
      const auto text = long_text_of(pane, selection);
      if (!text) continue;
      ++long_ones;
      REQUIRE(text->text() == text_of(pane, selection));
    }
  };
  check();
  pane.wrapped = std::make_unique<term::WrappedHistory>(*pane.terminal());
  pane.terminal()->resize({.columns = 8, .rows = 6});
  check();
  CHECK(long_ones > 50);
  const LineRange range = lines_of(pane);
  const Selection rectangle{.span = {{range.begin, 2}, {range.end - 1, 5}}, .is_rectangle = true};
  CHECK_FALSE(long_text_of(pane, rectangle).has_value());
}

}  // namespace
}  // namespace mux::model
