// SessionRecord: all of a session that outlives its server.
//
// Encoded it is a KDL document: a `layout` node, which is a layout file like any other,
// and a `kmux_session` node with what layouts do not say.  So whoever opens a journal
// can read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/layout/layout_spec.h"
#include "mux/model/options.h"
#include "mux/model/pane.h"
#include "mux/model/session.h"

namespace mux::journal {

struct PaneRecord {
  model::PaneState state = model::PaneState::Running;
  std::optional<int> exit_code;
  std::string title;  // That the program has given.
  bool operator==(const PaneRecord&) const = default;
};

// Of swap layouts: which one is shown.
struct SwapRecord {
  std::string name;
  bool is_changed = false;  // By hand since.
  bool operator==(const SwapRecord&) const = default;
};

// A pane behind the one that has taken its place.
struct HiddenRecord {
  layout::PaneSpec pane;
  std::size_t by = 0;  // Index among the panes of the tab.
  bool operator==(const HiddenRecord&) const = default;
};

struct TabRecord {
  std::vector<PaneRecord> panes;  // Tiled ones in the layout's order, floating ones, hidden ones.
  std::vector<HiddenRecord> hidden;
  bool has_tiles = true;  // Else the layout's one tile stands for none.
  bool is_synchronized = false;
  std::optional<std::size_t> fullscreen;  // Index among the panes.
  bool covers_bars = false;               // Of the pane that fills the screen.
  SwapRecord tiled_swap;
  SwapRecord floating_swap;
  bool operator==(const TabRecord&) const = default;
};

struct SessionRecord {
  std::uint64_t created = 0;     // Seconds since 1970.
  std::uint32_t generation = 1;  // How often it was brought back, from 1.
  std::string cwd;               // Where it was started.
  model::Theme theme = model::Theme::Dark;
  // Its tabs, each with the panes as they are, and what new tabs are like.  The
  // contents files of panes are beside the journal.
  layout::Layout layout;
  std::vector<TabRecord> tabs;  // One for each of the layout's.
  bool operator==(const SessionRecord&) const = default;
};

std::string encode(const SessionRecord& record);
// Of a record that is complete: fails if it is not.
common::Result<SessionRecord> decode(std::string_view text);

// The last record of a journal that is whole.
common::Result<SessionRecord> replay(std::string_view journal);

// Would anybody miss it?  A lone shell is soon started anew.
bool is_worth_keeping(const SessionRecord& record);

}  // namespace mux::journal
