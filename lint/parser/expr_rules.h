// ExprRules: what an expression may be where it stands.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace lint::parser {

enum class ExprRule : std::uint8_t {
  NoIn = 1,            // `in` ends it: the target of a loop.
  NoFor = 2,           // `for` may follow, it is not a misused name.
  Starred = 4,         // *x
  StarredBitwise = 8,  // Of *x, x binds tighter than a comparison.
  Yield = 16,
};

class ExprRules {
 public:
  constexpr ExprRules() = default;
  constexpr ExprRules(std::initializer_list<ExprRule> rules) {
    for (ExprRule rule : rules) bits_ |= static_cast<unsigned>(rule);
  }
  constexpr bool has(ExprRule rule) const { return (bits_ & static_cast<unsigned>(rule)) != 0; }
  constexpr ExprRules with(ExprRule rule) const {
    return ExprRules(bits_ | static_cast<unsigned>(rule));
  }
  constexpr ExprRules without(ExprRule rule) const {
    return ExprRules(bits_ & ~static_cast<unsigned>(rule));
  }

 private:
  constexpr explicit ExprRules(unsigned bits) : bits_(bits) {}
  unsigned bits_ = 0;
};

inline constexpr ExprRules kPlainExpr;
inline constexpr ExprRules kStarredExpr = {ExprRule::Starred};
inline constexpr ExprRules kStarredBitwiseExpr = {ExprRule::Starred, ExprRule::StarredBitwise};
inline constexpr ExprRules kYieldOrStarredExpr = {ExprRule::Starred, ExprRule::StarredBitwise,
                                                  ExprRule::Yield};

}  // namespace lint::parser
