#include "common/text/myers.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "common/text/diff_reduction.h"

namespace common {
namespace {

using Items = std::span<const std::uint32_t>;
using Kind = DiffOp::Kind;

// Exact: the shortest script whatever it costs.
enum class Effort : std::uint8_t { Bounded, Exact };

// Once the search is this deep, a long enough run of equal items is taken as
// being part of the script.
constexpr std::size_t kPatientDepth = 256;
constexpr std::size_t kLongRun = 20;
constexpr std::size_t kProgressFactor = 4;

struct Split {
  std::size_t old_index;  // Relative to the area.
  std::size_t new_index;
  Effort left = Effort::Exact;
  Effort right = Effort::Exact;
};

// The furthest point reached on each diagonal.
class Frontier {
 public:
  explicit Frontier(std::size_t depth)
      : offset_(static_cast<std::ptrdiff_t>(depth)), points_(2 * depth) {}
  std::size_t& operator[](std::ptrdiff_t diagonal) {
    return points_[static_cast<std::size_t>(diagonal + offset_)];
  }
  // Where the search on `diagonal` goes on at `depth`.
  std::size_t step(std::ptrdiff_t diagonal, std::ptrdiff_t depth) {
    if (diagonal == -depth ||
        (diagonal != depth && (*this)[diagonal - 1] < (*this)[diagonal + 1])) {
      return (*this)[diagonal + 1];
    }
    return (*this)[diagonal - 1] + 1;
  }

 private:
  std::ptrdiff_t offset_;
  std::vector<std::size_t> points_;
};

std::size_t depth_limit(std::size_t old_size, std::size_t new_size) {
  return (old_size + new_size + 1) / 2 + 1;
}

std::size_t magnitude(std::ptrdiff_t value) {
  return static_cast<std::size_t>(value < 0 ? -value : value);
}

std::size_t integer_root(std::size_t value) {
  auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(value)));
  while (root * root > value) --root;
  while ((root + 1) * (root + 1) <= value) ++root;
  return root;
}

// Looks for the middle of a shortest script from both ends of an area.
class MiddleSearch {
 public:
  MiddleSearch(Items old_items, Items new_items, const DiffArea& area, Effort effort,
               Frontier& forward, Frontier& backward)
      : old_(old_items.subspan(area.old_start, area.old_size())),
        new_(new_items.subspan(area.new_start, area.new_size())),
        effort_(effort),
        forward_(forward),
        backward_(backward) {}

  std::optional<Split> find() {
    forward_[1] = 0;
    backward_[1] = 0;
    const std::size_t most = std::max(integer_root(old_.size() + new_.size()), kPatientDepth);
    const std::size_t limit = depth_limit(old_.size(), new_.size());
    for (std::size_t depth = 0; depth < limit; ++depth) {
      good_.reset();
      best_forward_.reset();
      best_backward_.reset();
      if (const auto split = search_forward(static_cast<std::ptrdiff_t>(depth))) return split;
      if (const auto split = search_backward(static_cast<std::ptrdiff_t>(depth))) return split;
      if (good_) return split_of(*good_);
      if (effort_ == Effort::Exact || depth < most) continue;
      if (!best_forward_ && !best_backward_) return std::nullopt;
      const bool goes_forward =
          best_forward_ && (!best_backward_ || best_forward_->progress > best_backward_->progress);
      return split_of(goes_forward ? *best_forward_ : *best_backward_);
    }
    return std::nullopt;
  }

 private:
  struct Candidate {
    std::size_t old_index;
    std::size_t new_index;
    std::size_t progress;
    bool is_forward;
  };

  static Split split_of(const Candidate& candidate) {
    const auto near = candidate.is_forward ? Effort::Exact : Effort::Bounded;
    const auto far = candidate.is_forward ? Effort::Bounded : Effort::Exact;
    return {candidate.old_index, candidate.new_index, near, far};
  }

  static void keep_better(std::optional<Candidate>& best, const Candidate& candidate) {
    if (!best || candidate.progress > best->progress) best = candidate;
  }

  std::ptrdiff_t delta() const {
    return static_cast<std::ptrdiff_t>(old_.size()) - static_cast<std::ptrdiff_t>(new_.size());
  }
  bool is_odd() const { return (delta() & 1) != 0; }

