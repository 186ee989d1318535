// Any lines as commands of kitty's graphics protocol, each in a string of its own,
// with what moves and erases images between them: the store keeps its limits, and
// strips are inside their rows.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "mux/term/terminal.h"

namespace {

using namespace mux::term;

void check(const Terminal& terminal, const mux::image::ImageLimits& limits) {
  const mux::image::ImageStore& store = terminal.images();
  CHECK(store.bytes() <= limits.bytes && store.size() <= limits.images);
  CHECK(store.placements() <= limits.placements);
  store.for_each_placement([&](std::uint32_t, const mux::image::Placement& placement) {
    CHECK(store.find(placement.image) != nullptr);
  });
  const Grid& grid = terminal.screen().grid;
  for (int y = 0; y < grid.rows(); ++y) {
    for (const ImageStrip& strip : grid.strips(grid.row(y))) {
      CHECK(strip.columns > 0);
      CHECK(strip.column + strip.columns <= kMostColumns);
      const auto* const placement = store.find_placement(strip.placement);
      CHECK(placement == nullptr || strip.image_row < placement->rows);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  mux::term::TerminalEvents silence;
  TerminalOptions options;
  options.history = {.lines = 50, .bytes = 1 << 16};
  options.images = {.bytes_of_one = 4096, .bytes = 16384, .images = 8, .placements = 16};
  Terminal terminal({.columns = 20, .rows = 6}, options, silence);
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
    if (line.starts_with('G')) {
      terminal.write(std::string("\x1b_").append(line).append("\x1b\\"));
    } else if (line.starts_with('q')) {
      terminal.write(std::string("\x1bP").append(line).append("\x1b\\"));
    } else if (line.starts_with('r') && line.size() > 2) {
      terminal.resize(
          {.columns = static_cast<std::uint16_t>(static_cast<unsigned char>(line[1]) % 40 + 1),
           .rows = static_cast<std::uint16_t>(static_cast<unsigned char>(line[2]) % 12 + 1)});
    } else {
      terminal.write(std::string("\x1b[").append(line));
    }
    check(terminal, options.images);
  }
  return 0;
}
