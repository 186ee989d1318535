#include "mux/layout/tab_layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "mux/layout/tiles_test_support.h"

namespace mux::layout {
namespace {

constexpr Rect kTabArea{.x = 0, .y = 0, .columns = 100, .rows = 40};

constexpr Extent cells(double value) {
  return {.kind = Extent::Kind::Cells, .value = value};
}
constexpr Extent percent(double value) {
  return {.kind = Extent::Kind::Percent, .value = value};
}

Tiles tiles_with_bar() {
  std::vector<Tile> column{Tile::of(id(90)), Tile::of(id(1))};
  column[0].is_selectable = false;
  column[0].share = {.is_fixed = true, .amount = 1};
  return Tiles(kTabArea, {}, Tile::split_of(Axis::Vertical, std::move(column)));
}

}  // namespace

TEST_CASE("floats are put into the middle, and beside each other") {
  Floats floats(kTabArea);
  REQUIRE(floats.add(id(1)));
  REQUIRE(floats.add(id(2)));
  CHECK(floats.find(id(1))->rect == Rect{.x = 25, .y = 10, .columns = 50, .rows = 20});
  CHECK(floats.find(id(2))->rect == Rect{.x = 27, .y = 12, .columns = 50, .rows = 20});
  CHECK_FALSE(floats.add(id(2)));
}

TEST_CASE("places are in cells and percent; a size alone is centred") {
  Floats floats(kTabArea);
  REQUIRE(floats.add(id(1),
                     {.x = percent(10), .y = cells(3), .columns = percent(50), .rows = cells(8)}));
  CHECK(floats.find(id(1))->rect == Rect{.x = 10, .y = 3, .columns = 50, .rows = 8});
  REQUIRE(floats.add(id(2), {.x = {}, .y = {}, .columns = cells(20), .rows = percent(50)}));
  CHECK(floats.find(id(2))->rect == Rect{.x = 40, .y = 10, .columns = 20, .rows = 20});
  REQUIRE(floats.set_place(id(2), {.x = cells(95), .y = {}, .columns = {}, .rows = {}}));
  CHECK(floats.find(id(2))->rect == Rect{.x = 80, .y = 10, .columns = 20, .rows = 20});
}

TEST_CASE("a float returns to its place when there is room again") {
  Floats floats(kTabArea);
  REQUIRE(floats.add(id(1)));
  const Rect before = floats.find(id(1))->rect;
  for (int columns = 100; columns >= 0; columns -= 7) {
    floats.set_area({.x = 0, .y = 0, .columns = columns, .rows = columns / 3});
    CHECK(floats.fault().empty());
  }
  floats.set_area(kTabArea);
  CHECK(floats.find(id(1))->rect == before);
}

TEST_CASE("floats are moved and resized inside the area") {
  Floats floats(kTabArea);
  REQUIRE(floats.add(id(1)));
  for (int i = 0; i < 10; ++i) REQUIRE(floats.move(id(1), Direction::Left));
  CHECK(floats.find(id(1))->rect == Rect{.x = 0, .y = 10, .columns = 50, .rows = 20});
  REQUIRE(floats.resize(id(1), Resize::Increase, Direction::Right));
  CHECK(floats.find(id(1))->rect.columns == 55);
  REQUIRE(floats.resize(id(1), Resize::Increase, Direction::Left));
  CHECK(floats.find(id(1))->rect.columns == 50);
  REQUIRE(floats.resize(id(1), Resize::Decrease, std::nullopt));
  CHECK(floats.find(id(1))->rect == Rect{.x = 2, .y = 11, .columns = 46, .rows = 18});
  REQUIRE(floats.drag(id(1), Direction::Down, -100));
  CHECK(floats.find(id(1))->rect.rows == 5);
}

TEST_CASE("focus goes to the nearest float that overlaps") {
  Floats floats(kTabArea);
  for (const std::uint32_t number : {1U, 2U, 3U}) REQUIRE(floats.add(id(number)));
  CHECK(floats.neighbour(id(1), Direction::Right) == id(2));
  CHECK(floats.neighbour(id(3), Direction::Up) == id(2));
  CHECK(floats.neighbour(id(3), Direction::Down) == std::nullopt);
  CHECK(floats.next(id(3)) == id(1));
  CHECK(floats.previous(id(1)) == id(3));
  CHECK(floats.at(30, 20) == id(3));
  floats.raise(id(1));
  CHECK(floats.at(30, 20) == id(1));
  REQUIRE(floats.set_pinned(id(2), true));
  CHECK(floats.at(30, 20) == id(2));
  floats.set_shown(false);
  CHECK(floats.at(26, 11) == std::nullopt);
}

TEST_CASE("floats keep off the bars, panes float and are tiled again") {
  TabLayout tab(tiles_with_bar(), Floats(kTabArea));
  REQUIRE(tab.tiles().split(id(1), id(2), Direction::Right));
  REQUIRE(tab.float_pane(id(2)));
  CHECK(tab.fault().empty());
  CHECK(tab.floats().area().y == 1);
  CHECK(tab.tiles().find(id(1))->rect.columns == 100);
  REQUIRE(tab.embed_pane(id(2)));
  CHECK(tab.panes() == std::vector{id(90), id(1), id(2)});
  CHECK_FALSE(tab.float_pane(id(90)));
  REQUIRE(tab.remove(id(2)));
  CHECK_FALSE(tab.float_pane(id(1)));
  CHECK_FALSE(tab.embed_pane(id(1)));
}

TEST_CASE("a pane fills the screen with or without the bars") {
  TabLayout tab(tiles_with_bar(), Floats(kTabArea));
  REQUIRE(tab.tiles().split(id(1), id(2), Direction::Right));
  REQUIRE(tab.toggle_fullscreen(id(2), false));
  const auto list = tab.placements();
  REQUIRE(list.size() == 2);
  CHECK(list[0].pane == id(90));
  CHECK(list[1].rect == Rect{.x = 0, .y = 1, .columns = 100, .rows = 39});
  REQUIRE(tab.toggle_fullscreen(id(2), true));
  CHECK(tab.placements().size() == 1);
  CHECK(tab.placements()[0].rect == kTabArea);
  REQUIRE(tab.toggle_fullscreen(id(2), true));
  CHECK_FALSE(tab.fullscreen());
  REQUIRE(tab.toggle_fullscreen(id(2), true));
  REQUIRE(tab.remove(id(2)));
  CHECK_FALSE(tab.fullscreen());
  CHECK(tab.at(3, 3) == id(1));
}

TEST_CASE("random changes of a tab lose and double no pane") {
  std::mt19937_64 random(7);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  TabLayout tab(tiles_with_bar(), Floats(kTabArea));
  std::uint32_t next = 100;
  for (int step = 0; step < 4000; ++step) {
    const auto before = tab.panes();
    const PaneId pane = before[static_cast<std::size_t>(below(static_cast<int>(before.size())))];
    std::set<PaneId> expected(before.begin(), before.end());
    const PaneId added = id(next++);
    switch (below(9)) {
      case 0:
        if (tab.tiles().add(added)) expected.insert(added);
        break;
      case 1:
        if (tab.floats().add(added, {.x = percent(below(120)),
                                     .y = {},
                                     .columns = percent(below(120)),
                                     .rows = cells(below(60))})) {
          expected.insert(added);
        }
        break;
      case 2:
        static_cast<void>(tab.float_pane(pane));
        break;
      case 3:
        static_cast<void>(tab.embed_pane(pane));
        break;
      case 4:
        if (pane != id(90) && tab.remove(pane)) expected.erase(pane);
        break;
      case 5:
        static_cast<void>(tab.toggle_fullscreen(pane, below(2) == 0));
        break;
      case 6:
        static_cast<void>(tab.floats().move_by(pane, below(50) - 25, below(50) - 25));
        break;
      case 7:
        static_cast<void>(tab.floats().resize(pane, Resize::Increase, Direction::Up));
        break;
      default:
        tab.set_area({.x = 0, .y = 0, .columns = below(150), .rows = below(60)});
    }
    tab.settle();
    const auto after = tab.panes();
    CHECK(tab.fault() == "");
    CHECK(std::set<PaneId>(after.begin(), after.end()) == expected);
    CHECK(after.size() == expected.size());
    if (after.size() > 40) tab = TabLayout(tiles_with_bar(), Floats(kTabArea));
  }
}

}  // namespace mux::layout
