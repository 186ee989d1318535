// Images that programs put on the screen of a pane.
#pragma once

#include <cstdint>
#include <string>

namespace mux::image {

enum class PixelFormat : std::uint8_t {
  Rgb,   // Three bytes each.
  Rgba,  // Four bytes each.
  Png,   // A file in this format.
};

// Bytes of one pixel; 0 for a file.
constexpr std::size_t pixel_size(PixelFormat format) {
  switch (format) {
    case PixelFormat::Rgb:
      return 3;
    case PixelFormat::Rgba:
      return 4;
    case PixelFormat::Png:
      return 0;
  }
  return 0;
}

struct Image {
  std::uint32_t id = 0;      // Given by the program; 0: it has none, as sixel images.
  std::uint32_t number = 0;  // Another name the program has for it; 0: none.
  PixelFormat format = PixelFormat::Rgba;
  std::uint32_t width = 0;  // In pixels.
  std::uint32_t height = 0;
  std::string bytes;
};

// An image as it is shown: which part of it, on how many cells.
struct Placement {
  std::uint32_t image = 0;  // Its key in the store.
  std::uint32_t id = 0;     // Given by the program; 0: none.
  // The part of the image, in pixels.
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  // Where it starts in its first cell, in pixels.
  std::uint32_t cell_x = 0;
  std::uint32_t cell_y = 0;
  std::uint16_t columns = 0;
  std::uint16_t rows = 0;
  std::int32_t z = 0;       // Below 0: behind the text.
  bool is_virtual = false;  // Shown where characters U+10EEEE stand for it.
  // The placement it belongs to, 0: none, and how many cells from that one it begins.
  std::uint32_t parent = 0;
  std::int32_t parent_columns = 0;
  std::int32_t parent_rows = 0;
};

}  // namespace mux::image
