// Random actions of several clients, with programs that end and time that passes:
// whatever happens, the session is sound.
#include <doctest/doctest.h>

#include <random>

#include "mux/action/script_test_support.h"
#include "mux/model/closing.h"

namespace mux::action {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
  return static_cast<std::size_t>(random() % limit);
}

std::string any_pane(Random& random, const Script& script) {
  // Sometimes one that never was.
  if (script.session.panes.empty() || below(random, 20) == 0) return "terminal_4000";
  auto pane = script.session.panes.begin();
  std::advance(pane, static_cast<std::ptrdiff_t>(below(random, script.session.panes.size())));
  return model::pane_name(pane->first);
}

std::string any_tab(Random& random, const Script& script) {
  const auto& tabs = script.session.tabs;
  return std::to_string(model::number_of(tabs[below(random, tabs.size())]->id));
}

std::string value_for(Random& random, const Script& script, const ArgumentSpec& spec) {
  switch (spec.kind) {
    case ArgumentKind::Switch:
    case ArgumentKind::Boolean:
      return below(random, 2) == 0 ? "true" : "false";
    case ArgumentKind::Number:
      return spec.name == "tab-id" ? any_tab(random, script) : std::to_string(below(random, 5));
    case ArgumentKind::Pane:
      return any_pane(random, script);
    case ArgumentKind::Choice:
      return std::string(spec.choices[below(random, spec.choices.size())]);
    case ArgumentKind::Extent:
      return std::to_string(below(random, 101)) + (below(random, 2) == 0 ? "%" : "");
    case ArgumentKind::Color:
      return "#102030";
    case ArgumentKind::Text:
      if (spec.name == "layout") return below(random, 2) == 0 ? "default" : "compact";
      if (spec.name == "input-mode") return "pane";
      if (spec.name == "layout-string") return "layout { pane; pane; }";
      return "text";
    case ArgumentKind::Words:
      if (spec.name == "pane-ids") return any_pane(random, script);
      return spec.name == "keys" ? "Enter" : "65";
  }
  return {};
}

ActionCall any_call(Random& random, const Script& script) {
  const auto rows = action_rows();
  const ActionRow& row = *rows[below(random, rows.size())];
  ActionCall call{.name = std::string(row.name), .arguments = {}};
  for (const ArgumentSpec& spec : row.arguments) {
    if (!spec.is_required && below(random, 4) != 0) continue;
    const std::string value = value_for(random, script, spec);
    if (!spec.is_flag) {
      call.arguments.push_back(value);
    } else if (spec.kind == ArgumentKind::Switch) {
      if (value == "true") call.arguments.push_back(fmt::format("--{}", spec.name));
    } else {
      call.arguments.push_back(fmt::format("--{}={}", spec.name, value));
    }
  }
  return call;
}

std::string text_of(const ActionCall& call) {
  return fmt::format("{} {}", call.name, fmt::join(call.arguments, " "));
}

term::Size any_size(Random& random) {
  return {.columns = static_cast<std::uint16_t>(1 + below(random, 200)),
          .rows = static_cast<std::uint16_t>(1 + below(random, 60))};
}

// What the world does between actions.
std::string disturb(Random& random, Script& script) {
  script.now_ms += below(random, 20'000);
  switch (below(random, 12)) {
    case 0: {
      if (script.host.programs.size() < 3) return {};
      auto program = script.host.programs.begin();
      std::advance(program,
                   static_cast<std::ptrdiff_t>(below(random, script.host.programs.size())));
      const model::PaneId pane = program->first;
      script.host.programs.erase(program);
      model::pane_exited(script.session, script.host, pane, static_cast<int>(below(random, 2)));
      return "exit of " + model::pane_name(pane);
    }
    case 1:
      model::resize_client(script.session, script.host, script.client, any_size(random));
      return "resize";
    case 2:
      if (script.session.clients.size() < 3) {
        model::add_client(script.session, script.host, {.size = any_size(random)});
      } else {
        model::remove_client(script.session, script.host, script.session.clients.begin()->first);
      }
      return "a client comes or goes";
    case 3:
      model::expire_closed(script.session, script.host, script.now_ms);
      return "expiry";
    default:
      return {};
  }
}

// The programs that run are those that panes say they have, with their sizes.
std::string fault_of_programs(const Script& script) {
  std::size_t running = 0;
  for (const auto& [id, pane] : script.session.panes) {
    if (!pane->has_process) continue;
    ++running;
    const auto program = script.host.programs.find(id);
    if (program == script.host.programs.end()) return "a pane without its program";
    if (program->second.size != pane->terminal()->size()) return "a program of another size";
  }
  return running == script.host.programs.size() ? "" : "a program without a pane";
}

// Returns how many it were.
int play(std::uint64_t seed, int steps) {
  Random random(seed);
  Script script(layout::find_builtin_layout(seed % 2 == 0 ? "default" : "compact")->text);
  script.session.options.layout =
      layout::read_builtin_layout(*layout::find_builtin_layout("default"));
  script.session.options.most_panes = 12;
  script.session.options.mirrors_session = seed % 5 == 0;
  std::string log;
  int step = 0;
  for (; step < steps && !script.session.is_over; ++step) {
    const ActionCall call = any_call(random, script);
    // It would be over too soon.
    const bool closes = call.name.starts_with("close") && script.session.tabs.size() == 1;
    if (call.name == "quit" || (closes && below(random, 10) != 0)) continue;
    log += text_of(call) + '\n';
    auto client = script.session.clients.begin();
    if (client != script.session.clients.end()) {
      std::advance(client,
                   static_cast<std::ptrdiff_t>(below(random, script.session.clients.size())));
      script.client = client->first;
    }
    script.run(call);
    if (script.session.is_over) break;
    log += disturb(random, script) + '\n';
    std::string fault = model::check_invariants(script.session);
    if (fault.empty()) fault = fault_of_programs(script);
    REQUIRE_MESSAGE(fault.empty(), "seed " << seed << ": " << fault << " after\n" << log);
  }
  return step;
}

TEST_CASE("random actions keep sessions sound") {
  int steps = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) steps += play(seed, 300);
  // Most sessions live long enough to be worth it.
  CHECK(steps > 10'000);
}

}  // namespace
}  // namespace mux::action
