// Hyperscan's candidates: no line that matches may be missed, and where a hit is
// exact, its line must match.
#include "common/regex/engine_hyperscan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/regex/automata.h"
#include "common/regex/pattern.h"
#include "common/regex/promotion.h"
#include "common/regex/random_trees_test_support.h"

namespace common::regex {
namespace {

std::unique_ptr<const HyperscanFinder> finder_for(const Automata& automata) {
  const auto syntax = to_hyperscan(automata.existence_root(), '\n');
  return syntax ? HyperscanFinder::compile(*syntax, '\n') : nullptr;
}

// Walks through `text` as the searcher does.
void check_candidates(const Automata& automata, const HyperscanFinder& finder,
                      HyperscanFinder::State& state, std::string_view text) {
  Automata::Caches caches;
  std::size_t at = 0;  // A line start.
  while (at < text.size()) {
    const HyperscanFinder::Hit hit = finder.find(text, at, state);
    while (at < text.size()) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const bool is_hit_line = hit && hit.position <= end;
      CAPTURE(at);
      const bool is_match = automata.is_match(text.substr(at, end - at), 0, caches);
      if (!is_hit_line) REQUIRE(!is_match);
      if (is_hit_line && hit.is_exact) REQUIRE(is_match);
      at = end + 1;
      if (is_hit_line) break;
    }
  }
}

constexpr const char* kHyperscanPatterns[] = {
    "foo",
    "foo\\d+_bar|ba[rz]\\d_foo",
    "(get|put|set)_[a-z]+_(lock|unlock)\\b",
    "\\w{3}\\s+\\w{3}",
    "\\w+\\p{Greek}",
    "^foo|bar$",
    "(?i)kiss",
    "a.c",
    "\\bя|é\\b",
    "\\Bo\\B",
    "\\<f|o\\>",
    "[^a-z]+$",
    "x(foo)?y{2,3}|[0-9]{1,3}\\.[0-9]{1,3}",
    "(?-u)\\xff",
    "(?-u:\\b)foo(?-u:\\b)",
};

constexpr std::string_view kHyperscanText =
    "foo bar\n\nfoobar foobarbaz\nFOO BAR kiss Ki\xC5\xBFs \xE2\x84\xAAISS\nset_page_unlock a_b\n"
    "foo12_bar baz3_foo get_lock put_it_lock,\n\xCE\xB1\xCE\xB2 \xCE\xA3\xCF\x83\nx\xCE\xB1\n "
    "\n\t\n"
    "abc axc a\xC3\xA9"
    "c\nabcd 3.14 2.\nfoo\nfooo fo\n\xD1\x8F\xD0\xB9 x\xD1\x8F caf\xC3\xA9 caf\xC3\xA9s\n"
    "xfooyy xyyy\nbroken \xFF \x80 foo\xC3 \xE2\x82 b\nfoo\xC3\xA9\n   trailing \nlast foo";

TEST_CASE("patterns over lines") {
  std::string filler;
  for (int i = 0; i < 700; ++i) filler += "nothing of note in line " + std::to_string(i) + "\n";
  const std::string text =
      std::string(kHyperscanText) + "\n" + filler + filler + std::string(kHyperscanText);
  for (const char* pattern : kHyperscanPatterns) {
    for (const Boundary boundary : {Boundary::None, Boundary::Word, Boundary::Line}) {
      CAPTURE(std::string(pattern));
      CAPTURE(static_cast<int>(boundary));
      const Result<Hir> hir = build_pattern({.patterns = {pattern}, .boundary = boundary});
      REQUIRE(hir.has_value());
      const Automata automata(*hir, 1 << 20);
      const auto finder = finder_for(automata);
      // Anchors next to what -w reads at the ends are refused.
      if (boundary == Boundary::None) REQUIRE(finder != nullptr);
      if (finder == nullptr) continue;
      HyperscanFinder::State state(*finder);
      check_candidates(automata, *finder, state, kHyperscanText);
      check_candidates(automata, *finder, state, text);
    }
  }
}

TEST_CASE("random patterns over a buffer that is refilled") {
  RandomTrees trees(11);
  int compiled = 0;
  for (int round = 0; round < 900; ++round) {
    const Hir hir{.root = trees.tree(3)};
    CAPTURE(to_string(hir.root));
    const Automata automata(hir, 1 << 20);
    const auto finder = finder_for(automata);
    if (!finder) continue;
    ++compiled;
    HyperscanFinder::State state(*finder);
    std::string buffer;
    buffer.reserve(1000);
    for (int i = 0; i < 6; ++i) {
      buffer.assign(trees.long_text());
      if (i % 2 == 0) buffer += '\n';
      CAPTURE(buffer);
      check_candidates(automata, *finder, state, buffer);
    }
  }
  CHECK(compiled > 200);
}

TEST_CASE("what cannot be put down") {
  const auto syntax_of = [](const char* pattern, bool crlf) {
    const Result<Hir> hir = build_pattern({.patterns = {pattern}, .crlf = crlf});
    REQUIRE(hir.has_value());
    return to_hyperscan(hir->root, crlf ? '\0' : '\n');
  };
  CHECK(!syntax_of("x*", false));
  CHECK(!syntax_of("x$", true));
  CHECK(!syntax_of("[a-z]{5000}", false));
  CHECK(!syntax_of("([ab]{70}c){70}", false));
  CHECK(syntax_of("(abc[0-9]{4}){3}", false)->position_count == 21);
}

TEST_CASE("promotion needs costs, then proof") {
  const Result<Hir> hir = build_pattern({.patterns = {"[a-f]x[0-9]{2}"}});
  REQUIRE(hir.has_value());
  constexpr std::size_t kBuffer = 1u << 20;
  for (const double plan_time : {1.0, 3.0}) {
    const Promotion promotion(hir->root, '\n');
    int notes = 0;
    while (promotion.note_buffer(kBuffer) == nullptr) REQUIRE(++notes < 100);
    CHECK(notes >= 8);
    CHECK(promotion.finder() == nullptr);
    CHECK(promotion.note_buffer(kBuffer) == nullptr);  // The other buffer is being measured.
    promotion.judge(kBuffer, {.plan = plan_time, .hyperscan = 2.0});
    CHECK((promotion.finder() != nullptr) == (plan_time > 2));
    CHECK(promotion.note_buffer(kBuffer) == nullptr);
  }
}

TEST_CASE("one large buffer is not worth compiling for") {
  const Result<Hir> hir = build_pattern({.patterns = {"[a-f]x[0-9]{2}"}});
  REQUIRE(hir.has_value());
  const Promotion promotion(hir->root, '\n');
  CHECK(promotion.note_buffer(1u << 30) == nullptr);  // Compiled here, it would be measured next.
  CHECK(promotion.note_buffer(1) == nullptr);
  CHECK(promotion.note_buffer(1) != nullptr);
}

}  // namespace
}  // namespace common::regex
