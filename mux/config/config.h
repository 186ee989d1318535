// Config: what files, layouts and the command line say about sessions.
//
//   config.kdl (zellij's, as it is) ─┐
//   config.toml ─────────────────────┼─► one tree of values ─► rows of options ─► Config
//   options of the layout, flags ────┘                        sections (keybinds, themes ...)
//
// What one layer says another may say again; the last one counts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "mux/input/key_map.h"
#include "mux/model/options.h"

namespace mux::config {

struct Config {
  // What options set directly; resolve() does the rest.
  model::SessionOptions session;

  bool attaches_to_session = false;
  std::optional<std::string> session_name;
  std::string default_layout = "default";
  std::optional<std::string> default_shell;      // Instead of $SHELL.
  std::optional<std::string> scrollback_editor;  // Instead of $EDITOR and $VISUAL.
  std::optional<std::string> layout_folder;
  std::optional<std::string> theme_folder;
  bool shows_frames = true;
  model::FrameStyle frame_style = model::FrameStyle::Titles;
  bool uses_stack_lists = true;

  std::string keybind_preset = "default";
  std::optional<input::Mode> default_mode;     // None: the preset's.
  std::vector<input::KeyChanges> key_changes;  // To the preset, in their order.

  std::string copy_mode_keys = "vi";

  bool session_serialization = true;
  bool serialize_pane_viewport = false;
  std::uint32_t serialization_interval = 0;         // Seconds; 0: half of one.
  std::uint32_t scrollback_lines_to_serialize = 0;  // Beside the screen; 0: all.
  std::string post_command_discovery_hook;          // Empty: none.

  std::optional<std::string> theme;
  std::optional<std::string> dark_theme;  // Count if both are given.
  std::optional<std::string> light_theme;
  std::map<std::string, model::ThemeColors, std::less<>> themes;  // Beside the bundled ones.
};

// Environment variables that matter; a name that is not set has no value.
using Environment = std::optional<std::string> (*)(const char* name);

// Fills in what follows from several options, from the environment and from themes.
// Fails if a theme or preset is named that there is not.
common::Result<void> resolve(Config& config, Environment environment);

// Of a resolved configuration.
input::KeyMap key_map_of(const Config& config);

// What a running session takes from a new configuration: of what has changed since
// `before`, all but what needs a new session.
void update(const Config& before, const Config& after, model::SessionOptions& session);

}  // namespace mux::config
