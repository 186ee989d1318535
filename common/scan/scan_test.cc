// Bytes and classes: every target against plain loops.
#include "common/scan/scan.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/scan/scan_test_support.h"

namespace common::scan {
namespace {

template <class Is>
std::size_t first_where(std::string_view bytes, std::size_t from, const Is& is) {
  for (std::size_t i = from; i < bytes.size(); ++i) {
    if (is(static_cast<unsigned char>(bytes[i]))) return i;
  }
  return npos;
}

template <class Is>
std::size_t last_where(std::string_view bytes, std::size_t before, const Is& is) {
  for (std::size_t i = std::min(before, bytes.size()); i-- > 0;) {
    if (is(static_cast<unsigned char>(bytes[i]))) return i;
  }
  return npos;
}

void check_bytes(std::string_view bytes, std::size_t from, char byte) {
  const auto is = [byte](unsigned char c) { return c == static_cast<unsigned char>(byte); };
  CHECK(find_byte(bytes, byte, from) == first_where(bytes, from, is));
  CHECK(rfind_byte(bytes, byte, from) == last_where(bytes, from, is));
  CHECK(rfind_byte(bytes, byte) == last_where(bytes, npos, is));
  CHECK(find_non_ascii(bytes, from) ==
        first_where(bytes, from, [](unsigned char c) { return c >= 0x80; }));
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != byte) continue;
    ++count;
    if (count % 7 == 1) CHECK(find_nth_byte(bytes, byte, count) == i + 1);
  }
  CHECK(count_byte(bytes, byte) == count);
  CHECK(find_nth_byte(bytes, byte, count + 1) == npos);
  CHECK(find_nth_byte(bytes, byte, 0) == 0);
}

void check_class(std::string_view bytes, std::size_t from, const ByteClass& cls) {
  const auto in = [&](unsigned char c) { return cls.contains(c); };
  const auto out = [&](unsigned char c) { return !cls.contains(c); };
  CHECK(find_in(bytes, cls, from) == first_where(bytes, from, in));
  CHECK(find_not_in(bytes, cls, from) == first_where(bytes, from, out));
  CHECK(rfind_in(bytes, cls, from) == last_where(bytes, from, in));
  CHECK(rfind_not_in(bytes, cls, from) == last_where(bytes, from, out));
}

ByteClass random_class(Random& random) {
  ByteClass cls;
  for (std::size_t i = below(random, 6); i > 0; --i) {
    const auto first = static_cast<unsigned char>(random());
    const auto last = static_cast<unsigned char>(first + below(random, 256u - first));
    if (below(random, 2) == 0)
      cls.add(first);
    else
      cls.add_range(first, last);
  }
  return cls;
}

void check_words(std::string_view bytes, const std::vector<ByteClass>& classes) {
  const std::size_t words = (bytes.size() + 63) / 64;
  std::vector<std::vector<std::uint64_t>> rows(classes.size(), std::vector<std::uint64_t>(words));
  std::vector<std::uint64_t*> out;
  for (auto& row : rows) out.push_back(row.data());
  classify(bytes, classes.data(), classes.size(), out.data());
  bool same = true;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    for (std::size_t i = 0; i < words * 64; ++i) {
      const bool expected =
          i < bytes.size() && classes[c].contains(static_cast<unsigned char>(bytes[i]));
      same = same && ((rows[c][i / 64] >> (i % 64) & 1) != 0) == expected;
    }
  }
  CHECK(same);
}

TEST_CASE("single bytes agree with plain loops at every length and edge") {
  for_each_target([] {
    Random random(1);
    GuardedPages pages(4096);
    for (std::size_t size = 0; size < 700; ++size) {
      const bool dense = below(random, 2) == 0;
      const std::string text =
          dense ? random_text(random, size, "ab\xFF") : random_bytes(random, size);
      const char byte = dense ? 'a' : static_cast<char>(random());
      const std::size_t from = below(random, size + 3);
      check_bytes(pages.at_end(text), from, byte);
      check_bytes(pages.at_start(text), from, byte);
    }
  });
}

TEST_CASE("a lone byte is found wherever it is") {
  for_each_target([] {
    GuardedPages pages(4096);
    for (std::size_t size : {1u, 7u, 15u, 16u, 17u, 31u, 33u, 63u, 64u, 65u, 129u, 300u, 777u}) {
      for (std::size_t at = 0; at < size; ++at) {
        std::string text(size, 'x');
        text[at] = '\n';
        const std::string_view view = pages.at_end(text);
        CHECK(find_byte(view, '\n') == at);
        CHECK(rfind_byte(view, '\n') == at);
        CHECK(find_byte(view, '\n', at + 1) == npos);
        CHECK(rfind_byte(view, '\n', at) == npos);
        CHECK(find_in(view, ByteClass("\r\n")) == at);
        CHECK(rfind_in(view, ByteClass("\r\n")) == at);
      }
    }
  });
}

TEST_CASE("classes agree with plain loops") {
  for_each_target([] {
    Random random(2);
    GuardedPages pages(4096);
    for (int round = 0; round < 1500; ++round) {
      const std::size_t size = below(random, 400);
      const std::string text = round % 3 == 0 ? random_bytes(random, size)
                                              : std::string(size, static_cast<char>(random()));
      const ByteClass cls = random_class(random);
      const std::size_t from = below(random, size + 3);
      check_class(pages.at_end(text), from, cls);
      check_class(pages.at_start(text), from, cls);
    }
  });
}

TEST_CASE("every byte value is classified") {
  std::string all(256, '\0');
  for (std::size_t i = 0; i < 256; ++i) all[i] = static_cast<char>(i);
  for_each_target([&all] {
    Random random(3);
    for (int round = 0; round < 100; ++round) check_words(all, {random_class(random)});
    for (unsigned byte = 0; byte < 256; ++byte) {
      ByteClass only;
      only.add(static_cast<unsigned char>(byte));
      check_words(all, {only});
    }
  });
}

TEST_CASE("classify writes one word per 64 bytes for any number of classes") {
  for_each_target([] {
    Random random(4);
    GuardedPages pages(32768);
    for (std::size_t size :
         {0u, 1u, 5u, 15u, 16u, 40u, 63u, 64u, 65u, 100u, 127u, 128u, 500u, 8191u, 20000u}) {
      std::vector<ByteClass> classes;
      for (std::size_t i = 0; i < (size < 200 ? 40u : 3u); ++i) {
        classes.push_back(random_class(random));
      }
      check_words(pages.at_end(random_bytes(random, size)), classes);
    }
  });
}

TEST_CASE("rank calls letters frequent and controls rare") {
  CHECK(byte_rank('e') > byte_rank('q'));
  CHECK(byte_rank(' ') == 255);
  CHECK(byte_rank('_') > byte_rank('~'));
  CHECK(byte_rank(0x01) < 20);
}

TEST_CASE("the chosen target is one of this processor") {
  CHECK(force_target(chosen_target()));
  CHECK(force_target(Target::Scalar));
  CHECK(chosen_target() == Target::Scalar);
  for (Target target : {Target::Sse4, Target::Avx2, Target::Avx512}) force_target(target);
}

}  // namespace
}  // namespace common::scan
