// The Pike VM: runs an Nfa as a set of threads in step, with their captures.
//
// Always applicable and always linear: at most one thread per NFA state and
// position, the preferred one.  About 50 times slower than the DFA, so it is
// used for the groups of a known match and where the DFA cannot decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/regex/nfa.h"
#include "common/regex/sparse_set.h"

namespace common::regex {

// No position.
inline constexpr std::size_t kNoSlot = static_cast<std::size_t>(-1);

class PikeVm {
 public:
  class Cache;

  // `nfa` was compiled forward, with captures, and must outlive the PikeVm.
  explicit PikeVm(const Nfa& nfa) : nfa_(nfa) {}

  // Finds the leftmost-first match that starts at or behind `at` (exactly at
  // `at` if anchored) and ends at or before `end`.  Fills the first `slot_count`
  // slots (0 asks only whether there is a match, and stops early).
  bool find(std::string_view haystack, std::size_t at, std::size_t end, bool is_anchored,
            std::size_t slot_count, std::size_t* slots, Cache& cache) const;

 private:
  struct Threads;
  class Run;
  const Nfa& nfa_;
};

// The threads at one position, in order of preference.
struct PikeVm::Threads {
  explicit Threads(std::size_t state_count) : states(state_count) {}
  SparseSet states;
  std::vector<std::size_t> slots;  // Row of each NFA state.
};

class PikeVm::Cache {
 public:
  explicit Cache(const PikeVm& vm)
      : current_(vm.nfa_.states.size()), next_(vm.nfa_.states.size()) {}

 private:
  friend class PikeVm;
  friend class PikeVm::Run;
  // A state to visit, or a slot to put back.
  struct Frame {
    std::uint32_t id = 0;
    bool restores = false;
    std::size_t old = 0;
  };
  Threads current_;
  Threads next_;
  std::vector<Frame> stack_;
  std::vector<std::size_t> scratch_slots_;
};

}  // namespace common::regex
