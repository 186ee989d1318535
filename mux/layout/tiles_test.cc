#include "mux/layout/tiles.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "mux/layout/tiles_test_support.h"

namespace mux::layout {
namespace {

constexpr Rect kArea{.x = 0, .y = 0, .columns = 121, .rows = 40};

Tiles with_one(Rect area = kArea) {
  Tiles tiles(area);
  REQUIRE(tiles.add(id(1)));
  return tiles;
}

// 1 2
// 3 4
Tiles with_cross() {
  Tiles tiles = with_one({.x = 0, .y = 0, .columns = 100, .rows = 40});
  REQUIRE(tiles.split(id(1), id(2), Direction::Right));
  REQUIRE(tiles.split(id(1), id(3), Direction::Down));
  REQUIRE(tiles.split(id(2), id(4), Direction::Down));
  return tiles;
}

}  // namespace

TEST_CASE("the first pane fills the area") {
  CHECK(shown(with_one()) == "1:0,0 121x40");
}

TEST_CASE("a split halves, on the side that was asked for") {
  Tiles tiles = with_one();
  REQUIRE(tiles.split(id(1), id(2), Direction::Right));
  CHECK(shown(tiles) == "1:0,0 61x40 2:61,0 60x40");
  REQUIRE(tiles.split(id(2), id(3), Direction::Up));
  CHECK(shown(tiles) == "1:0,0 61x40 3:61,0 60x20 2:61,20 60x20");
  CHECK_FALSE(tiles.split(id(1), id(2), Direction::Down));
  CHECK_FALSE(tiles.split(id(9), id(4), Direction::Down));
}

TEST_CASE("what would be too small is refused and changes nothing") {
  Tiles tiles = with_one({.x = 0, .y = 0, .columns = 9, .rows = 10});
  CHECK_FALSE(tiles.split(id(1), id(2), Direction::Right));
  CHECK(shown(tiles) == "1:0,0 9x10");
  CHECK(tiles.split(id(1), id(2), Direction::Down));
}

TEST_CASE("a pane without direction halves the largest across its longer side") {
  Tiles tiles = with_one();
  REQUIRE(tiles.add(id(2)));
  CHECK(shown(tiles) == "1:0,0 121x20 2:0,20 121x20");
  REQUIRE(tiles.add(id(3)));
  CHECK(shown(tiles) == "1:0,0 61x20 3:61,0 60x20 2:0,20 121x20");
}

TEST_CASE("the neighbours on the left fill the place of a removed pane") {
  Tiles tiles = with_one();
  REQUIRE(tiles.split(id(1), id(2), Direction::Right));
  REQUIRE(tiles.split(id(2), id(3), Direction::Right));
  REQUIRE(tiles.remove(id(2)));
  CHECK(shown(tiles) == "1:0,0 91x40 3:91,0 30x40");
}

TEST_CASE("where borders line up, the row fills the place, not the column") {
  Tiles tiles = with_cross();
  REQUIRE(tiles.remove(id(1)));
  CHECK(shown(tiles) == "2:0,0 100x20 3:0,20 50x20 4:50,20 50x20");
  CHECK(tiles.fault().empty());
  tiles = with_cross();
  REQUIRE(tiles.resize(id(1), Resize::Increase, Direction::Down));
  REQUIRE(tiles.remove(id(1)));
  CHECK(shown(tiles) == "3:0,0 50x40 2:50,0 50x20 4:50,20 50x20");
}

TEST_CASE("a directed increase moves the piece of border up to a cross") {
  Tiles tiles = with_cross();
  REQUIRE(tiles.resize(id(1), Resize::Increase, Direction::Right));
  CHECK(shown(tiles) == "1:0,0 55x20 2:55,0 45x20 3:0,20 50x20 4:50,20 50x20");
}

TEST_CASE("only what touches the border changes") {
  Tiles tiles = with_one({.x = 0, .y = 0, .columns = 100, .rows = 40});
  REQUIRE(tiles.split(id(1), id(2), Direction::Right));
  REQUIRE(tiles.split(id(2), id(3), Direction::Down));
  REQUIRE(tiles.split(id(2), id(4), Direction::Right));
  CHECK(shown(tiles) == "1:0,0 50x40 2:50,0 25x20 4:75,0 25x20 3:50,20 50x20");
  REQUIRE(tiles.resize(id(1), Resize::Increase, Direction::Right));
  CHECK(shown(tiles) == "1:0,0 55x40 2:55,0 20x20 4:75,0 25x20 3:55,20 45x20");
}

TEST_CASE("at the edge of the area an increase moves the other border inwards") {
  Tiles tiles = with_one({.x = 0, .y = 0, .columns = 100, .rows = 40});
  REQUIRE(tiles.split(id(1), id(2), Direction::Right));
  REQUIRE(tiles.resize(id(2), Resize::Increase, Direction::Right));
  CHECK(shown(tiles) == "1:0,0 55x40 2:55,0 45x40");
  CHECK_FALSE(tiles.resize(id(2), Resize::Decrease, Direction::Right));
  CHECK_FALSE(tiles.resize(id(2), Resize::Increase, Direction::Up));
}

TEST_CASE("an increase around keeps the cross") {
  Tiles tiles = with_cross();
  REQUIRE(tiles.resize(id(1), Resize::Increase, std::nullopt));
  CHECK(shown(tiles) == "1:0,0 55x22 2:55,0 45x22 3:0,22 55x18 4:55,22 45x18");
  REQUIRE(tiles.resize(id(1), Resize::Decrease, std::nullopt));
  CHECK(shown(tiles) == "1:0,0 50x20 2:50,0 50x20 3:0,20 50x20 4:50,20 50x20");
}

TEST_CASE("a border is dragged as far as there is room") {
  Tiles tiles = with_one({.x = 0, .y = 0, .columns = 100, .rows = 40});
  REQUIRE(tiles.split(id(1), id(2), Direction::Right));
  REQUIRE(tiles.drag(id(1), Direction::Right, 7));
  CHECK(shown(tiles) == "1:0,0 57x40 2:57,0 43x40");
  REQUIRE(tiles.drag(id(1), Direction::Right, -1000));
  CHECK(shown(tiles) == "1:0,0 5x40 2:5,0 95x40");
  CHECK_FALSE(tiles.drag(id(1), Direction::Right, -1));
  CHECK_FALSE(tiles.drag(id(1), Direction::Left, 1));
  REQUIRE(tiles.equalise());
  CHECK(shown(tiles) == "1:0,0 50x40 2:50,0 50x40");
}

TEST_CASE("focus goes to the neighbour that was focused last") {
  Tiles tiles = with_cross();
  REQUIRE(tiles.split(id(2), id(5), Direction::Down));
  tiles.focus(id(2));
  REQUIRE(tiles.remove(id(3)));
  // 1 beside 2 and 5 above 4.
  CHECK(tiles.neighbour(id(4), Direction::Up) == id(5));
  CHECK(tiles.neighbour(id(2), Direction::Left) == id(1));
  CHECK(tiles.neighbour(id(1), Direction::Right) == id(2));
  tiles.focus(id(5));
  CHECK(tiles.neighbour(id(1), Direction::Right) == id(5));
  CHECK(tiles.neighbour(id(1), Direction::Left) == std::nullopt);
  CHECK(tiles.next(id(4)) == id(1));
  CHECK(tiles.previous(id(1)) == id(4));
}

TEST_CASE("panes change places") {
  Tiles tiles = with_cross();
  REQUIRE(tiles.move(id(1), Direction::Right));
  CHECK(shown(tiles) == "2:0,0 50x20 3:0,20 50x20 1:50,0 50x20 4:50,20 50x20");
  REQUIRE(tiles.move_forward(id(1)));
  CHECK(shown(tiles) == "2:0,0 50x20 1:0,20 50x20 3:50,0 50x20 4:50,20 50x20");
  REQUIRE(tiles.move_backward(id(2)));
  CHECK(shown(tiles) == "4:0,0 50x20 1:0,20 50x20 3:50,0 50x20 2:50,20 50x20");
  CHECK_FALSE(tiles.move(id(4), Direction::Left));
}

TEST_CASE("a stack lists its titles above the expanded pane") {
  Tiles tiles = with_one({.x = 0, .y = 0, .columns = 100, .rows = 40});
  REQUIRE(tiles.split(id(1), id(4), Direction::Right));
  REQUIRE(tiles.split(id(1), id(3), Direction::Down));
  REQUIRE(tiles.split(id(3), id(2), Direction::Down));
  const PaneId others[] = {id(3), id(2)};
  REQUIRE(tiles.stack(id(1), others));
  CHECK(shown(tiles) == "1:0,0 50x1 3:0,1 50x1 2:0,3 50x37 4:50,0 50x40");
  CHECK(tiles.find(id(2))->title == Rect{.x = 0, .y = 2, .columns = 50, .rows = 1});
  tiles.focus(id(1));
  CHECK(shown(tiles) == "1:0,3 50x37 3:0,1 50x1 2:0,2 50x1 4:50,0 50x40");
  CHECK(tiles.neighbour(id(1), Direction::Down) == id(3));
  CHECK(tiles.neighbour(id(4), Direction::Left) == id(1));
  CHECK(tiles.in_reading_order() == std::vector{id(1), id(4), id(3), id(2)});
  REQUIRE(tiles.remove(id(1)));
  CHECK(shown(tiles) == "3:0,2 50x38 2:0,1 50x1 4:50,0 50x40");
  REQUIRE(tiles.remove(id(2)));
  CHECK(shown(tiles) == "3:0,0 50x40 4:50,0 50x40");
  CHECK(tiles.fault().empty());
}

TEST_CASE("titles may stand at the places of their panes") {
  Tiles tiles(kArea, {.lists_titles = false});
  REQUIRE(tiles.add(id(1)));
  REQUIRE(tiles.add_to_stack(id(1), id(2)));
  REQUIRE(tiles.add_to_stack(id(1), id(3)));
  tiles.focus(id(2));
  CHECK(shown(tiles) == "1:0,0 121x1 2:0,1 121x38 3:0,39 121x1");
  REQUIRE(tiles.move(id(2), Direction::Down));
  CHECK(shown(tiles) == "1:0,0 121x1 3:0,1 121x1 2:0,2 121x38");
  REQUIRE(tiles.shrink_stack(id(2)));
  CHECK(shown(tiles) == "1:0,0 121x13 3:0,13 121x1 2:0,14 121x26");
}

TEST_CASE("near a pane there are halves, then a stack") {
  Tiles tiles = with_one({.x = 0, .y = 0, .columns = 100, .rows = 20});
  REQUIRE(tiles.add_near(id(1), id(2)));
  CHECK(shown(tiles) == "1:0,0 50x20 2:50,0 50x20");
  REQUIRE(tiles.add_near(id(2), id(3)));
  CHECK(shown(tiles) == "1:0,0 50x20 2:50,0 50x1 3:50,2 50x18");
}

TEST_CASE("growing goes on until all are in a stack, shrinking goes back") {
  Tiles tiles = with_cross();
  const std::string start = shown(tiles);
  REQUIRE(tiles.grow(id(1)));
  CHECK(shown(tiles) == "1:0,0 50x32 3:0,32 50x8 2:50,0 50x20 4:50,20 50x20");
  REQUIRE(tiles.grow(id(1)));
  CHECK(tiles.stack_of(id(1)) == std::vector{id(1), id(3)});
  REQUIRE(tiles.grow(id(1)));
  CHECK(shown(tiles) == "1:0,2 80x38 3:0,1 80x1 2:80,0 20x20 4:80,20 20x20");
  REQUIRE(tiles.grow(id(1)));
  CHECK(tiles.stack_of(id(1)).size() == 4);
  CHECK(tiles.find(id(1))->rect.columns == 100);
  CHECK_FALSE(tiles.grow(id(1)));
  for (int i = 0; i < 4; ++i) REQUIRE(tiles.shrink(id(1)));
  CHECK(shown(tiles) == start);
  REQUIRE(tiles.shrink(id(4)));
  REQUIRE(tiles.grow(id(4)));
  CHECK(shown(tiles) == start);
  CHECK(tiles.fault().empty());
}

TEST_CASE("bars are no neighbours and keep their height") {
  std::vector<Tile> column;
  for (const std::uint32_t number : {1U, 2U, 3U}) column.push_back(Tile::of(id(number)));
  for (const std::size_t bar : {std::size_t{0}, std::size_t{2}}) {
    column[bar].is_selectable = false;
    column[bar].share = {.is_fixed = true, .amount = 1};
  }
  Tiles tiles(kArea, {}, Tile::split_of(Axis::Vertical, std::move(column)));
  CHECK(shown(tiles) == "1:0,0 121x1 2:0,1 121x38 3:0,39 121x1");
  CHECK(tiles.viewport() == Rect{.x = 0, .y = 1, .columns = 121, .rows = 38});
  CHECK(tiles.neighbour(id(2), Direction::Up) == std::nullopt);
  CHECK_FALSE(tiles.resize(id(2), Resize::Increase, Direction::Up));
  REQUIRE(tiles.split(id(2), id(4), Direction::Down));
  REQUIRE(tiles.remove(id(2)));
  CHECK(shown(tiles) == "1:0,0 121x1 4:0,1 121x38 3:0,39 121x1");
  REQUIRE(tiles.remove(id(4)));
  REQUIRE(tiles.add(id(5)));
  CHECK(shown(tiles) == "1:0,0 121x1 5:0,1 121x38 3:0,39 121x1");
  tiles.set_area({.x = 0, .y = 0, .columns = 10, .rows = 2});
  CHECK(tiles.fault().empty());
  tiles.set_area({});
  CHECK(tiles.fault().empty());
}

}  // namespace mux::layout
