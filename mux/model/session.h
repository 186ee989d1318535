// Session: tabs, panes and clients.
//
// Plain data; what can be done to it is in the other headers of the folder, each
// function of which keeps check_invariants() (invariants.h).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mux/model/client_view.h"
#include "mux/model/host.h"
#include "mux/model/ids.h"
#include "mux/model/options.h"
#include "mux/model/pane.h"
#include "mux/model/tab.h"
#include "mux/model/wait.h"

namespace mux::model {

// A closed pane whose program lives on for a while.
struct ClosedPane {
  PaneId pane{};
  TabId tab{};
  layout::TabLayout before;  // The tab's layout with it.
};

struct ClosedTab {
  std::unique_ptr<Tab> tab;
  std::size_t position = 0;
};

struct ClosedItem {
  std::uint64_t expires_ms = 0;
  std::variant<ClosedPane, ClosedTab> what;
};

class Session {
 public:
  Session(SessionName session_name, SessionOptions session_options)
      : name(std::move(session_name)), options(std::move(session_options)) {}

  // Null: there is none of that id.
  Pane* find_pane(PaneId id);
  const Pane* find_pane(PaneId id) const;
  Tab* find_tab(TabId id);
  const Tab* find_tab(TabId id) const;
  ClientView* find_client(ClientId id);
  const ClientView* find_client(ClientId id) const;
  // The tab that has the pane; null: a closed one.
  Tab* tab_of(PaneId pane);
  const Tab* tab_of(PaneId pane) const;
  std::optional<std::size_t> position_of(TabId tab) const;

  const ThemeColors& colors() const {
    return theme == Theme::Dark ? options.dark_theme : options.light_theme;
  }

  PaneId next_pane_id(bool is_of_plugin = false) {
    return is_of_plugin ? PaneId{next_plugin_++ | kPluginBit} : PaneId{next_pane_++};
  }
  TabId next_tab_id() { return TabId{next_tab_++}; }
  ClientId next_client_id() { return ClientId{next_client_++}; }
  WaitId next_wait_id() { return WaitId{next_wait_++}; }

  SessionName name;
  SessionOptions options;
  Theme theme = Theme::Dark;
  std::map<PaneId, std::unique_ptr<Pane>> panes;  // Closed ones too.
  std::vector<std::unique_ptr<Tab>> tabs;         // In their order.
  std::map<ClientId, ClientView> clients;
  std::vector<ClosedItem> closed;  // The last one last.
  std::vector<Wait> waits;
  TabId focused_tab{};   // By whoever did last.
  term::Size size;       // Of new tabs while no client is there.
  bool is_over = false;  // The host was asked to exit.
  std::string notice;    // For all to see, in place of hints; empty: none.

 private:
  std::uint32_t next_pane_ = 0;
  std::uint32_t next_plugin_ = 0;
  std::uint32_t next_tab_ = 0;
  std::uint32_t next_client_ = 1;
  std::uint32_t next_wait_ = 1;
};

}  // namespace mux::model
