// Sequences: which bytes call which control function, declared as rows of sequences.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "mux/term/functions.h"

namespace mux::term {

enum class Introducer : std::uint8_t {
  Esc,
  Csi,
  Vt52,  // ESC, while the terminal is a VT52 (DECANM).
};

struct Sequence {
  Introducer introducer = Introducer::Csi;
  char leader = 0;        // Of "<=>?"; 0: none.
  char intermediate = 0;  // Of ' ' to '/'; 0: none.
  char final;             // 0: any; the function looks itself.
  Function run;
  std::string_view name;
  std::string_view docs;
};

std::span<const Sequence> sequence_rows();

// Null: nothing of ours.
const Sequence* find_csi(char leader, char intermediate, char final);
const Sequence* find_escape(char intermediate, char final);
const Sequence* find_vt52(char final);

}  // namespace mux::term