  std::optional<Split> search_forward(std::ptrdiff_t depth) {
    for (std::ptrdiff_t k = depth; k >= -depth; k -= 2) {
      const std::size_t start = forward_.step(k, depth);
      std::size_t x = start;
      auto y = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(x) - k);
      const std::size_t start_y = y;
      while (x < old_.size() && y < new_.size() && old_[x] == new_[y]) ++x, ++y;
      forward_[k] = x;
      const std::ptrdiff_t opposite = -(k - delta());
      if (is_odd() && magnitude(opposite) < static_cast<std::size_t>(depth) &&
          x + backward_[opposite] >= old_.size()) {
        return Split{start, start_y};
      }
      if (effort_ == Effort::Bounded) weigh_forward(depth, k, start, start_y, x);
    }
    return std::nullopt;
  }

  std::optional<Split> search_backward(std::ptrdiff_t depth) {
    const std::size_t n = old_.size();
    const std::size_t m = new_.size();
    for (std::ptrdiff_t k = depth; k >= -depth; k -= 2) {
      const std::size_t start = backward_.step(k, depth);
      std::size_t x = start;
      auto y = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(x) - k);
      while (x < n && y < m && old_[n - x - 1] == new_[m - y - 1]) ++x, ++y;
      backward_[k] = x;
      const std::ptrdiff_t opposite = -(k - delta());
      if (!is_odd() && magnitude(opposite) <= static_cast<std::size_t>(depth) &&
          x + forward_[opposite] >= n) {
        return Split{n - x, m - y};
      }
      if (effort_ == Effort::Bounded) weigh_backward(depth, k, start, x, y);
    }
    return std::nullopt;
  }

  void weigh_forward(std::ptrdiff_t depth, std::ptrdiff_t k, std::size_t start, std::size_t start_y,
                     std::size_t x) {
    if (const auto point = point_on_diagonal(x, k); point && is_inside(*point)) {
      keep_better(best_forward_, {point->first, point->second, point->first + point->second, true});
    }
    // The start of the run is where the search would split, but progress counts
    // to the place the diagonal had before it.
    const std::size_t y = start_y;
    const std::size_t progress = x + y > magnitude(k) ? x + y - magnitude(k) : 0;
    if (static_cast<std::size_t>(depth) > kPatientDepth && x - start >= kLongRun &&
        x < old_.size() && y < new_.size() &&
        progress > kProgressFactor * static_cast<std::size_t>(depth) &&
        is_inside({start, start_y})) {
      keep_better(good_, {start, start_y, progress, true});
    }
  }

  void weigh_backward(std::ptrdiff_t depth, std::ptrdiff_t k, std::size_t start, std::size_t x,
                      std::size_t y) {
    const std::size_t n = old_.size();
    const std::size_t m = new_.size();
    if (const auto distance = point_on_diagonal(x, k)) {
      const std::pair point(n - distance->first, m - distance->second);
      if (is_inside(point)) {
        keep_better(best_backward_,
                    {point.first, point.second, distance->first + distance->second, false});
      }
    }
    if (x > n || y > m) return;
    const std::size_t progress = x + y > magnitude(k) ? x + y - magnitude(k) : 0;
    if (static_cast<std::size_t>(depth) > kPatientDepth && x - start >= kLongRun && x < n &&
        y < m && progress > kProgressFactor * static_cast<std::size_t>(depth)) {
      keep_better(good_, {n - x, m - y, progress, false});
    }
  }

  // The point nearest to `x` on the diagonal that is in the area.
  std::optional<std::pair<std::size_t, std::size_t>> point_on_diagonal(std::size_t x,
                                                                       std::ptrdiff_t k) const {
    const auto n = static_cast<std::ptrdiff_t>(old_.size());
    const auto m = static_cast<std::ptrdiff_t>(new_.size());
    const std::ptrdiff_t low = std::max<std::ptrdiff_t>(k, 0);
    const std::ptrdiff_t high = std::min(n, m + k);
    if (-k > m || low > high) return std::nullopt;
    const std::ptrdiff_t at = std::clamp(static_cast<std::ptrdiff_t>(x), low, high);
    return std::pair(static_cast<std::size_t>(at), static_cast<std::size_t>(at - k));
  }

  bool is_inside(std::pair<std::size_t, std::size_t> point) const {
    return point.first <= old_.size() && point.second <= new_.size() &&
           point != std::pair<std::size_t, std::size_t>(0, 0) &&
           point != std::pair(old_.size(), new_.size());
  }

  Items old_;
  Items new_;
  Effort effort_;
  Frontier& forward_;
  Frontier& backward_;
  std::optional<Candidate> good_;
  std::optional<Candidate> best_forward_;
  std::optional<Candidate> best_backward_;
};

