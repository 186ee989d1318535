// Layouts as files describe them: tabs of panes with what runs in them, not yet
// applied to an area.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mux/layout/floats.h"
#include "mux/layout/geometry.h"

namespace mux::layout {

// What runs in a pane.
struct PaneContent {
  enum class Kind : std::uint8_t { Shell, Command, Edit, Plugin };

  Kind kind = Kind::Shell;
  std::string program;  // The command, the file to edit, the plugin's location; else empty.
  std::vector<std::string> arguments;                              // Of a command.
  std::string cwd;                                                 // Empty: wherever panes start.
  bool closes_on_exit = false;                                     // Of a command.
  bool starts_suspended = false;                                   // Of a command.
  std::vector<std::pair<std::string, std::string>> configuration;  // Of a plugin.
  // Of a plugin that is not ours, where bars are: a frameless line or two of fixed size.
  bool is_in_place_of_bar = false;
  bool operator==(const PaneContent&) const = default;
};

// Is it a bar, which nothing can focus: a built-in one, or what stands for another?
bool is_bar(const PaneContent& content);

struct PaneSpec {
  std::string name;  // Empty: the pane's own title.
  PaneContent content;
  bool has_focus = false;
  bool is_borderless = false;
  bool is_excluded_from_sync = false;
  std::string contents_file;  // To be shown at first; beside the layout file.
  std::string foreground;     // Colours as they were written; empty: the default.
  std::string background;
  bool operator==(const PaneSpec&) const = default;
};

// A pane, or, with children, a split or stack of them.
struct TileSpec {
  PaneSpec pane;
  Extent size;
  Axis axis = Axis::Vertical;
  bool is_stacked = false;
  bool is_expanded = false;  // In the stack that it is a child of.
  std::vector<TileSpec> children;
  // Where the panes go that a template or swap layout is used with: before that
  // child.
  std::optional<std::size_t> children_at;

  bool is_pane() const { return children.empty(); }
  bool operator==(const TileSpec&) const = default;
};

struct FloatSpec {
  PaneSpec pane;
  FloatPlace place;
  bool is_pinned = false;
  bool operator==(const FloatSpec&) const = default;
};

struct TabSpec {
  std::string name;  // Empty: numbered.
  bool has_focus = false;
  bool hides_floats = false;
  TileSpec tiles;
  std::vector<FloatSpec> floats;
  bool operator==(const TabSpec&) const = default;
};

// For how many panes a variant of a swap layout is; bars count.
struct PaneCount {
  // In the order in which they are tried.
  enum class Kind : std::uint8_t { AtMost, AtLeast, Exactly, Any };
  Kind kind = Kind::Any;
  std::size_t count = 0;

  bool fits(std::size_t panes) const;
  bool operator==(const PaneCount&) const = default;
  auto operator<=>(const PaneCount&) const = default;
};

// Ways to lay the same panes out, in the order of their counts.
template <typename Variant>
struct Swap {
  std::string name;  // Empty: numbered.
  std::vector<std::pair<PaneCount, Variant>> variants;
  bool operator==(const Swap&) const = default;
};
using SwapTiled = Swap<TileSpec>;
using SwapFloating = Swap<std::vector<FloatSpec>>;

struct Layout {
  std::vector<TabSpec> tabs;  // To start with; none: one as new tabs are.
  TabSpec new_tab;
  std::vector<SwapTiled> swap_tiled;
  std::vector<SwapFloating> swap_floating;
  bool operator==(const Layout&) const = default;
};

std::size_t count_panes(const TileSpec& tile);
std::size_t count_children_places(const TileSpec& tile);
// At the first place for children.  False: there is none.
bool insert_children(TileSpec& tile, std::vector<TileSpec> children);
// The same with a tile of tiles; in a stack its panes are members themselves.
// The place for children of `inner` becomes the tile's.
bool insert_tile(TileSpec& tile, TileSpec inner);
// Forgets the places for children, and those of what is there for nothing else.
void drop_children_places(TileSpec& tile);
// Exactly so many panes: more go to the place for children, or those behind the
// last are left out.  With less room for more, nothing is added.
void fit_count(TileSpec& tile, std::size_t panes);

// A relative path is below `base`; either may be empty.
std::string joined_path(std::string_view base, std::string_view path);
void add_cwd(PaneContent& content, std::string_view base);
// To all panes.
void add_cwd(TileSpec& tile, std::string_view base);

}  // namespace mux::layout
