// Draws the built-in bars: tabs, keys of the mode, and both in one line; and tells
// what is where on them.
#pragma once

#include <string_view>
#include <variant>

#include "mux/layout/geometry.h"
#include "mux/model/client_view.h"
#include "mux/model/session.h"
#include "mux/render/frame.h"
#include "mux/server/key_hints.h"
#include "mux/server/looks.h"

namespace mux::server {

struct BarContext {
  const model::Session& session;
  const model::ClientView& client;
  KeyHints& hints;
  const Looks& looks;
};

// `location` is the plugin's that layouts name, "zellij:tab-bar" or "tab-bar".
void paint_bar(std::string_view location, const BarContext& context, layout::Rect place,
               render::Frame& frame);

// What a click means: nothing, a tab, or what a key would do.
using BarTarget = std::variant<std::monostate, model::TabId, input::Actions>;
BarTarget bar_target(std::string_view location, const BarContext& context, layout::Rect place,
                     int x);
// Does it show tabs?
bool has_tabs(std::string_view location);

}  // namespace mux::server
