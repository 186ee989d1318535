// A session from its text; see session_record.h.
#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <limits>
#include <utility>

#include "common/config/value.h"
#include "common/kdl/parse.h"
#include "mux/journal/byte_escapes.h"
#include "mux/journal/record_log.h"
#include "mux/journal/record_names.h"
#include "mux/journal/session_record.h"
#include "mux/layout/layout_reader.h"

namespace mux::journal {

namespace {

using common::fail;
using common::Result;
using common::config::Kind;
using common::config::Member;
using common::config::Value;

std::unexpected<common::Error> wrong(std::string_view name) {
  return fail(fmt::format("`{}` has a value of another kind", name));
}

// What is not said stays as it is.
Result<void> take(const Value& node, std::string_view name, std::string& text) {
  const Value* const value = node.find(name);
  if (value == nullptr) return {};
  if (value->kind != Kind::String) return wrong(name);
  text = value->text;
  return {};
}
Result<void> take(const Value& node, std::string_view name, bool& is_set) {
  const Value* const value = node.find(name);
  if (value == nullptr) return {};
  if (value->kind != Kind::Boolean) return wrong(name);
  is_set = value->boolean;
  return {};
}
template <std::integral Number>
Result<void> take(const Value& node, std::string_view name, Number& number) {
  const Value* const value = node.find(name);
  if (value == nullptr) return {};
  if (value->kind != Kind::Integer || !std::in_range<Number>(value->integer)) return wrong(name);
  number = static_cast<Number>(value->integer);
  return {};
}
template <typename Number>
Result<void> take(const Value& node, std::string_view name, std::optional<Number>& number) {
  if (node.find(name) == nullptr) return {};
  return take(node, name, number.emplace());
}

Result<PaneRecord> pane_of(const Value& node) {
  PaneRecord pane;
  std::string state;
  TRY(take(node, "state", state));
  for (const auto& [known, name] : kStateNames) {
    if (state == name) pane.state = known;
  }
  TRY(take(node, "exit_code", pane.exit_code));
  TRY(take(node, "title", pane.title));
  return pane;
}

Result<SwapRecord> swap_of(const Value& tab, const SwapNames& names) {
  SwapRecord swap;
  TRY(take(tab, names.name, swap.name));
  TRY(take(tab, names.changed, swap.is_changed));
  return swap;
}

// But for what hidden panes are.
Result<TabRecord> tab_of(const Value& node) {
  TabRecord tab;
  bool is_untiled = false;
  TRY(take(node, "untiled", is_untiled));
  tab.has_tiles = !is_untiled;
  TRY(take(node, "synchronized", tab.is_synchronized));
  TRY(take(node, "fullscreen", tab.fullscreen));
  TRY(take(node, "covers_bars", tab.covers_bars));
  tab.tiled_swap = TRY(swap_of(node, kTiledSwapNames));
  tab.floating_swap = TRY(swap_of(node, kFloatingSwapNames));
  for (const Member& child : node.members) {
    if (child.value.kind != Kind::Node) continue;
    if (child.name == "pane") tab.panes.push_back(TRY(pane_of(child.value)));
    if (child.name == "hidden") {
      TRY(take(child.value, "by", tab.hidden.emplace_back().by));
    }
  }
  return tab;
}

Result<SessionRecord> session_of(const Value& node) {
  SessionRecord record;
  TRY(take(node, "created", record.created));
  TRY(take(node, "generation", record.generation));
  TRY(take(node, "cwd", record.cwd));
  bool is_light = false;
  TRY(take(node, "light", is_light));
  if (is_light) record.theme = model::Theme::Light;
  for (const Member& child : node.members) {
    if (child.value.kind == Kind::Node && child.name == "tab") {
      record.tabs.push_back(TRY(tab_of(child.value)));
    }
  }
  return record;
}

Result<layout::Layout> layout_of(Member node) {
  node.name = "layout";
  Value document;
  document.kind = Kind::Node;
  document.members.push_back(std::move(node));
  auto read = layout::read_layout(document);
  if (!read) return fail(read.error().message);
  return *std::move(read);
}

Result<void> add_hidden(const Value& document, SessionRecord& record) {
  const auto node = std::ranges::find(document.members, kHiddenNode, &Member::name);
  layout::Layout layout;
  if (node != document.members.end()) layout = TRY(layout_of(*node));
  auto next = layout.tabs.begin();
  for (TabRecord& tab : record.tabs) {
    if (tab.hidden.empty()) continue;
    if (next == layout.tabs.end() || next->tiles.children.size() != tab.hidden.size()) {
      return fail("the panes that are hidden do not fit their tabs");
    }
    auto spec = next++->tiles.children.begin();
    for (HiddenRecord& hidden : tab.hidden) hidden.pane = std::move(spec++->pane);
  }
  return {};
}

// Each hidden pane is behind one of its own, and in the end behind one that is not
// hidden.
bool are_chains(const std::vector<HiddenRecord>& hidden, std::size_t count) {
  const std::size_t first = count - hidden.size();
  std::vector<bool> has_one(count, false);
  for (const HiddenRecord& each : hidden) {
    if (each.by >= count || has_one[each.by]) return false;
    has_one[each.by] = true;
  }
  for (const HiddenRecord& each : hidden) {
    std::size_t by = each.by;
    for (std::size_t steps = 0; by >= first; ++steps) {
      if (steps == hidden.size()) return false;
      by = hidden[by - first].by;
    }
  }
  return true;
}

bool has_more_than_bars(const layout::TileSpec& tile) {
  if (tile.is_pane()) return !layout::is_bar(tile.pane.content);
  return std::ranges::any_of(tile.children, has_more_than_bars);
}

// Something can have the focus, and nothing that floats cannot.
bool can_be_focused(const layout::TabSpec& spec, bool has_tiles) {
  const auto is_floating_bar = [](const layout::FloatSpec& pane) {
    return layout::is_bar(pane.pane.content);
  };
  if (std::ranges::any_of(spec.floats, is_floating_bar)) return false;
  return !spec.floats.empty() || (has_tiles && has_more_than_bars(spec.tiles));
}

// Whoever restores a session may rely on indices.
Result<void> check_indices(const SessionRecord& record) {
  if (record.tabs.empty() || record.tabs.size() != record.layout.tabs.size()) {
    return fail("the tabs do not fit the layout");
  }
  for (std::size_t i = 0; i < record.tabs.size(); ++i) {
    const TabRecord& tab = record.tabs[i];
    const layout::TabSpec& spec = record.layout.tabs[i];
    const std::size_t count =
        layout::count_panes(spec.tiles) + spec.floats.size() + tab.hidden.size();
    if (tab.panes.size() != count || tab.fullscreen.value_or(0) >= count ||
        !are_chains(tab.hidden, count) || !can_be_focused(spec, tab.has_tiles)) {
      return fail("the panes do not fit the layout");
    }
  }
  return {};
}

void unescape_texts(Value& value) {
  if (value.kind == Kind::String) value.text = unescaped_bytes(value.text);
  for (Value& element : value.elements) unescape_texts(element);
  for (Member& member : value.members) unescape_texts(member.value);
}

}  // namespace

Result<SessionRecord> decode(std::string_view text) {
  auto document = common::kdl::parse_kdl(text);
  if (!document) return fail(document.error().message);
  unescape_texts(*document);
  const auto find = [&](std::string_view name) {
    return std::ranges::find(document->members, name, &Member::name);
  };
  const auto session = find(kSessionNode);
  const auto layout = find("layout");
  if (session == document->members.end() || layout == document->members.end()) {
    return fail("it describes no session");
  }
  SessionRecord record = TRY(session_of(session->value));
  record.layout = TRY(layout_of(*layout));
  TRY(add_hidden(*document, record));
  TRY(check_indices(record));
  return record;
}

Result<SessionRecord> replay(std::string_view journal) {
  const RecordScan scan = TRY(scan_records(journal));
  if (scan.payloads.empty()) return fail("no record of it is whole");
  return decode(scan.payloads.back());
}

bool is_worth_keeping(const SessionRecord& record) {
  std::size_t panes = 0;
  bool has_command = false;
  const auto count = [&](const layout::PaneSpec& pane) {
    if (layout::is_bar(pane.content)) return;
    ++panes;
    has_command = has_command || pane.content.kind != layout::PaneContent::Kind::Shell;
  };
  const auto count_tiles = [&](const auto& self, const layout::TileSpec& tile) -> void {
    if (tile.is_pane()) count(tile.pane);
    for (const layout::TileSpec& child : tile.children) self(self, child);
  };
  for (std::size_t i = 0; i < record.tabs.size(); ++i) {
    const layout::TabSpec& spec = record.layout.tabs[i];
    if (record.tabs[i].has_tiles) count_tiles(count_tiles, spec.tiles);
    for (const layout::FloatSpec& pane : spec.floats) count(pane.pane);
    panes += record.tabs[i].hidden.size();
  }
  return panes > 1 || has_command;
}

}  // namespace mux::journal
