// ClientView: what one client looks at.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mux/input/mode.h"
#include "mux/layout/geometry.h"
#include "mux/model/ids.h"
#include "mux/model/tab.h"
#include "mux/render/capabilities.h"
#include "mux/term/size.h"

namespace mux::model {

// What is told until the next key.
struct Notice {
  std::string text;
  bool is_bad = false;
};

struct ClientView {
  ClientId id{};
  term::Size size;
  bool is_read_only = false;  // It watches; no action comes from it.
  render::Capabilities capabilities;

  TabId tab{};
  std::vector<TabId> tab_history;   // Tabs seen before, the last one last, each once.
  std::map<TabId, TabFocus> focus;  // Of tabs it has been to.
  input::Mode mode = input::Mode::Normal;

  bool is_scrolled = false;  // The focused pane is, as last seen (action/scroll_mode.h).

  std::optional<PaneId> full_screen;  // The focused pane, if its program fills its screen.
  bool is_auto_locked = false;        // The mode was changed for that (auto_lock.h).

  std::vector<PaneId> group;  // Panes marked, in that order.
  bool is_marking = false;    // Panes that are focused join the group.
  bool syncs_group = false;   // What is typed into one of them goes to all.

  std::optional<PaneId> hovered;  // Under the pointer, and not focused.

  std::optional<Notice> notice;

  // While a name is typed: what it was, for undo.
  std::optional<std::string> name_before;
};

}  // namespace mux::model
