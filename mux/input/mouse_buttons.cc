#include "mux/input/mouse_buttons.h"

namespace mux::input {

namespace {

constexpr std::uint32_t kShiftBit = 4, kAltBit = 8, kControlBit = 16, kMotionBit = 32;
constexpr std::uint32_t kWheelBit = 64, kExtraBit = 128;
constexpr std::uint32_t kNoButton = 3;
constexpr std::uint8_t kFirstExtraButton = 8;

std::uint8_t modifiers_of_button(std::uint32_t number) {
  return static_cast<std::uint8_t>(((number & kShiftBit) != 0 ? kShift : 0) |
                                   ((number & kAltBit) != 0 ? kAlt : 0) |
                                   ((number & kControlBit) != 0 ? kControl : 0));
}

std::uint32_t bits_of(std::uint8_t modifiers) {
  return ((modifiers & kShift) != 0 ? kShiftBit : 0) |
         ((modifiers & (kAlt | kMeta)) != 0 ? kAltBit : 0) |
         ((modifiers & kControl) != 0 ? kControlBit : 0);
}

bool is_wheel(MouseAction action) {
  return action >= MouseAction::WheelUp;
}

}  // namespace

MouseEvent mouse_of_number(std::uint32_t number, bool is_release) {
  MouseEvent event;
  event.modifiers = modifiers_of_button(number);
  const std::uint32_t low = number & 3;
  if ((number & kExtraBit) != 0) {
    event.button = static_cast<std::uint8_t>(kFirstExtraButton + low);
  } else if ((number & kWheelBit) != 0) {
    event.action = static_cast<MouseAction>(static_cast<std::uint32_t>(MouseAction::WheelUp) + low);
    return event;
  } else {
    event.button = static_cast<std::uint8_t>(low == kNoButton ? 0 : low + 1);
  }
  if (is_release) {
    event.action = MouseAction::Release;
  } else if ((number & kMotionBit) != 0) {
    event.action = MouseAction::Move;
  } else {
    event.action = event.button == 0 ? MouseAction::Release : MouseAction::Press;
  }
  return event;
}

std::uint32_t number_of_mouse(const MouseEvent& event, bool has_release_number) {
  const std::uint32_t modifiers = bits_of(event.modifiers);
  if (is_wheel(event.action)) {
    return modifiers | kWheelBit |
           (static_cast<std::uint32_t>(event.action) -
            static_cast<std::uint32_t>(MouseAction::WheelUp));
  }
  const std::uint32_t motion = event.action == MouseAction::Move ? kMotionBit : 0;
  if (event.button == 0 || (has_release_number && event.action == MouseAction::Release)) {
    return modifiers | motion | kNoButton;
  }
  if (event.button >= kFirstExtraButton) {
    return modifiers | motion | kExtraBit | ((event.button - kFirstExtraButton) & 3u);
  }
  return modifiers | motion | ((event.button - 1u) & 3u);
}

}  // namespace mux::input
