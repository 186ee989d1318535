#include "common/kdl/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/result.h"
#include "common/kdl/cursor.h"
#include "common/kdl/scalar.h"
#include "common/scan/scan.h"

namespace common::kdl {
namespace {

using config::Kind;
using config::Member;
using config::Position;
using config::Problem;
using config::Read;
using config::Region;
using config::Value;

struct Named {
  std::string name;
  Region region;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : cursor_(text) {}

  Read<Value> document() {
    Value root;
    root.kind = Kind::Node;
    root.region.begin = cursor_.position();
    cursor_.take_if("\uFEFF");
    TRY(read_nodes(root, 0));
    root.region.end = cursor_.position();
    return root;
  }

 private:
  // Blanks, comments of one line and ends of lines.
  Read<void> skip_lines() {
    for (;;) {
      const std::size_t before = cursor_.offset();
      TRY(skip_space());
      if (cursor_.sees("//")) skip_comment();
      if (is_newline(cursor_.peek())) cursor_.take();
      if (cursor_.offset() == before) return {};
    }
  }

  void skip_comment() {
    while (!cursor_.is_at_end() && !is_newline(cursor_.peek())) cursor_.take();
  }

  // Blanks, comments in the line, and the end of a line behind a backslash.
  Read<void> skip_space() {
    for (;;) {
      if (is_space(cursor_.peek())) {
        cursor_.take();
      } else if (cursor_.sees("/*")) {
        TRY(skip_block_comment());
      } else if (cursor_.peek() == '\\') {
        TRY(skip_continuation());
      } else {
        return {};
      }
    }
  }

  Read<void> skip_block_comment() {
    const Position begin = cursor_.position();
    int depth = 0;
    while (!cursor_.is_at_end()) {
      if (cursor_.take_if("/*")) {
        ++depth;
      } else if (cursor_.take_if("*/")) {
        if (--depth == 0) return {};
      } else {
        cursor_.take();
      }
    }
    return std::unexpected(Problem{.message = "expected `*/` to close this comment",
                                   .region = {.begin = begin, .end = behind(begin, 2)}});
  }

  Read<void> skip_continuation() {
    cursor_.take();
    while (is_space(cursor_.peek())) cursor_.take();
    if (cursor_.sees("//")) skip_comment();
    if (cursor_.is_at_end()) return {};
    if (!is_newline(cursor_.peek())) {
      return expected(cursor_, "the end of the line after the backslash");
    }
    if (cursor_.take() == '\r') cursor_.take_if("\n");
    return {};
  }

  static Position behind(Position position, std::uint32_t count) {
    position.column += count;
    return position;
  }

  Read<void> read_nodes(Value& parent, int depth) {
    for (;;) {
      TRY(skip_lines());
      if (cursor_.is_at_end() || cursor_.peek() == '}') return {};
      // "/-" takes out the node that follows.
      const bool is_dropped = cursor_.take_if("/-");
      if (is_dropped) TRY(skip_space());
      auto node = TRY(read_node(depth));
      if (!is_dropped) parent.members.push_back(std::move(node));
    }
  }

  bool is_at_end_of_node() const {
    return cursor_.is_at_end() || is_newline(cursor_.peek()) || cursor_.peek() == ';' ||
           cursor_.peek() == '}' || cursor_.sees("//");
  }

  Read<Member> read_node(int depth) {
    Value node;
    node.kind = Kind::Node;
    node.region.begin = cursor_.position();
    node.annotation = TRY(read_annotation());
    Named name = TRY(read_name("the name of a node"));
    TRY(read_content(node, depth));
    node.region.end = cursor_.position();
    cursor_.take_if(";");
    return Member{
        .name = std::move(name.name), .name_region = name.region, .value = std::move(node)};
  }

  Read<void> read_content(Value& node, int depth) {
    bool has_block = false;
    for (;;) {
      const std::size_t before = cursor_.offset();
      TRY(skip_space());
      if (is_at_end_of_node()) return {};
      const bool is_spaced = cursor_.offset() != before;
      const bool is_dropped = cursor_.take_if("/-");
      if (is_dropped) TRY(skip_space());
      Value nowhere;
      Value& target = is_dropped ? nowhere : node;
      if (cursor_.peek() == '{') {
        if (has_block && !is_dropped) return expected(cursor_, "no second block for this node");
        has_block = has_block || !is_dropped;
        TRY(read_block(target, depth));
      } else if (has_block) {
        return expected(cursor_, "the end of the line or `;` after the block");
      } else if (!is_spaced) {
        return expected(cursor_, "a space, `;` or the end of the line");
      } else {
        TRY(read_entry(target));
      }
    }
  }

