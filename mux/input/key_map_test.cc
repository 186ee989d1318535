#include "mux/input/key_map.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "mux/input/copy_keys.h"
#include "mux/input/decode_test_support.h"
#include "mux/input/encode.h"
#include "mux/input/preset.h"

namespace mux::input {
namespace {

Actions actions(std::string_view words) {
  return {parse_action_words(words)};
}

KeyChord key_of(std::string_view name) {
  return *parse_key(name);
}

KeyMap map_of(std::string_view preset) {
  return key_map_of(**find_preset(preset));
}

std::string found(const KeyMap& map, Mode mode, std::string_view name) {
  const Actions* const calls = map.find(mode, key_of(name));
  if (calls == nullptr) return "";
  std::string text;
  for (const ActionCall& call : *calls) {
    if (!text.empty()) text += "; ";
    text += call.name;
    for (const std::string& argument : call.arguments) text += " " + argument;
  }
  return text;
}

}  // namespace

TEST_CASE("keys of all presets are written as they are printed") {
  for (const Preset& preset : presets()) {
    for (std::span<const BindingRow> table : tables_of(preset)) {
      for (const BindingRow& row : table) {
        CHECK_FALSE(row.keys[0].empty());
        CHECK_FALSE(row.actions[0].empty());
        for (std::string_view name : row.keys) {
          if (name.empty()) continue;
          CAPTURE(name);
          const auto chord = parse_key(name);
          REQUIRE(chord.has_value());
          CHECK(key_name(*chord) == name);
        }
      }
    }
  }
}

TEST_CASE("no preset binds a key of a mode twice in rows of the same modes") {
  for (const Preset& preset : presets()) {
    std::set<std::pair<Mode, std::string_view>> bound;
    for (std::span<const BindingRow> table : tables_of(preset)) {
      for (const BindingRow& row : table) {
        for (const ModeRow& mode : mode_rows()) {
          if (row.modes != ModeSet{mode.mode}) continue;
          for (std::string_view name : row.keys) {
            if (name.empty()) continue;
            CAPTURE(preset.name);
            CAPTURE(mode.name);
            CAPTURE(name);
            CHECK(bound.emplace(mode.mode, name).second);
          }
        }
      }
    }
  }
}

TEST_CASE("modes that presets switch to exist, and can be left") {
  for (const Preset& preset : presets()) {
    const KeyMap map = key_map_of(preset);
    for (const ModeRow& row : mode_rows()) {
      bool can_leave = false;
      for (const auto& [chord, calls] : map.bindings(row.mode)) {
        for (const ActionCall& call : calls) {
          if (call.name != "switch-mode") continue;
          REQUIRE(call.arguments.size() == 1);
          CHECK(parse_mode(call.arguments[0]).has_value());
          can_leave = true;
        }
      }
      CAPTURE(preset.name);
      CAPTURE(row.name);
      CHECK(can_leave);
    }
  }
}

TEST_CASE("every bound key can be typed on terminals of the kitty protocol") {
  for (const Preset& preset : presets()) {
    const KeyMap map = key_map_of(preset);
    for (const ModeRow& row : mode_rows()) {
      for (const auto& [chord, calls] : map.bindings(row.mode)) {
        std::string bytes;
        encode_key({.code = chord.code, .modifiers = chord.modifiers}, {.keyboard_flags = 1},
                   bytes);
        const std::vector<Event> events = decode(bytes);
        CAPTURE(key_name(chord));
        REQUIRE(events.size() == 1);
        CHECK(map.find(row.mode, std::get<KeyEvent>(events[0])) == &calls);
      }
    }
  }
}

TEST_CASE("the default bindings") {
  const KeyMap map = map_of("default");
  CHECK(found(map, Mode::Normal, "Ctrl p") == "switch-mode pane");
  CHECK(found(map, Mode::Pane, "Ctrl p") == "switch-mode normal");
  CHECK(found(map, Mode::Pane, "d") == "new-pane --direction down; switch-mode normal");
  CHECK(found(map, Mode::Pane, "F") == "toggle-no-ui-fullscreen; switch-mode normal");
  CHECK(found(map, Mode::Locked, "Ctrl p") == "");
  CHECK(found(map, Mode::Locked, "Ctrl g") == "switch-mode normal");
  CHECK(found(map, Mode::EnterSearch, "Enter") == "switch-mode search");
  CHECK(found(map, Mode::RenameTab, "Enter") == "switch-mode normal");
  CHECK(found(map, Mode::RenameTab, "Esc") == "undo-rename-tab; switch-mode tab");
  CHECK(found(map, Mode::Scroll, "Ctrl b") == "page-scroll-up");
  CHECK(found(map, Mode::Normal, "Enter") == "");
  CHECK(map.bindings(Mode::Locked).size() == 1);
}

TEST_CASE("the unlock-first bindings") {
  const KeyMap map = map_of("unlock-first");
  CHECK(found(map, Mode::Locked, "Ctrl g") == "switch-mode normal");
  CHECK(found(map, Mode::Locked, "Ctrl p") == "");
  CHECK(found(map, Mode::Locked, "Alt n") == "new-pane");
  CHECK(found(map, Mode::Normal, "p") == "switch-mode pane");
  CHECK(found(map, Mode::Pane, "p") == "switch-mode normal");
  CHECK(found(map, Mode::Pane, "r") == "new-pane --direction right; switch-mode locked");
  CHECK(found(map, Mode::Search, "p") == "search up");
  CHECK(found(map, Mode::EnterSearch, "p") == "");
  CHECK(found(map, Mode::EnterSearch, "Enter") == "switch-mode search");
  CHECK(found(map, Mode::Session, "d") == "detach");
}

TEST_CASE("the tmux bindings leave all keys but the prefix to programs") {
  const KeyMap map = map_of("tmux");
  CHECK(map.bindings(Mode::Normal).size() == 1);
  CHECK(found(map, Mode::Normal, "Ctrl b") == "switch-mode tmux");
  CHECK(found(map, Mode::Tmux, "Ctrl b") == "write 2; switch-mode normal");
}

TEST_CASE("copy mode has keys of its own, of two kinds") {
  const KeyMap vi = map_of("default");
  CHECK(found(vi, Mode::Scroll, "v") == "copy-mode");
  CHECK(found(vi, Mode::Copy, "y") == "copy; switch-mode normal");
  CHECK(found(vi, Mode::Copy, "Ctrl f") == "copy-move page-down");
  CHECK(found(vi, Mode::Copy, "Ctrl q") == "");
  const KeyMap emacs = key_map_of(**find_preset("unlock-first"), CopyKeys::Emacs);
  CHECK(found(emacs, Mode::Copy, "Ctrl f") == "copy-move right");
  CHECK(found(emacs, Mode::Copy, "Alt w") == "copy; switch-mode locked");
  CHECK(found(emacs, Mode::Copy, "f") == "copy-find to-next; switch-mode copyfind");
  CHECK(parse_copy_keys("emacs") == CopyKeys::Emacs);
  CHECK_FALSE(parse_copy_keys("ed").has_value());

  KeyMap changed = vi;
  changed.apply({.clears_defaults = true,
                 .blocks = {{.modes = ModeSet::except({Mode::Locked}),
                             .is_shared = true,
                             .bound = {{key_of("j"), actions("quit")}},
                             .unbound = {}}},
                 .unbound = {key_of("k")}});
  CHECK(found(changed, Mode::Copy, "j") == "copy-move down");
  CHECK(found(changed, Mode::Copy, "k") == "copy-move up");
}

TEST_CASE("a key is found by what Shift or the layout makes of it") {
  KeyMap map;
  map.bind({Mode::Normal}, key_of("Alt +"), actions("resize increase"));
  map.bind({Mode::Normal}, key_of("Ctrl c"), actions("copy"));
  map.bind({Mode::Normal}, key_of("5"), actions("go-to-tab 5"));
  const auto finds = [&](const KeyEvent& event) {
    return map.find(Mode::Normal, event) != nullptr;
  };
  CHECK(finds({.code = '=', .modifiers = kAlt | kShift, .shifted = '+'}));
  CHECK_FALSE(finds({.code = '=', .modifiers = kAlt}));
  CHECK(finds({.code = 0x441, .modifiers = kControl, .base_layout = 'c'}));
  CHECK(finds({.code = 'c', .modifiers = kControl | kNumLock | kCapsLock}));
  CHECK(finds({.code = 'c', .modifiers = kControl, .action = KeyAction::Repeat}));
  CHECK_FALSE(finds({.code = 'c', .modifiers = kControl, .action = KeyAction::Release}));
  CHECK(finds({.code = key::Keypad5}));
}

TEST_CASE("changes come in zellij's order") {
  KeyMap map;
  map.bind(ModeSet::all(), key_of("x"), actions("old"));
  KeyChanges changes;
  changes.blocks.push_back(
      {.modes = {Mode::Pane},
       .bound = {{key_of("a"), actions("of-mode")}, {key_of("b"), actions("b")}},
       .unbound = {key_of("b")}});
  changes.blocks.push_back({.modes = ModeSet::all(),
                            .is_shared = true,
                            .bound = {{key_of("a"), actions("shared")}},
                            .unbound = {}});
  changes.unbound = {key_of("c")};
  map.bind({Mode::Tab}, key_of("c"), actions("c"));
  map.apply(changes);
  CHECK(found(map, Mode::Pane, "a") == "of-mode");
  CHECK(found(map, Mode::Tab, "a") == "shared");
  CHECK(found(map, Mode::Pane, "b") == "");
  CHECK(found(map, Mode::Tab, "c") == "");
  CHECK(found(map, Mode::Tab, "x") == "old");

  map.apply({.blocks = {{.modes = {Mode::Pane}, .clears_defaults = true}}, .unbound = {}});
  CHECK(map.bindings(Mode::Pane).empty());
  CHECK(found(map, Mode::Tab, "x") == "old");
  map.apply({.clears_defaults = true});
  CHECK(map.bindings(Mode::Tab).empty());
}

TEST_CASE("modes have names, and unbound keys a place to go") {
  for (const ModeRow& row : mode_rows()) CHECK(parse_mode(row.name) == row.mode);
  CHECK(parse_mode("EnterSearch") == Mode::EnterSearch);
  CHECK(parse_mode("panel").error().message == "unknown mode 'panel', did you mean 'pane'?");
  CHECK(unbound_in(Mode::Normal, Mode::Normal) == Unbound::ToPane);
  CHECK(unbound_in(Mode::Normal, Mode::Locked) == Unbound::Dropped);
  CHECK(unbound_in(Mode::Locked, Mode::Normal) == Unbound::ToPane);
  CHECK(unbound_in(Mode::RenamePane, Mode::Normal) == Unbound::ToAction);
  CHECK(find_preset("defualt").error().message ==
        "unknown preset 'defualt', did you mean 'default'?");
}

}  // namespace mux::input
