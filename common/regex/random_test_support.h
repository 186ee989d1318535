// Numbers for random patterns and texts.
#pragma once

#include <cstddef>
#include <random>

namespace common::regex {

using Random = std::mt19937_64;

inline std::size_t below(Random& random, std::size_t limit) {
  return random() % limit;
}

}  // namespace common::regex
