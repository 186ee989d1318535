// What literals a pattern cannot match without.
//
// From the tree up, each node yields either the whole set of strings it matches
// (exact, in order of preference) or the best set of which one must occur in
// every match.  Concatenation multiplies exact sets while they stay small;
// where it cannot, what was gathered so far becomes a candidate and gathering
// starts again.  The extraction runs twice, as written and with ASCII case
// ignored: `(?i)foo` is eight strings to the first and one to the second.
//
// Sets are rated by the chance to meet one of their members at a position of
// ordinary text, in bits (scan::byte_rank): a rare short fragment beats a common
// long one.
#pragma once

#include <string>
#include <vector>

#include "common/regex/hir.h"
#include "common/scan/scan.h"

namespace common::regex {

struct LiteralSet {
  std::vector<std::string> texts;  // Lower case if `ignores_case`; none empty.
  bool ignores_case = false;
  // -log2 of the estimated chance per position; 0 if there is no set.
  double bits = 0;
};

// The pattern is assertions, then one of the texts, then assertions: an
// occurrence where they hold is a match, and the texts are in order of preference.
struct ExactLiterals {
  LiteralSet set;
  std::vector<Look> before;
  std::vector<Look> behind;
};

// No texts if the pattern is not of that shape.
ExactLiterals exact_literals(const Node& root);

// The best set of which some member occurs in every match; none if there is no
// good one.
LiteralSet required_literals(const Node& root);
// The best set of which some member begins every match; none if there is none.
LiteralSet head_literals(const Node& root);

// A class of bytes of which every match contains one.
struct RequiredBytes {
  scan::ByteClass bytes;
  double bits = 0;
};
// The rarest such classes, few and the rarest first.
std::vector<RequiredBytes> required_bytes(const Node& root);

}  // namespace common::regex
