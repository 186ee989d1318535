// Lines that are too wide, of code (E501) or of documentation (W505).
//
// Not every wide line counts: who writes a comment for a tool, an URL or a word
// that cannot be broken could not make the line shorter.
#pragma once

#include <cstddef>
#include <optional>

#include "lint/check/checker.h"

namespace lint::rules::pycodestyle {

struct OverlongLine {
  TextRange range;    // What is behind the limit.
  std::size_t width;  // In columns, without a comment that does not count.
};

// `line`: without its line end.
std::optional<OverlongLine> find_overlong(const Checker& c, TextRange line, std::size_t limit);

}  // namespace lint::rules::pycodestyle
