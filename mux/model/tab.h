// Tab: panes that share a screen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mux/layout/layout_spec.h"
#include "mux/layout/swap_state.h"
#include "mux/layout/tab_layout.h"
#include "mux/model/ids.h"

namespace mux::model {

// A pane out of sight because another one took its place; returns when that is closed.
struct Suppressed {
  PaneId pane{};
  PaneId by{};
};

// Whom somebody looks at in a tab.
struct TabFocus {
  std::optional<PaneId> pane;  // None: there is nothing to focus.
  std::optional<PaneId> last;  // Before that.
  // The last ones of their kind.
  std::optional<PaneId> tiled;
  std::optional<PaneId> floating;
};

struct Tab {
  Tab(TabId tab_id, layout::TabLayout tab_layout) : id(tab_id), layout(std::move(tab_layout)) {}

  TabId id;
  std::string name;  // Empty: it is called "Tab #N".
  // That N, wherever the tab goes: more than that of the tabs that were there first.
  std::uint32_t number = 1;
  layout::TabLayout layout;
  std::vector<Suppressed> suppressed;
  TabFocus focus;  // Of whoever focused there last; for clients that come.
  bool is_synchronized = false;
  layout::SwapState<layout::TileSpec> tiled_swaps;
  layout::SwapState<std::vector<layout::FloatSpec>> floating_swaps;

  std::string title() const;
  // Panes in their places and those out of sight.
  bool contains(PaneId pane) const;
  std::vector<PaneId> panes() const;
};

}  // namespace mux::model
