#include "mux/action/action.h"

#include <doctest/doctest.h>

#include <set>

#include "mux/action/groups.h"
#include "mux/action/script_test_support.h"

namespace mux::action {
namespace {

bool is_name(std::string_view name) {
  return !name.empty() &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

TEST_CASE("rows are complete") {
  std::set<std::string_view> names;
  for (const ActionRow* row : action_rows()) {
    CAPTURE(row->name);
    CHECK(is_name(row->name));
    CHECK(names.insert(row->name).second);
    CHECK_FALSE(row->summary.empty());
    CHECK_FALSE(row->summary.ends_with('.'));
    CHECK((row->run != nullptr));
    std::set<std::string_view> arguments;
    std::set<char> letters;
    bool has_words = false;
    for (const ArgumentSpec& spec : row->arguments) {
      CAPTURE(spec.name);
      CHECK(is_name(spec.name));
      CHECK(arguments.insert(spec.name).second);
      CHECK_FALSE(spec.docs.empty());
      CHECK((spec.kind == ArgumentKind::Choice) == !spec.choices.empty());
      if (spec.short_name != 0) CHECK(letters.insert(spec.short_name).second);
      // Nothing can follow them.
      if (!spec.is_flag) CHECK_FALSE(has_words);
      has_words = has_words || spec.kind == ArgumentKind::Words;
    }
  }
}

TEST_CASE("every key of the presets has actions that exist") {
  for (const input::Preset& preset : input::presets()) {
    const input::KeyMap map = input::key_map_of(preset);
    for (const input::ModeRow& mode : input::mode_rows()) {
      for (const auto& [key, actions] : map.bindings(mode.mode)) {
        for (const ActionCall& call : actions) {
          const auto checked = check(call);
          CAPTURE(call.name);
          CHECK_MESSAGE(checked.has_value(), checked.error().message);
        }
      }
    }
  }
}

TEST_CASE("modes type at actions that exist") {
  for (const input::ModeRow& mode : input::mode_rows()) {
    if (mode.input_action.empty()) continue;
    CHECK(check(input_call(mode.input_action, "a")).has_value());
  }
}

TEST_CASE("misspelt names are refused with the nearest") {
  Script script;
  CHECK(script.run("new-pain") == "error: unknown action 'new-pain', did you mean 'new-pane'?");
  CHECK(script.run("new-pane --directio down") ==
        "error: new-pane: unknown flag '--directio', did you mean '--direction'?");
  CHECK(script.run("move-focus") == "error: move-focus: <DIRECTION> is missing");
  CHECK(script.run("move-focus north") ==
        "error: move-focus: invalid value 'north' for <DIRECTION>: expected left, right, up, down");
  CHECK(script.run("go-to-tab x") ==
        "error: go-to-tab: invalid value 'x' for <INDEX>: expected a number");
  CHECK(script.run("close-pane -p 1x") ==
        "error: close-pane: '1x' is no pane: expected 'terminal_1' or '1'");
  CHECK(script.run("detach now") == "error: detach: unexpected argument 'now'");
}

TEST_CASE("flags in all their forms") {
  const ArgumentSpec specs[] = {{.name = "json", .kind = ArgumentKind::Switch, .short_name = 'j'},
                                {.name = "all", .kind = ArgumentKind::Switch, .short_name = 'a'},
                                {.name = "size", .kind = ArgumentKind::Extent, .short_name = 's'},
                                {.name = "word", .is_flag = false},
                                {.name = "rest", .kind = ArgumentKind::Words, .is_flag = false}};
  const std::vector<std::string> words = {"-ja", "--size=20%", "one", "two", "--", "--json", "-x"};
  const auto arguments = Arguments::parse(specs, words);
  REQUIRE(arguments.has_value());
  CHECK(arguments->is_set("json"));
  CHECK(arguments->is_set("all"));
  CHECK(arguments->extent("size")->value == 20);
  CHECK(arguments->text("word") == "one");
  CHECK(arguments->words() == std::vector<std::string>{"two", "--json", "-x"});
  CHECK_FALSE(Arguments::parse(specs, std::vector<std::string>{"--size"}).has_value());
  CHECK_FALSE(Arguments::parse(specs, std::vector<std::string>{"-s", "a%"}).has_value());
}

TEST_CASE("actions in a row stop at the first that fails") {
  Script script;
  Context context{.session = script.session,
                  .host = script.host,
                  .client = script.client,
                  .now_ms = 0,
                  .from_pane = {}};
  const input::Actions actions = {{"new-pane", {}}, {"go-to-tab-name", {"none"}}, {"new-pane", {}}};
  CHECK_FALSE(run(context, actions).has_value());
  CHECK(script.session.panes.size() == 2);
}

}  // namespace
}  // namespace mux::action
