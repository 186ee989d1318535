// FrameDiff: what a client's terminal shows, and the bytes that make it show the next
// frame.
//
//   Frame ─► rows that differ ─► scrolls ─► cells that differ ─► ScreenWriter ─► bytes
//
// Where the terminal may disagree about the width of a character, its place is erased
// before it, the cursor is placed anew behind it, and the neighbour is drawn again, so
// that a disagreement stays inside of the cells it is about.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "mux/render/screen_writer.h"

namespace mux::render {

class FrameDiff {
 public:
  explicit FrameDiff(const Capabilities& capabilities);

  // For the cells of the frames that update() takes.
  FrameTables& tables() { return *tables_; }

  // The terminal may show anything, as after it was resized or another program wrote.
  void invalidate() { is_valid_ = false; }

  // The bytes to write, valid until the next call.  `areas` are those whose rows may
  // have scrolled, as panes; without any, the whole screen.  If numbers of tables() are
  // kept elsewhere, look at its generation after this call: `next` is renumbered too.
  // Of a frame that was given the last time as well, only rows touched since are read.
  std::string_view update(Frame& next, const Cursor& cursor,
                          std::span<const layout::Rect> areas = {});

 private:
  int find_rows(const Frame& next);
  void draw(const Frame& next, std::span<const layout::Rect> areas);
  layout::Rect scrollable(const Frame& next, layout::Rect area) const;
  void follow(const Frame& next, const Scroll& scroll);
  void find_scrolls(const Frame& next, layout::Rect area);
  void do_scroll(const Frame& next, const Scroll& scroll);
  void erase_rest(const Frame& next);
  void draw_row(const Frame& next, int y);
  void find_changes(const Frame& next, int y);
  int draw_cells(const Frame& next, int x, int y, int tail);
  int draw_blanks(const Frame& next, int x, int y, int end);
  int draw_repeated(const Frame& next, int x, int y);
  void draw_cell(const Frame& next, int x, int y);
  bool is_cheaper_to_rewrite(const Frame& next, int from, int to, int y) const;
  bool is_erasable(StyleId style) const;
  bool is_uncertain(const Frame& frame, int x, int y) const;
  bool is_cut(layout::Rect area) const;
  void place_cursor(const Cursor& cursor);
  void compact(Frame& next);
  std::string_view wrap(bool was_visible);

  std::unique_ptr<FrameTables> tables_;
  Frame shown_;
  ScreenWriter writer_;
  const Frame* last_ = nullptr;  // The frame that was given the last time.
  bool is_valid_ = false;
  std::vector<char> differs_;  // By row: is it not shown yet?
  std::vector<char> changes_;  // Of the row that is drawn: which cells to write.
  std::string wrapped_;
};

}  // namespace mux::render
