#include "mux/term/image_placing.h"

#include <algorithm>
#include <set>
#include <utility>

#include "mux/term/motion.h"

namespace mux::term {

namespace {

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

void place_image(Emulator& emulator, const image::Placement& placement, bool is_text,
                 CursorAfterImage after) {
  if (emulator.graphics.store.wants_sweep()) {
    forget_old_lines(emulator);
    sweep_images(emulator);
  }
  const std::uint32_t key = emulator.graphics.store.place(placement);
  if (placement.is_virtual) return;
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
