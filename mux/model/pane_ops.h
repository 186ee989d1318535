// Panes and tabs are opened, and their programs run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "mux/layout/apply_layout.h"
#include "mux/layout/floats.h"
#include "mux/model/session.h"

namespace mux::model {

struct PanePlace {
  enum class Kind : std::uint8_t {
    Anywhere,  // Beside `near` if panes become stacks, else where there is most room.
    Beside,    // On `direction` of the pane `near`.
    Near,      // Beside the pane `near`, wherever there is room.
    Stacked,   // In the stack of `near`.
    InPlace,   // Instead of `near`, which comes back afterwards.
    Floating,
  };
  Kind kind = Kind::Anywhere;
  TabId tab{};
  std::optional<PaneId> near;
  layout::Direction direction = layout::Direction::Right;
  layout::FloatPlace place;      // Of a floating one.
  bool is_pinned = false;        // Likewise.
  bool closes_replaced = false;  // InPlace: it does not come back.
};

// Makes a pane and starts its program (unless suspended).  Does not focus it.
common::Result<PaneId> open_pane(Session& session, Host& host, const layout::PaneSpec& spec,
                                 const PanePlace& place);
// The program's argv: the command, the shell or the editor.
std::vector<std::string> argv_of(const Session& session, const layout::PaneContent& content);
// Starts the program of a suspended or held pane (anew).
common::Result<void> run_pane(Session& session, Host& host, PaneId pane);
// A shell instead of what was held or suspended.
common::Result<void> run_shell_in(Session& session, Host& host, PaneId pane);

// Of a tab: as its layout describes, at the end or at a position.  Returns its id.
TabId open_tab(Session& session, Host& host, const layout::TabSpec& spec,
               const layout::Layout& layout, std::optional<std::size_t> position = {});

// Of a tab that is brought back: what its panes are besides what describes them.
// Called for each in the order of the description when it has its place, before its
// program is started; false: nothing is to be started.
using PreparePane = std::function<bool(std::size_t index, Pane& pane)>;
TabId open_tab_as(Session& session, Host& host, const layout::TabSpec& spec,
                  const layout::Layout& layout, const PreparePane& prepare);
// A pane out of sight behind that one.
PaneId add_hidden_pane(Session& session, Host& host, Tab& tab, const layout::PaneSpec& spec,
                       PaneId by, const std::function<bool(Pane& pane)>& prepare);

// As open_tab() around panes that are in no tab instead of those that would be started.
TabId open_tab_with(Session& session, Host& host, const layout::TabSpec& spec,
                    std::span<const PaneId> panes, std::optional<std::size_t> position = {});

// The parts of that, for whoever fills a tab otherwise: its layout with new ids, a pane
// without its program, and the program (unless suspended).
layout::AppliedTab lay_out(Session& session, const layout::TabSpec& spec);
Pane& add_pane(Session& session, Host& host, PaneId id, const layout::PaneSpec& spec,
               std::optional<PaneId> beside);
void start_pane(Session& session, Host& host, Pane& pane);

// A new session's tabs.  The first program starts before anything else happens.
void open_layout(Session& session, Host& host, const layout::Layout& layout);

}  // namespace mux::model
