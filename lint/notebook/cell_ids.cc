#include "lint/notebook/cell_ids.h"

#include <bit>

namespace lint::notebook {
namespace {

using Words = std::array<std::uint32_t, 16>;

// What the generator's own generator (PCG32) makes of the seed 0.
std::array<std::uint32_t, 8> key_of_zero() {
  std::array<std::uint32_t, 8> key{};
  std::uint64_t state = 0;
  for (std::uint32_t& word : key) {
    state = state * 6364136223846793005u + 11634580027462260723u;
    word = std::rotr(static_cast<std::uint32_t>((state >> 18 ^ state) >> 27),
                     static_cast<int>(state >> 59));
  }
  return key;
}

void mix(Words& w, std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
  w[a] += w[b];
  w[d] = std::rotl(w[d] ^ w[a], 16);
  w[c] += w[d];
  w[b] = std::rotl(w[b] ^ w[c], 12);
  w[a] += w[b];
  w[d] = std::rotl(w[d] ^ w[a], 8);
  w[c] += w[d];
  w[b] = std::rotl(w[b] ^ w[c], 7);
}

Words random_block(std::uint64_t number) {
  constexpr std::uint32_t kConstants[] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  constexpr int kRounds = 12;
  Words start{};
  for (std::size_t i = 0; i < 4; ++i) start[i] = kConstants[i];
  const auto key = key_of_zero();
  for (std::size_t i = 0; i < key.size(); ++i) start[4 + i] = key[i];
  start[12] = static_cast<std::uint32_t>(number);
  start[13] = static_cast<std::uint32_t>(number >> 32);
  Words words = start;
  for (int round = 0; round < kRounds; round += 2) {
    for (std::size_t i = 0; i < 4; ++i) mix(words, i, 4 + i, 8 + i, 12 + i);
    for (std::size_t i = 0; i < 4; ++i) {
      mix(words, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) words[i] += start[i];
  return words;
}

}  // namespace

std::string CellIds::next() {
  constexpr char kHex[] = "0123456789abcdef";
  const Words words = random_block(block_++);
  std::string id;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint32_t byte = words[i] & 0xFF;
    if (i == 6) byte = (byte & 0x0F) | 0x40;  // The version.
    if (i == 8) byte = (byte & 0x3F) | 0x80;  // The variant.
    id += {kHex[byte >> 4], kHex[byte & 15]};
  }
  return id;
}

}  // namespace lint::notebook
