#include "common/text/unified_diff.h"

#include "common/text/line_diff.h"

namespace common {
namespace {

// "3,2", "3" for one line; an empty range is named by the line before it.
std::string range_text(std::size_t start, std::size_t end) {
  const std::size_t size = end - start;
  if (size == 1) return std::to_string(start + 1);
  return std::to_string(size == 0 ? start : start + 1) + ',' + std::to_string(size);
}

void add_lines(const std::vector<std::string_view>& lines, std::size_t start, std::size_t count,
               DiffSide side, Hunk& hunk) {
  for (std::size_t i = start; i < start + count; ++i) {
    hunk.lines.push_back({side, lines[i], !ends_line(lines[i])});
  }
}

}  // namespace

std::vector<Hunk> unified_hunks(std::string_view old_text, std::string_view new_text,
                                std::size_t context) {
  const LineDiff diff = diff_lines(old_text, new_text);
  std::vector<Hunk> hunks;
  for (const std::vector<DiffOp>& ops : group_ops(diff.ops, context)) {
    Hunk& hunk = hunks.emplace_back();
    hunk.header = "@@ -" + range_text(ops.front().old_start, ops.back().old_end()) + " +" +
                  range_text(ops.front().new_start, ops.back().new_end()) + " @@";
    for (const DiffOp& op : ops) {
      if (op.kind == DiffOp::Kind::Equal) {
        add_lines(diff.new_lines, op.new_start, op.new_size, DiffSide::Both, hunk);
      } else {
        add_lines(diff.old_lines, op.old_start, op.old_size, DiffSide::Old, hunk);
        add_lines(diff.new_lines, op.new_start, op.new_size, DiffSide::New, hunk);
      }
    }
  }
  return hunks;
}

}  // namespace common
