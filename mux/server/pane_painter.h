// Draws the text of a pane: the terminal's screen, or what is scrolled to, with the
// selection and matches of a search.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "mux/layout/geometry.h"
#include "mux/model/pane.h"
#include "mux/render/frame.h"

namespace mux::server {

// Which state of a terminal's screen a frame shows, so that the next time only rows
// that have changed are drawn.
struct DrawnText {
  // What the look of all rows depends on.
  struct Ground {
    std::uint32_t palette_version = 0;
    bool is_alternate = false;
    bool is_reversed = false;
    std::optional<term::Color> foreground;
    std::optional<term::Color> background;
    bool operator==(const Ground&) const = default;
  };
  Ground ground;
  std::vector<std::uint64_t> versions;  // Of the rows; empty: nothing is known.
};

class PanePainter {
 public:
  PanePainter(model::Pane& pane, render::Frame& frame, bool shows_links);
  // Fills `place`; what the terminal does not have is blank.
  void paint(layout::Rect place);
  // The same where `drawn` tells what `place` shows, and then of what it will show.
  // Nothing but this has drawn there since, except under `covers`: there nothing is drawn.
  void repaint(layout::Rect place, DrawnText& drawn, std::span<const layout::Rect> covers = {});
  // Nothing is scrolled to or marked.  Else covers are drawn over.
  bool shows_screen() const;

 private:
  struct Line {
    std::span<const term::Cell> cells;
    term::StyleId fill = 0;
  };
  DrawnText::Ground ground() const;
  Line screen_line(int y) const;
  Line history_line(std::uint64_t number);
  void follow_scroll(layout::Rect place, DrawnText& drawn);
  void paint_line(const Line& line, layout::Rect place, int y);
  void put_line(layout::Rect place, int y);
  void put_part(layout::Rect place, int y, int begin, int end);
  void add_cell(const term::Cell& cell);
  void highlight(layout::Rect place, std::uint64_t top);
  void highlight_span(const model::TextSpan& span, bool is_rectangle, layout::Rect place,
                      std::uint64_t top, const term::Style& look);
  bool is_tail(int x, int y) const;
  void restyle(int x, int y, const term::Style& look);
  // The frame's number for a style of the terminal.
  render::StyleId style_of(term::StyleId id) {
    if (id < styles_.size() && styles_[id] != kUnknown) return styles_[id];
    return new_style_of(id);
  }
  render::StyleId new_style_of(term::StyleId id);
  term::Color shown(term::Color color, std::optional<term::Color> fallback) const;

  static constexpr render::StyleId kUnknown = ~render::StyleId{0};

  model::Pane& pane_;
  term::Terminal& terminal_;
  render::Frame& frame_;
  bool shows_links_;
  std::vector<render::StyleId> styles_;  // By the terminal's number.
  std::vector<render::Cell> line_;
  std::span<const layout::Rect> covers_;
  std::vector<std::uint64_t> versions_;  // Of the rows that the pane is to show.
  term::HistoryRow history_row_;
};

}  // namespace mux::server
