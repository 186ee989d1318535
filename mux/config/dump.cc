#include "mux/config/dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "common/config/toml.h"
#include "common/kdl/print.h"
#include "mux/config/bundled_themes.h"
#include "mux/config/config.h"
#include "mux/config/option.h"
#include "mux/config/spoken_action.h"
#include "mux/input/preset.h"

namespace mux::config {

namespace {

using common::config::Value;

// Sentences in lines of a comment.
std::string comment(std::string_view text, std::string_view mark) {
  constexpr std::size_t kWidth = 94;
  std::string out;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!line.empty() && line.size() + 1 + word.size() > kWidth) {
      out += fmt::format("{} {}\n", mark, std::exchange(line, {}));
    }
    line.append(line.empty() ? "" : " ").append(word);
    at = end + 1;
  }
  return out + fmt::format("{} {}\n", mark, line);
}

std::string named(std::string_view key, Language language) {
  std::string name(key);
  if (language == Language::Kdl) std::ranges::replace(name, '-', '_');
  return name;
}

// A printed TOML value as KDL's arguments: a list loses its brackets.
std::string as_arguments(std::string text) {
  if (!text.starts_with('[')) return text;
  text = text.substr(1, text.size() - 2);
  std::erase(text, ',');
  return text;
}

std::string option_text(const Option& option, const Config& defaults, Language language) {
  const std::string_view mark = language == Language::Kdl ? "//" : "#";
  std::string value = option.target.print(defaults);
  if (value == "null") value = option.sample;
  std::string about = fmt::format("{}.", option.summary);
  if (!option.docs.empty()) about += fmt::format(" {}", option.docs);
  if (option.choices != nullptr) {
    about += fmt::format(" One of: {}.", fmt::join(option.choices(), ", "));
  }
  if (option.needs_restart) about += " For new sessions.";
  const std::string name = named(option.key, language);
  const std::string line = language == Language::Kdl
                               ? fmt::format("{} {}", name, as_arguments(value))
                               : fmt::format("{} = {}", name, value);
  return fmt::format("{}{} {}\n\n", comment(about, mark), mark, line);
}

std::string joined_actions(const input::Actions& actions, Language language) {
  std::string text;
  for (const input::ActionCall& call : actions) {
    if (language == Language::Kdl) {
      Value document;
      document.members.push_back(node_of_action(call));
      std::string node = common::kdl::kdl_text(document);
      node.pop_back();  // The end of the line.
      text += node + "; ";
    } else {
      text += (text.empty() ? "" : ", ") + common::config::toml_text(words_of_action(call));
    }
  }
  if (language == Language::Kdl) return "{ " + text + "}";
  return actions.size() == 1 ? text : "[" + text + "]";
}

std::string kdl_bindings(const input::KeyMap& keys) {
  std::string text = "keybinds clear-defaults=true {\n";
  for (const input::ModeRow& row : input::mode_rows()) {
    if (keys.bindings(row.mode).empty()) continue;
    text += fmt::format("    {} {{\n", row.name);
    for (const auto& [chord, actions] : keys.bindings(row.mode)) {
      text += fmt::format("        bind {} {}\n", common::kdl::kdl_string(input::key_name(chord)),
                          joined_actions(actions, Language::Kdl));
    }
    text += "    }\n";
  }
  return text + "}\n";
}

std::string toml_bindings(const input::KeyMap& keys) {
  std::string text = "[keybinds]\nclear-defaults = true\n";
  for (const input::ModeRow& row : input::mode_rows()) {
    if (keys.bindings(row.mode).empty()) continue;
    text += fmt::format("\n[keybinds.{}]\n", row.name);
    for (const auto& [chord, actions] : keys.bindings(row.mode)) {
      text += fmt::format("{} = {}\n", common::config::toml_text(input::key_name(chord)),
                          joined_actions(actions, Language::Toml));
    }
  }
  return text;
}

constexpr std::string_view kKdlSections = R"(// Variables for programs in panes.
// env {
//     EDITOR "vim"
// }

// Frames that are boxes, and bars.
// ui {
//     pane_frames {
//         rounded_corners false
//         hide_session_name false
//     }
// }

// Themes of one's own: either these colours, or the components that zellij's newer
// themes have.  Files in the folder of themes look the same.
// themes {
//     mine {
//         fg "#d5c4a1"
//         bg "#504945"
//         black "#282828"
//         red 204 36 29
//         green 152 151 26
//         yellow 215 153 33
//         blue 69 133 136
//         magenta 177 98 134
//         cyan 104 157 106
//         white 251 241 199
//         orange 214 93 14
//     }
// }

)";

constexpr std::string_view kTomlSections = R"(# Variables for programs in panes.
# [env]
# EDITOR = "vim"

# Frames that are boxes, and bars.
# [ui.pane-frames]
# rounded-corners = false
# hide-session-name = false

# Themes of one's own: either these colours, or the components that zellij's newer
# themes have.  Files in the folder of themes look the same.
# [themes.mine]
# fg = "#d5c4a1"
# bg = "#504945"
# black = "#282828"
# red = [204, 36, 29]
# green = [152, 151, 26]
# yellow = [215, 153, 33]
# blue = [69, 133, 136]
# magenta = [177, 98, 134]
# cyan = [104, 157, 106]
# white = [251, 241, 199]
# orange = [214, 93, 14]

)";

}  // namespace

std::string keybinds_text(const input::KeyMap& keys, Language language) {
  return language == Language::Kdl ? kdl_bindings(keys) : toml_bindings(keys);
}

std::string default_config(Language language) {
  const Config defaults;
  const std::string_view mark = language == Language::Kdl ? "//" : "#";
  std::string text =
      comment(
          "The configuration of kmux. What is commented out is the default, or an example where "
          "nothing is set by default. In place of the key bindings below the ones of a preset "
          "can be changed: see keybind-preset, and leave out clear-defaults.",
          mark) +
      '\n';
  for (const Option* option : options()) text += option_text(*option, defaults, language);
  text += language == Language::Kdl ? kKdlSections : kTomlSections;
  return text + keybinds_text(key_map_of(defaults), language);
}

}  // namespace mux::config
