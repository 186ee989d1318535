// RuleSet: a set of rules as bits.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "lint/registry/rule_id.h"

namespace lint {

class RuleSet {
 public:
  static constexpr std::size_t kCapacity = 1024;

  constexpr void insert(RuleId rule) { words_[rule.index / 64] |= bit(rule); }
  constexpr void erase(RuleId rule) { words_[rule.index / 64] &= ~bit(rule); }
  constexpr void insert(const RuleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  constexpr void erase(const RuleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }
  // Keeps what both have.
  constexpr void intersect(const RuleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  // Pseudo rules (kSyntaxError) are in no set.
  constexpr bool contains(RuleId rule) const {
    return rule.index < kCapacity && (words_[rule.index / 64] & bit(rule)) != 0;
  }
  constexpr bool intersects(const RuleSet& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & other.words_[i]) != 0) return true;
    }
    return false;
  }
  constexpr bool empty() const { return *this == RuleSet{}; }
  constexpr std::size_t size() const {
    std::size_t count = 0;
    for (std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }
  // In catalogue order.
  template <typename F>
  constexpr void for_each(F&& f) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        f(RuleId{
            static_cast<std::uint16_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)))});
      }
    }
  }
  constexpr bool operator==(const RuleSet&) const = default;

 private:
  static constexpr std::uint64_t bit(RuleId rule) { return std::uint64_t{1} << rule.index % 64; }
  std::array<std::uint64_t, kCapacity / 64> words_{};
};

}  // namespace lint
