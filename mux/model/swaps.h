// Swap layouts: other ways to lay the panes of a tab out.
#pragma once

#include <optional>

#include "common/base/result.h"
#include "mux/model/session.h"

namespace mux::model {

// The swap layout whose number of panes fits, unless sizes were changed by hand.  The
// `newest` pane comes behind all others, wherever it was put at first.
void adapt_tiles(Session& session, Tab& tab, std::optional<PaneId> newest = {});
void adapt_floats(Session& session, Tab& tab);

// The next, of the floating panes if they are in sight.
common::Result<void> turn_layout(Session& session, Tab& tab, bool is_backwards);

// Those of a layout, for a tab that starts as described.
void set_swaps(Tab& tab, const layout::TabSpec& spec, const layout::Layout& layout);

}  // namespace mux::model
