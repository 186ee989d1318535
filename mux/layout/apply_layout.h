// Layouts applied to an area: from descriptions to panes with rectangles.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "mux/layout/layout_spec.h"
#include "mux/layout/tab_layout.h"

namespace mux::layout {

// The tree for a description.  `ids` names its panes in their order.
//
// Percent are of the whole area less the fixed lengths beside it, however deep the
// pane is; panes without size share what their parent has left.  Percent that are
// more than the parent has are taken as proportions.
Tile tile_of(const TileSpec& spec, const std::vector<PaneId>& ids);

struct AppliedPane {
  PaneId pane{};
  PaneSpec spec;
};

struct AppliedTab {
  TabLayout layout;
  std::vector<AppliedPane> panes;  // Tiled ones, then floating ones.
  std::optional<PaneId> focus;     // None: there is nothing to focus.
};

// `next_id` names one new pane after the other.
AppliedTab apply_tab(const TabSpec& tab, const Rect& area, const TileRules& rules,
                     const std::function<PaneId()>& next_id);

// The same panes in the places of another description, which is made to have as
// many.  Panes that are described with what runs in them go there, the others
// follow in the `order` given.  The tree is that of the description: sizes that
// were changed by hand are gone.
Tiles rearranged(const Tiles& tiles, TileSpec spec, const std::vector<PaneId>& order,
                 const std::map<PaneId, PaneContent>& contents);

// Would every pane of the description have at least a cell?
bool has_room_for(TileSpec spec, std::size_t panes, const Rect& area, const TileRules& rules);

}  // namespace mux::layout
