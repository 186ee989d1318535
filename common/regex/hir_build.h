// Constructors of Nodes that keep a tree simple.
//
// They flatten sequences and alternatives, join literals, turn a class of one
// member into a literal and an alternative of single characters into a class.
// None changes what is matched nor which match is preferred.  What can be
// simplified decides in places what ripgrep accepts (`\n|a` is a class from
// which \n can be taken, `\n` is not), so no rule goes further than its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/regex/hir.h"

namespace common::regex {

Node make_empty();
Node make_fail();  // Never matches.
Node make_literal(std::string bytes);
Node make_class(CharClass cls);
Node make_look(Look look);
Node make_repeat(std::uint32_t min, std::uint32_t max, bool greedy, Node child);
Node make_capture(std::uint32_t index, std::string name, Node child);
Node make_concat(std::vector<Node> children);
Node make_alternate(std::vector<Node> children);

// A sequence that grows at its end.
class ConcatBuilder {
 public:
  void add(Node node);
  // The place to append bytes of a literal to.
  std::string& literal() { return literal_; }
  Node finish();

 private:
  void flush();

  std::vector<Node> children_;
  std::string literal_;  // Not yet among the children.
};

}  // namespace common::regex
