// Control functions that move the cursor or say where it may go.
#include <algorithm>

#include "mux/term/functions.h"
#include "mux/term/motion.h"

namespace mux::term::functions {

void cuu(Emulator& emulator, const Parameters& parameters) {
  move_up(emulator, parameters.count_at(0));
}

void cud(Emulator& emulator, const Parameters& parameters) {
  move_down(emulator, parameters.count_at(0));
}

void cuf(Emulator& emulator, const Parameters& parameters) {
  move_right(emulator, parameters.count_at(0));
}

void cub(Emulator& emulator, const Parameters& parameters) {
  move_left(emulator, parameters.count_at(0));
}

void cnl(Emulator& emulator, const Parameters& parameters) {
  move_down(emulator, parameters.count_at(0));
  carriage_return(emulator);
}

void cpl(Emulator& emulator, const Parameters& parameters) {
  move_up(emulator, parameters.count_at(0));
  carriage_return(emulator);
}

void cha(Emulator& emulator, const Parameters& parameters) {
  const int y = emulator.screen->cursor.y;
  const Area origin = emulator.origin();
  move_to_origin(emulator, parameters.count_at(0) - 1, std::max(0, y - origin.top));
}

void cup(Emulator& emulator, const Parameters& parameters) {
  move_to_origin(emulator, parameters.count_at(1) - 1, parameters.count_at(0) - 1);
}

void vpa(Emulator& emulator, const Parameters& parameters) {
  const int x = emulator.screen->cursor.x;
  const Area origin = emulator.origin();
  move_to_origin(emulator, std::max(0, x - origin.left), parameters.count_at(0) - 1);
}

void hpr(Emulator& emulator, const Parameters& parameters) {
  const Position& at = emulator.screen->cursor;
  move_to(emulator, std::min(at.x + parameters.count_at(0), emulator.origin().right - 1), at.y);
}

void vpr(Emulator& emulator, const Parameters& parameters) {
  const Position& at = emulator.screen->cursor;
  move_to(emulator, at.x, std::min(at.y + parameters.count_at(0), emulator.origin().bottom - 1));
}

void hpb(Emulator& emulator, const Parameters& parameters) {
  const Position& at = emulator.screen->cursor;
  move_to(emulator, std::max(at.x - parameters.count_at(0), emulator.origin().left), at.y);
}

void vpb(Emulator& emulator, const Parameters& parameters) {
  const Position& at = emulator.screen->cursor;
  move_to(emulator, at.x, std::max(at.y - parameters.count_at(0), emulator.origin().top));
}

void cht(Emulator& emulator, const Parameters& parameters) {
  tab_forward(emulator, parameters.count_at(0));
}

void cbt(Emulator& emulator, const Parameters& parameters) {
  tab_backward(emulator, parameters.count_at(0));
}

void hts(Emulator& emulator, const Parameters& /*parameters*/) {
  emulator.tabs.set(emulator.screen->cursor.x);
}

void tbc(Emulator& emulator, const Parameters& parameters) {
  switch (parameters.value_or(0, 0)) {
    case 0:
      emulator.tabs.clear(emulator.screen->cursor.x);
      break;
    case 3:
      emulator.tabs.clear_all();
      break;
    default:
      break;
  }
}

void decst8c(Emulator& emulator, const Parameters& parameters) {
  if (parameters.value_or(0, 0) == 5) emulator.tabs.reset(emulator.columns());
}

void ind(Emulator& emulator, const Parameters& /*parameters*/) {
  index(emulator);
}

void nel(Emulator& emulator, const Parameters& /*parameters*/) {
  line_feed(emulator);
  carriage_return(emulator);
}

void ri(Emulator& emulator, const Parameters& /*parameters*/) {
  reverse_index(emulator);
}

void decsc(Emulator& emulator, const Parameters& /*parameters*/) {
  save_cursor(emulator);
}

void decrc(Emulator& emulator, const Parameters& /*parameters*/) {
  restore_cursor(emulator);
}

void decslrm(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.modes[Mode::SideMargins]) {
    if (parameters.count() <= 1 && parameters.value_or(0, 0) == 0) save_cursor(emulator);
    return;
  }
  const int left = parameters.count_at(0) - 1;
  const int right = std::min(parameters.positive_or(1, emulator.columns()), emulator.columns());
  if (left + 1 >= right) return;
  emulator.margins().left = left;
  emulator.margins().right = right;
  move_to_origin(emulator, 0, 0);
}

void decstbm(Emulator& emulator, const Parameters& parameters) {
  const int top = parameters.count_at(0) - 1;
  const int bottom = std::min(parameters.positive_or(1, emulator.rows()), emulator.rows());
  if (top + 1 >= bottom) return;
  emulator.margins().top = top;
  emulator.margins().bottom = bottom;
  move_to_origin(emulator, 0, 0);
}

void decbi(Emulator& emulator, const Parameters& /*parameters*/) {
  Position& at = emulator.screen->cursor;
  if (at.x != emulator.margins().left) {
    move_to(emulator, at.x - 1, at.y);
  } else if (emulator.is_between_margins()) {
    for (int y = emulator.margins().top; y < emulator.margins().bottom; ++y) {
      emulator.screen->grid.insert_cells(y, emulator.margins().left, emulator.margins().right, 1,
                                         emulator.blank_style());
    }
  }
}

void decfi(Emulator& emulator, const Parameters& /*parameters*/) {
  Position& at = emulator.screen->cursor;
  if (at.x != emulator.margins().right - 1) {
    move_to(emulator, at.x + 1, at.y);
  } else if (emulator.is_between_margins()) {
    for (int y = emulator.margins().top; y < emulator.margins().bottom; ++y) {
      emulator.screen->grid.delete_cells(y, emulator.margins().left, emulator.margins().right, 1,
                                         emulator.blank_style());
    }
  }
}

void decscusr(Emulator& emulator, const Parameters& parameters) {
  const int number = parameters.value_or(0, 0);
  if (number > 6) return;
  emulator.cursor_style.is_default = number == 0;
  emulator.cursor_style.is_blinking = number == 0 || number % 2 == 1;
  emulator.cursor_style.shape = static_cast<CursorShape>(number == 0 ? 0 : (number - 1) / 2);
}

}  // namespace mux::term::functions
