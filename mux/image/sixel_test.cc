#include "mux/image/sixel.h"

#include <doctest/doctest.h>

#include <string>

using namespace mux::image;

namespace {

constexpr std::size_t kRoom = std::size_t{1} << 20;

// One character per pixel: R, G, B, K for pure colours and black, '.' for none.
std::string picture(std::string_view parameters, std::string_view data, std::size_t room = kRoom) {
  const auto image = decode_sixel(parameters, data, room);
  if (!image) return "none";
  std::string text;
  for (std::size_t i = 0; i < image->bytes.size(); i += 4) {
    const std::string_view pixel(image->bytes.data() + i, 4);
    const bool is_there = pixel[3] != 0;
    const char colors[] = {'K', 'R', 'G', 'B'};
    const std::size_t at = pixel.substr(0, 3).find('\xFF');
    text += is_there ? colors[at == pixel.npos ? 0 : at + 1] : '.';
    if ((i / 4 + 1) % image->width == 0) text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("each character is six pixels below each other") {
  CHECK(picture("0;1", "#1;2;100;0;0@A#2;2;0;100;0C") == "R..\n.R.\n..G\n");
  CHECK(picture("0;1", "#1;2;0;0;100!3@-@") == "BBB\n...\n...\n...\n...\n...\nB..\n");
  CHECK(picture("0;1", "#1;2;100;0;0@@$#2;2;0;100;0?@") == "RG\n");
}

TEST_CASE("hues start with blue") {
  CHECK(picture("0;1", "#1;1;0;50;100@#2;1;120;50;100@#3;1;240;50;100@") == "BRG\n");
}

TEST_CASE("the background is black, or what is behind") {
  CHECK(picture("", "\"1;1;2;2") == "KK\nKK\n");
  CHECK(picture("0;0", "\"1;1;2;1") == "KK\n");
  CHECK(picture("0;1;0", "\"1;1;2;1") == "..\n");
}

TEST_CASE("nothing is no image, and a large one is cut off") {
  CHECK(picture("", "") == "none");
  CHECK(picture("", "#1;2;3") == "none");
  CHECK(picture("0;1", "#1;2;100;0;0!2~", 8 * 3) == "RR\nRR\nRR\n");
  CHECK(picture("0;1", "#1;2;100;0;0!9~", 8) == "none");
}

TEST_CASE("few bytes get few pixels") {
  const auto image = decode_sixel("0;1", "\"1;1;8192;8192", std::size_t{1} << 30);
  REQUIRE(image.has_value());
  CHECK(image->width == 8192);
  CHECK(image->height < 16);
}
