// What turns one sequence into another: equal, deleted, inserted and replaced runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace common {

struct DiffOp {
  enum class Kind : std::uint8_t { Equal, Delete, Insert, Replace };
  Kind kind = Kind::Equal;
  std::size_t old_start = 0;
  std::size_t old_size = 0;  // 0 for Insert.
  std::size_t new_start = 0;
  std::size_t new_size = 0;  // 0 for Delete.

  std::size_t old_end() const { return old_start + old_size; }
  std::size_t new_end() const { return new_start + new_size; }
  bool is_empty() const { return old_size == 0 && new_size == 0; }
  bool operator==(const DiffOp&) const = default;
};

// The ops of each hunk: changes with `context` equal items around them.
std::vector<std::vector<DiffOp>> group_ops(std::vector<DiffOp> ops, std::size_t context);

// Gives equal pieces of text equal numbers.
class PieceNumbers {
 public:
  std::uint32_t number_of(std::string_view piece) {
    return numbers_.try_emplace(piece, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::vector<std::uint32_t> numbers_of(std::span<const std::string_view> pieces) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(pieces.size());
    for (std::string_view piece : pieces) numbers.push_back(number_of(piece));
    return numbers;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace common
