// Dotted names: chains of attributes with a name at the bottom.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

// The segments of a.b.c, without allocation: views of interned names.
class DottedName {
 public:
  // Longer chains are taken for no dotted name: nothing asks for them.
  static constexpr std::size_t kMaxSegments = 12;

  DottedName() = default;
  // Empty if the expression is no dotted name.
  explicit DottedName(const Expr& expr);

  explicit operator bool() const { return first_ != kMaxSegments; }
  std::size_t size() const { return kMaxSegments - first_; }
  std::string_view operator[](std::size_t i) const { return segments_[first_ + i]; }
  std::string_view front() const { return segments_[first_]; }
  std::string_view back() const { return segments_.back(); }
  std::span<const std::string_view> segments() const {
    return std::span(segments_).subspan(first_);
  }
  // Is it "a.b.c"?
  bool operator==(std::string_view dotted) const;
  std::string text() const;

 private:
  // Filled from the back, as chains are nested.
  std::array<std::string_view, kMaxSegments> segments_;
  std::uint32_t first_ = kMaxSegments;
};

// Of any length.
bool is_dotted_name(const Expr& expr);
// The name at the bottom of a chain of attributes: a of a.b.c; null if there is
// none.
const ExprName* root_name(const Expr& expr);

// __x__
inline bool is_dunder(std::string_view name) {
  return name.starts_with("__") && name.ends_with("__");
}
// _x_, which is no dunder.
inline bool is_sunder(std::string_view name) {
  return name.starts_with('_') && name.ends_with('_') && !name.starts_with("__") &&
         !name.ends_with("__");
}

}  // namespace lint::ast
