// Decoder: what the outer terminal sends becomes events.
//
// The events do not depend on how the bytes are cut, except that a paste's text
// comes in as many pieces.  Only a pause tells ESC from the start of a sequence:
// the caller waits while is_waiting() and then calls flush().
//
//   Ground ─ESC─► Escape ─[─► Csi ─► key, mouse, focus, report, or start of Paste
//                   ├─O─► Ss3      └─M─► X10Mouse
//                   ├─] P _─► String ─► report
//                   └─ anything else: that key with Alt
//
// What is malformed is dropped up to the byte that shows it, which is then taken
// as if it came first.  Sequences and strings are kept up to a limit; longer ones
// are read to their end and dropped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mux/input/character_reader.h"
#include "mux/input/event.h"
#include "mux/input/paste_reader.h"

namespace mux::input {

class Decoder {
 public:
  void feed(std::string_view bytes, std::vector<Event>& events);
  // No more bytes have come for a while: what can be a key by itself is one.  Longer
  // beginnings, as of an answer that a slow line has cut, are kept.
  void flush(std::vector<Event>& events);
  bool is_waiting() const;

 private:
  enum class State : std::uint8_t {
    Ground,
    Character,  // Inside a UTF-8 sequence.
    Escape,
    Ss3,
    Csi,
    LinuxFunction,  // Behind CSI [.
    X10Mouse,
    StringStart,
    String,
    StringEscape,
    Paste,
  };

  // Takes the byte, or sets another state in which it is to be looked at again.
  bool take(unsigned char byte);
  bool take_ground(unsigned char byte);
  bool take_character(unsigned char byte);
  bool take_escape(unsigned char byte);
  bool take_ss3(unsigned char byte);
  bool take_csi(unsigned char byte);
  bool take_linux_function(unsigned char byte);
  bool take_x10_mouse(unsigned char byte);
  bool take_string_start(unsigned char byte);
  bool take_string(unsigned char byte);
  bool take_string_escape(unsigned char byte);
  // Takes as much of `bytes` as is paste; returns how much.
  std::size_t take_paste(std::string_view bytes);

  void start(State state);
  void append(unsigned char byte, std::size_t limit);
  void emit_key(KeyCode code, unsigned modifiers);
  void emit_character(char32_t character, unsigned modifiers);
  void emit_control(unsigned char byte, unsigned modifiers);
  void emit_mouse(MouseEvent event, std::uint32_t column, std::uint32_t row);
  void emit_paste(Paste::Part part, std::string text = {});
  void finish_csi();
  void finish_string();
  void resolve_introducer();
  unsigned prefix_modifiers() const { return escapes_ > 1 ? unsigned{kAlt} : 0u; }

  State state_ = State::Ground;
  int escapes_ = 0;      // ESC bytes before what is being read: the last but one means Alt.
  char introducer_ = 0;  // Of the string that is being read.
  bool is_too_long_ = false;
  CharacterReader character_;
  PasteReader paste_;
  std::uint8_t held_button_ = 0;          // For forms whose releases do not name it.
  std::string text_;                      // Of the sequence that is being read.
  std::vector<Event>* events_ = nullptr;  // Of the call that is running.
};

}  // namespace mux::input
