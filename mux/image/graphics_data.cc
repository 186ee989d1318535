#include "mux/image/graphics_data.h"

#include <string_view>
#include <utility>

#include "common/decode/zlib.h"

namespace mux::image {

namespace {

constexpr std::uint32_t kLargest = 10'000;  // Pixels in each direction.

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  }
  return value;
}

// The first chunk of the file holds the size.
bool read_png_size(Image& image) {
  constexpr std::string_view kStart("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  const std::string_view bytes = image.bytes;
  if (!bytes.starts_with(kStart) || bytes.size() < kStart.size() + 8) return false;
  image.width = big_endian(bytes.substr(16, 4));
  image.height = big_endian(bytes.substr(20, 4));
  return true;
}

bool read_format(const GraphicsCommand& command, Image& image) {
  switch (command.format) {
    case 24:
      image.format = PixelFormat::Rgb;
      return true;
    case 0:
    case 32:
      image.format = PixelFormat::Rgba;
      return true;
    case 100:
      image.format = PixelFormat::Png;
      return true;
    default:
      return false;
  }
}

bool has_good_size(const Image& image) {
  return image.width > 0 && image.height > 0 && image.width <= kLargest && image.height <= kLargest;
}

}  // namespace

common::Result<Image> read_image(const GraphicsCommand& command, std::string data,
                                 std::size_t most_bytes) {
  Image image;
  image.id = command.id;
  image.number = command.number;
  image.width = command.width;
  image.height = command.height;
  if (!read_format(command, image)) return common::fail("EINVAL:there is no such format");
  if (command.compression == 'z') {
    auto unpacked = common::decode::inflate(data, most_bytes);
    if (!unpacked) return common::fail("EINVAL:the data cannot be decompressed");
    data = std::move(*unpacked);
  } else if (command.compression != 0) {
    return common::fail("EINVAL:there is no such compression");
  }
  if (data.size() > most_bytes) return common::fail("EFBIG:the image is too large");
  image.bytes = std::move(data);
  if (image.format == PixelFormat::Png && !read_png_size(image)) {
    return common::fail("EINVAL:the data are no PNG file");
  }
  if (!has_good_size(image)) return common::fail("EINVAL:no image has that size");
  const std::size_t size = std::size_t{image.width} * image.height * pixel_size(image.format);
  if (image.bytes.size() < size) return common::fail("ENODATA:there are too few pixels");
  if (image.format != PixelFormat::Png) image.bytes.resize(size);
  image.bytes.shrink_to_fit();
  return image;
}

}  // namespace mux::image
