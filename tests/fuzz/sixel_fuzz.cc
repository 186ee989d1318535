// Any bytes as the parameters and data of a sixel image.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/check.h"
#include "mux/image/sixel.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kRoom = std::size_t{1} << 18;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t q = bytes.find('q');
  const std::string_view parameters = q == bytes.npos ? std::string_view() : bytes.substr(0, q);
  const auto image =
      mux::image::decode_sixel(parameters, q == bytes.npos ? bytes : bytes.substr(q + 1), kRoom);
  if (!image) return 0;
  CHECK(image->width > 0 && image->width <= mux::image::kLargestSixel);
  CHECK(image->height > 0 && image->height <= mux::image::kLargestSixel);
  CHECK(image->bytes.size() == std::size_t{image->width} * image->height * 4);
  CHECK(image->bytes.size() <= kRoom);
  return 0;
}
