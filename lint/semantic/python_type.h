// The type of an expression as far as it is plain to see.
#pragma once

#include <cstdint>

#include "lint/ast/ast_nodes.h"

namespace lint::semantic {

enum class PythonType : std::uint8_t {
  String,
  Bytes,
  Integer,
  Float,
  Complex,
  Bool,
  None,
  Ellipsis,
  Dict,
  List,
  Set,
  Tuple,
  Generator,
};

constexpr bool is_number(PythonType type) {
  return type >= PythonType::Integer && type <= PythonType::Bool;
}

// One type, one of several, nothing known, or an operation that fails.
class ResolvedType {
 public:
  enum class Kind : std::uint8_t { Unknown, TypeError, Atom, Union };

  constexpr ResolvedType() = default;
  constexpr ResolvedType(PythonType type) : kind_(Kind::Atom), bits_(bit(type)) {}
  static constexpr ResolvedType type_error() { return ResolvedType(Kind::TypeError); }

  constexpr Kind kind() const { return kind_; }
  constexpr bool is_known() const { return kind_ == Kind::Atom || kind_ == Kind::Union; }
  // Is it just this type?
  constexpr bool is(PythonType type) const { return kind_ == Kind::Atom && bits_ == bit(type); }
  // Is it this type, or may it be?
  constexpr bool may_be(PythonType type) const { return (bits_ & bit(type)) != 0; }
  constexpr bool is_atom() const { return kind_ == Kind::Atom; }
  // Of an atom.
  PythonType atom() const;
  // Do all possible types satisfy f(PythonType)?  False if nothing is known.
  template <typename F>
  bool all_of(F&& f) const {
    if (!is_known()) return false;
    for (unsigned i = 0; i <= static_cast<unsigned>(PythonType::Generator); ++i) {
      const auto type = static_cast<PythonType>(i);
      if (may_be(type) && !f(type)) return false;
    }
    return true;
  }
  ResolvedType join(ResolvedType other) const;
  bool operator==(const ResolvedType&) const = default;

 private:
  constexpr explicit ResolvedType(Kind kind) : kind_(kind) {}
  static constexpr std::uint16_t bit(PythonType type) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(type));
  }
  ResolvedType with(PythonType type) const;

  Kind kind_ = Kind::Unknown;
  std::uint16_t bits_ = 0;  // Of Atom and Union.
};

ResolvedType type_of(const ast::Expr& expr);

}  // namespace lint::semantic
