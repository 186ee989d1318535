// Control strings: OSC, DCS and their kin, as wholes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "mux/term/emulator.h"

namespace mux::term {

enum class StringKind : std::uint8_t {
  Osc,
  Dcs,
  Apc,
  Pm,
  Sos,
  Title,  // ESC k, of screen.
};

// The string that ESC and the letter begin.
std::optional<StringKind> string_kind(char letter);
// How many bytes a string may have.
std::size_t longest_string(StringKind kind);

void run_control_string(Emulator& emulator, StringKind kind, std::string_view text);

// One row of the table of OSC commands, or of DCS ones.
struct StringCommand {
  // Of OSC the number; of DCS what stands between the parameters and the data.
  std::string_view key;
  void (*run)(Emulator& emulator, std::string_view parameters, std::string_view data);
  std::string_view name;
  std::string_view docs;
};

// osc.cc, dcs.cc
void run_osc(Emulator& emulator, std::string_view text);
void run_dcs(Emulator& emulator, std::string_view text);
// graphics_functions.cc
void run_apc(Emulator& emulator, std::string_view text);
void run_sixel(Emulator& emulator, std::string_view parameters, std::string_view data);

}  // namespace mux::term
