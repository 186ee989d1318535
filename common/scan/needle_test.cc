// Needle and NeedleSet: every target against a naive search.
#include <doctest/doctest.h>

#include <algorithm>

#include "common/scan/scan.h"
#include "common/scan/scan_test_support.h"

namespace common::scan {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool occurs_at(std::string_view bytes, std::size_t at, std::string_view needle, bool fold) {
  if (at > bytes.size() || bytes.size() - at < needle.size()) return false;
  for (std::size_t i = 0; i < needle.size(); ++i) {
    const char a = bytes[at + i];
    if (fold ? lower(a) != lower(needle[i]) : a != needle[i]) return false;
  }
  return true;
}

std::size_t naive_find(std::string_view bytes, std::string_view needle, std::size_t from,
                       bool fold) {
  for (std::size_t at = from; at <= bytes.size(); ++at) {
    if (occurs_at(bytes, at, needle, fold)) return at;
  }
  return npos;
}

NeedleSet::Hit naive_find(std::string_view bytes, const std::vector<std::string>& needles,
                          std::size_t from, bool fold) {
  for (std::size_t at = from; at < bytes.size(); ++at) {
    for (std::uint32_t i = 0; i < needles.size(); ++i) {
      if (occurs_at(bytes, at, needles[i], fold)) return {at, i};
    }
  }
  return {};
}

constexpr std::string_view kAlphabets[] = {"ab", "abAB", "@`[{kK\xE2\x84\xAA", "abcdefghXYZ_\n"};

// A needle that often occurs: cut from the text, sometimes damaged.
std::string likely_needle(Random& random, std::string_view text, std::size_t max_size,
                          std::string_view alphabet) {
  const std::size_t size = 1 + below(random, max_size);
  if (text.size() < size || below(random, 4) == 0) return random_text(random, size, alphabet);
  std::string needle(text.substr(below(random, text.size() - size + 1), size));
  if (below(random, 3) == 0) needle[below(random, size)] = alphabet[below(random, alphabet.size())];
  return needle;
}

TEST_CASE("a needle is found where a naive search finds it") {
  for_each_target([] {
    Random random(5);
    GuardedPages pages(4096);
    for (int round = 0; round < 6000; ++round) {
      const std::string_view alphabet = kAlphabets[below(random, 4)];
      const std::string text = random_text(random, below(random, 300), alphabet);
      const std::string needle = likely_needle(random, text, 40, alphabet);
      const bool fold = below(random, 2) == 0;
      const std::size_t from = below(random, text.size() + 2);
      const Needle searcher(needle, fold);
      const std::size_t expected = naive_find(text, needle, from, fold);
      REQUIRE(searcher.find(pages.at_end(text), from) == expected);
      REQUIRE(searcher.find(pages.at_start(text), from) == expected);
    }
  });
}

TEST_CASE("the empty needle is everywhere") {
  const Needle empty("");
  CHECK(empty.find("abc") == 0);
  CHECK(empty.find("abc", 3) == 3);
  CHECK(empty.find("abc", 4) == npos);
}

TEST_CASE("only letters lose their case") {
  CHECK(Needle("[k]", true).find("{K}") == npos);
  CHECK(Needle("[K]", true).find("[k]") == 0);
  CHECK(Needle("@A", true).find("`a") == npos);
  CHECK(Needle("A", true).find("xxa") == 2);
  CHECK(Needle("A", true).text() == "a");
}

TEST_CASE("needles whose candidates keep failing are found all the same") {
  for_each_target([] {
    for (std::size_t size : {100u, 3000u}) {
      std::string needle(size, 'a');
      needle[size / 2] = 'b';
      std::string text(50000, 'a');
      CHECK(Needle(needle).find(text) == npos);
      CHECK(Needle(std::string(size, 'a') + "b").find(text + "b") == text.size() - size);
      text.replace(40000, size, needle);
      CHECK(Needle(needle).find(text) == 40000);
      for (char& c : text) c = static_cast<char>(c - 32);
      CHECK(Needle(needle, true).find(text) == 40000);
    }
  });
}

TEST_CASE("a set finds the smallest start, then the first in the list") {
  for_each_target([] {
    Random random(6);
    GuardedPages pages(4096);
    for (int round = 0; round < 4000; ++round) {
      const std::string_view alphabet = kAlphabets[below(random, 4)];
      const std::string text = random_text(random, below(random, 300), alphabet);
      const bool fold = below(random, 2) == 0;
      const std::size_t min_size = below(random, 6);
      std::vector<std::string> needles;
      for (std::size_t i = below(random, round % 8 == 0 ? 90 : 12); i > 0; --i) {
        needles.push_back(random_text(random, min_size, alphabet) +
                          likely_needle(random, text, 12, alphabet));
        if (below(random, 2) == 0) needles.back() = likely_needle(random, text, 12, alphabet);
      }
      const std::size_t from = below(random, text.size() + 2);
      const NeedleSet set(needles, fold);
      const NeedleSet::Hit expected = naive_find(text, needles, from, fold);
      const NeedleSet::Hit at_end = set.find(pages.at_end(text), from);
      REQUIRE(at_end.start == expected.start);
      REQUIRE(at_end.needle == expected.needle);
      REQUIRE(set.find(pages.at_start(text), from).start == expected.start);
    }
  });
}

TEST_CASE("sets of many needles find each of them") {
  for_each_target([] {
    Random random(7);
    std::vector<std::string> needles;
    for (std::size_t i = 0; i < 2000; ++i) {
      needles.push_back(random_text(random, 6 + below(random, 8), "abcdefghijklmnop_") +
                        std::to_string(i) + ".");
    }
    const NeedleSet set(needles);
    for (std::uint32_t i = 0; i < needles.size(); i += 37) {
      const std::string text = std::string(i % 150, '-') + needles[i] + std::string(i % 71, '-');
      const NeedleSet::Hit hit = set.find(text);
      CHECK(hit.start == i % 150);
      CHECK(hit.needle == i);
    }
  });
}

TEST_CASE("an empty set finds nothing, a moved set what it found before") {
  CHECK_FALSE(NeedleSet({}).find("abc"));
  NeedleSet set({"b", "bc"});
  const NeedleSet moved = std::move(set);
  CHECK(moved.find("abc").start == 1);
  CHECK(moved.find("abc").needle == 0);
}

}  // namespace
}  // namespace common::scan
