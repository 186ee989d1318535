// Names for cells that have none, as the peer makes them: the same for every run.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace lint::notebook {

// The bytes of ChaCha with 12 rounds and the key that Rust's StdRng has for the
// seed 0, of which an identifier takes the lowest of each word.
class CellIds {
 public:
  // 32 hexadecimal digits, a random UUID.
  std::string next();

 private:
  std::uint64_t block_ = 0;
};

}  // namespace lint::notebook