class Myers {
 public:
  Myers(Items old_items, Items new_items, std::vector<DiffOp>& ops)
      : old_(old_items), new_(new_items), ops_(ops), forward_(0), backward_(0) {}

  void run(DiffArea area) {
    const std::size_t suffix = trim(area);
    if (area.old_size() > 0 && area.new_size() > 0) {
      const std::size_t depth = depth_limit(area.old_size(), area.new_size());
      forward_ = Frontier(depth);
      backward_ = Frontier(depth);
    }
    conquer(area, Effort::Bounded);
    equal(area.old_end, area.new_end, suffix);
  }

 private:
  void equal(std::size_t old_start, std::size_t new_start, std::size_t size) {
    if (size > 0) ops_.push_back({Kind::Equal, old_start, size, new_start, size});
  }
  void remove(std::size_t old_start, std::size_t size, std::size_t new_start) {
    ops_.push_back({Kind::Delete, old_start, size, new_start, 0});
  }
  void insert(std::size_t old_start, std::size_t new_start, std::size_t size) {
    ops_.push_back({Kind::Insert, old_start, 0, new_start, size});
  }

  // Emits the common prefix, takes both common ends off and returns the size of
  // the suffix.
  std::size_t trim(DiffArea& area) {
    std::size_t prefix = 0;
    while (prefix < std::min(area.old_size(), area.new_size()) &&
           old_[area.old_start + prefix] == new_[area.new_start + prefix]) {
      ++prefix;
    }
    equal(area.old_start, area.new_start, prefix);
    area.old_start += prefix;
    area.new_start += prefix;
    std::size_t suffix = 0;
    while (suffix < std::min(area.old_size(), area.new_size()) &&
           old_[area.old_end - suffix - 1] == new_[area.new_end - suffix - 1]) {
      ++suffix;
    }
    area.old_end -= suffix;
    area.new_end -= suffix;
    return suffix;
  }

  void conquer(DiffArea area, Effort effort) {
    const std::size_t suffix = trim(area);
    while (area.old_size() > 0 && area.new_size() > 0 && skip_to_anchor(area)) {
    }
    if (area.new_size() == 0) {
      if (area.old_size() > 0) remove(area.old_start, area.old_size(), area.new_start);
    } else if (area.old_size() == 0) {
      insert(area.old_start, area.new_start, area.new_size());
    } else if (!diff_small_side(area)) {
      divide(area, effort);
    }
    equal(area.old_end, area.new_end, suffix);
  }

  void divide(const DiffArea& area, Effort effort) {
    const auto split = MiddleSearch(old_, new_, area, effort, forward_, backward_).find();
    if (!split) {
      remove(area.old_start, area.old_size(), area.new_start);
      insert(area.old_start, area.new_start, area.new_size());
      return;
    }
    const std::size_t old_middle = area.old_start + split->old_index;
    const std::size_t new_middle = area.new_start + split->new_index;
    conquer({area.old_start, old_middle, area.new_start, new_middle}, split->left);
    conquer({old_middle, area.old_end, new_middle, area.new_end}, split->right);
  }

  // If one side is much longer, a few items at its front may be all that keeps
  // a long run from matching.
  bool skip_to_anchor(DiffArea& area) {
    constexpr std::size_t kMostSkipped = 4;
    constexpr std::size_t kLeastRun = 96;
    const std::size_t small = std::min(area.old_size(), area.new_size());
    const std::size_t large = std::max(area.old_size(), area.new_size());
    if (small <= kLeastRun || large < small * 2) return false;
    const bool is_old_longer = area.old_size() > area.new_size();
    std::size_t best_skip = 0;
    std::size_t best_run = 0;
    for (std::size_t skip = 1; skip <= kMostSkipped; ++skip) {
      const std::size_t old_start = area.old_start + (is_old_longer ? skip : 0);
      const std::size_t new_start = area.new_start + (is_old_longer ? 0 : skip);
      std::size_t run = 0;
      while (old_start + run < area.old_end && new_start + run < area.new_end &&
             old_[old_start + run] == new_[new_start + run]) {
        ++run;
      }
      if (run < kLeastRun || run <= best_run) continue;
      best_skip = skip;
      best_run = run;
      if (run >= kLeastRun * 8) break;
    }
    if (best_run == 0) return false;
    if (is_old_longer) {
      remove(area.old_start, best_skip, area.new_start);
      area.old_start += best_skip;
    } else {
      insert(area.old_start, area.new_start, best_skip);
      area.new_start += best_skip;
    }
    equal(area.old_start, area.new_start, best_run);
    area.old_start += best_run;
    area.new_start += best_run;
    return true;
  }

