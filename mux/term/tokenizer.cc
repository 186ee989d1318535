#include "mux/term/tokenizer.h"

extern "C" {
#include <vterm.h>
}

#include <algorithm>
#include <cstring>

#include "common/base/check.h"
#include "mux/term/sequences.h"

namespace mux::term {

namespace {

void run_function(Emulator& emulator, const Sequence* row, const Parameters& parameters) {
  if (row != nullptr) row->run(emulator, parameters);
  emulator.end_text();
}

int on_csi(const char* leader, const long arguments[], int count, const char* intermediates,
           char final, void* user) {
  Parameters parameters;
  for (int i = 0; i < count; ++i) {
    const long argument = arguments[i];
    const int value =
        CSI_ARG_IS_MISSING(argument) ? Parameters::kMissing : static_cast<int>(CSI_ARG(argument));
    parameters.add(value, CSI_ARG_HAS_MORE(argument) != 0);
  }
  Emulator& emulator = *static_cast<Emulator*>(user);
  const char first_leader = leader == nullptr ? '\0' : leader[0];
  const char intermediate = intermediates == nullptr ? '\0' : intermediates[0];
  const bool is_plain = intermediate == 0 || intermediates[1] == 0;
  if (is_plain) {
    run_csi(emulator, first_leader, intermediate, final, parameters);
  } else {
    emulator.end_text();
  }
  return 1;
}

int on_escape(const char* bytes, std::size_t size, void* user) {
  Parameters parameters;
  parameters.intermediates = {bytes, size - 1};
  parameters.final = bytes[size - 1];
  const char intermediate = size > 1 ? bytes[0] : '\0';
  run_function(*static_cast<Emulator*>(user), find_escape(intermediate, parameters.final),
               parameters);
  return 1;
}

// ESC and a letter from @ to _ is reported as the C1 control of that place.
int on_control(unsigned char control, void* user) {
  run_function(*static_cast<Emulator*>(user), find_escape(0, static_cast<char>(control - 0x40)),
               Parameters());
  return 1;
}

constexpr VTermParserCallbacks kCallbacks = {.text = nullptr,
                                             .control = on_control,
                                             .escape = on_escape,
                                             .csi = on_csi,
                                             .osc = nullptr,
                                             .dcs = nullptr,
                                             .resize = nullptr};

}  // namespace

void run_csi(Emulator& emulator, char leader, char intermediate, char final,
             const Parameters& parameters) {
  run_function(emulator, find_csi(leader, intermediate, final), parameters);
}

void run_vt52(Emulator& emulator, std::string_view sequence) {
  constexpr int kFirst = ' ' - 1;  // Of rows and columns, which count from 1.
  Parameters parameters;
  for (const char c : sequence.substr(2)) parameters.add(c - kFirst, false);
  run_function(emulator, find_vt52(sequence[1]), parameters);
}

struct Tokenizer::Library {
  VTerm* terminal;
};

Tokenizer::Tokenizer(Emulator& emulator) : library_(std::make_unique<Library>()) {
  library_->terminal = vterm_new(1, 1);
  CHECK(library_->terminal != nullptr);
  vterm_set_utf8(library_->terminal, 1);
  vterm_parser_set_callbacks(library_->terminal, &kCallbacks, &emulator);
}

Tokenizer::~Tokenizer() {
  vterm_free(library_->terminal);
}

void Tokenizer::run(std::string_view sequence) {
  // A mistake of who cuts sequences must not become an overflow.
  const auto separators =
      std::ranges::count_if(sequence, [](char c) { return c == ';' || c == ':'; });
  if (static_cast<std::size_t>(separators) >= kMostParameters) return;
  vterm_input_write(library_->terminal, sequence.data(), sequence.size());
}

}  // namespace mux::term
