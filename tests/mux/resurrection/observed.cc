#include "tests/mux/resurrection/observed.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "common/json/value.h"

namespace resurrection {

namespace {

using common::json::Value;

std::string text_in(const Value& record, std::string_view name) {
  const Value* const value = record.find(name);
  return value == nullptr ? std::string() : value->text();
}

bool is_true(const Value& record, std::string_view name) {
  return text_in(record, name) == "true";
}

std::optional<Value> listed(const KmuxWorld& world, const char* action) {
  const Finished finished = world.run({"-s", "s", "action", action, "--all", "--json"});
  if (finished.exit_code != 0) return std::nullopt;
  return Value::parse(finished.output);
}

void add_tab(const Value& tab, Observed& observed) {
  observed["tab " + text_in(tab, "position")] = fmt::format(
      "{}{}{}{}, {}{}", text_in(tab, "name"),
      is_true(tab, "is_sync_panes_active") ? ", in sync" : "",
      is_true(tab, "is_fullscreen_active") ? ", fullscreen" : "",
      is_true(tab, "are_floating_panes_visible") ? ", floats shown" : "",
      text_in(tab, "active_swap_layout_name"), is_true(tab, "is_swap_layout_dirty") ? "*" : "");
  if (is_true(tab, "active")) observed["focus"] += "tab " + text_in(tab, "position") + ' ';
}

void add_pane(const Value& pane, Observed& observed) {
  if (is_true(pane, "is_plugin")) return;
  const std::string name = text_in(pane, "title");
  const std::string prefix = "pane " + name;
  observed[prefix + " place"] = fmt::format(
      "tab {}{}{} {},{} {}x{}", text_in(pane, "tab_position"),
      is_true(pane, "is_floating") ? " floating" : "",
      is_true(pane, "is_suppressed") ? " hidden" : "", text_in(pane, "pane_x"),
      text_in(pane, "pane_y"), text_in(pane, "pane_columns"), text_in(pane, "pane_rows"));
  observed[prefix + " cwd"] = text_in(pane, "pane_cwd");
  observed[prefix + " command"] = text_in(pane, "pane_command");
  // A program that runs is, to the journal, as one that is yet to be started.
  const std::string exit = text_in(pane, "exit_status");
  observed[prefix + " exit"] = exit == "null" ? "" : exit;
  if (is_true(pane, "is_held")) observed[std::string(kWaiting)] += prefix + ' ';
  if (is_true(pane, "is_focused")) observed["focus"] += name + ' ';
}

// How far lines count up; lines between are echoes and prompts.
std::string counted_rows(std::string_view text) {
  int count = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    constexpr std::string_view kStart = "row-";
    if (!line.starts_with(kStart)) continue;
    if (line != fmt::format("{}{}", kStart, count + 1)) return fmt::format("broken at {}", line);
    ++count;
  }
  return std::to_string(count);
}

}  // namespace

std::optional<Observed> observe(const KmuxWorld& world) {
  Observed observed;
  const auto tabs = listed(world, "list-tabs");
  const auto panes = listed(world, "list-panes");
  if (!tabs || !panes) return std::nullopt;
  for (const Value& tab : tabs->items()) add_tab(tab, observed);
  std::string counting = "terminal_0";
  for (const Value& pane : panes->items()) {
    add_pane(pane, observed);
    if (text_in(pane, "title") == "a") counting = text_in(pane, "pane_id");
  }
  const Finished text =
      world.run({"-s", "s", "action", "dump-screen", "--full", "--pane-id", counting});
  if (text.exit_code != 0) return std::nullopt;
  observed["rows"] = counted_rows(text.output);
  return observed;
}

std::string value_of(const Observed& observed, const std::string& name) {
  const auto found = observed.find(name);
  return found == observed.end() ? std::string() : found->second;
}

}  // namespace resurrection
