// Any bytes as a layout file: reading ends, problems show a place, and a layout
// can be applied to any area and is the same after it has been written and read.
//
// The first two bytes are the size of the area.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "mux/layout/apply_layout.h"
#include "mux/layout/layout_reader.h"
#include "mux/layout/layout_writer.h"

namespace {

using namespace mux::layout;

void apply(const TabSpec& tab, const Rect& area, const TileRules& rules) {
  std::uint32_t next = 0;
  const AppliedTab applied = apply_tab(tab, area, rules, [&] { return PaneId{++next}; });
  CHECK(applied.layout.fault().empty());
  static_cast<void>(applied.layout.placements());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const Rect area{.x = 0, .y = 0, .columns = data[0], .rows = data[1] / 2};
  const TileRules rules{.lists_titles = data[1] % 2 == 0};
  const std::string_view text(reinterpret_cast<const char*>(data + 2), size - 2);
  const auto layout = read_layout(text);
  if (!layout) {
    CHECK(!layout.error().message.empty() && layout.error().region.begin.line > 0);
    return 0;
  }
  for (const TabSpec& tab : layout->tabs) apply(tab, area, rules);
  apply(layout->new_tab, area, rules);
  for (const SwapTiled& swap : layout->swap_tiled) {
    for (const auto& [count, tiles] : swap.variants) {
      static_cast<void>(has_room_for(tiles, data[0] % 16, area, rules));
    }
  }
  const auto again = read_layout(layout_text(*layout));
  CHECK(again.has_value());
  CHECK(*again == *layout);
  return 0;
}
