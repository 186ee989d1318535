// The default engine: finite automata for one Hir, linear in the haystack.
//
// A match is found in two passes of lazy DFAs, forward to its end and backward to
// its start.  Where matches are dense, most begin where the first byte says that
// one can, and one pass from there is enough.  Where a DFA cannot decide (Unicode word assertions
// next to non-ASCII text) or does not pay, the Pike VM runs instead.  Groups are read by the Pike
// VM within the known match.  Whether there is a match at all is asked of a smaller program
// (simplify.h).  Programs are compiled at first need, so that a search which finds nothing compiles
// one at most.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/regex/dfa.h"
#include "common/regex/hir.h"
#include "common/regex/lazy.h"
#include "common/regex/matcher.h"
#include "common/regex/nfa.h"
#include "common/regex/pike.h"

namespace common::regex {

class Automata {
 public:
  static constexpr std::ptrdiff_t kMostGuessCredit = 256;

  // Of one thread.
  struct Caches {
    std::optional<Dfa::Cache> existence;
    std::optional<Dfa::Cache> forward;
    std::optional<Dfa::Cache> reverse;
    std::optional<PikeVm::Cache> pike_existence;
    std::optional<PikeVm::Cache> pike_groups;
    // Bytes that guesses at the start of a match may still read in vain.
    std::ptrdiff_t guess_credit = kMostGuessCredit;
  };

  Automata(const Hir& hir, std::size_t dfa_size_limit);

  bool find(std::string_view haystack, std::size_t at, Caches& caches, Span& match) const;
  bool is_match(std::string_view haystack, std::size_t at, Caches& caches) const;
  // The end of the match that starts at `at` and nowhere else.  No: the position
  // is how far was read.  Undecided (Quit, GaveUp): find() will know.
  DfaResult find_end_at(std::string_view haystack, std::size_t at, Caches& caches) const;
  // The groups of `match`, which find() returned.
  void groups_of(std::string_view haystack, const Span& match, Caches& caches,
                 std::vector<std::optional<Span>>& groups) const;
  // Where no match can contain `terminator`: a position in the next line that
  // matches, npos if there is none.
  std::size_t find_line(std::string_view haystack, std::size_t at, char terminator,
                        Caches& caches) const;

  const Node& root() const { return root_; }
  const Node& existence_root() const { return existence_root_; }

 private:
  struct Program {
    Program(const Node& root, std::size_t group_count, const NfaOptions& options,
            DfaPreference preference, std::size_t dfa_size_limit)
        : nfa(compile_nfa(root, group_count, options)),
          dfa(nfa, preference, dfa_size_limit),
          pike(nfa),
          starts(first_bytes(nfa)) {}
    Nfa nfa;
    Dfa dfa;
    PikeVm pike;
    scan::ByteClass starts;  // What a match can begin with.
  };

  // The match that starts exactly at `at`, where that is found out cheaply; false
  // says nothing.
  bool guess(std::string_view haystack, std::size_t at, Caches& caches, Span& match) const;
  bool pike_finds(std::string_view haystack, std::size_t at, std::size_t end, Caches& caches) const;

  const Program& existence() const;
  const Program& forward() const;
  const Program& reverse() const;
  const Program& groups() const;

  Node root_;
  Node existence_root_;
  std::size_t group_count_;
  std::size_t dfa_size_limit_;
  Lazy<Program> existence_;
  Lazy<Program> forward_;
  Lazy<Program> reverse_;
  Lazy<Program> groups_;
};

}  // namespace common::regex
