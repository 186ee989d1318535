#include "common/text/diff_ops.h"

#include <algorithm>

namespace common {
namespace {

using Kind = DiffOp::Kind;

// The last or first `size` items of an equal run.
DiffOp tail_of(const DiffOp& op, std::size_t size) {
  const std::size_t skipped = op.old_size - size;
  return {Kind::Equal, op.old_start + skipped, size, op.new_start + skipped, size};
}

DiffOp head_of(const DiffOp& op, std::size_t size) {
  return {Kind::Equal, op.old_start, size, op.new_start, size};
}

}  // namespace

std::vector<std::vector<DiffOp>> group_ops(std::vector<DiffOp> ops, std::size_t context) {
  std::vector<std::vector<DiffOp>> groups;
  if (ops.empty()) return groups;
  DiffOp& first = ops.front();
  if (first.kind == Kind::Equal) first = tail_of(first, std::min(first.old_size, context));
  DiffOp& last = ops.back();
  if (last.kind == Kind::Equal) last = head_of(last, std::min(last.old_size, context));

  std::vector<DiffOp> group;
  for (const DiffOp& op : ops) {
    if (op.kind == Kind::Equal && op.old_size > context * 2) {
      group.push_back(head_of(op, context));
      groups.push_back(std::move(group));
      group = {tail_of(op, context)};
    } else {
      group.push_back(op);
    }
  }
  const bool has_changes = group.size() > 1 || (!group.empty() && group[0].kind != Kind::Equal);
  if (has_changes) groups.push_back(std::move(group));
  return groups;
}

}  // namespace common
