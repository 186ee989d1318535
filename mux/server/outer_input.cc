#include "mux/server/outer_input.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace mux::server {

namespace {

using input::MouseMode;

std::string_view request_for(MouseMode mode) {
  switch (mode) {
    case MouseMode::Off:
      return "\x1b[?1003l\x1b[?1002l";
    case MouseMode::Motion:
      return "\x1b[?1003h";
    default:
      return "\x1b[?1003l\x1b[?1002h";
  }
}

}  // namespace

std::string OuterInput::ask_for(const input::InputModes& wanted, bool uses_mouse) {
  std::string bytes;
  const auto flags = static_cast<std::uint8_t>(wanted.keyboard_flags | input::kDisambiguate);
  if (std::exchange(keyboard_flags_, flags) != flags) bytes += fmt::format("\x1b[={}u", flags);
  const MouseMode mouse = !uses_mouse                         ? MouseMode::Off
                          : wanted.mouse == MouseMode::Motion ? MouseMode::Motion
                                                              : MouseMode::Drags;
  if (std::exchange(mouse_, mouse) != mouse) bytes += request_for(mouse);
  return bytes;
}

}  // namespace mux::server
