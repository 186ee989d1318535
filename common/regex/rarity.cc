#include "common/regex/rarity.h"

#include <algorithm>
#include <cmath>

namespace common::regex {

// 13 ranks are a factor of two, and the most frequent byte, the blank, is one
// byte in six.
double rarity(unsigned char byte) {
  return 2.6 + (255 - scan::byte_rank(byte)) / 13.0;
}

double rarity(const scan::ByteClass& bytes) {
  double chance = 0;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const auto value = static_cast<unsigned char>(byte);
    if (bytes.contains(value)) chance += std::exp2(-rarity(value));
  }
  return chance == 0 ? 0 : std::max(0.0, -std::log2(chance));
}

}  // namespace common::regex
