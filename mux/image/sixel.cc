#include "mux/image/sixel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <iterator>
#include <utility>

namespace mux::image {

namespace {

constexpr std::uint32_t kBandHeight = 6;
// Few bytes can ask for many pixels: how many they get, so that a program cannot keep
// us busy with little output of its own.
constexpr std::size_t kFreePixels = std::size_t{1} << 16;
constexpr std::size_t kPixelsPerByte = 2048;
// Each pixel may be painted that often.
constexpr std::uint64_t kMostPaints = 4;
constexpr std::uint32_t kOpaque = 0xFF000000;

// As bytes in memory: red, green, blue, alpha.
constexpr std::uint32_t color(unsigned red, unsigned green, unsigned blue) {
  return kOpaque | blue << 16 | green << 8 | red;
}

constexpr std::uint32_t percent(unsigned red, unsigned green, unsigned blue) {
  const auto scaled = [](unsigned value) { return (std::min(value, 100u) * 255 + 50) / 100; };
  return color(scaled(red), scaled(green), scaled(blue));
}

// What the VT340 starts with.
constexpr std::uint32_t kFirstColors[] = {
    percent(0, 0, 0),    percent(20, 20, 80), percent(80, 13, 13), percent(20, 80, 20),
    percent(80, 20, 80), percent(20, 80, 80), percent(80, 80, 20), percent(53, 53, 53),
    percent(26, 26, 26), percent(33, 33, 60), percent(60, 26, 26), percent(33, 60, 33),
    percent(60, 33, 60), percent(33, 60, 60), percent(60, 60, 33), percent(80, 80, 80)};

// DEC's circle of hues starts with blue.
std::uint32_t from_hue(unsigned hue, unsigned lightness, unsigned saturation) {
  const double h = (hue + 240) % 360 / 60.0;
  const double l = std::min(lightness, 100u) / 100.0;
  const double s = std::min(saturation, 100u) / 100.0;
  const double chroma = (1 - std::abs(2 * l - 1)) * s;
  const double second = chroma * (1 - std::abs(std::fmod(h, 2) - 1));
  constexpr std::array<std::array<int, 3>, 6> kOrder = {
      {{2, 1, 0}, {1, 2, 0}, {0, 2, 1}, {0, 1, 2}, {1, 0, 2}, {2, 0, 1}}};
  const double parts[] = {0, second, chroma};
  const auto value = [&](int channel) {
    const auto& order = kOrder[static_cast<std::size_t>(h)];
    const double of = parts[order[static_cast<std::size_t>(channel)]] + l - chroma / 2;
    return static_cast<unsigned>(std::lround(of * 255));
  };
  return color(value(0), value(1), value(2));
}

// Reads the data once; what they draw goes to a Canvas (or the ruler below).
template <typename Canvas>
class SixelReader {
 public:
  SixelReader(std::string_view data, Canvas& canvas) : data_(data), canvas_(canvas) {
    std::ranges::copy(kFirstColors, palette_.begin());
  }

  void read() {
    while (at_ < data_.size() && !canvas_.is_full()) step(data_[at_++]);
  }

 private:
  void step(char c) {
    switch (c) {
      case '"':
        read_raster();
        break;
      case '#':
        read_color();
        break;
      case '!': {
        const std::uint32_t count = std::clamp(number(), 1u, kLargestSixel);
        if (at_ < data_.size()) draw(data_[at_++], count);
        break;
      }
      case '$':
        x_ = 0;
        break;
      case '-':
        x_ = 0;
        y_ = std::min(y_ + kBandHeight, kLargestSixel);
        break;
      default:
        draw(c, 1);
    }
  }

  void draw(char c, std::uint32_t count) {
    if (c < '?' || c > '~') return;
    count = std::min(count, kLargestSixel - x_);
    if (count > 0 && y_ < kLargestSixel) {
      canvas_.draw(x_, y_, count, static_cast<unsigned>(c - '?'), palette_[color_]);
    }
    x_ += count;
  }

  // Aspect ratio, which is taken for one to one, and size.
  void read_raster() {
    const auto values = numbers();
    canvas_.raster(std::min(values[2], kLargestSixel), std::min(values[3], kLargestSixel));
  }

