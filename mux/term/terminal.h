// Terminal: the bytes a program writes become a screen.
//
// Pure: no I/O, no clock, no threads.  What the program asks of its surroundings
// (answers to queries, titles, the clipboard) goes to TerminalEvents while
// write() runs.  The result of write() does not depend on how the bytes are cut.
//
//   bytes ─► Guard ─► Tokenizer ─► sequence table ─► Emulator (screens, modes)
//             └─ printable runs ─────────────────────►
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "mux/image/image_store.h"
#include "mux/term/history.h"
#include "mux/term/keyboard.h"
#include "mux/term/link_table.h"
#include "mux/term/modes.h"
#include "mux/term/palette.h"
#include "mux/term/screen.h"
#include "mux/term/terminal_events.h"

namespace mux::term {

// A line of history as cells.
struct HistoryRow {
  std::vector<Cell> cells;
  StyleId fill = 0;  // Of what is behind them.
  bool is_wrapped = false;
  PromptMark mark = PromptMark::None;
  LineSize line_size = LineSize::Single;
};

class Terminal {
 public:
  Terminal(Size size, const TerminalOptions& options, TerminalEvents& events);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void write(std::string_view bytes);
  // Lines of the main screen are wrapped anew: what is visible at once, history
  // when it is looked at.
  void resize(Size size);
  // Tells the program, if it has asked for that.
  void report_focus(bool has_focus);
  // What OSC 10 and 11 answer; programs that asked hear of dark and light.
  void set_colors(Color foreground, Color background);

  Size size() const;
  const Screen& screen() const;  // The one that is shown.
  const Screen& main_screen() const;
  bool is_alternate_shown() const;
  bool mode(Mode mode) const;
  const CursorStyle& cursor_style() const;
  const ModifierKeys& modifier_keys() const;
  const Palette& palette() const;
  std::string_view title() const;
  std::string_view icon_title() const;

  // What cells refer to.
  const Style& style(StyleId id) const;
  const Link* link(const Style& style) const;  // Null: none.
  // Appends the text of a cell; of a blank one a space.
  void append_text(const Cell& cell, std::string& out) const;

  const image::ImageStore& images() const;  // What strips of rows name.
  // Strips of line `index` of history.
  std::span<const ImageStrip> history_strips(std::size_t index) const;

  const History& history() const;
  // Line `index` of history; its cells are good until the next write.
  void read_history(std::size_t index, HistoryRow& row);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mux::term
