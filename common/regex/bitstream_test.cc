// Bit-stream programs against a naive matcher that follows the definition.
#include "common/regex/bitstream.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "common/regex/random_test_support.h"
#include "common/regex/random_trees_test_support.h"

namespace common::regex {
namespace {

Node node_of(NodeKind kind) {
  Node node;
  node.kind = kind;
  return node;
}
Node class_node(std::vector<ClassRange> ranges, bool is_bytes = false) {
  Node node = node_of(NodeKind::Class);
  node.cls = {std::move(ranges), is_bytes};
  return node;
}
Node repeat(Node child, std::uint32_t min, std::uint32_t max) {
  Node node = node_of(NodeKind::Repeat);
  node.min = min;
  node.max = max;
  node.children.push_back(std::move(child));
  return node;
}
Node many(NodeKind kind, std::vector<Node> children) {
  Node node = node_of(kind);
  node.children = std::move(children);
  return node;
}
Node word() {
  return class_node({{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xAA, 0xFFFF}});
}
Node ascii_word() {
  return class_node({{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}});
}
Node space() {
  return class_node({{'\t', '\t'}, {'\v', '\r'}, {' ', ' '}});
}

using Ends = std::set<std::size_t>;

// All ends of matches of `node` that start at one of `starts`; classes match single bytes.
Ends ends_of(const Node& node, std::string_view text, const Ends& starts) {
  Ends ends;
  switch (node.kind) {
    case NodeKind::Empty:
    case NodeKind::Look:
      return starts;
    case NodeKind::Literal:
      for (std::size_t at : starts) {
        if (text.substr(at).starts_with(node.bytes)) ends.insert(at + node.bytes.size());
      }
      return ends;
    case NodeKind::Class:
      for (std::size_t at : starts) {
        if (at == text.size()) continue;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80 && !node.cls.is_bytes) continue;
        for (const ClassRange& range : node.cls.ranges) {
          if (byte >= range.first && byte <= range.last) ends.insert(at + 1);
        }
      }
      return ends;
    case NodeKind::Capture:
      return ends_of(node.children[0], text, starts);
    case NodeKind::Concat:
      ends = starts;
      for (const Node& child : node.children) ends = ends_of(child, text, ends);
      return ends;
    case NodeKind::Alternate:
      for (const Node& child : node.children) ends.merge(ends_of(child, text, starts));
      return ends;
    case NodeKind::Repeat: {
      Ends now = starts;
      for (std::uint32_t i = 0; i < node.min; ++i) now = ends_of(node.children[0], text, now);
      ends = now;
      for (std::uint32_t i = node.min; i < node.max && !now.empty(); ++i) {
        Ends next = ends_of(node.children[0], text, now);
        now.clear();
        for (std::size_t end : next) {
          if (ends.insert(end).second) now.insert(end);
        }
      }
      return ends;
    }
  }
  return ends;
}

bool matches_naively(const Node& node, std::string_view line) {
  Ends everywhere;
  for (std::size_t i = 0; i <= line.size(); ++i) everywhere.insert(i);
  return !ends_of(node, line, everywhere).empty();
}

// Checks every line of the text: a hit where it matches, and only there if exact.
void check_lines(const Node& node, const BitstreamProgram& program, std::string_view text,
                 BitstreamProgram::State& state) {
  std::size_t start = 0;
  auto hit = program.find(text, 0, state);
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
    const std::string_view line = text.substr(start, end - start);
    const bool is_hit = hit && hit.position < end;
    const bool expected = matches_naively(node, line);
    if (expected) REQUIRE(is_hit);
    if (is_hit) {
      REQUIRE(hit.position >= start);
      if (hit.is_exact) REQUIRE(expected);
      if (!expected) REQUIRE(line.find_first_of("\x80\xC3\xFF") != line.npos);
      hit = program.find(text, end, state);
    }
    start = end;
  }
  REQUIRE_FALSE(hit);
}

Node random_element(Random& random) {
  switch (below(random, 6)) {
    case 0:
      return class_node({{'a', 'b'}});
    case 1:
      return class_node({{'b', 'c'}, {0xE9, 0xE9}});
    case 2:
      return class_node({{' ', ' '}});
    case 3:
      return class_node({{'a', 'a'}, {0x80, 0x90}}, true);
    case 4:
      return literal("a");
    default:
      return literal(below(random, 2) == 0 ? "ab" : "ca ");
  }
}

Node random_tree(Random& random) {
  std::vector<Node> parts;
  for (std::size_t i = 2 + below(random, 4); i > 0; --i) {
    Node node = random_element(random);
    if (below(random, 4) == 0) node = many(NodeKind::Alternate, {node, random_element(random)});
    if (below(random, 12) == 0) node = many(NodeKind::Alternate, {node, Node{}});
    if (below(random, 2) == 0) {
      const bool is_simple = node.kind == NodeKind::Class;
      const auto min = static_cast<std::uint32_t>(below(random, is_simple && i > 1 ? 20 : 3));
      const auto more = static_cast<std::uint32_t>(below(random, is_simple ? 20 : 3));
      node = repeat(node, min, is_simple && more > 10 ? kUnbounded : min + more);
    }
    if (below(random, 5) == 0) node = many(NodeKind::Capture, {node});
    parts.push_back(std::move(node));
  }
  return many(NodeKind::Concat, std::move(parts));
}

