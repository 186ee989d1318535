// Random operations on tiled panes: whatever happens, the tree is sound, its
// rectangles tile the area, and no pane is lost, doubled or made too small.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mux/layout/tiles.h"

namespace mux::layout {
namespace {

using Random = std::mt19937_64;

int below(Random& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned>(limit));
}

constexpr Direction kDirections[] = {Direction::Left, Direction::Right, Direction::Up,
                                     Direction::Down};

// Every cell of the area belongs to exactly one pane.
bool covers(const Tiles& tiles) {
  const Rect& area = tiles.area();
  std::vector<int> owners(static_cast<std::size_t>(area.columns * area.rows), 0);
  for (const Tile* pane : panes_of(*tiles.root())) {
    for (const Rect& rect : {pane->rect, pane->title}) {
      for (int y = rect.y; y < rect.bottom(); ++y) {
        for (int x = rect.x; x < rect.right(); ++x) {
          if (!area.contains(x, y)) return false;
          ++owners[static_cast<std::size_t>((y - area.y) * area.columns + x - area.x)];
        }
      }
    }
  }
  return std::ranges::all_of(owners, [](int count) { return count == 1; });
}

std::set<PaneId> ids_of_all(const Tiles& tiles) {
  return tiles.is_empty() ? std::set<PaneId>() : ids_of(*tiles.root());
}

std::map<PaneId, Rect> rects_of(const Tiles& tiles) {
  std::map<PaneId, Rect> rects;
  if (tiles.is_empty()) return rects;
  for (const Tile* pane : panes_of(*tiles.root())) rects.emplace(pane->pane, pane->rect);
  return rects;
}

std::string text_of(const Tiles& tiles) {
  std::string text;
  for (const auto& [id, rect] : rects_of(tiles)) {
    text += fmt::format(" {}:{},{} {}x{}", number_of(id), rect.x, rect.y, rect.columns, rect.rows);
  }
  return text;
}

// A tab with a bar above and below, as most have.
Tiles with_bars(Rect area, TileRules rules) {
  std::vector<Tile> column;
  for (const std::uint32_t number : {1000U, 1U, 1001U}) column.push_back(Tile::of(PaneId{number}));
  for (const std::size_t bar : {std::size_t{0}, std::size_t{2}}) {
    column[bar].is_selectable = false;
    column[bar].share = {.is_fixed = true, .amount = 1};
  }
  return Tiles(area, rules, Tile::split_of(Axis::Vertical, std::move(column)));
}

class Walk {
 public:
  explicit Walk(std::uint64_t seed)
      : random_(seed),
        tiles_(below(random_, 2) == 0
                   ? Tiles(area(), rules())
                   : with_bars({.x = 0, .y = 0, .columns = 200, .rows = 60}, rules())) {}

  void run(int steps) {
    for (int i = 0; i < steps; ++i) step();
  }

 private:
  TileRules rules() { return {.lists_titles = below(random_, 2) == 0}; }
  Rect area() {
    return {.x = below(random_, 3),
            .y = below(random_, 3),
            .columns = 20 + below(random_, 220),
            .rows = 10 + below(random_, 90)};
  }

  PaneId any() {
    const auto order = tiles_.in_reading_order();
    if (order.empty()) return PaneId{999};
    return order[static_cast<std::size_t>(below(random_, static_cast<int>(order.size())))];
  }
  Direction direction() { return kDirections[below(random_, 4)]; }

  void step() {
    const Tiles before = tiles_;
    std::set<PaneId> expected = ids_of_all(before);
    const PaneId added{next_++};
    // One after the other: arguments of a call have no order.
    const PaneId pane = any();
    const PaneId second = any();
    const PaneId third = any();
    const Direction side = direction();
    const Resize how = below(random_, 2) == 0 ? Resize::Increase : Resize::Decrease;
    const bool coin = below(random_, 2) == 0;
    const int operation = below(random_, 18);
    common::Result<void> done;
    bool may_shrink = false;
    switch (operation) {
      case 0:
      case 1:
        done = tiles_.split(pane, added, side);
        if (done) expected.insert(added);
        break;
      case 2:
        done = tiles_.add(added);
        if (done) expected.insert(added);
        break;
      case 3:
        done = tiles_.add_near(pane, added);
        if (done) expected.insert(added);
        break;
      case 4: {
        done = tiles_.remove(pane);
        if (done) expected.erase(pane);
        break;
      }
      case 5:
      case 6:
      case 7:
        done = tiles_.resize(pane, how, side);
        break;
      case 8:
        done = tiles_.resize(pane, how, std::nullopt);
        break;
      case 9:
        done = tiles_.drag(pane, side, below(random_, 41) - 20);
        break;
      case 10:
        done = tiles_.move(pane, side);
        break;
      case 11:
        done = coin ? tiles_.move_forward(pane) : tiles_.move_backward(pane);
        break;
      case 12: {
        const PaneId others[] = {second, third};
        done = tiles_.stack(pane, others);
        break;
      }
      case 13:
        done = coin ? tiles_.shrink_stack(pane) : tiles_.add_to_stack(pane, added);
        if (done && tiles_.contains(added)) expected.insert(added);
        break;
      case 14:
        done = tiles_.grow(pane);
        break;
      case 15:
        done = tiles_.shrink(pane);
        break;
      case 16:
        tiles_.focus(pane);
        may_shrink = true;
        break;
      default:
        if (below(random_, 4) == 0) tiles_.set_area(area());
        if (below(random_, 8) == 0) static_cast<void>(tiles_.equalise());
        may_shrink = true;
    }
    INFO("operation " << operation);
    CHECK(tiles_.fault() == "");
    CHECK(ids_of_all(tiles_) == expected);
    if (!tiles_.is_empty()) CHECK(covers(tiles_));
    if (!done) CHECK(rects_of(tiles_) == rects_of(before));
    if (!may_shrink) check_sizes(before, operation);
  }

  bool is_crowded() const {
    const Tile& root = *tiles_.root();
    return least_cells(root, Axis::Horizontal, tiles_.rules()) > root.rect.columns ||
           least_cells(root, Axis::Vertical, tiles_.rules()) > root.rect.rows;
  }

  // No operation makes a pane smaller than the rules say.
  void check_sizes(const Tiles& before, int operation) {
    // Removal can only give room; moves exchange what there is.
    if (tiles_.is_empty() || operation == 10 || operation == 11) return;
    // Going back to how it was may do as it likes, and so may a removal where there
    // is not enough room for all anyway.
    if (operation == 14 || operation == 15 || (operation == 4 && is_crowded())) return;
    const auto old = rects_of(before);
    for (const PaneId pane : tiles_.in_reading_order()) {
      const Tile& tile = *tiles_.find(pane);
      const auto members = tiles_.stack_of(pane);
      if (!members.empty() && tile.rect.rows <= 1) continue;
      const auto was = old.find(pane);
      const bool is_new = was == old.end();
      const Rect& rect = tile.rect;
      INFO("before " << text_of(before));
      INFO("after " << text_of(tiles_) << " pane " << number_of(pane));
      CHECK((rect.columns >= 5 || (!is_new && rect.columns >= was->second.columns)));
      CHECK((rect.rows >= 5 || (!is_new && rect.rows >= was->second.rows)));
    }
  }

  Random random_;
  Tiles tiles_;
  std::uint32_t next_ = 2;
};

}  // namespace

TEST_CASE("random operations keep the tree sound") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    Walk(seed).run(150);
  }
}

}  // namespace mux::layout
