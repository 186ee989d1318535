// Unified diffs: hunks of changed lines with three lines around them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace common {

enum class DiffSide : std::uint8_t { Both, Old, New };

struct HunkLine {
  DiffSide side = DiffSide::Both;
  std::string_view text;  // With its end.
  // The last line of its text without an end: diffs say so.
  bool lacks_line_end = false;
};

struct Hunk {
  std::string header;  // "@@ -1,2 +1 @@"
  std::vector<HunkLine> lines;
};

// Views of the two texts.
std::vector<Hunk> unified_hunks(std::string_view old_text, std::string_view new_text,
                                std::size_t context = 3);

}  // namespace common
