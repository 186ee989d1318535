// The properties that panes and tabs of layout files have: one row each.
//
// `pane size=1` and `pane { size 1 }` are the same.  A Draft holds what one node
// says; the draft of a template and of its use are laid over each other before
// they become a pane.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/config/value.h"
#include "mux/layout/layout_spec.h"

namespace mux::layout {

struct Plugin {
  std::string location;
  std::vector<std::pair<std::string, std::string>> configuration;
  std::string cwd;
};

struct Draft {
  std::optional<std::string> name;
  std::optional<std::string> cwd;
  std::optional<std::string> command;
  std::optional<std::string> edit;
  std::optional<std::string> contents_file;
  std::optional<std::string> default_fg;
  std::optional<std::string> default_bg;
  std::optional<bool> borderless;
  std::optional<bool> close_on_exit;
  std::optional<bool> exclude_from_sync;
  std::optional<bool> expanded;
  std::optional<bool> focus;
  std::optional<bool> hide_floating_panes;
  std::optional<bool> pinned;
  std::optional<bool> stacked;
  std::optional<bool> start_suspended;
  std::optional<Axis> split_direction;
  std::optional<Extent> size;
  std::optional<Extent> x;
  std::optional<Extent> y;
  std::optional<Extent> width;
  std::optional<Extent> height;
  std::optional<std::size_t> max_panes;
  std::optional<std::size_t> min_panes;
  std::optional<std::size_t> exact_panes;
  std::optional<std::vector<std::string>> args;
  std::optional<Plugin> plugin;
};

// Where a property may stand; a set of bits.
enum Place : std::uint8_t {
  kTiledPane = 1,
  kFloatingPane = 2,
  kTab = 4,
  kLayoutNode = 8,
  kTemplate = 16,  // Only the name of a template or swap layout.
};

// Fills a draft from the properties and from those children that are properties.
// Children named in `other_children` are left to the caller; all else is refused.
common::config::Read<Draft> read_draft(const common::config::Value& node, std::uint8_t places,
                                       const std::vector<std::string_view>& other_children);

// Names in the draft that only tiled, or only floating, panes have.
std::vector<std::string_view> tiled_only(const Draft& draft);
std::vector<std::string_view> floating_only(const Draft& draft);

// What `use` says, else what `base`, a template, does.
Draft laid_over(const Draft& base, Draft use);

// "cannot ..." about drafts that make no pane.
common::config::Read<PaneSpec> pane_of(const Draft& draft, const common::config::Value& node);
FloatPlace place_of(const Draft& draft);

// "unknown X `a`, did you mean `b`?"
std::unexpected<common::config::Problem> unknown_name(std::string_view what,
                                                      const common::config::Member& member,
                                                      const std::vector<std::string_view>& known);

}  // namespace mux::layout
