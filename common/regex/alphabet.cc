#include "common/regex/alphabet.h"

#include "common/regex/utf8_ranges.h"

namespace common::regex {
namespace {

void add_class(const CharClass& cls, scan::ByteClass& bytes) {
  for (const ClassRange& range : cls.ranges) {
    if (cls.is_bytes) {
      bytes.add_range(static_cast<unsigned char>(range.first),
                      static_cast<unsigned char>(range.last));
      continue;
    }
    Utf8Sequences rest(range);
    while (const auto sequence = rest.next()) {
      for (const ByteRange& one : *sequence) bytes.add_range(one.first, one.last);
    }
  }
}

void add_node(const Node& node, scan::ByteClass& bytes) {
  if (node.kind == NodeKind::Class) add_class(node.cls, bytes);
  for (const char c : node.bytes) bytes.add(static_cast<unsigned char>(c));
  for (const Node& child : node.children) add_node(child, bytes);
}

}  // namespace

scan::ByteClass bytes_in_no_match(const Node& root) {
  scan::ByteClass used;
  add_node(root, used);
  scan::ByteClass unused;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const auto value = static_cast<unsigned char>(byte);
    if (!used.contains(value)) unused.add(value);
  }
  return unused;
}

}  // namespace common::regex
