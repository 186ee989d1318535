// Any bytes as a pattern, under any options: parse() neither crashes nor loses
// its invariants, and what a search does to the tree keeps them.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/check.h"
#include "common/regex/char_class.h"
#include "common/regex/parse.h"

namespace {

using common::regex::CharClass;
using common::regex::Node;
using common::regex::NodeKind;

void check_class(const CharClass& cls) {
  CharClass canonical = cls;
  canonicalize(canonical);
  CHECK(canonical == cls);
  CHECK(!cls.is_bytes || !is_ascii(cls));
}

void check_tree(const Node& node, std::size_t group_count) {
  const std::size_t count = node.children.size();
  switch (node.kind) {
    case NodeKind::Empty:
    case NodeKind::Look:
      CHECK(count == 0);
      break;
    case NodeKind::Literal:
      CHECK(count == 0 && !node.bytes.empty());
      break;
    case NodeKind::Class:
      CHECK(count == 0);
      check_class(node.cls);
      break;
    case NodeKind::Repeat:
      CHECK(count == 1 && node.min <= node.max && node.max > 0);
      break;
    case NodeKind::Capture:
      CHECK(count == 1 && node.capture_index > 0 && node.capture_index < group_count);
      break;
    case NodeKind::Concat:
    case NodeKind::Alternate:
      CHECK(count >= 2);
      for (const Node& child : node.children) CHECK(child.kind != node.kind);
      break;
  }
  for (const Node& child : node.children) check_tree(child, group_count);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::uint8_t bits = data[0];
  const std::string_view pattern(reinterpret_cast<const char*>(data) + 1, size - 1);
  const common::regex::ParseOptions options{.ignore_case = (bits & 1) != 0,
                                            .unicode = (bits & 2) == 0,
                                            .multi_line = (bits & 4) == 0,
                                            .dot_matches_newline = (bits & 8) != 0,
                                            .crlf = (bits & 16) != 0,
                                            .ignore_whitespace = (bits & 32) != 0};
  auto hir = parse(pattern, options);
  if (!hir) {
    CHECK(!hir.error().message.empty());
    return 0;
  }
  const std::size_t group_count = hir->capture_names.size();
  check_tree(hir->root, group_count);
  CHECK(literal_case(pattern, options));
  Node stripped = hir->root;
  if (strip_line_terminator(stripped, '\n')) check_tree(stripped, group_count);
  check_tree(literal_hir(pattern, options).root, 1);
  return 0;
}
