// A session as text; see session_record.h.
#include <optional>
#include <utility>

#include "common/config/value.h"
#include "common/kdl/print.h"
#include "mux/journal/byte_escapes.h"
#include "mux/journal/record_names.h"
#include "mux/journal/session_record.h"
#include "mux/layout/layout_writer.h"

namespace mux::journal {

namespace {

using common::config::Kind;
using common::config::Member;
using common::config::Value;
using common::kdl::add_property;
using common::kdl::make_node;

// What says nothing is left out.
void put(Value& node, std::string_view name, std::string_view text) {
  if (!text.empty()) add_property(node, name, Value::of(text));
}
void put(Value& node, std::string_view name, bool is_set) {
  if (is_set) add_property(node, name, Value::of(true));
}
void put(Value& node, std::string_view name, std::uint64_t number) {
  add_property(node, name, Value::of(static_cast<std::int64_t>(number)));
}

Member pane_node(const PaneRecord& pane) {
  Member member = make_node("pane");
  for (const auto& [state, name] : kStateNames) {
    if (pane.state == state) put(member.value, "state", name);
  }
  if (pane.exit_code)
    add_property(member.value, "exit_code", Value::of(std::int64_t{*pane.exit_code}));
  put(member.value, "title", std::string_view(pane.title));
  return member;
}

void put_swap(Value& tab, const SwapNames& names, const SwapRecord& swap) {
  put(tab, names.name, std::string_view(swap.name));
  put(tab, names.changed, swap.is_changed);
}

Member tab_node(const TabRecord& tab) {
  Member member = make_node("tab");
  Value& node = member.value;
  put(node, "untiled", !tab.has_tiles);
  put(node, "synchronized", tab.is_synchronized);
  if (tab.fullscreen) put(node, "fullscreen", std::uint64_t{*tab.fullscreen});
  put(node, "covers_bars", tab.covers_bars);
  put_swap(node, kTiledSwapNames, tab.tiled_swap);
  put_swap(node, kFloatingSwapNames, tab.floating_swap);
  for (const PaneRecord& pane : tab.panes) node.members.push_back(pane_node(pane));
  for (const HiddenRecord& hidden : tab.hidden) {
    Member below = make_node("hidden");
    put(below.value, "by", std::uint64_t{hidden.by});
    node.members.push_back(std::move(below));
  }
  return member;
}

Member session_node(const SessionRecord& record) {
  Member member = make_node(kSessionNode);
  Value& node = member.value;
  put(node, "created", record.created);
  put(node, "generation", std::uint64_t{record.generation});
  put(node, "cwd", std::string_view(record.cwd));
  put(node, "light", record.theme == model::Theme::Light);
  for (const TabRecord& tab : record.tabs) node.members.push_back(tab_node(tab));
  return member;
}

// Hidden panes as a layout of their own: a tab for each that has some.
std::optional<Member> hidden_node(const SessionRecord& record) {
  layout::Layout layout;
  for (const TabRecord& tab : record.tabs) {
    if (tab.hidden.empty()) continue;
    layout::TabSpec spec;
    for (const HiddenRecord& hidden : tab.hidden) {
      spec.tiles.children.emplace_back().pane = hidden.pane;
    }
    layout.tabs.push_back(std::move(spec));
  }
  if (layout.tabs.empty()) return std::nullopt;
  Value document = layout::layout_document(layout);
  Member node = std::move(document.members.front());
  node.name = kHiddenNode;
  std::erase_if(node.value.members, [](const Member& child) { return child.name != "tab"; });
  return node;
}

void escape_texts(Value& value) {
  if (value.kind == Kind::String) value.text = escaped_bytes(value.text);
  for (Value& element : value.elements) escape_texts(element);
  for (Member& member : value.members) escape_texts(member.value);
}

}  // namespace

std::string encode(const SessionRecord& record) {
  Value document = layout::layout_document(record.layout);
  document.members.insert(document.members.begin(), session_node(record));
  if (auto hidden = hidden_node(record)) document.members.push_back(*std::move(hidden));
  escape_texts(document);
  return common::kdl::kdl_text(document);
}

}  // namespace mux::journal
