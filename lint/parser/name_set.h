// NameSet: a few names, without allocation as long as they are few.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "lint/ast/node.h"

namespace lint::parser {

class NameSet {
 public:
  bool contains(ast::Name name) const { return contains(name.index()); }
  // False if it was there.
  bool insert(ast::Name name) { return insert(name.index()); }
  void insert_all(const NameSet& other) {
    for (std::uint32_t name : other.few()) insert(name);
    for (std::uint32_t name : other.more_) insert(name);
  }
  bool empty() const { return size_ == 0; }
  // The same names?
  bool operator==(const NameSet& other) const {
    const auto is_in_other = [&](std::uint32_t name) { return other.contains(name); };
    return size_ == other.size_ && std::ranges::all_of(few(), is_in_other) &&
           std::ranges::all_of(more_, is_in_other);
  }

 private:
  static constexpr std::size_t kFew = 16;

  std::span<const std::uint32_t> few() const {
    return std::span(few_).first(std::min(kFew, size_));
  }
  bool contains(std::uint32_t name) const {
    return std::ranges::find(few(), name) != few().end() || std::ranges::binary_search(more_, name);
  }
  bool insert(std::uint32_t name) {
    if (contains(name)) return false;
    if (size_ < kFew) {
      few_[size_] = name;
    } else {
      more_.insert(std::ranges::upper_bound(more_, name), name);
    }
    ++size_;
    return true;
  }

  // By Name::index().
  std::array<std::uint32_t, kFew> few_{};
  std::vector<std::uint32_t> more_;  // Sorted.
  std::size_t size_ = 0;
};

}  // namespace lint::parser
