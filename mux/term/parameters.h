// The parameters of a control sequence.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace mux::term {

// As many as reach a handler; longer sequences come in parts or are cut.
inline constexpr std::size_t kMostParameters = 16;
// Of a number.
inline constexpr std::size_t kMostDigits = 9;

class Parameters {
 public:
  Parameters() {}
  void add(int value, bool is_joined) {
    values_[count_] = value;
    is_joined_[count_] = is_joined;
    ++count_;
  }
  static constexpr int kMissing = -1;

  std::size_t count() const { return count_; }
  int value_or(std::size_t i, int fallback) const {
    return i < count_ && values_[i] != kMissing ? values_[i] : fallback;
  }
  // Where zero means the default, too.
  int positive_or(std::size_t i, int fallback) const {
    return i < count_ && values_[i] > 0 ? values_[i] : fallback;
  }
  int count_at(std::size_t i) const { return positive_or(i, 1); }
  // A colon follows: the next one belongs to it.
  bool is_joined(std::size_t i) const { return i < count_ && is_joined_[i]; }

  // What a designating escape sequence has before its end: "(" or "$)".
  std::string_view intermediates;
  char final = 0;

 private:
  // Those behind count_ are not read.
  std::array<int, kMostParameters> values_;
  std::array<bool, kMostParameters> is_joined_;
  std::size_t count_ = 0;
};

}  // namespace mux::term
