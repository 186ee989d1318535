// Random patterns and texts over a small alphabet, in which matches are frequent.
#pragma once

#include <iterator>
#include <random>
#include <string>
#include <utility>

#include "common/regex/hir.h"

namespace common::regex {

inline Node literal(std::string bytes) {
  Node node;
  node.kind = NodeKind::Literal;
  node.bytes = std::move(bytes);
  return node;
}

inline Node look(Look which) {
  Node node;
  node.kind = NodeKind::Look;
  node.look = which;
  return node;
}

class RandomTrees {
 public:
  explicit RandomTrees(unsigned seed) : random_(seed) {}

  Node tree(int depth) {
    const unsigned kind = pick(depth <= 0 ? 5 : 12);
    Node node;
    if (kind <= 2) return literal(std::string(1, kAlphabet[pick(3)]));
    if (kind == 3) {
      node.kind = NodeKind::Class;
      node.cls.ranges = {{'a', 'b'}};
      return node;
    }
    if (kind == 4) return pick(2) == 0 ? node : look(kLooks[pick(std::size(kLooks))]);
    if (kind <= 6) {
      node.kind = NodeKind::Repeat;
      node.greedy = pick(3) != 0;
      node.min = pick(3);
      node.max = pick(2) == 0 ? kUnbounded : node.min + pick(3);
      node.children.push_back(tree(depth - 1));
      return node;
    }
    node.kind = kind <= 9 ? NodeKind::Concat : NodeKind::Alternate;
    const unsigned count = 2 + pick(2);
    for (unsigned i = 0; i < count; ++i) node.children.push_back(tree(depth - 1));
    return node;
  }

  std::string text() {
    std::string out;
    const unsigned length = pick(8);
    for (unsigned i = 0; i < length; ++i) out.push_back(kAlphabet[pick(7)]);
    return out;
  }

  // Runs of one byte, long enough for the shortcuts taken in them.
  std::string long_text() {
    std::string out;
    for (unsigned runs = 1 + pick(5); runs > 0; --runs) {
      out.append(pick(2) == 0 ? pick(4) : pick(90), kAlphabet[pick(7)]);
    }
    return out;
  }

  unsigned pick(std::size_t bound) {
    return static_cast<unsigned>(random_() % static_cast<unsigned>(bound));
  }

 private:
  static constexpr char kAlphabet[] = {'a', 'b', '-', '\n', '\r', 'a', '\xC3'};
  static constexpr Look kLooks[] = {
      Look::TextStart,
      Look::TextEnd,
      Look::LineStart,
      Look::LineEnd,
      Look::LineStartCrlf,
      Look::LineEndCrlf,
      Look::WordAscii,
      Look::NotWordAscii,
      Look::WordStartAscii,
      Look::WordEndAscii,
      Look::WordStartHalfAscii,
      Look::WordEndHalfAscii,
      Look::WordUnicode,
      Look::NotWordUnicode,
      Look::WordStartHalfUnicode,
      Look::WordEndHalfUnicode,
  };
  std::mt19937 random_;
};

}  // namespace common::regex
