// Spans found the fast ways against those of the Pike VM, on random patterns
// and texts whose matches run over lines.
#include "common/regex/span_finder.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/regex/matcher.h"
#include "common/regex/nfa.h"
#include "common/regex/pattern.h"
#include "common/regex/pike.h"
#include "common/regex/random_test_support.h"

namespace common::regex {
namespace {

template <std::size_t size>
std::string_view pick(Random& random, const std::array<std::string_view, size>& from) {
  return from[below(random, size)];
}

constexpr std::array<std::string_view, 26> kParts = {"QZ",          "struct",
                                                     "(?s:.)*?",    "[^;]*?",
                                                     "\\s+",        "\\n",
                                                     ":\\n",        "\\w+",
                                                     ";",           "é+",
                                                     "[^Z]",        "(Q|ZQ)",
                                                     "(?i:zq)",     "\\b",
                                                     "(?m:^)",      "x{2,3}",
                                                     "[QX:]",       "\\s*",
                                                     "q?",          "(x|\\n)+",
                                                     "(?m:$)",      "\\W",
                                                     "(?-u:\\xff)", "[ \\n]{3,}",
                                                     "X*",          "(?:Q|struct\\n)"};
constexpr std::array<std::string_view, 16> kPieces = {"QZ",   "struct", ";",  "\n", " ", "é",
                                                      "x",    ":\n",    "zq", "Q",  "X", "xx",
                                                      "\xFF", "\n\n ",  "w3", "ZQ"};

std::string random_pattern(Random& random) {
  std::string pattern;
  for (std::size_t i = 1 + below(random, 5); i > 0; --i) {
    if (below(random, 12) == 0 && !pattern.empty()) pattern += '|';
    pattern += pick(random, kParts);
  }
  return pattern;
}

// Pieces between stretches of one byte, which the DFA may pass over.
std::string random_text(Random& random, std::size_t size) {
  std::string text;
  const std::size_t most = below(random, 3) == 0 ? 700 : 40;
  while (text.size() < size) {
    text += pick(random, kPieces);
    if (below(random, 6) == 0) text.append(below(random, most), "-\nw "[below(random, 4)]);
  }
  return text;
}

// All the ways at once, as the matcher holds them.
struct Engines {
  explicit Engines(const Hir& hir)
      : automata(hir, 1u << 20),
        plan(make_plan(hir.root, automata.existence_root())),
        finder(plan, automata),
        nfa(compile_nfa(hir.root, hir.capture_names.size(), {.captures = true})),
        pike(nfa) {}

  std::vector<Span> by_pike(std::string_view text) const {
    PikeVm::Cache cache(pike);
    std::vector<Span> spans;
    std::size_t slots[2] = {};
    for (std::size_t at = 0; at <= text.size();) {
      if (!pike.find(text, at, text.size(), false, 2, slots, cache)) break;
      spans.push_back({slots[0], slots[1]});
      at = slots[1] + (slots[0] == slots[1] ? 1 : 0);
    }
    return spans;
  }

  std::vector<Span> by_finder(std::string_view text, Scratch::Impl& scratch) const {
    std::vector<Span> spans;
    Span match;
    for (std::size_t at = 0; at <= text.size();) {
      if (!finder.find(text, at, scratch, match)) break;
      spans.push_back(match);
      at = match.end + (match.empty() ? 1 : 0);
    }
    return spans;
  }

  Automata automata;
  Plan plan;
  SpanFinder finder;
  Nfa nfa;
  PikeVm pike;
};

Hir parsed(std::string pattern) {
  RegexSpec spec{.patterns = {std::move(pattern)}, .multi_line = true};
  Result<Hir> hir = build_pattern(spec);
  if (!hir) FAIL(hir.error().message);
  return std::move(*hir);
}

SpanFinder::Way way_of(std::string pattern) {
  return Engines(parsed(std::move(pattern))).finder.way();
}

TEST_CASE("spans are those of the Pike VM") {
  Random random(42);
  std::array<int, 3> ways = {};
  for (int i = 0; i < 600; ++i) {
    const std::string pattern = random_pattern(random);
    CAPTURE(pattern);
    const Engines engines(parsed(pattern));
    if (engines.plan.strategy == Strategy::ExactLiterals) continue;
    ++ways[static_cast<std::size_t>(engines.finder.way())];
    Scratch::Impl scratch;
    // In one buffer, as the searcher has it: what is left from before must not matter.
    std::string text;
    for (const std::size_t size : {30u, 300u, 1500u}) {
      text = random_text(random, size);
      CAPTURE(text);
      REQUIRE(engines.by_finder(text, scratch) == engines.by_pike(text));
    }
  }
  for (const int count : ways) CHECK(count > 50);
}

TEST_CASE("a haystack that begins later and later is another one each time") {
  Random random(7);
  for (const char* pattern : {"\\w+\\s*:\\n", "\\s\\S\\n+", "struct\\b", "\\bQ\\w*;", "Q[^;]*?Z"}) {
    CAPTURE(pattern);
    const Engines engines(parsed(pattern));
    Scratch::Impl scratch;
    PikeVm::Cache cache(engines.pike);
    const std::string text = random_text(random, 3000);
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view rest = std::string_view(text).substr(at);
      std::size_t slots[2] = {};
      const bool expected = engines.pike.find(rest, 0, rest.size(), false, 2, slots, cache);
      Span match;
      REQUIRE(engines.finder.find(rest, 0, scratch, match) == expected);
      if (!expected) break;
      REQUIRE(match == Span{slots[0], slots[1]});
      at += match.end;
    }
  }
}

TEST_CASE("the way is chosen by what the pattern has") {
  using Way = SpanFinder::Way;
  CHECK(way_of("struct.*?\\n") == Way::Heads);
  CHECK(way_of("(?s)/\\*.*?\\*/") == Way::Heads);
  CHECK(way_of("(foo|bar)[^;]*;") == Way::Heads);
  CHECK(way_of("\\bfoo\\s+\\w+\\n") == Way::Heads);
  CHECK(way_of("\\)\\s*[:{]\\n\\s+return") == Way::Regions);
  CHECK(way_of("\\w+\\s+\\w+\\n") == Way::Regions);
  CHECK(way_of("(?s)\\w.*foo") == Way::Plain);
  CHECK(way_of("\\s*") == Way::Plain);
}

TEST_CASE("candidates that never match do not make the search quadratic") {
  const std::string heads = [] {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += "/* ";
    return text;
  }();
  Span match;
  Scratch::Impl scratch;
  const Engines comment(parsed("(?s)/\\*.*?\\*/"));
  CHECK_FALSE(comment.finder.find(heads + "*", 0, scratch, match));
  const Engines nested(parsed("(?s)/\\*.*?[#$]"));
  Scratch::Impl nested_scratch;
  CHECK_FALSE(nested.finder.find(heads, 0, nested_scratch, match));
  const std::string dense(600000, 'Q');
  const Engines repeats(parsed("[Qx]+\\nZ|Q[Qx]*:\\n;"));
  Scratch::Impl repeats_scratch;
  CHECK_FALSE(repeats.finder.find(dense, 0, repeats_scratch, match));
}

}  // namespace
}  // namespace common::regex
