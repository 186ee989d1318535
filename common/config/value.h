// Values of configuration files, with the place each was written at.
//
// A document is parsed once (toml.h, common/kdl) into a tree of plain values; whoever reads
// an option and does not like it answers with a Problem, which the document
// turns into a message that shows the place.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"

namespace common::config {

// 1-based, columns in code points; line 0: not from a text.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Region {
  Position begin;
  Position end;  // Behind the last character.
};

// Only KDL has Null and Node.  A node has arguments, its elements, and named
// values, its members: scalars for properties and nodes for child nodes, of which
// several may have one name.
enum class Kind : std::uint8_t {
  Null,
  Boolean,
  Integer,
  Float,
  String,
  Date,
  Array,
  Table,
  Node,
};

struct Member;

struct Value {
  Kind kind = Kind::Table;
  Region region;
  bool boolean = false;
  std::int64_t integer = 0;
  double floating = 0;
  std::string text;  // Of a string.
  std::vector<Value> elements;
  std::vector<Member> members;  // Of a table or node, in the order of the text.
  std::string annotation;       // KDL's "(type)" before a value or the name of a node.

  static Value of(bool value);
  static Value of(std::int64_t value);
  static Value of(std::string_view value);
  static Value of(std::vector<Value> elements);

  // Null: this is not a table or node or has no such member.  The first of several.
  const Value* find(std::string_view name) const;
  // Sets what a dotted key names; tables on the way are made.
  void set(std::string_view dotted_key, Value value);
};

struct Member {
  std::string name;
  Region name_region;
  Value value;
};

// What is wrong with a value, and where.
struct Problem {
  std::string message;
  Region region;
};

template <typename T>
using Read = std::expected<T, Problem>;

inline std::unexpected<Problem> problem(const Value& value, std::string message) {
  return std::unexpected(Problem{.message = std::move(message), .region = value.region});
}
// "invalid type: string "a", expected a boolean"
std::unexpected<Problem> wrong_type(const Value& value, std::string_view expected);
// "invalid value: string "a", expected a character"
std::unexpected<Problem> wrong_value(const Value& value, std::string_view expected);
// "unknown variant `a`, expected one of `b`, `c`"
std::unexpected<Problem> unknown_choice(const Value& value,
                                        const std::vector<std::string_view>& choices);
// "unknown field `a`", and what was meant or, unless the list is long, what there is.
std::unexpected<Problem> unknown_key(const Member& member,
                                     const std::vector<std::string_view>& known,
                                     bool is_long = false);

// The line that the problem is about and a mark under the place, three lines; empty: it
// is about no place.
std::string marked_line(const Problem& problem, std::string_view text);

// The message with the line it is about:
//
//   TOML parse error at line 1, column 7
//     |
//   1 | fix = 1
//     |       ^
//   invalid type: integer `1`, expected a boolean
std::string located_message(const Problem& problem, std::string_view text,
                            std::string_view language = "TOML");

}  // namespace common::config
