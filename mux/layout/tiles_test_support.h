// Tiles as text, for unit tests.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "mux/layout/tiles.h"

namespace mux::layout {

inline PaneId id(std::uint32_t number) {
  return PaneId{number};
}

// "1:0,0 60x40" for each pane.
inline std::string shown(const Tiles& tiles) {
  std::string text;
  for (const Tile* pane : panes_of(*tiles.root())) {
    const Rect& rect = pane->rect;
    text += fmt::format("{}{}:{},{} {}x{}", text.empty() ? "" : " ", number_of(pane->pane), rect.x,
                        rect.y, rect.columns, rect.rows);
  }
  return text;
}

}  // namespace mux::layout
