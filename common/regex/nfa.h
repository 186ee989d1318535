// Thompson automata over bytes, compiled from Hir: what every engine of ours runs.
//
// Compilation goes backwards: each node is compiled in front of the state that
// follows it, so no edge is ever patched except a loop's.  Preference
// (leftmost-first) is the order of a Split's branches.  Scalar classes become
// byte automata whose common tails are shared; a class that occurs again is
// copied from a template.  Counted repetition is expanded, so its size is
// computed first and refused if it exceeds the limit.
//
// A reverse program matches the mirrored strings; its assertions still speak of
// the text as written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/base/result.h"
#include "common/regex/hir.h"
#include "common/scan/scan.h"

namespace common::regex {

struct NfaState {
  enum class Op : std::uint8_t {
    Bytes,   // One byte in first..last, on to `next`.
    Sparse,  // One of the edges [next, next + count), which are sorted and disjoint.
    Split,   // All of the branches [next, next + count), the preferred first.
    Assert,  // `look`, on to `next`.
    Save,    // Remembers the position in slot `count`, on to `next`.
    Match,
    Fail,
  };
  Op op = Op::Fail;
  std::uint8_t first = 0;
  std::uint8_t last = 0;
  Look look = Look::TextStart;
  std::uint32_t next = 0;
  std::uint32_t count = 0;
};

struct NfaEdge {
  std::uint8_t first = 0;
  std::uint8_t last = 0;
  std::uint32_t next = 0;
  bool operator==(const NfaEdge&) const = default;
};

struct Nfa {
  std::vector<NfaState> states;
  std::vector<NfaEdge> edges;
  std::vector<std::uint32_t> branches;
  std::uint32_t start = 0;             // Matches at the position it starts from.
  std::uint32_t start_unanchored = 0;  // Matches from there on; prefers earlier starts.
  std::uint32_t slot_count = 2;        // Two per group, the whole match included.
  std::uint32_t looks = 0;             // Bit per Look used.
  bool is_reverse = false;

  bool uses(Look look) const { return (looks >> static_cast<unsigned>(look) & 1) != 0; }
  bool uses_unicode_word() const;
};

struct NfaOptions {
  bool reverse = false;
  bool captures = false;
};

// `slot_count` belongs to the groups of the pattern even without captures.
Nfa compile_nfa(const Node& root, std::size_t group_count, const NfaOptions& options);

// Bytes compile_nfa() would take, saturating; costs only a walk over the tree.
std::uint64_t nfa_size(const Node& root);

// The bytes that a match can begin with; all of them if one can be empty.
scan::ByteClass first_bytes(const Nfa& nfa);

// Whether there is an assertion, or one of those from `first` to `last`.
bool has_look(const Node& node, Look first = Look::TextStart, Look last = Look::WordEndHalfUnicode);

// Whether the node can match the empty string (assertions are taken as true).
bool can_be_empty(const Node& node);

}  // namespace common::regex
