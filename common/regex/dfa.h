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
// A state that keeps itself for a while is left by looking for the first byte
// that leads elsewhere, at memory speed, as long as that pays.
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
#include "common/scan/scan.h"

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
  std::size_t position = 0;  // Of No: how far the haystack was read.
};

class Dfa {
 public:
  class Cache;

  // `nfa` must outlive the Dfa.
  Dfa(const Nfa& nfa, DfaPreference preference, std::size_t cache_limit);

  // Where the match that starts earliest at or behind `at` (or exactly there)
  // ends; if none does, how far was read.  `is_earliest`: the first position at
  // which some match is known to end.
  DfaResult find_end(std::string_view haystack, std::size_t at, bool is_anchored, bool is_earliest,
                     Cache& cache) const;
  // For a reverse program: the smallest start, not before `at`, of a match that
  // ends at `end`.
  DfaResult find_start(std::string_view haystack, std::size_t at, std::size_t end,
                       Cache& cache) const;

  // For a pattern that no match of which contains `terminator`: the same as
  // find_end(haystack, at, false, true), for an `at` where a line starts, only
  // that the position may be any in the first line with a match.  Lines do not
  // depend on each other, so four of them are read at a time: the wait for one
  // transition is spent on the others.
  DfaResult find_line(std::string_view haystack, std::size_t at, char terminator,
                      Cache& cache) const;

  std::size_t class_count() const { return class_count_; }

 private:
  class Stepper;

  // Entries of the transition table.  Below kStop an entry is the offset of the
  // next state's row; from kStop on the hot loop must look closer.
  static constexpr std::uint32_t kStop = 1u << 31;
  static constexpr std::uint32_t kMatch = 1u << 30;
  static constexpr std::uint32_t kOffset = kMatch - 1;
  static constexpr std::uint32_t kUnknown = kStop;
  static constexpr std::uint32_t kDead = kStop | 1;
  static constexpr std::uint32_t kQuit = kStop | 2;
  static constexpr std::uint32_t kGiveUp = kStop | 3;
  // Rows start behind the numbers above.
  static constexpr std::uint32_t kFirstRow = 4;

  // A search that stands before `at` with the state of `row`.
  struct Cursor {
    std::size_t at = 0;
    std::size_t end = 0;
    std::uint32_t row = 0;
  };

  void make_classes();
  // The start state for a search that goes on from `position`.
  std::uint32_t start_entry(std::string_view haystack, std::size_t position, bool is_anchored,
                            Cache& cache) const;
  // The entry of `row` for a class, computed; `progress` is the number of bytes
  // read since cache.bytes_ was brought up to date.
  std::uint32_t step(std::uint32_t row, std::size_t unit_class, std::size_t progress,
                     Cache& cache) const;
  std::size_t end_class() const { return class_count_ - 1; }
  // Runs until the end (0) or an entry from kStop on, never kUnknown: that of the
  // byte at cursor.at, which then is not yet passed.
  std::uint32_t run(std::string_view haystack, Cursor& cursor, Cache& cache) const;
  // The same without a stop at matches; `result` is the last of them.  For the
  // way behind the first match, where stops are frequent.
  std::uint32_t run_through(std::string_view haystack, Cursor& cursor, DfaResult& result,
                            Cache& cache) const;
  // The first position from `at` on whose byte may lead the state of `row`
  // elsewhere.
  std::size_t skip_loop(std::string_view haystack, std::size_t at, std::uint32_t row,
                        Cache& cache) const;
  // Runs as long as the state of cursor.row is kept, or left for a few bytes only, no entry
  // from kStop on is met, and that pays.
  void pass_loop(std::string_view haystack, Cursor& cursor, Cache& cache) const;
  void run_near(std::string_view haystack, Cursor& cursor, Cache& cache) const;
  bool keeps_state(std::uint32_t row, unsigned char byte, const Cache& cache) const;
  scan::ByteClass loop_bytes(std::uint32_t row, const Cache& cache) const;
  // Runs four cursors in step while none of them meets such an entry.
  void run_four(std::string_view haystack, Cursor* cursors, const Cache& cache) const;
  DfaResult find_in_block(std::string_view haystack, std::size_t at, std::size_t size,
                          char terminator, std::size_t& end, Cache& cache) const;

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
  std::size_t memory() const;
  std::size_t state_count() const { return states_.size(); }

 private:
  friend class Dfa;
  friend class Dfa::Stepper;

  static constexpr std::uint32_t kNoState = 0xFFFFFFFF;

  // Where a state's list lies in lists_: its flags (is a match; the side seen),
  // then NFA states.  What is known about its loop.
  struct State {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t loop = kNoState;  // Into loops_.
  };
  // The bytes that are known to keep a state, and whether looking for others pays.
  struct Loop {
    scan::ByteClass bytes;
    std::int32_t credit = 0;
  };

  void clear();

  std::vector<std::uint32_t> rows_;
  std::vector<State> states_;
  std::vector<Loop> loops_;
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
  std::size_t bytes_ = 0;         // Read since the cache was last empty.
  std::uint32_t generation_ = 0;  // Counts how often it was.
};

}  // namespace common::regex
