// Terminal: the bytes a program writes become a screen.
//
// Pure: no I/O, no clock, no threads.  What the program asks of its surroundings
// (answers to queries, titles, the clipboard) goes to TerminalEvents while
// write() runs.  The result of write() does not depend on how the bytes are cut.
//
//   bytes ─► Guard ─► VTermParser ─► sequence table ─► Screen (grid, cursor, modes)
//             └─ printable runs ─────────────────────►
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "mux/term/style.h"

namespace mux::term {

class Screen;

struct Size {
  std::uint16_t columns = 80;
  std::uint16_t rows = 24;
  bool operator==(const Size&) const = default;
};

struct HistoryLimit {
  std::uint32_t lines = 10'000;
  std::size_t bytes = std::size_t{64} << 20;
};

struct TerminalOptions {
  HistoryLimit history;
  // What the outer terminal is known to show; the answers to OSC 10, 11, 12 and 4.
  Color foreground = Color::rgb(0xFF, 0xFF, 0xFF);
  Color background = Color::rgb(0, 0, 0);
  std::uint16_t cell_width = 8;  // In pixels, for reports.
  std::uint16_t cell_height = 16;
};

// Wishes of the program, in order.  Views are valid during the call only.
class TerminalEvents {
 public:
  virtual ~TerminalEvents() = default;
  virtual void reply(std::string_view bytes) = 0;  // To the program's input.
  virtual void set_title(std::string_view title) = 0;
  virtual void set_working_directory(std::string_view url) = 0;  // OSC 7
  virtual void ring_bell() = 0;
  virtual void set_clipboard(std::string_view selections, std::string_view text) = 0;  // OSC 52
  virtual void query_clipboard(std::string_view selections) = 0;
  virtual void notify(std::string_view title, std::string_view body) = 0;  // OSC 9, 99, 777
  virtual void resize(Size size) = 0;                                      // XTWINOPS 8, DECCOLM.
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

  const Screen& screen() const;  // The one that is shown.
  const Screen& main_screen() const;
  bool is_alternate_shown() const;
  std::string_view title() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mux::term