std::string random_text(Random& random, std::size_t size, std::size_t line_size) {
  std::string text(size, '\n');
  // Few letters, and stretches of one, so that runs are long and cross words and batches.
  char last = 'a';
  for (char& c : text) {
    if (below(random, line_size) == 0) continue;
    constexpr std::string_view kLetters = "aaabbc \x80\xC3";
    if (below(random, 3) == 0) last = kLetters[below(random, kLetters.size())];
    if (last < 0 && below(random, 20) != 0) last = 'b';
    c = last;
  }
  return text;
}

TEST_CASE("lines that match are hits, and exact hits are matches") {
  Random random(10);
  int compiled = 0;
  for (int round = 0; round < 400; ++round) {
    const Node node = random_tree(random);
    const auto program = BitstreamProgram::compile(node);
    if (!program) continue;
    ++compiled;
    BitstreamProgram::State state(*program);
    const std::size_t sizes[] = {10, 200, 600, 3000};
    const std::size_t size = sizes[below(random, 4)];
    check_lines(node, *program, random_text(random, size, 30), state);
    // The same state on another haystack, maybe at the same address.
    check_lines(node, *program, random_text(random, size, 200), state);
  }
  CHECK(compiled > 250);
}

TEST_CASE("matches across words and batches are found") {
  const Node node = many(NodeKind::Concat, {literal("x"), repeat(ascii_word(), 3, kUnbounded),
                                            repeat(space(), 1, kUnbounded), literal("y")});
  const auto program = BitstreamProgram::compile(node);
  REQUIRE(program);
  CHECK(program->is_exact());
  BitstreamProgram::State state(*program);
  for (std::size_t at : {0u, 1u, 60u, 63u, 64u, 500u, 511u, 512u, 1530u, 4000u, 9000u, 20000u}) {
    for (std::size_t length : {3u, 61u, 64u, 500u, 5000u}) {
      std::string text(at, '-');
      text += "x" + std::string(length, 'w') + std::string(length, ' ') + "y";
      const std::size_t end = text.size() - 1;
      text += std::string(100, 'z');
      const auto hit = program->find(text, 0, state);
      CHECK(hit.position == end);
      CHECK(hit.is_exact);
      CHECK_FALSE(program->find(text, end + 1, state));
    }
  }
}

TEST_CASE("a refilled buffer is read anew") {
  const auto program = BitstreamProgram::compile(many(NodeKind::Concat, {word(), literal("!")}));
  REQUIRE(program);
  BitstreamProgram::State state(*program);
  std::string buffer = "a!\nnone\nnone\nb!\n";
  CHECK(program->find(buffer, 0, state).position == 1);
  buffer = "--\nc!  \n      \n";
  CHECK(program->find(buffer, 3, state).position == 4);
  buffer = "--\n--  \n      \nd!";
  CHECK(program->find(buffer, 8, state).position == 16);
}

TEST_CASE("only lines with other than ASCII are uncertain where the pattern sees more") {
  const auto program = BitstreamProgram::compile(
      many(NodeKind::Concat, {repeat(word(), 5, 5), repeat(space(), 1, kUnbounded), word()}));
  REQUIRE(program);
  CHECK_FALSE(program->is_exact());
  BitstreamProgram::State state(*program);
  CHECK(program->find("abcd efg\nabcde  f\n", 0, state).position == 16);
  CHECK(program->find("abcd efg\nabcde  f\n", 0, state).is_exact);
  const auto other = program->find("ab\xC3\xA9", 0, state);
  CHECK(other.position == 2);
  CHECK_FALSE(other.is_exact);
}

TEST_CASE("assertions are dropped and make hits uncertain") {
  Node look = node_of(NodeKind::Look);
  look.look = Look::WordAscii;
  const auto program =
      BitstreamProgram::compile(many(NodeKind::Concat, {look, literal("ab"), look}));
  REQUIRE(program);
  BitstreamProgram::State state(*program);
  const auto hit = program->find("xabx", 0, state);
  CHECK(hit.position == 2);
  CHECK_FALSE(hit.is_exact);
}

TEST_CASE("patterns that match the empty string or are too large are refused") {
  CHECK_FALSE(BitstreamProgram::compile(Node{}));
  CHECK_FALSE(BitstreamProgram::compile(repeat(word(), 0, kUnbounded)));
  CHECK_FALSE(BitstreamProgram::compile(many(NodeKind::Alternate, {literal("a"), Node{}})));
  CHECK_FALSE(BitstreamProgram::compile(literal("abcdefghijklmnopqrstuvwxyz")));
  const Node pair = many(NodeKind::Concat, {word(), space()});
  CHECK_FALSE(BitstreamProgram::compile(
      many(NodeKind::Concat, {word(), repeat(pair, 1, kUnbounded), word()})));
  CHECK_FALSE(BitstreamProgram::compile(
      many(NodeKind::Concat, {space(), repeat(word(), 0, 100000), space()})));
  CHECK(BitstreamProgram::compile(repeat(pair, 1, kUnbounded)));
}

}  // namespace
}  // namespace common::regex
