#include "mux/term/control_strings.h"

#include "mux/term/title.h"

namespace mux::term {

std::optional<StringKind> string_kind(char letter) {
  switch (letter) {
    case ']':
      return StringKind::Osc;
    case 'P':
      return StringKind::Dcs;
    case '_':
      return StringKind::Apc;
    case '^':
      return StringKind::Pm;
    case 'X':
      return StringKind::Sos;
    case 'k':
      return StringKind::Title;
    default:
      return std::nullopt;
  }
}

std::size_t longest_string(StringKind kind) {
  switch (kind) {
    case StringKind::Osc:
      return std::size_t{1} << 20;
    case StringKind::Dcs:  // Sixel images.
      return std::size_t{16} << 20;
    case StringKind::Apc:  // kitty's images; few programs send them whole.
      return std::size_t{44} << 20;
    default:
      return std::size_t{4} << 10;
  }
}

void run_control_string(Emulator& emulator, StringKind kind, std::string_view text) {
  switch (kind) {
    case StringKind::Osc:
      run_osc(emulator, text);
      break;
    case StringKind::Dcs:
      run_dcs(emulator, text);
      break;
    case StringKind::Apc:
      run_apc(emulator, text);
      break;
    case StringKind::Title:
      set_window_title(emulator, text);
      break;
    default:
      break;
  }
}

}  // namespace mux::term
