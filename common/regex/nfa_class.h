// Byte automata of character classes, as templates the NFA compiler copies.
//
// Forward: UTF-8 sequences arrive sorted, so the minimal acyclic automaton grows
// one sequence at a time (each finished node is looked up among the finished
// ones).  Backward: continuation bytes come first, sequences overlap, and only
// the ends next to the target are shared; the top becomes a Split.
#pragma once

#include <cstdint>
#include <vector>

#include "common/regex/hir.h"
#include "common/regex/nfa.h"

namespace common::regex {

struct ClassTemplate {
  // Stands for the state behind the class in `edges`.
  static constexpr std::uint32_t kTarget = 0xFFFFFFFF;
  // Node i has edges [offsets[i], offsets[i + 1]); an edge leads to an earlier
  // node or to kTarget.
  std::vector<std::uint32_t> offsets{0};
  std::vector<NfaEdge> edges;
  // The nodes one of which matches first; one unless reversed.
  std::vector<std::uint32_t> entries;

  std::uint32_t node_count() const { return static_cast<std::uint32_t>(offsets.size() - 1); }
};

// `cls` is not empty.
ClassTemplate class_template(const CharClass& cls, bool reverse);

}  // namespace common::regex
