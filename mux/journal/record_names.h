// Names in encoded sessions that both the writer and the reader need.
#pragma once

#include <string_view>
#include <utility>

#include "mux/model/pane.h"

namespace mux::journal {

inline constexpr std::string_view kSessionNode = "kmux_session";
inline constexpr std::string_view kHiddenNode = "hidden_panes";

// Running is not said.
inline constexpr std::pair<model::PaneState, std::string_view> kStateNames[] = {
    {model::PaneState::Suspended, "suspended"},
    {model::PaneState::Held, "held"},
};

// The properties of a tab that say which swap layout is shown.
struct SwapNames {
  std::string_view name;
  std::string_view changed;
};
inline constexpr SwapNames kTiledSwapNames{.name = "tiled_swap", .changed = "tiled_changed"};
inline constexpr SwapNames kFloatingSwapNames{.name = "floating_swap",
                                              .changed = "floating_changed"};

}  // namespace mux::journal
