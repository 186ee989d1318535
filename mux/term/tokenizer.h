// Tokenizer: the bytes of one escape or control sequence become a call of its
// function.
//
// libvterm's parser does the work; it has a fixed number of parameters and
// overflows a number without noticing, so it sees whole and harmless sequences
// only (guard.h).
#pragma once

#include <memory>
#include <string_view>

#include "mux/term/emulator.h"
#include "mux/term/parameters.h"

namespace mux::term {

class Tokenizer {
 public:
  explicit Tokenizer(Emulator& emulator);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // From ESC to the final byte; at most 16 parameters of at most nine digits.
  void run(std::string_view sequence);

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

// Runs the function of a control sequence.
void run_csi(Emulator& emulator, char leader, char intermediate, char final,
             const Parameters& parameters);
// Runs the function of a sequence of the VT52, from ESC to its end.
void run_vt52(Emulator& emulator, std::string_view sequence);

}  // namespace mux::term
