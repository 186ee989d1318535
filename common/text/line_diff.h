// The difference of two texts by lines, and of changed lines by words.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/diff_ops.h"

namespace common {

struct LineDiff {
  // With their ends: \n, \r\n or a lone \r.  Views of the two texts.
  std::vector<std::string_view> old_lines;
  std::vector<std::string_view> new_lines;
  std::vector<DiffOp> ops;
};

LineDiff diff_lines(std::string_view old_text, std::string_view new_text);

// A piece of a line that was changed itself, or stands beside changes.
struct WordPiece {
  std::string_view text;
  bool is_changed = false;
};

struct WordDiff {
  std::vector<std::vector<WordPiece>> old_lines;
  std::vector<std::vector<WordPiece>> new_lines;
};

// The lines of `op`; if it replaces lines by ones that resemble them, cut into
// what they share and what they do not.
WordDiff diff_words(const LineDiff& diff, const DiffOp& op);

// The lines of `op`, uncut.
WordDiff whole_lines(const LineDiff& diff, const DiffOp& op);

inline bool ends_line(std::string_view text) {
  return text.ends_with('\n') || text.ends_with('\r');
}

}  // namespace common
