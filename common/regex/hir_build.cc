#include "common/regex/hir_build.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/regex/char_class.h"
#include "common/regex/utf8.h"

namespace common::regex {
namespace {

Node node_of(NodeKind kind) {
  Node node;
  node.kind = kind;
  return node;
}

// Whether no match is longer than nothing.
bool is_zero_width(const Node& node) {
  switch (node.kind) {
    case NodeKind::Empty:
    case NodeKind::Look:
      return true;
    case NodeKind::Literal:
    case NodeKind::Class:
      return false;
    default:
      return std::all_of(node.children.begin(), node.children.end(), is_zero_width);
  }
}

// Alternatives that are single characters each, or else single bytes each.
std::optional<CharClass> class_of_literals(const std::vector<Node>& alternatives) {
  CharClass scalars;
  CharClass bytes{.ranges = {}, .is_bytes = true};
  bool are_scalars = true;
  bool are_bytes = true;
  for (const Node& node : alternatives) {
    if (node.kind != NodeKind::Literal) return std::nullopt;
    const DecodedScalar scalar = decode_scalar(node.bytes);
    are_scalars = are_scalars && scalar.length == node.bytes.size();
    are_bytes = are_bytes && node.bytes.size() == 1;
    if (!are_scalars && !are_bytes) return std::nullopt;
    const auto byte = static_cast<unsigned char>(node.bytes.front());
    scalars.ranges.push_back({scalar.value, scalar.value});
    bytes.ranges.push_back({byte, byte});
  }
  CharClass& result = are_scalars ? scalars : bytes;
  canonicalize(result);
  return std::move(result);
}

// Alternatives that are classes each, all of scalar values or all of bytes.
std::optional<CharClass> class_of_classes(const std::vector<Node>& alternatives) {
  const auto is_class = [](const Node& node) { return node.kind == NodeKind::Class; };
  if (!std::all_of(alternatives.begin(), alternatives.end(), is_class)) return std::nullopt;
  CharClass result;
  for (const Node& node : alternatives) result.is_bytes = result.is_bytes || node.cls.is_bytes;
  for (const Node& node : alternatives) {
    if (result.is_bytes && !node.cls.is_bytes && !is_ascii(node.cls)) return std::nullopt;
    result.ranges.insert(result.ranges.end(), node.cls.ranges.begin(), node.cls.ranges.end());
  }
  canonicalize(result);
  return result;
}

// How many first children all alternatives have in common, as sequences.
std::size_t common_prefix(const std::vector<Node>& alternatives) {
  const std::vector<Node>& first = alternatives.front().children;
  std::size_t length = first.size();
  for (const Node& node : alternatives) {
    if (node.kind != NodeKind::Concat) return 0;
    length = std::min(length, node.children.size());
    std::size_t same = 0;
    while (same < length && node.children[same] == first[same]) ++same;
    length = same;
    if (length == 0) return 0;
  }
  return length;
}

// `xa|xb` as `x(?:a|b)`, for sequences that begin with the `length` same nodes.
Node lift_prefix(std::vector<Node> alternatives, std::size_t length) {
  ConcatBuilder whole;
  std::vector<Node> rests;
  for (Node& node : alternatives) {
    const auto middle = node.children.begin() + static_cast<std::ptrdiff_t>(length);
    rests.push_back(make_concat(
        {std::make_move_iterator(middle), std::make_move_iterator(node.children.end())}));
  }
  for (std::size_t i = 0; i < length; ++i) {
    whole.add(std::move(alternatives.front().children[i]));
  }
  whole.add(make_alternate(std::move(rests)));
  return whole.finish();
}

}  // namespace

Node make_empty() {
  return {};
}

Node make_fail() {
  return node_of(NodeKind::Class);
}

Node make_literal(std::string bytes) {
  if (bytes.empty()) return make_empty();
  Node node = node_of(NodeKind::Literal);
  node.bytes = std::move(bytes);
  return node;
}

Node make_class(CharClass cls) {
  if (cls.ranges.size() == 1 && cls.ranges[0].first == cls.ranges[0].last) {
    std::string bytes;
    if (cls.is_bytes) {
      bytes += static_cast<char>(cls.ranges[0].first);
    } else {
      append_scalar(cls.ranges[0].first, bytes);
    }
    return make_literal(std::move(bytes));
  }
  Node node = node_of(NodeKind::Class);
  node.cls = std::move(cls);
  normalize_kind(node.cls);
  return node;
}

Node make_look(Look look) {
  Node node = node_of(NodeKind::Look);
  node.look = look;
  return node;
}

Node make_repeat(std::uint32_t min, std::uint32_t max, bool greedy, Node child) {
  if (is_zero_width(child)) {
    min = std::min(min, 1u);
    max = std::min(max, 1u);
  }
  if (max == 0) return make_empty();
  if (min == 1 && max == 1) return child;
  Node node = node_of(NodeKind::Repeat);
  node.min = min;
  node.max = max;
  node.greedy = greedy;
  node.children.push_back(std::move(child));
  return node;
}

Node make_capture(std::uint32_t index, std::string name, Node child) {
  Node node = node_of(NodeKind::Capture);
  node.capture_index = index;
  node.name = std::move(name);
  node.children.push_back(std::move(child));
  return node;
}

Node make_concat(std::vector<Node> children) {
  ConcatBuilder builder;
  for (Node& child : children) builder.add(std::move(child));
  return builder.finish();
}

Node make_alternate(std::vector<Node> children) {
  std::vector<Node> flat;
  flat.reserve(children.size());
  for (Node& child : children) {
    if (child.kind == NodeKind::Alternate) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(child));
    }
  }
  if (flat.empty()) return make_fail();
  if (flat.size() == 1) return std::move(flat.front());
  if (auto cls = class_of_literals(flat)) return make_class(*std::move(cls));
  if (auto cls = class_of_classes(flat)) return make_class(*std::move(cls));
  if (const std::size_t length = common_prefix(flat); length > 0) {
    return lift_prefix(std::move(flat), length);
  }
  Node node = node_of(NodeKind::Alternate);
  node.children = std::move(flat);
  return node;
}

void ConcatBuilder::add(Node node) {
  switch (node.kind) {
    case NodeKind::Empty:
      return;
    case NodeKind::Literal:
      literal_ += node.bytes;
      return;
    case NodeKind::Concat:
      for (Node& child : node.children) add(std::move(child));
      return;
    default:
      flush();
      children_.push_back(std::move(node));
  }
}

void ConcatBuilder::flush() {
  if (literal_.empty()) return;
  children_.push_back(make_literal(std::move(literal_)));
  literal_.clear();
}

Node ConcatBuilder::finish() {
  flush();
  if (children_.empty()) return make_empty();
  if (children_.size() == 1) return std::move(children_.front());
  Node node = node_of(NodeKind::Concat);
  node.children = std::move(children_);
  return node;
}

}  // namespace common::regex
