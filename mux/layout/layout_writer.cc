#include "mux/layout/layout_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/kdl/print.h"

namespace mux::layout {
namespace {

using common::config::Member;
using common::config::Value;
using common::kdl::add_property;
using common::kdl::make_node;

void add_text(Value& node, std::string_view name, const std::string& text) {
  if (!text.empty()) add_property(node, name, Value::of(std::string_view(text)));
}

void add_flag(Value& node, std::string_view name, bool is_set) {
  if (is_set) add_property(node, name, Value::of(true));
}

// Never with an exponent, which layouts do not know.
std::string percent_text(double value) {
  std::string text = fmt::format("{}", value);
  if (text.find('e') != std::string::npos) text = fmt::format("{:.12f}", value);
  return text + '%';
}

void add_extent(Value& node, std::string_view name, const Extent& extent) {
  if (extent.kind == Extent::Kind::Cells) {
    add_property(node, name, Value::of(static_cast<std::int64_t>(extent.value)));
  } else if (extent.kind == Extent::Kind::Percent) {
    add_property(node, name, Value::of(std::string_view(percent_text(extent.value))));
  }
}

void add_extent(Value& node, std::string_view name, const std::optional<Extent>& extent) {
  if (extent) add_extent(node, name, *extent);
}

void add_direction(Value& node, Axis axis) {
  if (axis == Axis::Horizontal) add_text(node, "split_direction", "vertical");
}

// Relative to the working directory, as it is read.
std::string edited_file(const PaneContent& content) {
  const std::string prefix = joined_path(content.cwd, "x");
  const std::string_view start(prefix.data(), prefix.size() - 1);
  if (content.cwd.empty() || !content.program.starts_with(start)) return content.program;
  return content.program.substr(start.size());
}

Member plugin_node(const PaneContent& content) {
  Member plugin = make_node("plugin");
  add_text(plugin.value, "location", content.program);
  for (const auto& [key, text] : content.configuration) {
    Member entry = make_node(key);
    entry.value.elements.push_back(Value::of(std::string_view(text)));
    plugin.value.members.push_back(std::move(entry));
  }
  return plugin;
}

void add_content(Value& node, const PaneContent& content) {
  add_text(node, "cwd", content.cwd);
  switch (content.kind) {
    case PaneContent::Kind::Shell:
      break;
    case PaneContent::Kind::Edit:
      add_text(node, "edit", edited_file(content));
      break;
    case PaneContent::Kind::Plugin:
      node.members.push_back(plugin_node(content));
      break;
    case PaneContent::Kind::Command:
      add_text(node, "command", content.program);
      add_flag(node, "close_on_exit", content.closes_on_exit);
      add_flag(node, "start_suspended", content.starts_suspended);
      if (content.arguments.empty()) break;
      Member arguments = make_node("args");
      for (const std::string& argument : content.arguments) {
        arguments.value.elements.push_back(Value::of(std::string_view(argument)));
      }
      node.members.push_back(std::move(arguments));
  }
}

void add_pane(Value& node, const PaneSpec& pane) {
  add_text(node, "name", pane.name);
  add_flag(node, "focus", pane.has_focus);
  add_flag(node, "borderless", pane.is_borderless);
  add_flag(node, "exclude_from_sync", pane.is_excluded_from_sync);
  add_text(node, "contents_file", pane.contents_file);
  add_text(node, "default_fg", pane.foreground);
  add_text(node, "default_bg", pane.background);
  add_content(node, pane.content);
}

Member tile_node(const TileSpec& tile);

// The tiles in a node, and where its `children` stand.
void add_tiles(Value& node, const TileSpec& tile) {
  for (std::size_t i = 0; i < tile.children.size(); ++i) {
    if (tile.children_at == i) node.members.push_back(make_node("children"));
    node.members.push_back(tile_node(tile.children[i]));
  }
  if (tile.children_at && *tile.children_at >= tile.children.size()) {
    node.members.push_back(make_node("children"));
  }
}

Member tile_node(const TileSpec& tile) {
  Member member = make_node("pane");
  Value& node = member.value;
  add_extent(node, "size", tile.size);
  add_direction(node, tile.axis);
  add_flag(node, "stacked", tile.is_stacked);
  add_flag(node, "expanded", tile.is_expanded);
  add_pane(node, tile.pane);
  add_tiles(node, tile);
  return member;
}

Member float_node(const FloatSpec& pane) {
  Member member = make_node("pane");
  Value& node = member.value;
  add_extent(node, "x", pane.place.x);
  add_extent(node, "y", pane.place.y);
  add_extent(node, "width", pane.place.columns);
  add_extent(node, "height", pane.place.rows);
  add_flag(node, "pinned", pane.is_pinned);
  add_pane(node, pane.pane);
  return member;
}

Member floats_node(const std::vector<FloatSpec>& floats) {
  Member member = make_node("floating_panes");
  for (const FloatSpec& pane : floats) member.value.members.push_back(float_node(pane));
  return member;
}

Member tab_node(std::string_view name, const TabSpec& tab) {
  Member member = make_node(name);
  Value& node = member.value;
  add_text(node, "name", tab.name);
  add_flag(node, "focus", tab.has_focus);
  add_flag(node, "hide_floating_panes", tab.hides_floats);
  add_direction(node, tab.tiles.axis);
  add_tiles(node, tab.tiles);
  if (!tab.floats.empty()) node.members.push_back(floats_node(tab.floats));
  return member;
}

void add_count(Value& node, const PaneCount& count) {
  constexpr std::string_view kNames[] = {"max_panes", "min_panes", "exact_panes"};
  if (count.kind == PaneCount::Kind::Any) return;
  add_property(node, kNames[static_cast<std::size_t>(count.kind)],
               Value::of(static_cast<std::int64_t>(count.count)));
}

Member variant_node(const TileSpec& tiles) {
  TabSpec tab;
  tab.tiles = tiles;
  return tab_node("tab", tab);
}
Member variant_node(const std::vector<FloatSpec>& floats) {
  return floats_node(floats);
}

template <typename Variant>
void add_swaps(Value& layout, std::string_view name, const std::vector<Swap<Variant>>& swaps) {
  for (const Swap<Variant>& swap : swaps) {
    Member member = make_node(name);
    add_text(member.value, "name", swap.name);
    for (const auto& [count, variant] : swap.variants) {
      Member node = variant_node(variant);
      add_count(node.value, count);
      member.value.members.push_back(std::move(node));
    }
    layout.members.push_back(std::move(member));
  }
}

// Of the panes that are no bars.
void collect_contents(TileSpec& tile, std::vector<PaneContent*>& contents) {
  for (TileSpec& child : tile.children) collect_contents(child, contents);
  const bool is_bar = tile.pane.content.kind == PaneContent::Kind::Plugin;
  if (tile.is_pane() && !is_bar) contents.push_back(&tile.pane.content);
}

// The folder that all of them are in; empty: there is none but the root.
std::string folder_of(const std::vector<PaneContent*>& contents) {
  if (contents.empty() || !contents.front()->cwd.starts_with('/')) return {};
  std::string folder = contents.front()->cwd;
  for (const PaneContent* content : contents) {
    // It begins with a slash as long as anything is left of it.
    while (!folder.empty() && !(content->cwd + '/').starts_with(folder + '/')) {
      folder.resize(folder.rfind('/'));
    }
  }
  return folder;
}

// Says once where the panes are, if they are in one folder: returns that, and leaves to
// them how they get from there to theirs.
std::string take_folder(std::vector<TabSpec>& tabs) {
  std::vector<PaneContent*> contents;
  for (TabSpec& tab : tabs) {
    collect_contents(tab.tiles, contents);
    for (FloatSpec& pane : tab.floats) contents.push_back(&pane.pane.content);
  }
  const std::string folder = folder_of(contents);
  if (folder.empty()) return folder;
  for (PaneContent* const content : contents) {
    if (content->kind == PaneContent::Kind::Edit) content->program = edited_file(*content);
    content->cwd.erase(0, std::min(folder.size() + 1, content->cwd.size()));
  }
  return folder;
}

}  // namespace

Value layout_document(const Layout& layout) {
  Member root = make_node("layout");
  Value& node = root.value;
  for (const TabSpec& tab : layout.tabs) node.members.push_back(tab_node("tab", tab));
  node.members.push_back(tab_node("new_tab_template", layout.new_tab));
  add_swaps(node, "swap_tiled_layout", layout.swap_tiled);
  add_swaps(node, "swap_floating_layout", layout.swap_floating);
  Value document;
  document.kind = common::config::Kind::Node;
  document.members.push_back(std::move(root));
  return document;
}

std::string layout_text(const Layout& layout) {
  return common::kdl::kdl_text(layout_document(layout));
}

std::string text_to_keep(const Layout& layout) {
  Layout written = layout;
  const std::string folder = take_folder(written.tabs);
  Value document = layout_document(written);
  if (!folder.empty()) {
    Member cwd = make_node("cwd");
    cwd.value.elements.push_back(Value::of(std::string_view(folder)));
    auto& members = document.members.front().value.members;
    members.insert(members.begin(), std::move(cwd));
  }
  return common::kdl::kdl_text(document);
}

}  // namespace mux::layout
