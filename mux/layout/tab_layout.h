// The panes of a tab: tiled ones, floating ones above them, and perhaps one that
// fills the screen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/layout/floats.h"
#include "mux/layout/tiles.h"

namespace mux::layout {

struct Fullscreen {
  PaneId pane{};
  bool covers_bars = false;
  bool operator==(const Fullscreen&) const = default;
};

// What is to be drawn where; the later covers the earlier.
struct Placement {
  enum class Role : std::uint8_t { Tiled, Title, Floating, Fullscreen };
  PaneId pane{};
  Role role = Role::Tiled;
  Rect rect;
  Rect title;  // Of an expanded pane: its line in the list above; else empty.
  bool operator==(const Placement&) const = default;
};

class TabLayout {
 public:
  explicit TabLayout(Rect area, TileRules rules = {})
      : area_(area), tiles_(area, rules), floats_(area, rules) {}
  TabLayout(Tiles tiles, Floats floats);

  const Rect& area() const { return area_; }
  const Tiles& tiles() const { return tiles_; }
  const Floats& floats() const { return floats_; }
  // For operations on one kind of panes.  Call settle() afterwards.
  Tiles& tiles() { return tiles_; }
  Floats& floats() { return floats_; }
  // Floating panes keep off the bars; a pane that is gone does not fill the screen.
  void settle();

  bool contains(PaneId pane) const { return tiles_.contains(pane) || floats_.contains(pane); }
  std::vector<PaneId> panes() const;
  const std::optional<Fullscreen>& fullscreen() const { return fullscreen_; }

  void set_area(Rect area);
  common::Result<void> remove(PaneId pane);
  // A tiled pane floats, a floating one is tiled where there is room.
  common::Result<void> float_pane(PaneId pane, const FloatPlace& place = {});
  common::Result<void> embed_pane(PaneId pane);
  // Off, on, or from the one kind to the other.
  common::Result<void> toggle_fullscreen(PaneId pane, bool covers_bars);
  void leave_fullscreen() { fullscreen_.reset(); }

  // Those that are in sight, from back to front.
  std::vector<Placement> placements() const;
  // Where a pane is if neither another one fills the screen nor floating panes are hidden.
  // None: it is not here, or there was no room.
  std::optional<Placement> resting_place(PaneId pane) const;
  // The pane in front at a cell.
  std::optional<PaneId> at(int column, int row) const;

  std::string fault() const;

 private:
  void add_tiled(const Tile& tile, bool is_title, std::vector<Placement>& list) const;
  void add_floating(std::vector<Placement>& list) const;
  bool is_hidden_by_fullscreen(const Tile& pane) const;

  Rect area_;
  Tiles tiles_;
  Floats floats_;
  std::optional<Fullscreen> fullscreen_;
};

}  // namespace mux::layout
