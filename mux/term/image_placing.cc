#include "mux/term/image_placing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "mux/term/motion.h"

namespace mux::term {

using image::Placement;

namespace {

// More of what belongs to a placement is lost when that one moves.
constexpr std::size_t kMostFollowers = 256;

// Forgets placements that no row has any more.
void sweep_images(Emulator& emulator) {
  std::set<std::uint32_t> alive;
  for (const Screen* one : {&emulator.main, &emulator.alternate}) {
    for (int y = 0; y < one->grid.rows(); ++y) {
      for (const ImageStrip& strip : one->grid.strips(one->grid.row(y))) {
        alive.insert(strip.placement);
      }
    }
  }
  for (const auto& [line, strips] : emulator.graphics.history) {
    for (const ImageStrip& strip : strips) alive.insert(strip.placement);
  }
  emulator.graphics.store.sweep(alive);
}

void forget_old_lines(Emulator& emulator) {
  auto& lines = emulator.graphics.history;
  lines.erase(lines.begin(), lines.lower_bound(emulator.history.first_number()));
}

}  // namespace

int cells_of(std::uint32_t pixels, int cell_size) {
  const auto size = static_cast<std::uint32_t>(std::max(1, cell_size));
  return static_cast<int>(std::min((pixels + size - 1) / size, std::uint32_t{kMostRows}));
}

namespace {

// Where the upper left cell of a placement is, maybe outside of the screen; nullopt: it
// is not on the screen.
std::optional<Position> corner_of(const Emulator& emulator, std::uint32_t key) {
  std::optional<Position> corner;
  for_each_strip(emulator, [&](int y, const ImageStrip& strip) {
    if (strip.placement != key || corner) return;
    corner = Position{.x = strip.column - strip.image_column, .y = y - strip.image_row};
  });
  return corner;
}

void add_strips_beside(Emulator& emulator, std::uint32_t key, const Placement& placement) {
  const auto corner = corner_of(emulator, placement.parent);
  if (!corner) return;
  const auto bounded = [](std::int32_t offset, int most) {
    return std::clamp(offset, -most, most);
  };
  const int left = corner->x + bounded(placement.parent_columns, kMostColumns);
  const int top = corner->y + bounded(placement.parent_rows, kMostRows);
  const int cut = std::max(0, -left);
  const int columns = std::min(left + placement.columns, emulator.columns()) - (left + cut);
  if (columns <= 0) return;
  Grid& grid = emulator.screen->grid;
  for (int row = std::max(0, -top); row < placement.rows && top + row < grid.rows(); ++row) {
    grid.add_strip(grid.row(top + row), {.placement = key,
                                         .column = static_cast<std::uint16_t>(left + cut),
                                         .columns = static_cast<std::uint16_t>(columns),
                                         .image_column = static_cast<std::uint16_t>(cut),
                                         .image_row = static_cast<std::uint16_t>(row)});
  }
}

// A placement with its key.
struct Keyed {
  std::uint32_t key = 0;
  Placement placement;
};

// What belongs to the placement, or to something that does; those above come first.
std::vector<Keyed> followers_of(const image::ImageStore& store, std::uint32_t key) {
  std::vector<Keyed> found;
  if (key == 0) return found;
  std::set<std::uint32_t> above = {key};
  store.for_each_placement([&](std::uint32_t other, const Placement& placement) {
    if (found.size() >= kMostFollowers || !above.contains(placement.parent)) return;
    above.insert(other);
    found.push_back({.key = other, .placement = placement});
  });
  return found;
}

// They belonged to the placement `from`, whose place `to` has taken.
void move_followers(Emulator& emulator, const std::vector<Keyed>& followers, std::uint32_t from,
                    std::uint32_t to) {
  image::ImageStore& store = emulator.graphics.store;
  std::map<std::uint32_t, std::uint32_t> moved = {{from, to}};
  for (const Keyed& follower : followers) {
    Placement placement = follower.placement;
    placement.parent = moved[placement.parent];
    if (placement.parent == 0 || store.find(placement.image) == nullptr) continue;
    const std::uint32_t key = store.place(placement);
    moved[follower.key] = key;
    add_strips_beside(emulator, key, placement);
  }
}

// Puts it where the cursor is.
void add_strips_at_cursor(Emulator& emulator, std::uint32_t key, const Placement& placement,
                          bool is_text, CursorAfterImage after) {
  Position& at = emulator.screen->cursor;
  const Position start = at;
  const int columns = std::min<int>(placement.columns, emulator.columns() - start.x);
  int y = start.y;
  for (int row = 0; row < placement.rows && y < emulator.rows(); ++row) {
    ImageStrip strip{.placement = key,
                     .column = static_cast<std::uint16_t>(start.x),
                     .columns = static_cast<std::uint16_t>(columns),
                     .image_row = static_cast<std::uint16_t>(row),
                     .is_text = is_text};
    Grid& grid = emulator.screen->grid;
    if (is_text) grid.erase(y, start.x, start.x + columns, emulator.blank_style());
    grid.add_strip(grid.row(y), strip);
    if (row + 1 == placement.rows) break;
    if (after == CursorAfterImage::Stays) {
      ++y;
      continue;
    }
    index(emulator);
    y = at.y;
  }
  if (after == CursorAfterImage::Stays) return;
  move_to(emulator, start.x + (after == CursorAfterImage::BehindLast ? columns : 0), at.y);
}

}  // namespace

void place_image(Emulator& emulator, const Placement& placement, bool is_text,
                 CursorAfterImage after) {
  if (emulator.graphics.store.wants_sweep()) {
    forget_old_lines(emulator);
    sweep_images(emulator);
  }
  image::ImageStore& store = emulator.graphics.store;
  const std::uint32_t old =
      placement.id == 0 ? 0 : store.key_of_placement(placement.image, placement.id);
  const std::vector<Keyed> followers = followers_of(store, old);
  const std::uint32_t key = store.place(placement);
  if (placement.parent != 0) {
    add_strips_beside(emulator, key, placement);
  } else if (!placement.is_virtual) {
    add_strips_at_cursor(emulator, key, placement, is_text, after);
  }
  move_followers(emulator, followers, old, key);
}

void keep_strips(Emulator& emulator, ImageStrips strips) {
  const History& history = emulator.history;
  forget_old_lines(emulator);
  emulator.graphics.history[history.first_number() + history.size()] = std::move(strips);
}

ImageStrips take_kept_strips(Emulator& emulator, std::uint64_t line) {
  auto node = emulator.graphics.history.extract(line);
  return node.empty() ? ImageStrips() : std::move(node.mapped());
}

}  // namespace mux::term
