// A session whose keys are typed, for tests of copy mode.
#pragma once

#include <string>
#include <string_view>

#include "mux/action/script_test_support.h"
#include "mux/input/key_names.h"
#include "mux/model/text.h"

namespace mux::action {

class CopyScript : public Script {
 public:
  explicit CopyScript(std::string_view text, input::CopyKeys kind = input::CopyKeys::Vi,
                      term::Size size = {.columns = 40, .rows = 10})
      : Script("layout {\n pane\n}\n", size),
        keys_(input::key_map_of(input::presets().front(), kind)) {
    for (const char c : text) pane(0).terminal()->write(c == '\n' ? "\r\n" : std::string(1, c));
    run("copy-mode");
  }

  // Names between blanks, as a client types them.  Errors are kept in `error`.
  void type(std::string_view names) {
    for (const std::string& name : parse_words(names)) press(name);
  }
  input::Mode mode() const { return session.find_client(client)->mode; }
  // "LINE,COLUMN" from the oldest line.
  std::string cursor() {
    REQUIRE(pane(0).copying.has_value());
    const model::TextPosition at = pane(0).copying->cursor;
    return fmt::format("{},{}", at.line - model::lines_of(pane(0)).begin, at.column);
  }
  std::string selected() {
    return pane(0).selection ? model::text_of(pane(0), *pane(0).selection) : "";
  }
  std::string error;

 private:
  static std::vector<std::string> parse_words(std::string_view names) {
    const ActionCall call = input::parse_action_words(names);
    std::vector<std::string> words = {call.name};
    words.insert(words.end(), call.arguments.begin(), call.arguments.end());
    // "Ctrl" and the like belong to the word behind.
    std::vector<std::string> keys;
    std::string key;
    for (const std::string& word : words) {
      key += word;
      if (word == "Ctrl" || word == "Alt") {
        key += ' ';
      } else {
        keys.push_back(std::exchange(key, {}));
      }
    }
    return keys;
  }

  void press(const std::string& name) {
    const auto chord = input::parse_key(name);
    REQUIRE(chord.has_value());
    if (const input::Actions* const actions = keys_.find(mode(), *chord)) {
      for (const ActionCall& call : input::Actions(*actions)) perform(call);
    } else if (!input::row_of(mode()).input_action.empty()) {
      const std::string text = name == "Space" ? " " : name == "Backspace" ? "\x7f" : name;
      perform(input_call(input::row_of(mode()).input_action, text));
    }
  }
  void perform(const ActionCall& call) {
    const std::string reply = run(call);
    if (reply.starts_with("error: ")) error = reply.substr(7);
  }

  input::KeyMap keys_;
};

}  // namespace mux::action
