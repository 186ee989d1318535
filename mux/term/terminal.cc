#include "mux/term/terminal.h"

#include "common/text/utf8.h"
#include "mux/term/emulator.h"
#include "mux/term/guard.h"
#include "mux/term/resize.h"

namespace mux::term {

struct Terminal::State {
  State(Size size, const TerminalOptions& options, TerminalEvents& events)
      : emulator(size, options, events), guard(emulator) {}
  Emulator emulator;
  Guard guard;
};

Terminal::Terminal(Size size, const TerminalOptions& options, TerminalEvents& events)
    : state_(std::make_unique<State>(clamped(size), options, events)) {}

Terminal::~Terminal() = default;

void Terminal::write(std::string_view bytes) {
  state_->guard.write(bytes);
}

void Terminal::resize(Size size) {
  resize_terminal(state_->emulator, clamped(size));
}

void Terminal::report_focus(bool has_focus) {
  if (mode(Mode::FocusReports)) state_->emulator.reply(has_focus ? "\x1b[I" : "\x1b[O");
}

void Terminal::set_colors(Color foreground, Color background) {
  Emulator& emulator = state_->emulator;
  const bool was_dark = is_dark(emulator.options.background);
  emulator.options.foreground = foreground;
  emulator.options.background = background;
  if (mode(Mode::ColorSchemeReports) && was_dark != is_dark(background)) {
    emulator.reply(is_dark(background) ? "\x1b[?997;1n" : "\x1b[?997;2n");
  }
}

Size Terminal::size() const {
  return state_->emulator.size();
}
const Screen& Terminal::screen() const {
  return *state_->emulator.screen;
}
const Screen& Terminal::main_screen() const {
  return state_->emulator.main;
}
bool Terminal::is_alternate_shown() const {
  return state_->emulator.is_alternate();
}
bool Terminal::mode(Mode mode) const {
  return state_->emulator.modes[mode];
}
const CursorStyle& Terminal::cursor_style() const {
  return state_->emulator.cursor_style;
}
const ModifierKeys& Terminal::modifier_keys() const {
  return state_->emulator.modifier_keys;
}
const Palette& Terminal::palette() const {
  return state_->emulator.palette;
}
std::string_view Terminal::title() const {
  return state_->emulator.titles.window;
}
std::string_view Terminal::icon_title() const {
  return state_->emulator.titles.icon;
}

const Style& Terminal::style(StyleId id) const {
  return state_->emulator.tables.styles[id];
}

const Link* Terminal::link(const Style& style) const {
  return state_->emulator.tables.links.find(style.link);
}

void Terminal::append_text(const Cell& cell, std::string& out) const {
  if (cell.is_tail()) return;
  if (cell.is_cluster != 0) {
    out += state_->emulator.tables.clusters[cell.content];
  } else {
    common::append_utf8(cell.content == 0 ? U' ' : cell.content, out);
  }
}

const image::ImageStore& Terminal::images() const {
  return state_->emulator.graphics.store;
}

std::span<const ImageStrip> Terminal::history_strips(std::size_t index) const {
  const Emulator& emulator = state_->emulator;
  const auto& lines = emulator.graphics.history;
  const auto found = lines.find(emulator.history.first_number() + index);
  return found == lines.end() ? std::span<const ImageStrip>() : found->second;
}

const History& Terminal::history() const {
  return state_->emulator.history;
}

void Terminal::read_history(std::size_t index, HistoryRow& row) {
  Emulator& emulator = state_->emulator;
  const EncodedLine line = emulator.history.line(index);
  row.cells.clear();
  row.fill = emulator.history.decode(index, emulator.tables, row.cells);
  row.is_wrapped = line.is_wrapped;
  row.mark = line.mark;
  row.line_size = line.line_size;
  // The tables may have grown: the next write sweeps them if need be.
  emulator.is_pen_changed = true;
}

}  // namespace mux::term
