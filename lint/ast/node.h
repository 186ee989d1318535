// What all nodes of the syntax tree share; the nodes themselves are generated
// from Python.asdl into "lint/ast/ast_nodes.h" (build tree), which includes this.
//
// Nodes live in the arena of their Parsed (parser/parsed.h), are trivially
// destructible, never change after parsing and refer to each other by plain
// pointers.  Whatever is learnt about a node later is kept in a vector indexed
// by its NodeId, never in the node.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "common/text/range.h"

namespace lint::ast {

using common::TextRange;

// Dense, in order of creation (children before parents), unique in one Parsed
// including the trees of its string annotations.
enum class NodeId : std::uint32_t {};

// An interned name: equal names of one Parsed are the same pointer, and index()
// numbers them densely, so tables by name are arrays.  NFKC-normalised, as
// Python's identifiers are.
struct NameEntry {
  std::string_view text;
  std::uint32_t index;
};

class Name {
 public:
  constexpr Name() = default;
  constexpr explicit Name(const NameEntry* entry) : entry_(entry) {}
  // Empty if the name is not set.
  std::string_view text() const { return entry_ != nullptr ? entry_->text : std::string_view(); }
  std::uint32_t index() const { return entry_->index; }
  bool is_set() const { return entry_ != nullptr; }
  bool operator==(const Name&) const = default;
  bool operator==(std::string_view other) const { return text() == other; }

 private:
  const NameEntry* entry_ = nullptr;
};

// A name where it is written.  An absent one (identifier?) is false.
struct Identifier {
  Name name;
  TextRange range;
  explicit operator bool() const { return name.is_set(); }
  std::string_view text() const { return name.text(); }
  bool operator==(std::string_view other) const { return name == other; }
};

// Children of one kind, in the arena.  Iterates as `const T*`.
template <typename T>
class List {
 public:
  using value_type = const T*;
  constexpr List() = default;
  constexpr List(const T* const* data, std::size_t size)
      : data_(data), size_(static_cast<std::uint32_t>(size)) {}
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T* operator[](std::size_t i) const { return data_[i]; }
  const T* front() const { return data_[0]; }
  const T* back() const { return data_[size_ - 1]; }
  const T* const* begin() const { return data_; }
  const T* const* end() const { return data_ + size_; }
  operator std::span<const T* const>() const { return {data_, size_}; }

 private:
  const T* const* data_ = nullptr;
  std::uint32_t size_ = 0;
};

// Values without a node of their own (operators, identifiers).
template <typename T>
class ValueList {
 public:
  using value_type = T;
  constexpr ValueList() = default;
  constexpr ValueList(const T* data, std::size_t size)
      : data_(data), size_(static_cast<std::uint32_t>(size)) {}
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t i) const { return data_[i]; }
  const T& front() const { return data_[0]; }
  const T& back() const { return data_[size_ - 1]; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  operator std::span<const T>() const { return {data_, size_}; }

 private:
  const T* data_ = nullptr;
  std::uint32_t size_ = 0;
};

// How a quoted piece was written.
struct StringFlags {
  bool is_triple : 1 = false;
  bool is_double_quoted : 1 = false;  // " rather than '
  bool is_raw : 1 = false;            // r or R
  bool is_raw_upper : 1 = false;      // R
  bool is_unicode : 1 = false;        // u or U
  bool is_unclosed : 1 = false;       // After a syntax error.
  std::uint8_t prefix_size = 0;       // Bytes in front of the opening quote.

  char quote() const { return is_double_quoted ? '"' : '\''; }
  std::uint32_t quote_size() const { return is_triple ? 3u : 1u; }
  std::uint32_t opener_size() const { return prefix_size + quote_size(); }
  std::uint32_t closer_size() const { return is_unclosed ? 0u : quote_size(); }
};

enum class Kind : std::uint8_t;

struct Node {
  Kind kind;
  NodeId id;
  TextRange range;
};

// The node as a T, or null if it is of another kind (or null itself).  T may be
// a concrete node (ExprName) or a sum (Expr).
template <typename T>
const T* as(const Node* node) {
  return node != nullptr && T::covers(node->kind) ? static_cast<const T*>(node) : nullptr;
}
template <typename T>
const T* as(const Node& node) {
  return T::covers(node.kind) ? static_cast<const T*>(&node) : nullptr;
}
template <typename T>
bool is(const Node* node) {
  return node != nullptr && T::covers(node->kind);
}
template <typename T>
bool is(const Node& node) {
  return T::covers(node.kind);
}

}  // namespace lint::ast
