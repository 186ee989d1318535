#include "common/text/sequence_diff.h"

#include <unordered_map>

#include "common/text/diff_cleanup.h"
#include "common/text/myers.h"

namespace common {
namespace {

using Items = std::span<const std::uint32_t>;
using Kind = DiffOp::Kind;

// Indices of the items that occur once.
std::vector<std::size_t> unique_indices(Items items) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (std::uint32_t item : items) ++counts[item];
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (counts[items[i]] == 1) indices.push_back(i);
  }
  return indices;
}

std::vector<std::uint32_t> items_at(Items items, const std::vector<std::size_t>& indices) {
  std::vector<std::uint32_t> result;
  for (std::size_t index : indices) result.push_back(items[index]);
  return result;
}

// Aligns unique items, then fills the gaps between them.
void append_patience_ops(Items old_items, Items new_items, std::vector<DiffOp>& ops) {
  DiffArea rest{0, old_items.size(), 0, new_items.size()};
  if (is_unrelated(old_items, new_items, rest)) {
    ops.push_back({Kind::Delete, 0, old_items.size(), 0, 0});
    ops.push_back({Kind::Insert, 0, 0, 0, new_items.size()});
    return;
  }
  const std::vector<std::size_t> old_unique = unique_indices(old_items);
  const std::vector<std::size_t> new_unique = unique_indices(new_items);
  std::vector<DiffOp> alignment;
  append_myers_ops(items_at(old_items, old_unique), items_at(new_items, new_unique),
                   {0, old_unique.size(), 0, new_unique.size()}, alignment);
  for (const DiffOp& op : alignment) {
    if (op.kind != Kind::Equal) continue;
    for (std::size_t i = 0; i < op.old_size; ++i) {
      const std::size_t old_anchor = old_unique[op.old_start + i];
      const std::size_t new_anchor = new_unique[op.new_start + i];
      const DiffOp start{Kind::Equal, rest.old_start, 0, rest.new_start, 0};
      while (rest.old_start < old_anchor && rest.new_start < new_anchor &&
             new_items[rest.new_start] == old_items[rest.old_start]) {
        ++rest.old_start;
        ++rest.new_start;
      }
      if (const std::size_t size = rest.old_start - start.old_start; size > 0) {
        ops.push_back({Kind::Equal, start.old_start, size, start.new_start, size});
      }
      append_myers_ops(old_items, new_items,
                       {rest.old_start, old_anchor, rest.new_start, new_anchor}, ops);
      rest.old_start = old_anchor;
      rest.new_start = new_anchor;
    }
  }
  append_myers_ops(old_items, new_items, rest, ops);
}

}  // namespace

std::vector<DiffOp> diff_sequences(Items old_items, Items new_items, DiffAlgorithm algorithm) {
  std::vector<DiffOp> ops;
  if (algorithm == DiffAlgorithm::Patience) {
    append_patience_ops(old_items, new_items, ops);
  } else {
    append_myers_ops(old_items, new_items, {0, old_items.size(), 0, new_items.size()}, ops);
  }
  clean_up(old_items, new_items, ops);
  return merged(ops);
}

}  // namespace common
