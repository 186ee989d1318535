// SipHash-1-3 with a zero key, fed piece by piece: the hash that Rust's standard
// library uses by default, for identifiers that other programs derive with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace common {

class SipHash {
 public:
  void add(std::uint64_t number);
  // A string as Rust hashes it: its bytes, then 0xFF.
  void add(std::string_view text);
  std::uint64_t finish() const;

 private:
  std::string bytes_;
};

}  // namespace common
