// How the generated dump, equal and hash treat values and lists.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "lint/ast/node.h"

namespace lint::ast {

class DumpWriter;
void dump_node(DumpWriter& out, const Node& node);
bool equal(const Node* left, const Node* right);
std::uint64_t hash(const Node* node);
std::string_view kind_name(Kind kind);

// Indents by depth: "ExprName 4..7", then a line per field.
class DumpWriter {
 public:
  void open(const Node& node) {
    text_ += kind_name(node.kind);
    text_ += ' ' + std::to_string(node.range.start) + ".." + std::to_string(node.range.end) + '\n';
    depth_ += 2;
  }
  void close() { depth_ -= 2; }
  void child(std::string_view field, const Node* node) {
    if (node == nullptr) return;
    label(field);
    dump_node(*this, *node);
  }
  template <typename T>
  void nodes(std::string_view field, const List<T>& list) {
    for (const Node* node : list) child(field, node);
  }
  void value(std::string_view field, std::string_view text) {
    if (text.data() == nullptr) return;
    label(field);
    text_ += '"';
    text_ += text;
    text_ += "\"\n";
  }
  void value(std::string_view field, Name name) {
    if (name.is_set()) value(field, name.text());
  }
  void value(std::string_view field, const Identifier& identifier) {
    value(field, identifier.name);
  }
  void value(std::string_view field, bool flag) { line(field, flag ? "true" : "false"); }
  void value(std::string_view field, std::uint32_t number) { line(field, std::to_string(number)); }
  void value(std::string_view field, std::uint64_t number) { line(field, std::to_string(number)); }
  void value(std::string_view field, double number) { line(field, std::to_string(number)); }
  void value(std::string_view, StringFlags) {}
  std::string take() { return std::move(text_); }

 private:
  void label(std::string_view field) {
    text_.append(depth_, ' ');
    text_ += field;
    text_ += ": ";
  }
  void line(std::string_view field, std::string_view text) {
    label(field);
    text_ += text;
    text_ += '\n';
  }

  std::string text_;
  std::size_t depth_ = 0;
};

template <typename T>
bool equal_value(const T& a, const T& b) {
  return a == b;
}
// NaN cannot be written; bits tell 0.0 from -0.0, which cannot be written either.
inline bool equal_value(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}
inline bool equal_value(const Identifier& a, const Identifier& b) {
  return a.name == b.name;
}

template <typename T>
bool equal_values(const ValueList<T>& a, const ValueList<T>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!equal_value(a[i], b[i])) return false;
  }
  return true;
}
template <typename T>
bool equal_lists(const List<T>& a, const List<T>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!equal(a[i], b[i])) return false;
  }
  return true;
}

inline void mix(std::uint64_t& seed, std::uint64_t value) {
  seed = (seed ^ value) * 0x9E3779B97F4A7C15u;
  seed ^= seed >> 32;
}
inline std::uint64_t hash_value(std::string_view text) {
  return std::hash<std::string_view>{}(text);
}
inline std::uint64_t hash_value(Name name) {
  return name.is_set() ? hash_value(name.text()) : 0;
}
inline std::uint64_t hash_value(const Identifier& identifier) {
  return hash_value(identifier.name);
}
inline std::uint64_t hash_value(double number) {
  return std::bit_cast<std::uint64_t>(number);
}
template <typename T>
std::uint64_t hash_value(T value) {
  return static_cast<std::uint64_t>(value);
}

}  // namespace lint::ast
