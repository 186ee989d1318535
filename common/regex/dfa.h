// The lazy DFA: an Nfa determinised state by state as the haystack asks.
//
// A DFA state is the list of NFA states in order of preference, cut behind the
// first one that matches (leftmost-first), so finding the end of the match needs
// no more than running until the dead state.  Matches are reported one byte
// late: a state says whether a match ended *before* the byte that led to it,
// because assertions must see that byte.  For the same reason pending
// assertions stay in the list, with the side they have already seen, and are
// decided when the next byte is known.
//
// Unicode word assertions next to a byte >= 0x80 cannot be decided by a byte.
// The step is then computed for every answer there can be; mostly the answers
// lead to the same state (the byte fits nothing anyway).  Where they do not, the
// search quits and tells where.
//
// The cache belongs to one thread and is bounded: when full it is emptied, and
// if it filled up without earning its keep the search gives up, so that time
// stays linear in the haystack with the Pike VM taking over.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/regex/look.h"
#include "common/regex/nfa.h"
#include "common/regex/sparse_set.h"

namespace common::regex {

enum class DfaPreference : std::uint8_t {
  LeftmostFirst,
  // All matches count: the last one seen is the longest.  For reverse programs.
  Longest,
};

struct DfaResult {
  enum Outcome : std::uint8_t {
    No,
    Yes,
    Quit,    // A byte that cannot be decided, at `position`.
    GaveUp,  // The cache does not pay for itself here.
  };
  Outcome outcome = No;
  std::size_t position = 0;
};

class Dfa {
 public:
  class Cache;

  // `nfa` must outlive the Dfa.
  Dfa(const Nfa& nfa, DfaPreference preference, std::size_t cache_limit);

  // Where the match that starts earliest at or behind `at` (or exactly there)
  // ends.  `is_earliest`: the first position at which some match is known to end.
  DfaResult find_end(std::string_view haystack, std::size_t at, bool is_anchored, bool is_earliest,
                     Cache& cache) const;
  // For a reverse program: the smallest start, not before `at`, of a match that
  // ends at `end`.
  DfaResult find_start(std::string_view haystack, std::size_t at, std::size_t end,
                       Cache& cache) const;

  std::size_t class_count() const { return class_count_; }
  const Nfa& nfa() const { return nfa_; }

  // Entries of the transition table.  Below kStop an entry is the offset of the
  // next state's row; from kStop on the hot loop must look closer.
  static constexpr std::uint32_t kStop = 1u << 31;
  static constexpr std::uint32_t kMatch = 1u << 30;
  static constexpr std::uint32_t kOffset = kMatch - 1;
  static constexpr std::uint32_t kUnknown = kStop;
  static constexpr std::uint32_t kDead = kStop | 1;
  static constexpr std::uint32_t kQuit = kStop | 2;
  static constexpr std::uint32_t kGiveUp = kStop | 3;
  // Rows start behind the four numbers above, whatever the row length.
  static constexpr std::uint32_t kFirstRow = 512;

  const std::array<std::uint8_t, 256>& classes() const { return class_of_; }
  // Row of the state before the byte at `position` is read, going forward.
  std::uint32_t start_entry(std::string_view haystack, std::size_t position, bool is_anchored,
                            Cache& cache) const;
  // The entry for `row` and a class kUnknown was found for; `position` is how
  // far the search has come.
  std::uint32_t step(std::uint32_t row, std::size_t unit_class, std::size_t position,
                     Cache& cache) const;
  std::size_t end_class() const { return class_count_ - 1; }

 private:
  class Stepper;

  void make_classes();

  const Nfa& nfa_;
  DfaPreference preference_;
  std::size_t cache_limit_;
  std::array<std::uint8_t, 256> class_of_{};
  std::array<std::uint8_t, 257> representative_{};  // A byte of each class.
  std::size_t class_count_ = 0;                     // With one more for "no byte".
  std::array<Side, kSideCount> relevant_side_{};    // Sides no assertion tells apart, merged.
};

class Dfa::Cache {
 public:
  explicit Cache(const Dfa& dfa);
  const std::uint32_t* rows() const { return rows_.data(); }
  std::size_t memory() const;
  // For --trace and tests.
  std::size_t state_count() const { return states_.size(); }

 private:
  friend class Dfa;
  friend class Dfa::Stepper;

  static constexpr std::uint32_t kNoState = 0xFFFFFFFF;

  // Where a state's list lies in lists_: its flags (is a match; the side seen),
  // then NFA states.
  struct State {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
  };

  void clear(const Dfa& dfa);

  std::vector<std::uint32_t> rows_;
  std::vector<State> states_;
  std::vector<std::uint32_t> lists_;
  std::vector<std::uint32_t> table_;  // Open addressing, by list.
  std::array<std::uint32_t, 2 * kSideCount> starts_{};
  // Work space of one step.
  SparseSet visited_;
  SparseSet resolved_;
  std::vector<std::uint32_t> kernel_;
  std::vector<std::uint32_t> stack_;
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> other_;
  // Progress since the cache was last empty.
  std::size_t bytes_ = 0;
  std::size_t marked_position_ = 0;
};

}  // namespace common::regex
