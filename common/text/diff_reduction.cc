#include "common/text/diff_reduction.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace common {
namespace {

using Items = std::span<const std::uint32_t>;
using Kind = DiffOp::Kind;
using Counts = std::unordered_map<std::uint32_t, std::size_t>;

constexpr std::size_t kShortest = 512;  // Of either side.
constexpr std::size_t kProbe = 9;       // Items compared at both ends.
constexpr std::size_t kWindow = 100;    // Around a frequent item.
constexpr std::size_t kMostFrequent = 1024;

// Are both long, and do they differ at the ends by more than a few items?
bool is_worth_scanning(Items old_items, Items new_items) {
  if (old_items.size() < kShortest || new_items.size() < kShortest) return false;
  const std::size_t probe = std::min({old_items.size(), new_items.size(), kProbe});
  const auto from_end = [](Items items, std::size_t i) { return items[items.size() - 1 - i]; };
  for (std::size_t i = 0; i < probe; ++i) {
    if (new_items[i] == old_items[0] || new_items[0] == old_items[i] ||
        from_end(new_items, i) == from_end(old_items, 0) ||
        from_end(new_items, 0) == from_end(old_items, i)) {
      return false;
    }
  }
  return true;
}

Counts counts_of(Items items) {
  Counts counts;
  for (std::uint32_t item : items) ++counts[item];
  return counts;
}

enum class Action : std::uint8_t { Discard, Keep, Investigate };

std::vector<Action> actions_for(Items items, const Counts& opposite) {
  const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(items.size())));
  const std::size_t limit = std::clamp<std::size_t>(root, 1, kMostFrequent);
  std::vector<Action> actions;
  for (std::uint32_t item : items) {
    const auto found = opposite.find(item);
    const std::size_t count = found == opposite.end() ? 0 : found->second;
    actions.push_back(count == 0      ? Action::Discard
                      : count < limit ? Action::Keep
                                      : Action::Investigate);
  }
  return actions;
}

struct Neighbours {
  std::size_t discarded = 0;
  std::size_t frequent = 0;

  // False: an item to keep was met.
  bool count(Action action) {
    if (action == Action::Keep) return false;
    ++(action == Action::Discard ? discarded : frequent);
    return true;
  }
};

// A frequent item that stands between items to discard only confuses the search.
bool is_confusing(const std::vector<Action>& actions, std::size_t index) {
  Neighbours left;
  for (std::size_t i = 0; i < std::min(index, kWindow); ++i) {
    if (!left.count(actions[index - 1 - i])) break;
  }
  Neighbours right;
  for (std::size_t i = index + 1; i < std::min(actions.size(), index + 1 + kWindow); ++i) {
    if (!right.count(actions[i])) break;
  }
  if (left.discarded == 0 || right.discarded == 0) return false;
  const std::size_t frequent = left.frequent + right.frequent + 1;
  return frequent * 4 < frequent + left.discarded + right.discarded;
}

void keep_useful(Items items, std::size_t start, const Counts& opposite,
                 std::vector<std::uint32_t>& kept, std::vector<std::size_t>& indices) {
  const std::vector<Action> actions = actions_for(items, opposite);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (actions[i] == Action::Discard) continue;
    if (actions[i] == Action::Investigate && is_confusing(actions, i)) continue;
    kept.push_back(items[i]);
    indices.push_back(start + i);
  }
}

DiffArea without_common_ends(Items old_items, Items new_items, DiffArea area) {
  while (area.old_size() > 0 && area.new_size() > 0 &&
         old_items[area.old_start] == new_items[area.new_start]) {
    ++area.old_start;
    ++area.new_start;
  }
  while (area.old_size() > 0 && area.new_size() > 0 &&
         old_items[area.old_end - 1] == new_items[area.new_end - 1]) {
    --area.old_end;
    --area.new_end;
  }
  return area;
}

}  // namespace

std::optional<DiffReduction> reduce(Items old_items, Items new_items, const DiffArea& whole) {
  if (whole.old_size() < kShortest || whole.new_size() < kShortest) return std::nullopt;
  const DiffArea area = without_common_ends(old_items, new_items, whole);
  const Items old_part = old_items.subspan(area.old_start, area.old_size());
  const Items new_part = new_items.subspan(area.new_start, area.new_size());
  if (!is_worth_scanning(old_part, new_part)) return std::nullopt;

  DiffReduction result{{}, {}, {}, {}, area};
  keep_useful(old_part, area.old_start, counts_of(new_part), result.old_items, result.old_indices);
  keep_useful(new_part, area.new_start, counts_of(old_part), result.new_items, result.new_indices);
  if (result.old_items.size() == old_part.size() && result.new_items.size() == new_part.size()) {
    return std::nullopt;
  }
  return result;
}

void expand(const DiffReduction& reduction, const std::vector<DiffOp>& reduced_ops,
            const DiffArea& area, std::vector<DiffOp>& ops) {
  std::size_t old_at = reduction.area.old_start;
  std::size_t new_at = reduction.area.new_start;
  const auto fill_gaps = [&](std::size_t old_end, std::size_t new_end) {
    if (old_at < old_end) ops.push_back({Kind::Delete, old_at, old_end - old_at, new_at, 0});
    old_at = old_end;
    if (new_at < new_end) ops.push_back({Kind::Insert, old_at, 0, new_at, new_end - new_at});
    new_at = new_end;
  };
  const auto equal = [&](std::size_t old_start, std::size_t new_start, std::size_t size) {
    if (size > 0) ops.push_back({Kind::Equal, old_start, size, new_start, size});
  };
  equal(area.old_start, area.new_start, reduction.area.old_start - area.old_start);
  for (const DiffOp& op : reduced_ops) {
    if (op.kind != Kind::Equal) continue;
    const auto old_index = [&](std::size_t i) { return reduction.old_indices[op.old_start + i]; };
    const auto new_index = [&](std::size_t i) { return reduction.new_indices[op.new_start + i]; };
    for (std::size_t i = 0; i < op.old_size;) {
      std::size_t run = 1;
      while (i + run < op.old_size && old_index(i + run) == old_index(i) + run &&
             new_index(i + run) == new_index(i) + run) {
        ++run;
      }
      fill_gaps(old_index(i), new_index(i));
      equal(old_at, new_at, run);
      old_at += run;
      new_at += run;
      i += run;
    }
  }
  fill_gaps(reduction.area.old_end, reduction.area.new_end);
  equal(reduction.area.old_end, reduction.area.new_end, area.old_end - reduction.area.old_end);
}

bool is_unrelated(Items old_items, Items new_items, const DiffArea& area) {
  const Items old_part = old_items.subspan(area.old_start, area.old_size());
  const Items new_part = new_items.subspan(area.new_start, area.new_size());
  if (!is_worth_scanning(old_part, new_part)) return false;
  const std::size_t allowed =
      std::clamp<std::size_t>(std::min(old_part.size(), new_part.size()) / 1024, 1, 64);
  const Counts counts = counts_of(old_part);
  const auto common =
      std::ranges::count_if(new_part, [&](std::uint32_t item) { return counts.contains(item); });
  return static_cast<std::size_t>(common) <= allowed;
}

}  // namespace common
