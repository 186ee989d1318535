// The patterns of a run: -e and positional ones as they are, -f files line by line.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "search/cli/options.h"

namespace search {

struct Patterns {
  std::vector<std::string> list;  // In order, without duplicates.
  bool consumed_stdin = false;    // A source was "-".
};

// Errors: an unreadable file, a line that is not UTF-8 (with its number), standard
// input named twice.
common::Result<Patterns> gather_patterns(const std::vector<PatternSource>& sources);

}  // namespace search
