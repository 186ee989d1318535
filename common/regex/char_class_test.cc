#include "common/regex/char_class.h"

#include <doctest/doctest.h>

#include <random>

namespace common::regex {
namespace {

CharClass scalars(std::vector<ClassRange> ranges) {
  CharClass cls{.ranges = std::move(ranges), .is_bytes = false};
  canonicalize(cls);
  return cls;
}

CharClass bytes(std::vector<ClassRange> ranges) {
  CharClass cls{.ranges = std::move(ranges), .is_bytes = true};
  canonicalize(cls);
  return cls;
}

// Random ranges in a space that holds the surrogates.
CharClass random_class(std::mt19937& random, bool is_bytes) {
  CharClass cls{.ranges = {}, .is_bytes = is_bytes};
  const std::uint32_t base = is_bytes ? 0 : 0xD7F0;
  const std::uint32_t size = is_bytes ? 0x100 : 0x840;
  for (std::uint32_t i = 0; i < random() % 6; ++i) {
    const auto first = static_cast<std::uint32_t>(base + random() % size);
    const auto last = static_cast<std::uint32_t>(first + random() % (base + size - first));
    cls.ranges.push_back({first, last});
  }
  canonicalize(cls);
  return cls;
}

bool is_canonical(const CharClass& cls) {
  CharClass copy = cls;
  canonicalize(copy);
  return copy == cls;
}

}  // namespace

TEST_CASE("canonical form") {
  CHECK(scalars({{5, 9}, {1, 2}, {3, 4}, {20, 30}, {25, 27}}) == scalars({{1, 9}, {20, 30}}));
  CHECK(scalars({{0xD700, 0xE000}}).ranges ==
        std::vector<ClassRange>{{0xD700, 0xD7FF}, {0xE000, 0xE000}});
  CHECK(scalars({{0xD800, 0xDFFF}}).ranges.empty());
  CHECK(scalars({{0xDF00, 0xE001}}).ranges == std::vector<ClassRange>{{0xE000, 0xE001}});
  CHECK(bytes({{0x80, 0xFF}, {0, 0x7F}}) == bytes({{0, 0xFF}}));
  CHECK(scalars({{0, kMaxScalar}}) == all_scalars());
}

TEST_CASE("set operations") {
  const CharClass a = scalars({{'a', 'm'}, {'x', 'z'}});
  const CharClass b = scalars({{'f', 'x'}});
  CHECK(unite(a, b) == scalars({{'a', 'z'}}));
  CHECK(intersect(a, b) == scalars({{'f', 'm'}, {'x', 'x'}}));
  CHECK(subtract(a, b) == scalars({{'a', 'e'}, {'y', 'z'}}));
  CHECK(symmetric_difference(a, b) == scalars({{'a', 'e'}, {'n', 'w'}, {'y', 'z'}}));
  CHECK(negate(all_scalars()).ranges.empty());
  CHECK(negate(scalars({})) == all_scalars());
  CHECK(negate(bytes({{'a', 'a'}})) == bytes({{0, 'a' - 1}, {'a' + 1, 0xFF}}));
}

TEST_CASE("set operations agree with membership") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const bool is_bytes = round % 2 == 0;
    const CharClass a = random_class(random, is_bytes);
    const CharClass b = random_class(random, is_bytes);
    const CharClass both[] = {unite(a, b), intersect(a, b), subtract(a, b),
                              symmetric_difference(a, b), negate(a)};
    for (const CharClass& cls : both) REQUIRE(is_canonical(cls));
    for (int probe = 0; probe < 100; ++probe) {
      const auto value =
          static_cast<std::uint32_t>(is_bytes ? random() % 0x100 : 0xD7F0 + random() % 0x840);
      if (!is_bytes && !contains(all_scalars(), value)) continue;
      const bool in_a = contains(a, value);
      const bool in_b = contains(b, value);
      REQUIRE(contains(both[0], value) == (in_a || in_b));
      REQUIRE(contains(both[1], value) == (in_a && in_b));
      REQUIRE(contains(both[2], value) == (in_a && !in_b));
      REQUIRE(contains(both[3], value) == (in_a != in_b));
      REQUIRE(contains(both[4], value) == !in_a);
    }
  }
}

TEST_CASE("case folding") {
  const auto folded = [](CharClass cls) {
    fold_case(cls);
    return cls;
  };
  CHECK(folded(scalars({{'k', 'k'}})) == scalars({{'K', 'K'}, {'k', 'k'}, {0x212A, 0x212A}}));
  CHECK(folded(scalars({{0x3C2, 0x3C2}})) == scalars({{0x3A3, 0x3A3}, {0x3C2, 0x3C3}}));
  CHECK(folded(scalars({{0x101, 0x102}})) == scalars({{0x100, 0x103}}));
  CHECK(folded(scalars({{0x1C5, 0x1C5}})) == scalars({{0x1C4, 0x1C6}}));
  CHECK(folded(scalars({{0xDF, 0xDF}})) == scalars({{0xDF, 0xDF}, {0x1E9E, 0x1E9E}}));
  CHECK(folded(scalars({{0x130, 0x131}})) == scalars({{0x130, 0x131}}));
  CHECK(folded(all_scalars()) == all_scalars());
  CHECK(folded(bytes({{'K', 'K'}, {0xE9, 0xE9}})) == bytes({{'K', 'K'}, {'k', 'k'}, {0xE9, 0xE9}}));
  std::vector<ClassRange> variants;
  append_case_variants('s', variants);
  CHECK(scalars(variants) == scalars({{'S', 'S'}, {0x17F, 0x17F}}));
}

TEST_CASE("case folding is closed and symmetric") {
  for (std::uint32_t value = 0; value < 0x1E944; ++value) {
    std::vector<ClassRange> variants;
    append_case_variants(value, variants);
    if (variants.empty()) continue;
    CharClass cls = scalars({{value, value}});
    fold_case(cls);
    variants.push_back({value, value});
    REQUIRE(cls == scalars(variants));
    CharClass again = cls;
    fold_case(again);
    REQUIRE(again == cls);
  }
}

}  // namespace common::regex
