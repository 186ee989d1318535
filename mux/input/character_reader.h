// CharacterReader: one character of several bytes in UTF-8, byte by byte.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace mux::input {

inline constexpr char32_t kReplacement = 0xFFFD;

class CharacterReader {
 public:
  void start();
  // False: the byte does not belong to the character, which is thus malformed.
  bool take(unsigned char byte);
  // The character once it is whole; a malformed one is the replacement character.
  std::optional<char32_t> result() const { return result_; }

 private:
  std::string bytes_;
  std::size_t missing_ = 0;
  std::optional<char32_t> result_;
};

}  // namespace mux::input
