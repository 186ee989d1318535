// Modes of the keyboard: in each, keys mean something else.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "common/base/result.h"

namespace mux::input {

enum class Mode : std::uint8_t {
  Normal,
  Locked,
  Resize,
  Pane,
  Tab,
  Scroll,
  EnterSearch,
  Search,
  RenameTab,
  RenamePane,
  Session,
  Move,
  Prompt,
  Tmux,
  Copy,        // A cursor moves over the text of a pane.
  CopyFind,    // The next key is the character to go to.
  CopySearch,  // What to search for is typed.
};
inline constexpr std::size_t kModeCount = 17;

// What becomes of a key that a mode does not bind.
enum class Unbound : std::uint8_t {
  Dropped,
  ToPane,
  ToAction,  // Its text is the argument of the mode's input_action.
};

struct ModeRow {
  Mode mode;
  std::string_view name;  // In configurations, in any case.
  Unbound unbound = Unbound::Dropped;
  std::string_view input_action = {};
};

std::span<const ModeRow> mode_rows();
const ModeRow& row_of(Mode mode);
std::string_view name_of(Mode mode);
common::Result<Mode> parse_mode(std::string_view name);

// The mode that a session starts in hands on whatever it does not bind.
Unbound unbound_in(Mode mode, Mode default_mode);

// Sets of modes.  Those of copy mode have keys of their own: all() and except() leave
// them out, so that what is bound in many modes at once does not reach them.
class ModeSet {
 public:
  constexpr ModeSet() = default;
  constexpr ModeSet(std::initializer_list<Mode> modes) {
    for (Mode mode : modes) bits_ |= bit_of(mode);
  }
  static constexpr ModeSet all() { return except({}); }
  static constexpr ModeSet except(std::initializer_list<Mode> modes) {
    return ModeSet(modes).complement();
  }
  constexpr void add(Mode mode) { bits_ = static_cast<decltype(bits_)>(bits_ | bit_of(mode)); }
  constexpr bool contains(Mode mode) const { return (bits_ & bit_of(mode)) != 0; }
  constexpr ModeSet complement() const {
    ModeSet others{Mode::Copy, Mode::CopyFind, Mode::CopySearch};
    others.bits_ = ~(bits_ | others.bits_) & ((1u << kModeCount) - 1);
    return others;
  }
  constexpr bool operator==(const ModeSet&) const = default;

 private:
  static constexpr std::uint32_t bit_of(Mode mode) { return 1u << static_cast<unsigned>(mode); }
  std::uint32_t bits_ = 0;
};

// A cursor of ours is in the pane's text.
constexpr bool is_of_copying(Mode mode) {
  return mode == Mode::Copy || mode == Mode::CopyFind || mode == Mode::CopySearch;
}

}  // namespace mux::input
