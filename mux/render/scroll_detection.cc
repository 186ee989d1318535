#include "mux/render/scroll_detection.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <vector>

namespace mux::render {

namespace {

constexpr int kScrollCost = 16;  // Bytes for margins, moves and the scroll itself.
constexpr int kAmbiguous = -1;

using Row = std::span<const Cell>;

Row piece_of(const Frame& frame, layout::Rect area, int y) {
  return frame.row(y).subspan(static_cast<std::size_t>(area.x),
                              static_cast<std::size_t>(area.columns));
}

bool is_same(Row a, Row b) {
  return std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

std::uint64_t mixed(std::uint64_t hash, const Cell& cell) {
  hash = (hash ^ cell.word()) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

// Four cells at a time, so that they do not wait for each other.
std::uint64_t hash_of(Row row) {
  std::uint64_t lanes[4] = {1, 2, 3, 4};
  std::size_t x = 0;
  for (; x + 4 <= row.size(); x += 4) {
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = mixed(lanes[i], row[x + i]);
  }
  for (; x < row.size(); ++x) lanes[0] = mixed(lanes[0], row[x]);
  return ((lanes[0] * 31 + lanes[1]) * 31 + lanes[2]) * 31 + lanes[3];
}

// Roughly how many bytes the row takes to draw.
int cost_of(Row row) {
  int cost = 0;
  StyleId style = 0;
  std::size_t blanks = 0;
  for (const Cell& cell : row) {
    if (cell == Cell{}) {
      ++blanks;
      continue;
    }
    cost += 1 + static_cast<int>(std::min<std::size_t>(blanks, 4));
    blanks = 0;
    if (cell.style != style) cost += 4;
    style = cell.style;
  }
  return cost;
}

// Both frames inside the area, as numbers.
struct Rows {
  std::vector<std::uint64_t> shown;
  std::vector<std::uint64_t> next;
  std::vector<int> cost;      // Of drawing the new row.
  std::vector<bool> differs;  // From what is shown in its place.
};

Rows read_rows(const Frame& shown, const Frame& next, layout::Rect area) {
  Rows rows;
  for (int y = area.y; y < area.bottom(); ++y) {
    const Row old_row = piece_of(shown, area, y);
    const Row new_row = piece_of(next, area, y);
    const bool differs = !is_same(old_row, new_row);
    rows.shown.push_back(hash_of(old_row));
    rows.next.push_back(differs ? hash_of(new_row) : rows.shown.back());
    rows.cost.push_back(cost_of(new_row));
    rows.differs.push_back(differs);
  }
  return rows;
}

// How far most of the rows that are found elsewhere have moved; 0 if none has.
int most_frequent_shift(const Rows& rows) {
  std::unordered_map<std::uint64_t, int> places;
  for (std::size_t y = 0; y < rows.shown.size(); ++y) {
    const auto [found, is_new] = places.try_emplace(rows.shown[y], static_cast<int>(y));
    if (!is_new) found->second = kAmbiguous;
  }
  std::unordered_map<int, int> saved;
  int best = 0;
  for (std::size_t y = 0; y < rows.next.size(); ++y) {
    const auto found = places.find(rows.next[y]);
    if (!rows.differs[y] || found == places.end() || found->second == kAmbiguous) continue;
    const int shift = found->second - static_cast<int>(y);
    saved[shift] += rows.cost[y];
    if (saved[shift] > saved[best]) best = shift;
  }
  return best;
}

struct Run {
  int start = 0;
  int end = 0;
  int gain = 0;
};

// The neighbouring rows that a scroll by `shift` puts right, with what that saves.
Run best_run(const Rows& rows, int shift) {
  const int count = static_cast<int>(rows.next.size());
  const auto at = [](int y) { return static_cast<std::size_t>(y); };
  Run best;
  Run run;
  for (int y = std::max(0, -shift); y < std::min(count, count - shift); ++y) {
    if (rows.next[at(y)] != rows.shown[at(y + shift)]) {
      run = {y + 1, y + 1, 0};
      continue;
    }
    if (run.end != y) run = {y, y, 0};
    run.end = y + 1;
    run.gain += rows.differs[at(y)] ? rows.cost[at(y)] : 0;
    if (run.gain > best.gain) best = run;
  }
  // Rows that come in blank were right before, or have to be drawn in any case.
  const int first = shift > 0 ? best.end : best.start + shift;
  for (int y = first; y < first + std::abs(shift); ++y) {
    if (!rows.differs[at(y)]) best.gain -= rows.cost[at(y)];
  }
  return best;
}

}  // namespace

bool is_worth_it(const Frame& shown, const Frame& next, const Scroll& scroll) {
  constexpr int kPlenty = 4 * kScrollCost;  // What is beyond need not be counted.
  const layout::Rect& area = scroll.area;
  int gain = 0;
  int loss = kScrollCost;
  for (int y = area.y; y < area.bottom(); ++y) {
    const Row row = piece_of(next, area, y);
    const int from = y + scroll.lines;
    const bool is_inside = from >= area.y && from < area.bottom();
    if (is_inside && is_same(row, piece_of(shown, area, from))) {
      if (gain < kPlenty && !is_same(row, piece_of(shown, area, y))) gain += cost_of(row);
    } else if (is_same(row, piece_of(shown, area, y))) {
      loss += cost_of(row);
    }
  }
  return gain > loss;
}

std::optional<Scroll> find_scroll(const Frame& shown, const Frame& next, layout::Rect area) {
  const Rows rows = read_rows(shown, next, area);
  const int shift = most_frequent_shift(rows);
  if (shift == 0) return {};
  const Run run = best_run(rows, shift);
  if (run.gain <= kScrollCost) return {};
  Scroll scroll{.area = area, .lines = shift};
  const int first = std::min(run.start, run.start + shift);
  scroll.area.y = area.y + first;
  scroll.area.rows = run.end - run.start + std::abs(shift);
  return scroll;
}

}  // namespace mux::render