  // A short sequence against a long one: by the table of common subsequences.
  bool diff_small_side(const DiffArea& area) {
    constexpr std::size_t kLargestSmall = 64;
    constexpr std::size_t kSmallestLarge = 512;
    constexpr std::size_t kMostWork = 64'000'000;
    const std::size_t small = std::min(area.old_size(), area.new_size());
    const std::size_t large = std::max(area.old_size(), area.new_size());
    if (small > kLargestSmall || large < kSmallestLarge || small * large > kMostWork) return false;
    const bool is_old_small = area.old_size() <= area.new_size();
    const Items rows =
        is_old_small ? old_.subspan(area.old_start, small) : new_.subspan(area.new_start, small);
    const Items columns =
        is_old_small ? new_.subspan(area.new_start, large) : old_.subspan(area.old_start, large);
    emit_table(area, rows, columns, is_old_small);
    return true;
  }

  void emit_table(const DiffArea& area, Items rows, Items columns, bool is_old_small) {
    const std::size_t width = columns.size() + 1;
    // Longest common subsequence of what is left from a row and a column on.
    std::vector<std::uint8_t> table((rows.size() + 1) * width);
    for (std::size_t i = rows.size(); i-- > 0;) {
      for (std::size_t j = columns.size(); j-- > 0;) {
        const std::size_t at = i * width + j;
        table[at] = rows[i] == columns[j] ? static_cast<std::uint8_t>(table[at + width + 1] + 1)
                                          : std::max(table[at + width], table[at + 1]);
      }
    }
    const auto emit = [&](Kind kind, std::size_t i, std::size_t j, std::size_t size) {
      const std::size_t old_start = area.old_start + (is_old_small ? i : j);
      const std::size_t new_start = area.new_start + (is_old_small ? j : i);
      if (kind == Kind::Equal) {
        equal(old_start, new_start, size);
      } else if ((kind == Kind::Delete) == is_old_small) {
        remove(old_start, size, new_start);
      } else {
        insert(old_start, new_start, size);
      }
    };
    // Delete stands for items of the rows, Insert for those of the columns.
    const auto step = [&](std::size_t i, std::size_t j) {
      const std::size_t at = i * width + j;
      if (rows[i] == columns[j] && table[at] == table[at + width + 1] + 1) return Kind::Equal;
      return table[at + width] >= table[at + 1] ? Kind::Delete : Kind::Insert;
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows.size() && j < columns.size()) {
      const Kind kind = step(i, j);
      const std::size_t start_i = i;
      const std::size_t start_j = j;
      while (i < rows.size() && j < columns.size() && step(i, j) == kind) {
        if (kind != Kind::Insert) ++i;
        if (kind != Kind::Delete) ++j;
      }
      emit(kind, start_i, start_j, std::max(i - start_i, j - start_j));
    }
    // Deletions before insertions.
    const std::size_t rest_i = rows.size() - i;
    const std::size_t rest_j = columns.size() - j;
    if (is_old_small && rest_i > 0) emit(Kind::Delete, i, j, rest_i);
    if (rest_j > 0) emit(Kind::Insert, i + (is_old_small ? rest_i : 0), j, rest_j);
    if (!is_old_small && rest_i > 0) emit(Kind::Delete, i, j + rest_j, rest_i);
  }

  Items old_;
  Items new_;
  std::vector<DiffOp>& ops_;
  Frontier forward_;
  Frontier backward_;
};

}  // namespace

void append_myers_ops(Items old_items, Items new_items, const DiffArea& area,
                      std::vector<DiffOp>& ops) {
  const std::optional<DiffReduction> reduction = reduce(old_items, new_items, area);
  if (!reduction) {
    Myers(old_items, new_items, ops).run(area);
    return;
  }
  std::vector<DiffOp> reduced_ops;
  Myers(reduction->old_items, reduction->new_items, reduced_ops)
      .run({0, reduction->old_items.size(), 0, reduction->new_items.size()});
  expand(*reduction, reduced_ops, area, ops);
}

}  // namespace common
