// Finds matches, not just lines: the leftmost-first match at or behind a
// position, for multi-line searches and for printers.
//
// Problem: the automata take a step per byte, twice where there is a match (on
// to its end, back to its start).  Approach: look fast for what every match has,
// then let the automata read only what may be the match.  Three ways:
//   Heads: every match begins with one of some texts.  An anchored search from
//     each occurrence knows the start and needs no way back.
//   Regions: every match holds a candidate of the plan (a text, a rare byte, a
//     hit of the bit streams), and there are bytes that are in no match.  Between
//     two of those, around the candidate, lies all that can match: everything
//     before would have been a candidate itself.
//   Plain: the automata read everything.
// Results are the same, and so is the order of growth: failed anchored searches
// have a budget that what is passed over pays for, and regions are not read twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/regex/automata.h"
#include "common/regex/matcher.h"
#include "common/regex/planner.h"
#include "common/regex/scratch.h"

namespace common::regex {

class SpanFinder {
 public:
  enum class Way : std::uint8_t { Heads, Regions, Plain };

  // Both outlive the finder.  `plan` is not of ExactLiterals, which is its own finder.
  SpanFinder(const Plan& plan, const Automata& automata);

  bool find(std::string_view haystack, std::size_t at, Scratch::Impl& scratch, Span& match) const;
  Way way() const { return way_; }

 private:
  bool find_by_heads(std::string_view haystack, std::size_t at, Scratch::Impl& scratch,
                     Span& match) const;
  bool find_by_regions(std::string_view haystack, std::size_t at, Scratch::Impl& scratch,
                       Span& match) const;
  bool find_plainly(std::string_view haystack, std::size_t at, Scratch::Impl& scratch,
                    Span& match) const;
  std::size_t next_candidate(std::string_view haystack, std::size_t from,
                             Scratch::Impl& scratch) const;

  const Plan& plan_;
  const Automata& automata_;
  Way way_ = Way::Plain;
  std::optional<LiteralFinder> heads_;
  // Behind the start of every match is one of these.
  std::optional<LiteralFinder> texts_behind_;
  scan::ByteClass barriers_;  // Bytes in no match.
};

}  // namespace common::regex