  void read_color() {
    std::size_t count = 0;
    const auto values = numbers(&count);
    color_ = values[0] % kSixelColors;
    if (count < 5) return;
    if (values[1] == 1) palette_[color_] = from_hue(values[2] % 360, values[3], values[4]);
    if (values[1] == 2) palette_[color_] = percent(values[2], values[3], values[4]);
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (; at_ < data_.size() && data_[at_] >= '0' && data_[at_] <= '9'; ++at_) {
      value = std::min(value * 10 + static_cast<std::uint32_t>(data_[at_] - '0'), 1'000'000u);
    }
    return value;
  }

  std::array<std::uint32_t, 5> numbers(std::size_t* count = nullptr) {
    std::array<std::uint32_t, 5> values{};
    std::size_t read = 0;
    for (bool is_more = true; is_more; ++read) {
      const std::uint32_t value = number();
      if (read < values.size()) values[read] = value;
      is_more = at_ < data_.size() && data_[at_] == ';';
      at_ += is_more ? 1 : 0;
    }
    if (count != nullptr) *count = read;
    return values;
  }

  std::string_view data_;
  Canvas& canvas_;
  std::array<std::uint32_t, kSixelColors> palette_{};
  std::uint32_t color_ = 0;
  std::uint32_t x_ = 0;
  std::uint32_t y_ = 0;
  std::size_t at_ = 0;
};

// How large the image is.
struct Ruler {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t raster_width = 0;
  std::uint32_t raster_height = 0;

  void raster(std::uint32_t wide, std::uint32_t high) {
    raster_width = wide;
    raster_height = high;
  }
  void draw(std::uint32_t x, std::uint32_t y, std::uint32_t count, unsigned bits, std::uint32_t) {
    width = std::max(width, x + count);
    height = std::max(height, y + static_cast<std::uint32_t>(std::bit_width(bits)));
  }
  bool is_full() const { return false; }
};

struct Pixels {
  std::uint32_t width;
  std::uint32_t height;
  std::string& bytes;
  std::size_t data_size;
  std::uint64_t writes = 0;  // Pixels, those painted again too.

  void raster(std::uint32_t /*wide*/, std::uint32_t /*high*/) {}
  void draw(std::uint32_t x, std::uint32_t y, std::uint32_t count, unsigned bits,
            std::uint32_t pixel) {
    count = x < width ? std::min(count, width - x) : 0;
    for (std::uint32_t row = y; bits != 0 && row < height; ++row, bits >>= 1) {
      if ((bits & 1u) == 0) continue;
      char* out = bytes.data() + (std::size_t{row} * width + x) * sizeof pixel;
      for (std::uint32_t i = 0; i < count; ++i, out += sizeof pixel) {
        std::memcpy(out, &pixel, sizeof pixel);
      }
      writes += count;
    }
    ++writes;
  }
  bool is_full() const { return writes > kMostPaints * width * height + kFreePixels + data_size; }
};

// The second parameter: whether pixels that are not drawn show what is behind.
bool is_transparent(std::string_view parameters) {
  const std::size_t first = parameters.find(';');
  if (first == parameters.npos) return false;
  const std::string_view second = parameters.substr(first + 1);
  return second.substr(0, second.find(';')) == "1";
}

}  // namespace

std::optional<Image> decode_sixel(std::string_view parameters, std::string_view data,
                                  std::size_t most_bytes) {
  Ruler ruler;
  SixelReader(data, ruler).read();
  Image image;
  image.width = std::max(ruler.width, ruler.raster_width);
  image.height = std::max(ruler.height, ruler.raster_height);
  if (image.width == 0 || image.height == 0) return std::nullopt;
  const std::size_t most_pixels =
      std::min(most_bytes / pixel_size(image.format), kFreePixels + data.size() * kPixelsPerByte);
  const std::size_t most_rows = std::min<std::size_t>(most_pixels / image.width, kLargestSixel);
  image.height = std::min(image.height, static_cast<std::uint32_t>(most_rows));
  if (image.height == 0) return std::nullopt;
  image.bytes.resize(std::size_t{image.width} * image.height * pixel_size(image.format));
  if (!is_transparent(parameters)) {
    for (std::size_t i = 3; i < image.bytes.size(); i += 4) image.bytes[i] = '\xFF';
  }
  Pixels pixels{
      .width = image.width, .height = image.height, .bytes = image.bytes, .data_size = data.size()};
  SixelReader(data, pixels).read();
  return image;
}

}  // namespace mux::image
