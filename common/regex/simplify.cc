#include "common/regex/simplify.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/regex/nfa.h"

namespace common::regex {
namespace {

struct Ends {
  bool left = false;
  bool right = false;
};

Node trim(const Node& node, Ends ends);

// At an end of the pattern only the fewest iterations count: a longer match
// contains a shorter one.
Node trim_repeat(const Node& node, Ends ends) {
  if (!ends.left && !ends.right) {
    Node copy = node;
    copy.children[0] = trim(node.children[0], {});
    return copy;
  }
  if (node.min == 0) return {};
  if (node.min == 1) return trim(node.children[0], ends);
  Node copy = node;
  copy.max = copy.min;
  copy.children[0] = trim(node.children[0], {});
  return copy;
}

Node trim_concat(const Node& node, Ends ends) {
  std::vector<Node> parts;
  std::size_t first = 0;
  std::size_t last = node.children.size();
  std::vector<Node> tail;
  // From each end inwards, as long as what was at the end has vanished.
  while (ends.left && first < last) {
    Node part = trim(node.children[first], {true, ends.right && first + 1 == last});
    ++first;
    if (part.kind == NodeKind::Empty) continue;
    parts.push_back(std::move(part));
    break;
  }
  while (ends.right && first < last) {
    Node part = trim(node.children[last - 1], {parts.empty() && ends.left, true});
    --last;
    if (part.kind == NodeKind::Empty) continue;
    tail.push_back(std::move(part));
    break;
  }
  for (; first < last; ++first) {
    Node part = trim(node.children[first], {});
    if (part.kind != NodeKind::Empty) parts.push_back(std::move(part));
  }
  std::ranges::move(tail, std::back_inserter(parts));
  if (parts.empty()) return {};
  if (parts.size() == 1) return std::move(parts[0]);
  Node out;
  out.kind = NodeKind::Concat;
  out.children = std::move(parts);
  return out;
}

Node trim(const Node& node, Ends ends) {
  if ((ends.left || ends.right) && can_be_empty(node) && !has_look(node)) return {};
  switch (node.kind) {
    case NodeKind::Capture:
      return trim(node.children[0], ends);
    case NodeKind::Repeat:
      return trim_repeat(node, ends);
    case NodeKind::Concat:
      return trim_concat(node, ends);
    case NodeKind::Alternate: {
      Node out;
      out.kind = NodeKind::Alternate;
      for (const Node& child : node.children) out.children.push_back(trim(child, ends));
      return out;
    }
    default:
      return node;
  }
}

}  // namespace

Node for_existence(const Node& root) {
  return trim(root, {true, true});
}

}  // namespace common::regex
