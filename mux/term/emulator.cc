#include "mux/term/emulator.h"

namespace mux::term {

namespace {

// Calls `visit` with every cell a grid has.
template <typename Visit>
void for_each_cell(const Grid& grid, const Visit& visit) {
  for (int y = 0; y < grid.rows(); ++y) {
    const Row& row = grid.row(y);
    visit(Cell::blank(row.fill));
    for (int x = 0; x < row.length; ++x) visit(row.cells[x]);
  }
}

}  // namespace

Emulator::Emulator(Size size, const TerminalOptions& given_options, TerminalEvents& given_events)
    : options(given_options),
      events(given_events),
      main(size),
      alternate({.columns = 1, .rows = 1}),
      history(given_options.history),
      graphics(given_options.images),
      tabs(size.columns) {}

void Emulator::refresh_pen() {
  if (tables.styles.wants_sweep() || tables.clusters.wants_sweep() || tables.links.wants_sweep()) {
    sweep();
  }
  is_pen_changed = false;
  is_blank_changed = true;
  pen_id = tables.styles.intern(pen.style);
}

void Emulator::refresh_blank() {
  is_blank_changed = false;
  Style blank;
  blank.background = pen.style.background;
  blank_id = tables.styles.intern(blank);
}

void Emulator::sweep() {
  tables.styles.begin_sweep();
  tables.clusters.begin_sweep();
  tables.links.begin_sweep();
  for (const Screen* one : {&main, &alternate}) {
    for_each_cell(one->grid, [this](const Cell& cell) {
      tables.styles.mark(cell.style);
      if (cell.is_cluster != 0) tables.clusters.mark(cell.content);
    });
    tables.links.mark(one->saved.pen.style.link);
  }
  for (StyleId id = 0; id < tables.styles.limit(); ++id) {
    if (tables.styles.is_marked(id)) tables.links.mark(tables.styles[id].link);
  }
  for (const Style& style : style_stack) tables.links.mark(style.link);
  tables.links.mark(pen.style.link);
  tables.styles.end_sweep();
  tables.clusters.end_sweep();
  tables.links.end_sweep();
}

bool Emulator::is_between_margins() const {
  const Position& at = screen->cursor;
  return at.y >= margins().top && at.y < margins().bottom && at.x >= margins().left &&
         at.x < margins().right;
}

Area Emulator::origin() const {
  if (modes[Mode::Origin]) return margins();
  return {.top = 0, .left = 0, .bottom = rows(), .right = columns()};
}

void Emulator::reset() {
  const Titles titles_before = titles;
  screen = &main;
  history.clear();
  graphics.store.clear();
  graphics.upload = {};
  graphics.history.clear();
  for (Screen* one : {&main, &alternate}) {
    one->grid.reset(one->grid.size());
    one->cursor = {};
    one->saved = {};
    one->keyboard = {};
    one->reset_margins();
  }
  pen = {};
  is_pen_changed = true;
  protection = Protection::None;
  modes = {};
  saved_modes = {};
  tabs.reset(columns());
  cursor_style = {};
  palette.reset_all();
  modifier_keys = {};
  style_stack.clear();
  checksum_flags = 0;
  end_text();
  titles = titles_before;
}

void Emulator::reset_softly() {
  for (const Mode mode : {Mode::Insert, Mode::Origin, Mode::CursorKeys, Mode::ReverseWrap,
                          Mode::ReverseWrapAround, Mode::SideMargins, Mode::KeyboardLock}) {
    modes.set(mode, false);
  }
  modes.set(Mode::Autowrap, true);
  modes.set(Mode::CursorVisible, true);
  modes.set(Mode::Keypad, false);
  screen->reset_margins();
  pen = {};
  is_pen_changed = true;
  protection = Protection::None;
  screen->saved = {};
  screen->keyboard = {};
}

}  // namespace mux::term
