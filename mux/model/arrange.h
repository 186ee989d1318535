// From layouts to the sizes of terminals.
#pragma once

#include <optional>
#include <vector>

#include "mux/layout/tab_layout.h"
#include "mux/model/host.h"
#include "mux/model/session.h"

namespace mux::model {

// A pane as it is to be drawn.
struct PaneView {
  layout::Placement placement;
  // Inside frame and lines; empty: only its title is in sight.
  layout::Rect content;
  // What of the placement is its frame on each side, in cells.
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

term::Size size_of(const layout::Rect& rect);  // At least a cell.
layout::Rect area_of(term::Size size);

// Of the panes in sight, from back to front.
std::vector<PaneView> views_of(const Session& session, const Tab& tab);
std::optional<PaneView> view_of(const Session& session, PaneId pane);

// What programs are told of a pane's place, in sight or not.
struct PaneArea {
  layout::Rect rect;
  layout::Rect content;
  bool is_hidden = false;  // Behind another pane, or in a stack's list of titles only.
};
// A pane out of sight has the place it will have: that of the one in front of it, or of
// the stack it is in if the stack lists its titles.
PaneArea area_of_pane(const Session& session, const Tab& tab, PaneId pane);

// Gives every tab the size of the clients that look at it, the smallest counts, and
// every terminal and its program the size of its place.  To be called after each
// change of layout, clients or options; actions do so themselves.
void arrange(Session& session, Host& host);

}  // namespace mux::model
