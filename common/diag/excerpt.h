// Excerpt: lines of a source and the places in them that a finding is about.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/text/range.h"

namespace common::diag {

struct Label {
  TextRange range;  // In the excerpt's text; may end one byte behind it.
  std::string_view text = {};
  bool is_primary = true;
};

struct Excerpt {
  std::string_view path;  // As printed.
  std::string_view text;  // Whole lines that end with \n or \r\n.
  std::size_t first_line = 1;
  std::vector<Label> labels;
  // False: the finding is about the file; only path and place are printed.
  bool shows_lines = true;
  std::size_t cell = 0;  // Of a notebook; 0: the source is none.
};

}  // namespace common::diag
