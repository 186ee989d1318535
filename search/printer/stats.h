// Totals of a search (--stats, --json).
#pragma once

#include <cstdint>

namespace search {

struct Stats {
  std::uint64_t elapsed_nanoseconds = 0;  // Spent searching, summed over threads.
  std::uint64_t searches = 0;
  std::uint64_t searches_with_match = 0;
  std::uint64_t bytes_searched = 0;
  std::uint64_t bytes_printed = 0;
  std::uint64_t matched_lines = 0;
  std::uint64_t matches = 0;

  Stats& operator+=(const Stats& other);
};

// Nanoseconds as seconds and a fraction.
double in_seconds(std::uint64_t nanoseconds);

}  // namespace search
