// A set of small integers that keeps insertion order and clears in O(1).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace common::regex {

class SparseSet {
 public:
  explicit SparseSet(std::size_t universe) : dense_(universe), where_(universe) {}

  bool contains(std::uint32_t value) const {
    return where_[value] < size_ && dense_[where_[value]] == value;
  }
  // False if it was there.
  bool insert(std::uint32_t value) {
    if (contains(value)) return false;
    where_[value] = size_;
    dense_[size_++] = value;
    return true;
  }
  void clear() { size_ = 0; }
  bool empty() const { return size_ == 0; }
  std::span<const std::uint32_t> values() const { return {dense_.data(), size_}; }

 private:
  std::vector<std::uint32_t> dense_;
  std::vector<std::uint32_t> where_;  // Index in dense_; anything if not a member.
  std::uint32_t size_ = 0;
};

}  // namespace common::regex
