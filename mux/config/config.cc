#include "mux/config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/config/suggest.h"
#include "mux/config/bundled_themes.h"
#include "mux/config/option.h"
#include "mux/input/copy_keys.h"
#include "mux/input/preset.h"

namespace mux::config {

namespace {

using common::Result;
using model::SessionOptions;
using model::Theme;

Result<model::ThemeColors> theme_named(const Config& config, std::string_view name, Theme kind) {
  if (const auto own = config.themes.find(name); own != config.themes.end()) return own->second;
  if (auto bundled = find_bundled_theme(name, kind)) return *std::move(bundled);
  std::vector<std::string_view> known = bundled_theme_names();
  for (const auto& [own_name, theme] : config.themes) known.push_back(own_name);
  std::string message = fmt::format("unknown theme '{}'", name);
  if (const auto meant = common::config::closest_name(name, known)) {
    message += fmt::format(", did you mean '{}'?", *meant);
  }
  return common::fail(std::move(message));
}

Result<void> resolve_themes(Config& config) {
  const std::string name = config.theme.value_or("default");
  const bool has_both = config.dark_theme && config.light_theme;
  config.session.dark_theme =
      TRY(theme_named(config, has_both ? *config.dark_theme : name, Theme::Dark));
  config.session.light_theme =
      TRY(theme_named(config, has_both ? *config.light_theme : name, Theme::Light));
  return {};
}

std::string with_home(std::string_view path, Environment environment) {
  if (!path.starts_with("~/") && path != "~") return std::string(path);
  return environment("HOME").value_or("~").append(path.substr(1));
}

// What sessions are given that no option sets directly, by member.
template <typename Visit>
void for_each_resolved(Visit visit) {
  visit(&SessionOptions::shell);
  visit(&SessionOptions::editor);
  visit(&SessionOptions::frame_style);
  visit(&SessionOptions::default_mode);
  visit(&SessionOptions::dark_theme);
  visit(&SessionOptions::light_theme);
  visit(&SessionOptions::rounds_corners);
  visit(&SessionOptions::shows_session_name);
  visit(&SessionOptions::environment);
}

}  // namespace

Result<void> resolve(Config& config, Environment environment) {
  SessionOptions& session = config.session;
  if (auto shell = config.default_shell ? config.default_shell : environment("SHELL");
      shell && !shell->empty()) {
    session.shell = {with_home(*shell, environment)};
  }
  for (auto editor : {environment("VISUAL"), environment("EDITOR"), config.scrollback_editor}) {
    if (editor && !editor->empty()) session.editor = {with_home(*editor, environment)};
  }
  session.cwd = with_home(session.cwd, environment);
  for (auto* const folder : {&config.layout_folder, &config.theme_folder}) {
    if (*folder) *folder = with_home(**folder, environment);
  }
  session.frame_style = config.shows_frames ? config.frame_style : model::FrameStyle::None;
  const input::Preset* const preset = TRY(input::find_preset(config.keybind_preset));
  TRY(input::parse_copy_keys(config.copy_mode_keys));
  session.default_mode = config.default_mode.value_or(preset->default_mode);
  return resolve_themes(config);
}

input::KeyMap key_map_of(const Config& config) {
  const auto preset = input::find_preset(config.keybind_preset);
  const auto copy_keys = input::parse_copy_keys(config.copy_mode_keys);
  input::KeyMap keys = input::key_map_of(preset ? **preset : input::presets().front(),
                                         copy_keys.value_or(input::CopyKeys::Vi));
  for (const input::KeyChanges& changes : config.key_changes) keys.apply(changes);
  return keys;
}

void update(const Config& before, const Config& after, SessionOptions& session) {
  Config now;
  now.session = std::move(session);
  for (const Option* option : options()) {
    const bool has_changed = option->target.print(before) != option->target.print(after);
    if (has_changed && !option->needs_restart) option->target.copy(after, now);
  }
  for_each_resolved([&](auto member) {
    if (before.session.*member != after.session.*member) {
      now.session.*member = after.session.*member;
    }
  });
  session = std::move(now.session);
}

}  // namespace mux::config
