// Sixel images: strings of printable characters, six pixels below each other in each.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "mux/image/image.h"

namespace mux::image {

inline constexpr std::uint32_t kSixelColors = 256;    // Colour registers.
inline constexpr std::uint32_t kLargestSixel = 8192;  // Pixels in each direction.

// The image of `DCS parameters q data ST`, in RGBA.  What is wrong in the data is
// passed over, and what does not fit in `most_bytes` is cut off below; nullopt: there
// is not a single pixel.
std::optional<Image> decode_sixel(std::string_view parameters, std::string_view data,
                                  std::size_t most_bytes);

}  // namespace mux::image
