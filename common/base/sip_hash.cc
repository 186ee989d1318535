#include "common/base/sip_hash.h"

#include <array>
#include <bit>

namespace common {
namespace {

struct State {
  std::array<std::uint64_t, 4> v = {0x736f6d6570736575, 0x646f72616e646f6d, 0x6c7967656e657261,
                                    0x7465646279746573};

  void round() {
    v[0] += v[1];
    v[2] += v[3];
    v[1] = std::rotl(v[1], 13) ^ v[0];
    v[3] = std::rotl(v[3], 16) ^ v[2];
    v[0] = std::rotl(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = std::rotl(v[1], 17) ^ v[2];
    v[3] = std::rotl(v[3], 21) ^ v[0];
    v[2] = std::rotl(v[2], 32);
  }
  void absorb(std::uint64_t word) {
    v[3] ^= word;
    round();
    v[0] ^= word;
  }
};

// Up to eight bytes, the first one lowest.
std::uint64_t word_of(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    word = word << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return word;
}

}  // namespace

void SipHash::add(std::uint64_t number) {
  for (int i = 0; i < 8; ++i) bytes_ += static_cast<char>(number >> (8 * i) & 0xFF);
}

void SipHash::add(std::string_view text) {
  bytes_ += text;
  bytes_ += '\xFF';
}

std::uint64_t SipHash::finish() const {
  State state;
  std::string_view rest = bytes_;
  for (; rest.size() >= 8; rest.remove_prefix(8)) state.absorb(word_of(rest.substr(0, 8)));
  state.absorb(word_of(rest) | static_cast<std::uint64_t>(bytes_.size()) << 56);
  state.v[2] ^= 0xFF;
  for (int i = 0; i < 3; ++i) state.round();
  return state.v[0] ^ state.v[1] ^ state.v[2] ^ state.v[3];
}

}  // namespace common
