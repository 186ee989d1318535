// ScreenWriter: bytes for the outer terminal, and what it shows after them, as far
// as we know: the cursor's place, the pen, the margins, the open link.
//
// Needs a terminal without output processing (LF goes down only), with wrapping off
// and origin mode off, as kScreenSetup leaves it.  What is not known is written anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mux/render/capabilities.h"
#include "mux/render/frame.h"

namespace mux::render {

// The alternate screen, without wrapping; and the way back.
inline constexpr std::string_view kScreenSetup =
    "\x1b[?1049h\x1b[m\x1b[r\x1b[?6l\x1b[?7l\x1b[H\x1b[2J";
inline constexpr std::string_view kScreenRestore =
    "\x1b[?2026l\x1b[m\x1b]8;;\x1b\\\x1b[?69l\x1b[r\x1b[?7h\x1b[ q\x1b[?25h\x1b[?1049l";

// What terminals are asked to report: buttons and drags of the mouse, pastes in
// brackets, focus, and keys that can be told apart.
inline constexpr std::string_view kInputSetup =
    "\x1b[?1002h\x1b[?1006h\x1b[?2004h\x1b[?1004h\x1b[>1u";
inline constexpr std::string_view kInputRestore =
    "\x1b[?2031l\x1b[<u\x1b[?1004l\x1b[?2004l\x1b[?1006l\x1b[?1003l\x1b[?1002l";

enum class CursorShape : std::uint8_t {  // As DECSCUSR numbers them.
  Default,
  BlinkingBlock,
  Block,
  BlinkingUnderline,
  Underline,
  BlinkingBar,
  Bar,
};

struct Cursor {
  int x = 0;
  int y = 0;
  bool is_visible = true;
  CursorShape shape = CursorShape::Default;
  bool operator==(const Cursor&) const = default;
};

class ScreenWriter {
 public:
  explicit ScreenWriter(const Capabilities& capabilities) : capabilities_(capabilities) {}

  // Nothing is known any more but that wrapping and origin mode are off.
  void forget();
  void clear(FrameSize size);  // Of a screen of that size; puts all state right.

  std::string& out() { return out_; }
  const Capabilities& capabilities() const { return capabilities_; }

  void move_to(int x, int y);
  // How many bytes move_to() would take.
  std::size_t move_cost(int x, int y) const;
  void set_style(const FrameTables& tables, StyleId style);
  // For spaces: nothing, if they look so already.
  void set_blank_style(const FrameTables& tables, StyleId style);
  void close_link();
  // Only what erasing and scrolling use of it.
  void set_background(const FrameTables& tables, StyleId style);

  // At the cursor.  `columns` is what the character takes; if that is not certain, or
  // if the last column is reached, the cursor's column is unknown afterwards.
  void print(std::string_view text, int columns, bool is_certain);
  void repeat(int count);  // The character before, which took one column.
  void erase_to_end_of_line();
  void erase_to_end_of_screen();
  void erase(int columns);

  // The rows of the area go up (or down, if negative); the new rows are blank with the
  // default style.  Only with side margins may the area be narrower than the screen.
  void scroll(layout::Rect area, int lines);
  // Whether scroll() can do that.
  bool can_scroll(layout::Rect area) const;

  void show_cursor(bool is_visible);
  void set_shape(CursorShape shape);
  bool is_cursor_visible() const { return is_visible_.value_or(true); }
  bool is_at(int x, int y) const { return x_ == x && y_ == y; }

 private:
  static constexpr int kUnknown = -1;

  std::string best_move(int x, int y) const;
  std::string vertical_move(int y) const;
  std::string horizontal_move(int x) const;
  void set_margins(int top, int bottom);
  void set_pen(const Style& style);
  void scroll_by_lines(layout::Rect area, int lines);
  bool is_scroll_repeated(layout::Rect area);

  Capabilities capabilities_;
  std::string out_;
  FrameSize size_;
  int x_ = kUnknown;
  int y_ = kUnknown;
  Style pen_;
  int top_ = 0;  // Margins: rows [top_, bottom_).
  int bottom_ = 0;
  layout::Rect last_scrolled_;
  std::optional<bool> is_visible_;
  std::optional<CursorShape> shape_;
};

}  // namespace mux::render
