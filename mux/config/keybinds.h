// Key bindings in configurations: zellij's blocks in KDL, and tables in TOML.
//
//   keybinds clear-defaults=true {            [keybinds]
//       normal {                              unbind = ["Ctrl q"]
//           bind "Alt n" "Alt m" {            [keybinds.normal]
//               NewPane "Right"               "Alt n" = "new-pane --direction right"
//           }                                 "Alt m" = ["new-tab", "switch-mode pane"]
//           unbind "Alt i"                    "Alt i" = false
//       }
//       shared_except "locked" { ... }        [[keybinds.shared-except]]
//       unbind "Ctrl q"                       modes = ["locked"]
//   }                                         keys = { "Ctrl g" = "switch-mode locked" }
#pragma once

#include "common/config/value.h"
#include "mux/config/document.h"
#include "mux/input/key_map.h"

namespace mux::config {

common::config::Read<input::KeyChanges> read_keybinds(const common::config::Value& section,
                                                      Remarks& remarks);

}  // namespace mux::config
