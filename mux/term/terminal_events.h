// What a terminal is given at its start, and what it asks of its surroundings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mux/image/graphics_command.h"
#include "mux/image/image_store.h"
#include "mux/term/history.h"
#include "mux/term/size.h"
#include "mux/term/style.h"

namespace mux::term {

struct TerminalOptions {
  HistoryLimit history;
  // What the outer terminal is known to show; the answers to OSC 10, 11 and 12.
  Color foreground = Color::rgb(0xFF, 0xFF, 0xFF);
  Color background = Color::rgb(0, 0, 0);
  std::uint16_t cell_width = 8;  // In pixels, for reports.
  std::uint16_t cell_height = 16;
  // Images; without them sixels and kitty's graphics are passed over and not told.
  image::ImageLimits images{};
  bool has_images = true;
  // Whether programs that ask learn of them: they then send pictures instead of text.
  bool tells_of_images = true;
  // Whether CSI 21 t is answered with the title.  What a program once set as the
  // title would then be typed to another, so it is not by default.
  bool reports_title = false;
  bool has_kitty_keyboard = true;      // Else programs that ask for its protocol learn nothing.
  std::string_view version = "0.1.0";  // For XTVERSION; lives as long as the terminal.
};

enum class Progress : std::uint8_t { None, Normal, Error, Indeterminate, Paused };

// Wishes of the program, in order.  Views are valid during the call only.  What is not
// overridden is not granted.
class TerminalEvents {
 public:
  virtual ~TerminalEvents() = default;
  virtual void reply(std::string_view /*bytes*/) {}  // To the program's input.
  virtual void set_title(std::string_view /*title*/) {}
  virtual void set_working_directory(std::string_view /*url*/) {}  // OSC 7
  virtual void ring_bell() {}
  // OSC 52; `text` is decoded.
  virtual void set_clipboard(std::string_view /*selections*/, std::string_view /*text*/) {}
  virtual void query_clipboard(std::string_view /*selections*/) {}
  virtual void notify(std::string_view /*title*/, std::string_view /*body*/) {}  // OSC 9, 99, 777
  virtual void show_progress(Progress /*progress*/, unsigned /*percent*/) {}     // OSC 9;4
  virtual void command_ended(std::uint32_t /*exit_code*/) {}                     // OSC 133;D
  // The data of an image in a file or in shared memory, `size` bytes (0: all) from
  // `offset` on; nullopt: they cannot be read.
  virtual std::optional<std::string> read_image(image::Medium /*medium*/, std::string_view /*name*/,
                                                std::uint32_t /*offset*/, std::uint32_t /*size*/) {
    return std::nullopt;
  }
  virtual void resize(Size /*size*/) {}  // XTWINOPS 8, DECCOLM
};

}  // namespace mux::term
