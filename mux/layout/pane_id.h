// The name of a pane, for as long as its session lives.
#pragma once

#include <cstdint>

namespace mux::layout {

enum class PaneId : std::uint32_t {};

constexpr std::uint32_t number_of(PaneId pane) {
  return static_cast<std::uint32_t>(pane);
}

}  // namespace mux::layout
