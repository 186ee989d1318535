#include "mux/term/keyboard.h"

#include <algorithm>

namespace mux::term {

void KeyboardStack::push(std::uint8_t flags) {
  if (top_ + 1 == kMost) {
    std::ranges::rotate(flags_, flags_.begin() + 1);
  } else {
    ++top_;
  }
  set(flags);
}

void KeyboardStack::pop(std::size_t count) {
  if (count <= top_) {
    top_ -= count;
    return;
  }
  top_ = 0;
  flags_[0] = 0;
}

}  // namespace mux::term
