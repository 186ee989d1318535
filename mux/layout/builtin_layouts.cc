#include "mux/layout/builtin_layouts.h"

#include <algorithm>
#include <iterator>

#include "common/base/check.h"
#include "common/kdl/parse.h"
#include "mux/layout/layout_reader.h"

namespace mux::layout {
namespace {

constexpr std::string_view kTwoBars = R"(// Tabs above, keys below.
layout {
    pane size=1 borderless=true {
        plugin location="zellij:tab-bar"
    }
    pane
    pane size=1 borderless=true {
        plugin location="zellij:status-bar"
    }
}
)";

constexpr std::string_view kTwoBarsTemplate = R"(// What every variant has around its panes.
tab_template name="ui" {
    pane size=1 borderless=true {
        plugin location="zellij:tab-bar"
    }
    children
    pane size=1 borderless=true {
        plugin location="zellij:status-bar"
    }
}
)";

constexpr BuiltinLayout kLayouts[] = {
    {.name = "classic",
     .summary = "As default: zellij has a bar of two lines there",
     .text = kTwoBars,
     .swap_template = kTwoBarsTemplate},
    {.name = "compact",
     .summary = "One bar, at the bottom, with the tabs and the mode",
     .text = R"(// One bar, below the panes.
layout {
    pane
    pane size=1 borderless=true {
        plugin location="zellij:compact-bar"
    }
}
)",
     .swap_template = R"(// What every variant has around its panes.
tab_template name="ui" {
    children
    pane size=1 borderless=true {
        plugin location="zellij:compact-bar"
    }
}
)"},
    {.name = "default",
     .summary = "The tabs above the panes, the keys of the mode below",
     .text = kTwoBars,
     .swap_template = kTwoBarsTemplate},
    {.name = "disable-status-bar",
     .summary = "The tabs above the panes, nothing below",
     .text = R"(// Tabs above.
layout {
    pane size=1 borderless=true {
        plugin location="zellij:tab-bar"
    }
    pane
}
)",
     .swap_template = {}},
    {.name = "no-plugins",
     .summary = "Panes alone, without bars",
     .text = R"(// No bars.
layout {
    pane
}
)",
     .swap_template = {}},
    {.name = "strider",
     .summary = "As default: zellij has a tree of files beside the panes",
     .text = kTwoBars,
     .swap_template = kTwoBarsTemplate},
    {.name = "welcome",
     .summary = "As default: zellij asks first which session is meant",
     .text = kTwoBars,
     .swap_template = kTwoBarsTemplate},
};
static_assert(std::ranges::is_sorted(kLayouts, {}, &BuiltinLayout::name));

// The counts include the bars.
constexpr std::string_view kSwaps = R"(
// Columns.
swap_tiled_layout name="vertical" {
    ui max_panes=5 {
        pane split_direction="vertical" {
            pane
            pane { children; }
        }
    }
    ui max_panes=8 {
        pane split_direction="vertical" {
            pane { children; }
            pane { pane; pane; pane; pane; }
        }
    }
    ui max_panes=12 {
        pane split_direction="vertical" {
            pane { children; }
            pane { pane; pane; pane; pane; }
            pane { pane; pane; pane; pane; }
        }
    }
}

// Rows.
swap_tiled_layout name="horizontal" {
    ui max_panes=4 {
        pane
        pane
    }
    ui max_panes=8 {
        pane {
            pane split_direction="vertical" { children; }
            pane split_direction="vertical" { pane; pane; pane; pane; }
        }
    }
    ui max_panes=12 {
        pane {
            pane split_direction="vertical" { children; }
            pane split_direction="vertical" { pane; pane; pane; pane; }
            pane split_direction="vertical" { pane; pane; pane; pane; }
        }
    }
}

// All in one stack.
swap_tiled_layout name="stacked" {
    ui min_panes=4 {
        pane stacked=true { children; }
    }
}

// One beside a stack of the others.
swap_tiled_layout name="half-stacked" {
    ui min_panes=5 {
        pane split_direction="vertical" {
            pane
            pane stacked=true { children; }
        }
    }
}

// Each where a new one would be.
swap_floating_layout name="staggered" {
    floating_panes
}

// Nearly the whole screen each.
swap_floating_layout name="enlarged" {
    floating_panes max_panes=10 {
        pane x="5%" y=1 width="90%" height="90%"
        pane x="5%" y=2 width="90%" height="90%"
        pane x="5%" y=3 width="90%" height="90%"
        pane x="5%" y=4 width="90%" height="90%"
        pane x="5%" y=5 width="90%" height="90%"
        pane x="5%" y=6 width="90%" height="90%"
        pane x="5%" y=7 width="90%" height="90%"
        pane x="5%" y=8 width="90%" height="90%"
        pane x="5%" y=9 width="90%" height="90%"
        pane x=10 y=10 width="90%" height="90%"
    }
}

// Side by side, up to four.
swap_floating_layout name="spread" {
    floating_panes max_panes=1 {
        pane x="50%" y="50%"
    }
    floating_panes max_panes=2 {
        pane x="1%" y="25%" width="45%"
        pane x="50%" y="25%" width="45%"
    }
    floating_panes max_panes=3 {
        pane y="55%" width="45%" height="45%"
        pane x="1%" y="1%" width="45%"
        pane x="50%" y="1%" width="45%"
    }
    floating_panes max_panes=4 {
        pane x="1%" y="55%" width="45%" height="45%"
        pane x="50%" y="55%" width="45%" height="45%"
        pane x="1%" y="1%" width="45%" height="45%"
        pane x="50%" y="1%" width="45%" height="45%"
    }
}
)";

}  // namespace

std::span<const BuiltinLayout> builtin_layouts() {
  return kLayouts;
}

const BuiltinLayout* find_builtin_layout(std::string_view name) {
  const auto found = std::ranges::find(kLayouts, name, &BuiltinLayout::name);
  return found == std::end(kLayouts) ? nullptr : &*found;
}

std::string swap_text(const BuiltinLayout& layout) {
  if (layout.swap_template.empty()) return {};
  return std::string(layout.swap_template).append(kSwaps);
}

Layout read_builtin_layout(const BuiltinLayout& builtin) {
  const auto document = common::kdl::parse_kdl(builtin.text);
  CHECK(document.has_value());
  auto layout = read_layout(*document);
  CHECK(layout.has_value());
  const auto swaps = common::kdl::parse_kdl(swap_text(builtin));
  CHECK(swaps.has_value());
  CHECK(read_swap_layouts(*swaps, *document, *layout).has_value());
  return *std::move(layout);
}

}  // namespace mux::layout
