// The DFA's shortcuts: states that keep themselves over long runs.
#include "common/regex/dfa.h"

#include <doctest/doctest.h>

#include <string>

#include "common/regex/nfa.h"
#include "common/regex/pike.h"
#include "common/regex/random_trees_test_support.h"

namespace common::regex {
namespace {

TEST_CASE("long runs end where Pike says") {
  RandomTrees trees(7);
  int decided = 0;
  for (int round = 0; round < 1500; ++round) {
    const Node root = trees.tree(3);
    const Nfa nfa = compile_nfa(root, 1, {});
    const Dfa dfa(nfa, DfaPreference::LeftmostFirst, round % 5 == 0 ? 900 : 1 << 20);
    Dfa::Cache cache(dfa);
    const Nfa captures = compile_nfa(root, 1, {.captures = true});
    const PikeVm pike(captures);
    PikeVm::Cache pike_cache(pike);
    for (int i = 0; i < 8; ++i) {
      const std::string text = trees.long_text();
      const std::size_t at = trees.pick(4) == 0 ? trees.pick(text.size() + 1) : 0;
      CAPTURE(to_string(root));
      CAPTURE(text);
      CAPTURE(at);
      for (const bool is_anchored : {false, true}) {
        std::size_t slots[2] = {kNoSlot, kNoSlot};
        const bool is_found = pike.find(text, at, text.size(), is_anchored, 2, slots, pike_cache);
        const DfaResult end = dfa.find_end(text, at, is_anchored, false, cache);
        const DfaResult any = dfa.find_end(text, at, is_anchored, true, cache);
        if (end.outcome == DfaResult::Quit || end.outcome == DfaResult::GaveUp) continue;
        ++decided;
        REQUIRE((end.outcome == DfaResult::Yes) == is_found);
        if (is_found) REQUIRE(end.position == slots[1]);
        if (any.outcome != DfaResult::GaveUp) REQUIRE(any.outcome == end.outcome);
      }
    }
  }
  CHECK(decided > 15000);
}

}  // namespace
}  // namespace common::regex
