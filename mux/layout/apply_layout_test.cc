#include "mux/layout/apply_layout.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>

#include "common/kdl/parse.h"
#include "mux/layout/builtin_layouts.h"
#include "mux/layout/layout_reader.h"
#include "mux/layout/layout_writer.h"
#include "mux/layout/swap_state.h"
#include "mux/layout/tiles_test_support.h"

namespace mux::layout {
namespace {

constexpr Rect kAppliedArea{.x = 0, .y = 0, .columns = 100, .rows = 40};

AppliedTab applied(const TabSpec& tab, const Rect& area = kAppliedArea,
                   const TileRules& rules = {}) {
  std::uint32_t next = 0;
  return apply_tab(tab, area, rules, [&] { return PaneId{++next}; });
}

AppliedTab applied(std::string_view text) {
  const auto layout = read_layout(text);
  if (!layout) FAIL(located_message(layout.error(), text, "KDL"));
  return applied(layout->new_tab);
}

std::string shown(std::string_view text) {
  return shown(applied(text).layout.tiles());
}

// In tree order; no contents.
Tiles swapped(const Tiles& tiles, const TileSpec& spec) {
  std::vector<PaneId> order;
  for (const Tile* pane : panes_of(*tiles.root())) order.push_back(pane->pane);
  return rearranged(tiles, spec, order, {});
}

bool are_same(const Tile& a, const Tile& b) {
  return a.kind == b.kind && a.axis == b.axis && a.rect == b.rect && a.title == b.title &&
         a.share.is_fixed == b.share.is_fixed && a.is_selectable == b.is_selectable &&
         std::ranges::equal(a.children, b.children, are_same);
}

}  // namespace

TEST_CASE("sizes are cells, percent of the whole, or what is left") {
  CHECK(shown("layout { pane size=1; pane; pane size=2; }") ==
        "1:0,0 100x1 2:0,1 100x37 3:0,38 100x2");
  CHECK(shown("layout { pane split_direction=\"vertical\" { pane size=\"20%\"; pane; pane; }; }") ==
        "1:0,0 20x40 2:20,0 40x40 3:60,0 40x40");
  CHECK(shown("layout { pane split_direction=\"vertical\" { pane size=\"30%\"; pane size=\"30%\"; "
              "}; }") == "1:0,0 30x40 2:30,0 70x40");
  // Percent are of the whole area, not of the parent.
  CHECK(shown("layout split_direction=\"vertical\" { pane size=\"50%\" { pane "
              "split_direction=\"vertical\" { pane size=\"10%\"; pane; }; pane; }; pane; }")
            .starts_with("1:0,0 10x20 2:10,0 40x20"));
  // More than the parent has.
  CHECK(shown("layout split_direction=\"vertical\" { pane size=\"80%\"; pane size=\"40%\"; }") ==
        "1:0,0 67x40 2:67,0 33x40");
  CHECK(shown("layout split_direction=\"vertical\" { pane size=\"100%\"; pane; }") ==
        "1:0,0 50x40 2:50,0 50x40");
}

TEST_CASE("stacks, floats and the focus") {
  const AppliedTab tab = applied(
      "layout { pane stacked=true { pane; pane expanded=true; pane; }\n"
      "floating_panes { pane x=10 y=5 width=20 height=8; pane focus=true width=\"50%\"; }\n}");
  CHECK(shown(tab.layout.tiles()) == "1:0,0 100x1 2:0,3 100x37 3:0,2 100x1");
  CHECK(tab.layout.floats().find(PaneId{4})->rect ==
        Rect{.x = 10, .y = 5, .columns = 20, .rows = 8});
  CHECK(tab.focus == PaneId{5});
  CHECK(applied("layout { pane; pane focus=true; }").focus == PaneId{2});
}

TEST_CASE("the built-in layouts read, and have the bars") {
  for (const BuiltinLayout& builtin : builtin_layouts()) {
    CAPTURE(builtin.name);
    const Layout layout = read_builtin_layout(builtin);
    const bool has_swaps = !builtin.swap_template.empty();
    CHECK(layout.swap_tiled.size() == (has_swaps ? 4U : 0U));
    CHECK(layout.swap_floating.size() == (has_swaps ? 3U : 0U));
    const AppliedTab tab = applied(layout.new_tab);
    CHECK(tab.layout.fault() == "");
    const std::size_t bars = builtin.text.find("status-bar") != std::string_view::npos ? 2
                             : builtin.name == "no-plugins"                            ? 0
                                                                                       : 1;
    CHECK(tab.layout.tiles().viewport().rows == 40 - static_cast<int>(bars));
    CHECK(tab.focus == PaneId{builtin.text.find("tab-bar") != std::string_view::npos ? 2U : 1U});
    const std::string text = layout_text(layout);
    const auto again = read_layout(text);
    REQUIRE(again.has_value());
    CHECK(*again == layout);
  }
  CHECK(find_builtin_layout("nothing") == nullptr);
}

TEST_CASE("swap layouts by the number of panes") {
  const Layout layout = read_builtin_layout(*find_builtin_layout("default"));
  AppliedTab tab = applied(layout.new_tab);
  SwapState<TileSpec> state(3, layout.new_tab.tiles, layout.swap_tiled);
  const auto any = [](const TileSpec&) { return true; };
  REQUIRE(tab.layout.tiles().add(PaneId{4}));
  CHECK(state.name() == "BASE");
  const TileSpec* spec = state.adapt(4, any);
  REQUIRE(spec != nullptr);
  CHECK(state.name() == "vertical");
  Tiles tiles = swapped(tab.layout.tiles(), *spec);
  CHECK(tiles.find(PaneId{4})->rect == Rect{.x = 50, .y = 1, .columns = 50, .rows = 38});
  REQUIRE(tiles.add(PaneId{5}));
  spec = state.adapt(5, any);
  REQUIRE(spec != nullptr);
  tiles = swapped(tiles, *spec);
  CHECK(shown(tiles) == "1:0,0 100x1 2:0,1 50x38 5:50,1 50x19 4:50,20 50x19 3:0,39 100x1");
  spec = state.turn(5, false, any);
  REQUIRE(spec != nullptr);
  CHECK(state.name() == "horizontal");
  spec = state.turn(5, false, any);
  CHECK(state.name() == "stacked");
  tiles = swapped(tiles, *spec);
  CHECK(tiles.stack_of(PaneId{4}).size() == 3);
  CHECK(tiles.fault() == "");
  state.mark_changed();
  CHECK(state.adapt(6, any) == nullptr);
  CHECK(state.turn(6, false, any) != nullptr);
  CHECK(state.name() == "stacked");
  CHECK(state.turn(6, true, any) != nullptr);
  CHECK(state.name() == "horizontal");
  CHECK(state.turn(100, true, any) != nullptr);
  CHECK(state.name() == "half-stacked");
}

TEST_CASE("a swap layout lays out any number of panes and loses none") {
  const Layout layout = read_builtin_layout(*find_builtin_layout("default"));
  for (std::uint32_t count = 1; count < 20; ++count) {
    AppliedTab tab = applied(layout.new_tab, {.x = 0, .y = 0, .columns = 300, .rows = 200});
    Tiles tiles = tab.layout.tiles();
    for (std::uint32_t i = 1; i < count; ++i) REQUIRE(tiles.add(PaneId{10 + i}));
    for (const SwapTiled& swap : layout.swap_tiled) {
      for (const auto& [wanted, spec] : swap.variants) {
        const Tiles after = swapped(tiles, spec);
        CHECK(after.fault() == "");
        CHECK(panes_of(*after.root()).size() == count + 2);
        CHECK(after.find(PaneId{1})->rect.rows == 1);
        CHECK(has_room_for(spec, count + 2, after.area(), {}));
      }
    }
  }
}

TEST_CASE("floating swap layouts") {
  const Layout layout = read_builtin_layout(*find_builtin_layout("default"));
  Floats floats(kAppliedArea);
  for (const std::uint32_t number : {1U, 2U}) REQUIRE(floats.add(PaneId{number}));
  SwapState<std::vector<FloatSpec>> state(0, {}, layout.swap_floating);
  const auto any = [](const std::vector<FloatSpec>&) { return true; };
  const std::vector<FloatSpec>* places = nullptr;
  for (int i = 0; i < 3; ++i) places = state.turn(2, false, any);
  REQUIRE(places != nullptr);
  CHECK(state.name() == "spread");
  std::vector<FloatPlace> list;
  for (const FloatSpec& spec : *places) list.push_back(spec.place);
  floats.set_places(list);
  CHECK(floats.find(PaneId{1})->rect == Rect{.x = 1, .y = 10, .columns = 45, .rows = 20});
  CHECK(floats.find(PaneId{2})->rect == Rect{.x = 50, .y = 10, .columns = 45, .rows = 20});
}

TEST_CASE("random tabs are written and read as they were") {
  std::mt19937_64 random(11);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  const Layout start = read_builtin_layout(*find_builtin_layout("default"));
  const Direction directions[] = {Direction::Left, Direction::Right, Direction::Up,
                                  Direction::Down};
  for (int round = 0; round < 300; ++round) {
    const Rect area{.x = 0, .y = 0, .columns = 60 + below(200), .rows = 30 + below(60)};
    const TileRules rules{.lists_titles = below(2) == 0};
    AppliedTab tab = applied(start.new_tab, area, rules);
    Tiles& tiles = tab.layout.tiles();
    for (int step = 0; step < 25; ++step) {
      const auto order = tiles.in_reading_order();
      const PaneId pane = order[static_cast<std::size_t>(below(static_cast<int>(order.size())))];
      const PaneId added{100 + static_cast<std::uint32_t>(step)};
      const Direction direction = directions[below(4)];
      switch (below(6)) {
        case 0:
        case 1:
          static_cast<void>(tiles.split(pane, added, direction));
          break;
        case 2:
          static_cast<void>(tiles.resize(pane, Resize::Increase, direction));
          break;
        case 3:
          static_cast<void>(tiles.drag(pane, direction, below(9) - 4));
          break;
        case 4:
          static_cast<void>(tiles.add_to_stack(pane, added));
          break;
        default:
          if (order.size() > 2) static_cast<void>(tiles.remove(pane));
      }
    }
    for (int i = below(3); i > 0; --i) {
      REQUIRE(tab.layout.floats().add(PaneId{200 + static_cast<std::uint32_t>(i)}));
    }
    tab.layout.settle();
    tab.layout.floats().set_shown(below(2) == 0);
    const auto spec_of = [&](PaneId pane) {
      PaneSpec spec;
      const Tile* const tile = tab.layout.tiles().find(pane);
      if (tile != nullptr && !tile->is_selectable) {
        spec.content = {.kind = PaneContent::Kind::Plugin,
                        .program = "zellij:tab-bar",
                        .arguments = {},
                        .cwd = {},
                        .configuration = {{"a b", "\"\n"}}};
        return spec;
      }
      switch (number_of(pane) % 4) {
        case 0:
          spec.content = {.kind = PaneContent::Kind::Command,
                          .program = "a \"command\"",
                          .arguments = {"-x", "\\"},
                          .cwd = "/tmp",
                          .closes_on_exit = true,
                          .starts_suspended = number_of(pane) % 3 == 0,
                          .configuration = {}};
          break;
        case 1:
          spec.content = {.kind = PaneContent::Kind::Edit,
                          .program = "d/f",
                          .arguments = {},
                          .cwd = "d",
                          .configuration = {}};
          spec.background = "#001122";
          break;
        case 2:
          spec.name = fmt::format("näme {}", number_of(pane));
          spec.is_borderless = true;
          break;
        default:
          spec.content.cwd = "relative/path";
          spec.is_excluded_from_sync = true;
      }
      return spec;
    };
    Layout layout = start;
    layout.tabs = {describe_tab(tab.layout, spec_of)};
    layout.tabs[0].name = "tab";
    const std::string text = layout_text(layout);
    INFO(text.substr(0, text.find("new_tab_template")));
    INFO("was " << shown(tiles));
    const auto again = read_layout(text);
    REQUIRE(again.has_value());
    CHECK(*again == layout);
    const AppliedTab restored = applied(again->tabs[0], area, rules);
    INFO("is  " << shown(restored.layout.tiles()));
    CHECK(restored.layout.fault() == "");
    CHECK(are_same(*restored.layout.tiles().root(), *tiles.root()));
    CHECK(restored.layout.floats().panes().size() == tab.layout.floats().panes().size());
    for (std::size_t i = 0; i < restored.layout.floats().panes().size(); ++i) {
      CHECK(restored.layout.floats().panes()[i].rect == tab.layout.floats().panes()[i].rect);
    }
  }
}

}  // namespace mux::layout
