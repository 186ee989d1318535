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

class PanePainter {
 public:
  PanePainter(model::Pane& pane, render::Frame& frame);
  // Fills `place`; what the terminal does not have is blank.
  void paint(layout::Rect place);

 private:
  struct Line {
    std::span<const term::Cell> cells;
    term::StyleId fill = 0;
  };
  Line screen_line(int y) const;
  Line history_line(std::uint64_t number);
  void paint_line(const Line& line, layout::Rect place, int y);
  void paint_cell(const term::Cell& cell, int x, int y);
  void highlight(layout::Rect place, std::uint64_t top);
  void highlight_span(const model::TextSpan& span, bool is_rectangle, layout::Rect place,
                      std::uint64_t top, const term::Style& look);
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
  std::vector<render::StyleId> styles_;  // By the terminal's number.
  term::HistoryRow history_row_;
};

}  // namespace mux::server
