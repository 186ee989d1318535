// The texts of cells that take more than one code point, and numbers for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mux::term {

// Longer clusters are cut: no script needs them, floods of marks do.
inline constexpr std::size_t kLongestCluster = 64;  // Bytes.

class ClusterTable {
 public:
  // Equal texts get the same number.
  std::uint32_t intern(std::string_view text);
  std::string_view operator[](std::uint32_t id) const { return *texts_[id]; }

  // As those of StyleTable.
  bool wants_sweep() const { return numbers_.size() >= bound_; }
  void begin_sweep() { is_marked_.assign(texts_.size(), false); }
  void mark(std::uint32_t id) { is_marked_[id] = true; }
  void end_sweep();

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> texts_;  // Keys of numbers_; null: free.
  std::vector<std::uint32_t> free_;
  std::vector<bool> is_marked_;
  std::size_t bound_ = 4096;
};

}  // namespace mux::term
