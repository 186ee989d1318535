// A pattern in the syntax of Hyperscan, made to find candidate lines.
//
// Hyperscan takes a thousand times longer to compile Unicode classes than ASCII
// ones, so classes keep their ASCII members only.  Where that or a Unicode
// assertion leaves something out, every line with a byte >= 0x80 is a candidate:
// on lines without one nothing has changed.  Assertions that Hyperscan does not
// know become weaker ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/regex/hir.h"

namespace common::regex {

struct HyperscanSyntax {
  std::vector<std::string> expressions;  // Alternatives.
  bool non_ascii_is_candidate = false;
  bool is_exact = true;  // Where they match, the pattern does.
  // Bytes and classes with repeats written out, which the time to compile grows with.
  std::size_t position_count = 0;
};

// None where the pattern can be empty or has what cannot be put down.
std::optional<HyperscanSyntax> to_hyperscan(const Node& root, char line_terminator);

}  // namespace common::regex
