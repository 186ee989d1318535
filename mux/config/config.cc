#include "mux/config/config.h"

#include <algorithm>
#include <utility>

#include "common/config/toml.h"
#include "common/config/value.h"
#include "common/fs/whole_file.h"
#include "common/kdl/parse.h"
#include "mux/input/mode.h"

namespace mux::config {

namespace {

using common::config::Read;
using common::config::Value;

// As TOML would have it, for names as in the table.
Value table_of(const Value& document, bool is_kdl) {
  Value table;
  table.region = document.region;
  for (const common::config::Member& member : document.members) {
    common::config::Member copy = member;
    std::ranges::replace(copy.name, '_', '-');
    if (is_kdl) copy.value = common::kdl::plain_value(member.value);
    table.members.push_back(std::move(copy));
  }
  return table;
}

Read<Config> config_of(const Value& document) {
  Config config;
  const auto assignments = option_table().index().assignments(document);
  if (!assignments) return std::unexpected(assignments.error());
  const auto applied = option_table().apply(*assignments, {}, config);
  if (!applied) return std::unexpected(applied.error());
  return config;
}

common::Result<model::CopyTarget> copy_target_of(const std::string& name) {
  if (name == "system") return model::CopyTarget::Clipboard;
  if (name == "primary") return model::CopyTarget::Primary;
  return common::fail("unknown clipboard '" + name + "': expected system or primary");
}

}  // namespace

common::Result<Config> parse_config(std::string_view text, std::string_view path) {
  const bool is_kdl = !path.ends_with(".toml");
  const auto document = is_kdl ? common::kdl::parse_kdl(text) : common::config::parse_toml(text);
  const auto config =
      document ? config_of(table_of(*document, is_kdl)) : std::unexpected(document.error());
  if (config) return *config;
  return common::fail(
      std::string(path) + ": " +
      common::config::located_message(config.error(), text, is_kdl ? "KDL" : "TOML"));
}

common::Result<Config> read_config(const std::string& path) {
  const auto text = common::fs::read_file(path);
  if (!text) return common::fail(path + ": " + text.error().message);
  return parse_config(*text, path);
}

common::Result<void> apply(const Config& config, model::SessionOptions& options) {
  options.adapts_layout = config.auto_layout;
  options.cwd = config.default_cwd;
  options.default_mode = TRY(input::parse_mode(config.default_mode));
  if (config.default_shell) options.shell = {*config.default_shell};
  options.mirrors_session = config.mirror_session;
  if (!config.pane_frames) options.frame_style = model::FrameStyle::None;
  options.terminal.history.lines = config.scroll_buffer_size;
  if (config.scrollback_editor) options.editor = {*config.scrollback_editor};
  options.resizes_to_stacks = config.stacked_resize;
  options.has_advanced_mouse = config.advanced_mouse_actions;
  options.copy_target = TRY(copy_target_of(config.copy_clipboard));
  options.copy_command = config.copy_command;
  options.copies_on_select = config.copy_on_select;
  options.reads_clipboard = config.dangerously_enable_paste_buffer_read;
  options.focus_follows_mouse = config.focus_follows_mouse;
  options.clicks_through = config.mouse_click_through;
  options.uses_mouse = config.mouse_mode;
  options.resizes_by_wheel = config.mouse_scroll_resize;
  options.clicks_select_output = config.osc133_command_selection;
  options.shows_links = config.osc8_hyperlinks;
  options.word_separators = config.word_separators;
  return {};
}

}  // namespace mux::config
