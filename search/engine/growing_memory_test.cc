#include "search/engine/growing_memory.h"

#include <doctest/doctest.h>

#include <cstring>

namespace search {
namespace {

TEST_CASE("growing keeps the bytes") {
  GrowingMemory memory;
  CHECK(memory.capacity() == 0);
  std::size_t filled = 0;
  for (const std::size_t size : {1u, 5000u, 300'000u, 5'000'000u}) {
    REQUIRE(memory.grow(size).has_value());
    REQUIRE(memory.capacity() >= size);
    for (std::size_t i = 0; i < filled; ++i) REQUIRE(memory.data()[i] == 'x');
    std::memset(memory.data(), 'x', memory.capacity());
    filled = memory.capacity();
  }
  const char* before = memory.data();
  REQUIRE(memory.grow(10).has_value());
  CHECK(memory.data() == before);
  memory.release();
  CHECK(memory.capacity() == 0);
  REQUIRE(memory.grow(10).has_value());
  CHECK(memory.data()[9] == '\0');
}

TEST_CASE("what the system cannot give is a failure") {
  GrowingMemory memory;
  REQUIRE(memory.grow(100).has_value());
  CHECK(!memory.grow(std::size_t{1} << 60).has_value());
  CHECK(memory.capacity() >= 100);
}

}  // namespace
}  // namespace search
