#include "common/text/line_diff.h"

#include <doctest/doctest.h>

#include <random>

#include "common/text/sequence_diff.h"
#include "common/text/unified_diff.h"

namespace common {
namespace {

std::string unified(std::string_view old_text, std::string_view new_text) {
  std::string out;
  for (const Hunk& hunk : unified_hunks(old_text, new_text)) {
    out += hunk.header + '\n';
    for (const HunkLine& line : hunk.lines) {
      out += line.side == DiffSide::Both ? ' ' : line.side == DiffSide::Old ? '-' : '+';
      out.append(line.text).append(line.lacks_line_end ? "$\n" : "");
    }
  }
  return out;
}

TEST_CASE("hunks have three lines around changes") {
  CHECK(unified("a\n", "a\n").empty());
  CHECK(unified("a\nb\n", "") == "@@ -1,2 +0,0 @@\n-a\n-b\n");
  CHECK(unified("", "a") == "@@ -0,0 +1 @@\n+a$\n");
  CHECK(unified("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n") ==
        "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
  CHECK(unified("a\r\nb\rc", "a\r\nc") == "@@ -1,3 +1,2 @@\n a\r\n-b\r c$\n");
}

TEST_CASE("insertions move down along equal lines") {
  CHECK(unified("a\nb\n", "a\nb\nb\n") == "@@ -1,2 +1,3 @@\n a\n b\n+b\n");
}

TEST_CASE("words of replaced lines are compared if the lines resemble each other") {
  const std::string_view old_text = "import sys, re\n";
  const std::string_view new_text = "import re\n";
  const LineDiff diff = diff_lines(old_text, new_text);
  REQUIRE(diff.ops.size() == 1);
  const WordDiff words = diff_words(diff, diff.ops[0]);
  REQUIRE(words.old_lines.size() == 1);
  std::string marked;
  for (const WordPiece& piece : words.old_lines[0]) {
    (marked += piece.is_changed ? "<" : "").append(piece.text) += piece.is_changed ? ">" : "";
  }
  CHECK(marked == "import <sys, >re\n");
  const LineDiff other = diff_lines("a\n", "x y\n");
  CHECK(diff_words(other, other.ops[0]).old_lines[0].size() == 1);
}

// Applies the ops to the old sequence.
std::vector<std::uint32_t> patched(const std::vector<std::uint32_t>& old_items,
                                   const std::vector<std::uint32_t>& new_items,
                                   const std::vector<DiffOp>& ops) {
  std::vector<std::uint32_t> result;
  std::size_t old_at = 0;
  for (const DiffOp& op : ops) {
    REQUIRE(op.old_start == old_at);
    REQUIRE(op.new_start == result.size());
    for (std::size_t i = 0; i < op.new_size; ++i) {
      const bool is_equal = op.kind == DiffOp::Kind::Equal;
      result.push_back(is_equal ? old_items[op.old_start + i] : new_items[op.new_start + i]);
    }
    old_at = op.old_end();
  }
  REQUIRE(old_at == old_items.size());
  return result;
}

TEST_CASE("ops lead from one sequence to the other, short or long, like or unlike") {
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  for (const auto& [size, values] : {std::pair(8u, 3u), std::pair(40u, 6u), std::pair(900u, 4u),
                                     std::pair(900u, 3000u), std::pair(1500u, 40u)}) {
    for (int round = 0; round < 12; ++round) {
      std::vector<std::uint32_t> old_items(random() % size);
      for (std::uint32_t& item : old_items) item = random() % values;
      std::vector<std::uint32_t> new_items = old_items;
      for (std::uint32_t& item : new_items) {
        if (random() % 4 == 0) item = random() % values;
      }
      new_items.resize(random() % size, 1);
      for (DiffAlgorithm algorithm : {DiffAlgorithm::Myers, DiffAlgorithm::Patience}) {
        const std::vector<DiffOp> ops = diff_sequences(old_items, new_items, algorithm);
        REQUIRE(patched(old_items, new_items, ops) == new_items);
      }
    }
  }
}

}  // namespace
}  // namespace common
