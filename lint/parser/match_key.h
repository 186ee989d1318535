// MatchKey: what a key of a mapping pattern is equal to.
//
// Numbers are equal by value, as they are to a dictionary: 1, 1.0, True and
// 1 + 0j are one key.
#pragma once

#include <cstdint>
#include <string_view>

#include "lint/ast/ast_nodes.h"

namespace lint::parser {

class MatchKey {
 public:
  explicit MatchKey(const ast::Expr& expr);

  // Names of attributes are not: they may turn out equal or not.
  bool is_constant() const { return sort_ != Sort::Other; }
  bool operator==(const MatchKey& other) const;

 private:
  enum class Sort : std::uint8_t { Other, Integer, BigInteger, Complex, Literal };

  void read_number(const ast::ExprNumberLiteral& number);
  void read_integer(std::uint64_t value);
  void read_sum(const ast::ExprBinOp& sum);
  void negate();
  void settle();
  double real_part() const;

  Sort sort_ = Sort::Other;
  bool is_negative_ = false;     // Of integers.
  std::uint64_t magnitude_ = 0;  // Of Integer.
  std::string_view big_text_{};  // Of BigInteger.
  double real_ = 0, imaginary_ = 0;
  const ast::Expr* literal_ = nullptr;
};

}  // namespace lint::parser