  Read<void> read_block(Value& node, int depth) {
    const Position begin = cursor_.position();
    if (depth >= kDeepest) {
      return std::unexpected(
          Problem{.message = fmt::format("blocks are nested more than {} deep", kDeepest),
                  .region = {.begin = begin, .end = behind(begin, 1)}});
    }
    cursor_.take();
    TRY(read_nodes(node, depth + 1));
    if (cursor_.take_if("}")) return {};
    return std::unexpected(Problem{.message = "expected `}` to close this block",
                                   .region = {.begin = begin, .end = behind(begin, 1)}});
  }

  // An argument or a property.
  Read<void> read_entry(Value& node) {
    const bool may_be_name =
        is_at_string(cursor_) || (is_name_character(cursor_.peek()) && !is_at_number(cursor_));
    if (!may_be_name) {
      node.elements.push_back(TRY(read_value()));
      return {};
    }
    const Cursor start = cursor_;
    const bool is_bare = !is_at_string(cursor_);
    Named name = TRY(read_name("a value"));
    if (!cursor_.take_if("=")) {
      cursor_ = start;
      node.elements.push_back(TRY(read_value()));
      return {};
    }
    if (is_bare && is_keyword(name.name)) return reserved(name);
    Value value = TRY(read_value());
    std::erase_if(node.members, [&](const Member& member) {
      return member.name == name.name && member.value.kind != Kind::Node;
    });
    node.members.push_back(
        {.name = std::move(name.name), .name_region = name.region, .value = std::move(value)});
    return {};
  }

  static bool is_keyword(std::string_view word) {
    return word == "true" || word == "false" || word == "null";
  }

  static std::unexpected<Problem> reserved(const Named& name) {
    return std::unexpected(Problem{
        .message =
            fmt::format("expected a name, found the keyword `{}`: it needs quotes", name.name),
        .region = name.region});
  }

  // "(type)", or nothing.
  Read<std::string> read_annotation() {
    if (!cursor_.take_if("(")) return std::string();
    Named type = TRY(read_name("the name of a type"));
    if (!cursor_.take_if(")")) return expected(cursor_, "`)` after the name of the type");
    return std::move(type.name);
  }

  Read<Named> read_name(std::string_view what) {
    Named named;
    named.region.begin = cursor_.position();
    const std::size_t start = cursor_.offset();
    if (is_at_string(cursor_)) {
      named.name = TRY(read_string(cursor_));
    } else if (is_name_character(cursor_.peek()) && !is_at_number(cursor_)) {
      while (is_name_character(cursor_.peek())) cursor_.take();
      named.name = cursor_.text_from(start);
    } else {
      return expected(cursor_, what);
    }
    named.region.end = cursor_.position();
    if (what != "a value" && cursor_.text_from(start) == named.name && is_keyword(named.name)) {
      return reserved(named);
    }
    return named;
  }

  Read<Value> read_value() {
    const Position begin = cursor_.position();
    std::string annotation = TRY(read_annotation());
    Value value = TRY(read_scalar());
    value.annotation = std::move(annotation);
    value.region = {.begin = begin, .end = cursor_.position()};
    return value;
  }

  Read<Value> read_scalar() {
    if (is_at_string(cursor_)) return Value::of(std::string_view(TRY(read_string(cursor_))));
    if (is_at_number(cursor_)) return read_number(cursor_);
    const Named word = TRY(read_name("a value"));
    if (word.name == "true") return Value::of(true);
    if (word.name == "false") return Value::of(false);
    Value value;
    value.kind = Kind::Null;
    if (word.name == "null") return value;
    return std::unexpected(Problem{
        .message = fmt::format("expected a value, found `{}`: text needs quotes", word.name),
        .region = word.region});
  }

  Cursor cursor_;

  friend Read<Value> common::kdl::parse_kdl(std::string_view text);
};

}  // namespace

Read<Value> parse_kdl(std::string_view text) {
  const std::size_t valid = scan::valid_utf8_prefix(text);
  Cursor end(text.substr(0, valid));
  if (valid != text.size()) {
    while (!end.is_at_end()) end.take();
    return std::unexpected(Problem{.message = "the text is not valid UTF-8",
                                   .region = {.begin = end.position(), .end = end.position()}});
  }
  Reader reader(text);
  auto document = reader.document();
  if (document && !reader.cursor_.is_at_end()) {
    return expected(reader.cursor_, "a node or the end of the file");
  }
  return document;
}

Value plain_value(const Value& node) {
  if (node.kind != Kind::Node) return node;
  if (node.members.empty() && node.elements.size() == 1) return node.elements.front();
  Value plain;
  plain.region = node.region;
  if (node.members.empty() && !node.elements.empty()) {
    plain.kind = Kind::Array;
    plain.elements = node.elements;
    return plain;
  }
  for (const Member& member : node.members) {
    plain.members.push_back({.name = member.name,
                             .name_region = member.name_region,
                             .value = plain_value(member.value)});
  }
  return plain;
}

}  // namespace common::kdl
