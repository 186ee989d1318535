#include "mux/server/moved_rows.h"

#include <algorithm>

namespace mux::server {

namespace {

constexpr int kMostTries = 4;

// The longest run of rows that have moved by so many lines.
MovedRows longest_run(std::span<const std::uint64_t> shown, std::span<const std::uint64_t> next,
                      int lines) {
  const int rows = static_cast<int>(next.size());
  MovedRows best{.begin = 0, .count = 0, .lines = lines};
  int begin = 0;
  for (int y = std::max(0, -lines); y < std::min(rows, rows - lines); ++y) {
    const int from = y + lines;
    if (next[static_cast<std::size_t>(y)] != shown[static_cast<std::size_t>(from)]) {
      begin = y + 1;
      continue;
    }
    begin = std::max(begin, -lines);
    if (y + 1 - begin > best.count) {
      best.begin = begin;
      best.count = y + 1 - begin;
    }
  }
  return best;
}

}  // namespace

MovedRows find_moved(std::span<const std::uint64_t> shown, std::span<const std::uint64_t> next) {
  MovedRows best;
  int tries = 0;
  for (std::size_t y = 0; y < next.size() && tries < kMostTries; ++y) {
    if (next[y] == shown[y]) continue;
    ++tries;
    const auto found = std::ranges::find(shown, next[y]);
    if (found == shown.end()) continue;
    const int lines = static_cast<int>(found - shown.begin()) - static_cast<int>(y);
    const MovedRows run = longest_run(shown, next, lines);
    if (run.count > best.count) best = run;
    y = static_cast<std::size_t>(std::max(static_cast<int>(y), run.begin + run.count - 1));
  }
  return best;
}

}  // namespace mux::server
