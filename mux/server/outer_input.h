// OuterInput: what a client's terminal is asked to report, because the focused program
// wants to know it.  The client's process has asked for what is always needed.
#pragma once

#include <cstdint>
#include <string>

#include "mux/input/encode.h"

namespace mux::server {

class OuterInput {
 public:
  // The bytes that ask for it; none if it is so already.  Of the mouse, drags are told
  // at least, unless we are to leave it to the terminal.
  std::string ask_for(const input::InputModes& wanted, bool uses_mouse);

 private:
  std::uint8_t keyboard_flags_ = input::kDisambiguate;
  input::MouseMode mouse_ = input::MouseMode::Drags;
};

}  // namespace mux::server
