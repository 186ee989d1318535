// Which keys the program wants reported how.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace mux::term {

// Flags of the kitty keyboard protocol, one stack per screen.
class KeyboardStack {
 public:
  static constexpr std::uint8_t kAllFlags = 31;

  std::uint8_t flags() const { return flags_[top_]; }
  void set(std::uint8_t flags) { flags_[top_] = flags & kAllFlags; }
  // The oldest entry goes when there are too many.
  void push(std::uint8_t flags);
  void pop(std::size_t count);

 private:
  static constexpr std::size_t kMost = 16;
  std::array<std::uint8_t, kMost> flags_{};
  std::size_t top_ = 0;
};

// xterm's modifyOtherKeys and its kin (XTMODKEYS), by resource number.
struct ModifierKeys {
  std::array<std::uint8_t, 5> values{};
};

}  // namespace mux::term
