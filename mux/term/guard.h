// Guard: cuts what a program writes into text, controls, sequences and strings.
//
// Text goes to the grid at once, in runs.  Escape and control sequences go to the
// tokenizer when they are complete and fit for it: those with more parameters
// than it takes are cut at places where that does not change their meaning
// (sequence_parts.h).  Strings are collected (string_collector.h).  What is not
// complete at the end of a write waits for the next one, so that cuts never show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "mux/term/emulator.h"
#include "mux/term/string_collector.h"
#include "mux/term/tokenizer.h"

namespace mux::term {

class Guard {
 public:
  explicit Guard(Emulator& emulator) : emulator_(emulator), tokenizer_(emulator) {}
  void write(std::string_view bytes);

 private:
  enum class State : std::uint8_t {
    Text,
    Escape,
    EscapeIntermediates,
    EscapeIgnored,
    Vt52,
    Vt52Row,
    Vt52Column,
    CsiLeader,
    CsiParameters,
    CsiIntermediates,
    CsiIgnored,
    String,
  };

  // Each consumes from `at` on and returns where it stopped.
  std::size_t text(std::string_view bytes, std::size_t at);
  std::size_t unicode_text(std::string_view bytes, std::size_t at);
  std::size_t wide_text(std::string_view bytes, std::size_t at);
  std::size_t finish_character(std::string_view bytes);
  std::size_t sequence(std::string_view bytes, std::size_t at);
  std::size_t skip_parameters(std::string_view bytes, std::size_t at);
  std::size_t string(std::string_view bytes, std::size_t at);

  void control(unsigned char byte);
  void c1_control(char32_t code_point);
  void begin_sequence(State state, std::string_view held);
  bool step(unsigned char byte);
  void hold(std::string_view bytes);
  void deliver(std::string_view sequence);
  void begin_string(StringKind kind);

  Emulator& emulator_;
  Tokenizer tokenizer_;
  State state_ = State::Text;
  std::string held_;  // The sequence as far as it came in earlier writes.
  std::size_t separators_ = 0;
  std::size_t digits_ = 0;        // Of the parameter that is being read.
  bool has_long_number_ = false;  // Of more digits than the tokenizer takes.

  StringCollector string_;

  char partial_[4] = {};  // The start of a character whose end is to come.
  std::size_t partial_size_ = 0;
};

}  // namespace mux::term
