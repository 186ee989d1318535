#include "mux/layout/distribute.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "common/base/check.h"

namespace mux::layout {
namespace {

// Halves round away from zero, and what arithmetic leaves of a half counts as one.
int stable_round(double value) {
  return static_cast<int>(std::round(std::round(value * 100) / 100));
}

// The whole space by weight.  Rounding errors go to the smallest, or come from the
// largest, one cell each.
std::vector<int> by_weight(int space, const std::vector<double>& weights) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<int> cells;
  for (const double weight : weights) {
    const double part = total > 0 ? weight / total : 1.0 / static_cast<double>(weights.size());
    cells.push_back(stable_round(part * space));
  }
  int error = space - std::accumulate(cells.begin(), cells.end(), 0);
  std::vector<std::size_t> order(cells.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return cells[i]; });
  if (error < 0) std::ranges::reverse(order);
  for (std::size_t i = 0; error != 0; i = (i + 1) % order.size()) {
    const int step = error > 0 ? 1 : -1;
    if (cells[order[i]] + step < 0) continue;
    cells[order[i]] += step;
    error -= step;
  }
  return cells;
}

// Raises what is below its least, at the cost of those with the most to spare.
void raise_to_least(std::vector<int>& cells, const std::vector<int>& leasts) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    while (cells[i] < leasts[i]) {
      std::size_t richest = i;
      for (std::size_t k = 0; k < cells.size(); ++k) {
        if (cells[k] - leasts[k] > cells[richest] - leasts[richest]) richest = k;
      }
      const int spare = cells[richest] - leasts[richest];
      if (spare <= 0) return;
      ++cells[i];
      --cells[richest];
    }
  }
}

int sum(const std::vector<int>& values) {
  return std::accumulate(values.begin(), values.end(), 0);
}

// Flexible slots only.
std::vector<int> share(int space, const std::vector<double>& weights, std::vector<int> leasts) {
  std::vector<int> cells = by_weight(space, weights);
  if (sum(leasts) > space) std::ranges::fill(leasts, 1);
  if (sum(leasts) <= space) raise_to_least(cells, leasts);
  return cells;
}

}  // namespace

std::vector<int> distribute(int space, std::span<const Slot> slots) {
  std::vector<double> weights;
  std::vector<int> leasts;
  int fixed = 0;
  for (const Slot& slot : slots) {
    if (slot.is_fixed) {
      fixed += static_cast<int>(slot.amount);
    } else {
      weights.push_back(slot.amount);
      leasts.push_back(slot.least);
    }
  }
  space = std::max(space, 0);
  const int flexible = static_cast<int>(weights.size());
  if (fixed + flexible > space) {
    // Not even a cell for everyone: all are cut alike.
    std::vector<double> wishes;
    for (const Slot& slot : slots) wishes.push_back(slot.is_fixed ? slot.amount : 1);
    return share(space, wishes, std::vector<int>(slots.size(), 1));
  }
  const std::vector<int> shared =
      flexible > 0 ? share(space - fixed, weights, leasts) : std::vector<int>();
  std::vector<int> cells;
  auto next = shared.begin();
  for (const Slot& slot : slots) {
    cells.push_back(slot.is_fixed ? static_cast<int>(slot.amount) : *next++);
  }
  if (flexible == 0 && !cells.empty()) cells.back() += space - fixed;
  DCHECK(cells.empty() || sum(cells) == space);
  return cells;
}

}  // namespace mux::layout
