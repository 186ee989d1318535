// The DFA's shortcuts: states that keep themselves over long runs.
#include "common/regex/dfa.h"

#include <doctest/doctest.h>

#include <string>

#include "common/regex/nfa.h"
#include "common/regex/pike.h"
#include "common/regex/random_trees_test_support.h"

namespace common::regex {
namespace {

struct Comparison {
  explicit Comparison(const Node& tree, std::size_t cache_limit)
      : root(tree),
        nfa(compile_nfa(tree, 1, {})),
        dfa(nfa, DfaPreference::LeftmostFirst, cache_limit),
        cache(dfa),
        captures(compile_nfa(tree, 1, {.captures = true})),
        pike(captures),
        pike_cache(pike) {}

  // Whether the DFA could decide, which is then what Pike says.
  bool run(const std::string& text, std::size_t at, bool is_anchored) {
    CAPTURE(to_string(root));
    CAPTURE(text);
    CAPTURE(at);
    std::size_t slots[2] = {kNoSlot, kNoSlot};
    const bool is_found = pike.find(text, at, text.size(), is_anchored, 2, slots, pike_cache);
    const DfaResult end = dfa.find_end(text, at, is_anchored, false, cache);
    const DfaResult any = dfa.find_end(text, at, is_anchored, true, cache);
    if (end.outcome == DfaResult::Quit || end.outcome == DfaResult::GaveUp) return false;
    REQUIRE((end.outcome == DfaResult::Yes) == is_found);
    if (is_found) REQUIRE(end.position == slots[1]);
    if (any.outcome != DfaResult::GaveUp) REQUIRE(any.outcome == end.outcome);
    return true;
  }

  Node root;
  Nfa nfa;
  Dfa dfa;
  Dfa::Cache cache;
  Nfa captures;
  PikeVm pike;
  PikeVm::Cache pike_cache;
};

TEST_CASE("long runs end where Pike says") {
  RandomTrees trees(7);
  int decided = 0;
  for (int round = 0; round < 1500; ++round) {
    Comparison comparison(trees.tree(3), round % 5 == 0 ? 900 : 1 << 20);
    for (int i = 0; i < 8; ++i) {
      const std::string text = trees.long_text();
      const std::size_t at = trees.pick(4) == 0 ? trees.pick(text.size() + 1) : 0;
      for (const bool is_anchored : {false, true}) {
        decided += comparison.run(text, at, is_anchored) ? 1 : 0;
      }
    }
  }
  CHECK(decided > 15000);
}

// A run of one byte, then some others, again and again: the state of the run is left often.
std::string text_of_short_runs(RandomTrees& trees) {
  std::string text;
  const std::string others = trees.long_text();
  const char kept = trees.pick(2) == 0 ? 'z' : others.empty() ? 'y' : others[0];
  const std::size_t length = 1 + trees.pick(60);
  while (text.size() < 400 + trees.pick(4000)) {
    text.append(length + trees.pick(4), kept);
    const std::size_t from = others.empty() ? 0 : trees.pick(others.size());
    text.append(others.substr(from, 1 + trees.pick(trees.pick(9) == 0 ? 80 : 3)));
  }
  return text;
}

TEST_CASE("states that are left often, and come back to, lead to the same ends") {
  RandomTrees trees(11);
  int decided = 0;
  for (int round = 0; round < 1000; ++round) {
    Comparison comparison(trees.tree(3), round % 5 == 0 ? 900 : 1 << 20);
    for (int i = 0; i < 4; ++i) {
      decided += comparison.run(text_of_short_runs(trees), 0, false) ? 1 : 0;
    }
  }
  CHECK(decided > 3000);
}

}  // namespace
}  // namespace common::regex
