#include "mux/layout/layout_spec.h"

#include <algorithm>
#include <iterator>

namespace mux::layout {
namespace {

// Leaves at most so many panes; how many there are now.
std::size_t truncate(TileSpec& tile, std::size_t most) {
  if (tile.is_pane()) return 1;
  if (most <= 1) {
    TileSpec first = std::move(tile.children.front());
    truncate(first, 1);
    first.size = tile.size;
    tile = std::move(first);
    return 1;
  }
  if (most <= tile.children.size()) {
    tile.children.resize(most);
    for (TileSpec& child : tile.children) truncate(child, 1);
    return most;
  }
  // Each child is at least one pane.
  std::size_t spare = most - tile.children.size();
  std::size_t panes = 0;
  for (TileSpec& child : tile.children) {
    const std::size_t count = truncate(child, 1 + spare);
    spare -= count - 1;
    panes += count;
  }
  return panes;
}

void collect_panes(const TileSpec& tile, std::vector<TileSpec>& panes) {
  if (tile.is_pane() && !tile.children_at) panes.push_back(tile);
  for (const TileSpec& child : tile.children) collect_panes(child, panes);
}

std::vector<TileSpec> panes_in(const TileSpec& tile) {
  std::vector<TileSpec> panes;
  collect_panes(tile, panes);
  return panes;
}

}  // namespace

bool is_bar(const PaneContent& content) {
  constexpr std::string_view kScheme = "zellij:";
  constexpr std::string_view kBars[] = {"compact-bar", "status-bar", "tab-bar"};
  if (content.kind != PaneContent::Kind::Plugin) return false;
  if (content.is_in_place_of_bar) return true;
  std::string_view name = content.program;
  if (name.starts_with(kScheme)) name.remove_prefix(kScheme.size());
  return std::ranges::find(kBars, name) != std::end(kBars);
}

bool PaneCount::fits(std::size_t panes) const {
  switch (kind) {
    case Kind::AtMost:
      return panes <= count;
    case Kind::AtLeast:
      return panes >= count;
    case Kind::Exactly:
      return panes == count;
    case Kind::Any:
      break;
  }
  return true;
}

std::size_t count_panes(const TileSpec& tile) {
  if (tile.is_pane()) return 1;
  std::size_t count = 0;
  for (const TileSpec& child : tile.children) count += count_panes(child);
  return count;
}

std::size_t count_children_places(const TileSpec& tile) {
  std::size_t count = tile.children_at ? 1 : 0;
  for (const TileSpec& child : tile.children) count += count_children_places(child);
  return count;
}

bool insert_children(TileSpec& tile, std::vector<TileSpec> children) {
  if (tile.children_at) {
    const std::size_t at = std::min(*tile.children_at, tile.children.size());
    tile.children.insert(tile.children.begin() + static_cast<std::ptrdiff_t>(at),
                         std::make_move_iterator(children.begin()),
                         std::make_move_iterator(children.end()));
    tile.children_at.reset();
    return true;
  }
  for (TileSpec& child : tile.children) {
    if (count_children_places(child) > 0) return insert_children(child, std::move(children));
  }
  return false;
}

bool insert_tile(TileSpec& tile, TileSpec inner) {
  if (!tile.children_at) {
    for (TileSpec& child : tile.children) {
      if (count_children_places(child) > 0) return insert_tile(child, std::move(inner));
    }
    return false;
  }
  std::vector<TileSpec> tiles;
  std::optional<std::size_t> next;
  if (tile.is_stacked) {
    const std::size_t at = *tile.children_at;
    if (inner.children_at) next = at + *inner.children_at;
    tiles = panes_in(inner);
  } else {
    tiles.push_back(std::move(inner));
  }
  insert_children(tile, std::move(tiles));
  tile.children_at = next;
  return true;
}

void drop_children_places(TileSpec& tile) {
  tile.children_at.reset();
  // Without panes it is a pane itself.
  if (tile.children.empty()) tile.is_stacked = false;
  for (TileSpec& child : tile.children) drop_children_places(child);
}

void fit_count(TileSpec& tile, std::size_t panes) {
  const std::size_t count = count_panes(tile);
  if (panes > count && count_children_places(tile) > 0) {
    // The place itself counted as a pane if nothing else was there.
    TileSpec filled = tile;
    insert_children(filled, {TileSpec()});
    const bool was_pane = count_panes(filled) == count;
    insert_children(tile, std::vector<TileSpec>(panes - count + (was_pane ? 1 : 0)));
  } else if (panes < count) {
    truncate(tile, std::max<std::size_t>(panes, 1));
  }
  drop_children_places(tile);
}

std::string joined_path(std::string_view base, std::string_view path) {
  if (base.empty() || path.starts_with('/')) return std::string(path);
  if (path.empty()) return std::string(base);
  std::string joined(base);
  if (!joined.ends_with('/')) joined += '/';
  return joined.append(path);
}

void add_cwd(PaneContent& content, std::string_view base) {
  content.cwd = joined_path(base, content.cwd);
  if (content.kind == PaneContent::Kind::Edit) content.program = joined_path(base, content.program);
}

void add_cwd(TileSpec& tile, std::string_view base) {
  if (tile.is_pane() && !tile.children_at) add_cwd(tile.pane.content, base);
  for (TileSpec& child : tile.children) add_cwd(child, base);
}

}  // namespace mux::layout
