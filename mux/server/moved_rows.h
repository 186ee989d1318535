// Rows that are shown already, but elsewhere.
#pragma once

#include <cstdint>
#include <span>

namespace mux::server {

// Rows [begin, begin + count) are to show what rows `lines` below show now.
struct MovedRows {
  int begin = 0;
  int count = 0;  // 0: nothing has moved.
  int lines = 0;  // Negative: above.
};

// Both by the versions of rows, as many of them; rows of one version look the same.
MovedRows find_moved(std::span<const std::uint64_t> shown, std::span<const std::uint64_t> next);

}  // namespace mux::server
