// Configuration: what files say about sessions.
//
// A file is KDL with zellij's names, or TOML.  Both become one tree of values, in
// which names have dashes; the table of options (options.cc) says what they set.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/config/option_table.h"
#include "mux/model/options.h"

namespace mux::config {

struct Config {
  bool auto_layout = true;
  bool advanced_mouse_actions = true;
  std::string copy_clipboard = "system";
  std::string copy_command;
  std::string copy_mode_keys = "vi";
  bool copy_on_select = true;
  bool dangerously_enable_paste_buffer_read = false;
  std::string default_cwd;
  std::string default_layout = "default";
  std::string default_mode = "normal";
  std::optional<std::string> default_shell;  // Instead of $SHELL.
  bool focus_follows_mouse = false;
  bool mirror_session = false;
  bool mouse_click_through = false;
  bool mouse_mode = true;
  bool mouse_scroll_resize = true;
  bool osc133_command_selection = true;
  bool osc8_hyperlinks = true;
  bool pane_frames = true;
  std::string post_command_discovery_hook;       // Empty: none.
  std::uint32_t scroll_buffer_size = 10'000;     // Lines.
  std::optional<std::string> scrollback_editor;  // Instead of $EDITOR and $VISUAL.
  // Beside the screen; 0: all.
  std::uint32_t scrollback_lines_to_serialize = 0;
  std::uint32_t serialization_interval = 0;  // Seconds; 0: half of one.
  bool serialize_pane_viewport = false;
  bool session_serialization = true;
  bool stacked_resize = true;
  std::string word_separators = "[]{}<>()";
};

const common::config::OptionTable<Config>& option_table();

// Of KDL, or of TOML if the path ends so.  Errors show the place.
common::Result<Config> parse_config(std::string_view text, std::string_view path);
common::Result<Config> read_config(const std::string& path);

// What the session takes from it.
common::Result<void> apply(const Config& config, model::SessionOptions& options);

}  // namespace mux::config
