// The engines against each other and against a backtracking oracle, on every
// small pattern over a small alphabet and on random ones.
#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/regex/dfa.h"
#include "common/regex/look.h"
#include "common/regex/matcher.h"
#include "common/regex/nfa.h"
#include "common/regex/pike.h"
#include "common/regex/random_trees_test_support.h"
#include "common/regex/simplify.h"

namespace common::regex {
namespace {

// Perl's semantics by definition: tries everything in order of preference.
class Oracle {
 public:
  explicit Oracle(std::string_view haystack) : haystack_(haystack) {}

  std::optional<Span> find(const Node& root, std::size_t at) {
    for (std::size_t start = at; start <= haystack_.size(); ++start) {
      std::size_t end = 0;
      const Continuation done = [&](std::size_t position) {
        end = position;
        return true;
      };
      if (match(root, start, done)) return Span{start, end};
    }
    return std::nullopt;
  }

 private:
  using Continuation = std::function<bool(std::size_t)>;

  bool match(const Node& node, std::size_t at, const Continuation& then) {
    switch (node.kind) {
      case NodeKind::Empty:
        return then(at);
      case NodeKind::Literal:
        return haystack_.substr(at).starts_with(node.bytes) && then(at + node.bytes.size());
      case NodeKind::Class:
        for (const ClassRange& range : node.cls.ranges) {
          if (at < haystack_.size() && static_cast<unsigned char>(haystack_[at]) >= range.first &&
              static_cast<unsigned char>(haystack_[at]) <= range.last) {
            return then(at + 1);
          }
        }
        return false;
      case NodeKind::Look:
        return look_holds_at(node.look, haystack_, at) && then(at);
      case NodeKind::Repeat:
        return repeat(node, 0, at, then);
      case NodeKind::Capture:
        return match(node.children[0], at, then);
      case NodeKind::Concat:
        return concat(node, 0, at, then);
      case NodeKind::Alternate:
        for (const Node& child : node.children) {
          if (match(child, at, then)) return true;
        }
        return false;
    }
    return false;
  }

  bool concat(const Node& node, std::size_t index, std::size_t at, const Continuation& then) {
    if (index == node.children.size()) return then(at);
    return match(node.children[index], at,
                 [&](std::size_t next) { return concat(node, index + 1, next, then); });
  }

  bool repeat(const Node& node, std::uint32_t count, std::size_t at, const Continuation& then) {
    const auto more = [&] {
      if (count >= node.max) return false;
      return match(node.children[0], at, [&](std::size_t next) {
        // An empty iteration ends the loop.
        if (next == at && count >= node.min) return then(next);
        return repeat(node, count + 1, next, then);
      });
    };
    if (count < node.min) return more();
    return node.greedy ? more() || then(at) : then(at) || more();
  }

  std::string_view haystack_;
};

// Finds as the planner does: end by the forward DFA, start by the reverse one.
struct DfaPair {
  explicit DfaPair(const Node& root, std::size_t limit = 1 << 20)
      : forward_nfa(compile_nfa(root, 1, {})),
        reverse_nfa(compile_nfa(root, 1, {.reverse = true})),
        forward(forward_nfa, DfaPreference::LeftmostFirst, limit),
        reverse(reverse_nfa, DfaPreference::Longest, limit),
        forward_cache(forward),
        reverse_cache(reverse) {}

  Nfa forward_nfa;
  Nfa reverse_nfa;
  Dfa forward;
  Dfa reverse;
  Dfa::Cache forward_cache;
  Dfa::Cache reverse_cache;
};

TEST_CASE("Pike and DFA find what backtracking finds") {
  RandomTrees trees(1);
  int decided = 0;
  for (int round = 0; round < 6000; ++round) {
    const Node root = trees.tree(3);
    DfaPair dfas(root, round % 5 == 0 ? 600 : 1 << 20);
    const Nfa captures = compile_nfa(root, 1, {.captures = true});
    const PikeVm pike(captures);
    PikeVm::Cache pike_cache(pike);
    for (int i = 0; i < 12; ++i) {
      const std::string text = trees.text();
      const std::size_t at = text.empty() ? 0 : trees.pick(text.size() + 1);
      CAPTURE(to_string(root));
      CAPTURE(text);
      CAPTURE(at);
      const std::optional<Span> expected = Oracle(text).find(root, at);
      std::size_t slots[2] = {kNoSlot, kNoSlot};
      const bool is_found = pike.find(text, at, text.size(), false, 2, slots, pike_cache);
      REQUIRE(is_found == expected.has_value());
      if (expected) REQUIRE(Span{slots[0], slots[1]} == *expected);
      REQUIRE(pike.find(text, at, text.size(), false, 0, nullptr, pike_cache) == is_found);

      const DfaResult end = dfas.forward.find_end(text, at, false, false, dfas.forward_cache);
      if (end.outcome == DfaResult::Quit || end.outcome == DfaResult::GaveUp) continue;
      ++decided;
      REQUIRE((end.outcome == DfaResult::Yes) == expected.has_value());
      const DfaResult any = dfas.forward.find_end(text, at, false, true, dfas.forward_cache);
      if (any.outcome != DfaResult::GaveUp) REQUIRE(any.outcome == end.outcome);
      if (!expected) continue;
      REQUIRE(end.position == expected->end);
      const DfaResult start = dfas.reverse.find_start(text, at, end.position, dfas.reverse_cache);
      if (start.outcome == DfaResult::Quit || start.outcome == DfaResult::GaveUp) continue;
      REQUIRE(start.outcome == DfaResult::Yes);
      REQUIRE(start.position == expected->start);
    }
  }
  CHECK(decided > 50000);
}

TEST_CASE("the smaller tree matches where the whole one does") {
  RandomTrees trees(3);
  for (int round = 0; round < 3000; ++round) {
    const Node root = trees.tree(3);
    const Node existence = for_existence(root);
    for (int i = 0; i < 8; ++i) {
      const std::string text = trees.text();
      CAPTURE(to_string(root));
      CAPTURE(to_string(existence));
      CAPTURE(text);
      REQUIRE(Oracle(text).find(existence, 0).has_value() ==
              Oracle(text).find(root, 0).has_value());
    }
  }
}

}  // namespace
}  // namespace common::regex
