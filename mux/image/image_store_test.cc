#include "mux/image/image_store.h"

#include <doctest/doctest.h>

#include <string>

using namespace mux::image;

namespace {

Image image_of(std::uint32_t id, std::size_t size) {
  Image image;
  image.id = id;
  image.bytes = std::string(size, 'x');
  return image;
}

}  // namespace

TEST_CASE("the oldest images go when there is no room, those that are shown last") {
  ImageStore store({.bytes_of_one = 60, .bytes = 100, .images = 3, .placements = 2});
  CHECK(store.add(image_of(1, 61)) == 0);
  const auto first = store.add(image_of(1, 40));
  const auto second = store.add(image_of(2, 40));
  store.place({.image = first});
  store.add(image_of(3, 40));
  CHECK(store.find(first) != nullptr);
  CHECK(store.find(second) == nullptr);
  CHECK(store.bytes() == 80);
  store.add(image_of(4, 60));
  CHECK(store.key_of_id(3) == 0);
  store.add(image_of(5, 60));
  CHECK(store.key_of_id(4) == 0);
  CHECK(store.find(first) != nullptr);
  store.place({.image = store.key_of_id(5)});
  store.add(image_of(6, 20));
  CHECK(store.find(first) == nullptr);
  CHECK(store.placements() == 1);
}

TEST_CASE("an image or a placement with the same id takes the place of the old one") {
  ImageStore store({});
  const auto old = store.add(image_of(7, 1));
  store.place({.image = old, .id = 3});
  const auto key = store.add(image_of(7, 2));
  CHECK(store.find(old) == nullptr);
  CHECK(store.placements() == 0);
  const auto one = store.place({.image = key, .id = 3});
  const auto other = store.place({.image = key, .id = 3});
  CHECK(store.find_placement(one) == nullptr);
  CHECK(store.find_placement(other) != nullptr);
  CHECK(store.free_id() != 7);
}

TEST_CASE("a sweep forgets what no row shows, and images without a name with it") {
  ImageStore store({});
  const auto sixel = store.add(image_of(0, 1));
  const auto named = store.add(image_of(1, 1));
  const auto gone = store.place({.image = sixel});
  const auto alive = store.place({.image = named});
  store.place({.image = named, .is_virtual = true});
  store.sweep({alive});
  CHECK(store.find_placement(gone) == nullptr);
  CHECK(store.find(sixel) == nullptr);
  CHECK(store.find(named) != nullptr);
  CHECK(store.placements() == 2);
}
