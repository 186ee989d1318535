// KeyIndex: finds the row of a table by its key.
//
// Open addressing over row numbers; the table itself is the caller's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lint::imports {

class KeyIndex {
 public:
  void clear() {
    slots_.assign(slots_.size(), {});
    size_ = 0;
  }

  // The row with the hash for which `is_row(row)` says that it has the key.  If
  // there is none, `new_row` from now on, which is returned.
  template <typename IsRow>
  std::uint32_t find_or_add(std::size_t hash, std::uint32_t new_row, IsRow&& is_row) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash);
    std::size_t at = tag & mask;
    for (; slots_[at].row_plus_one != 0; at = (at + 1) & mask) {
      if (slots_[at].hash == tag && is_row(slots_[at].row_plus_one - 1)) {
        return slots_[at].row_plus_one - 1;
      }
    }
    slots_[at] = {tag, new_row + 1};
    ++size_;
    return new_row;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t row_plus_one = 0;  // 0: free.
  };

  void grow() {
    std::vector<Slot> old(slots_.empty() ? kFirstSize : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.row_plus_one == 0) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].row_plus_one != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  static constexpr std::size_t kFirstSize = 64;
  std::vector<Slot> slots_;  // A power of two, at most half full.
  std::size_t size_ = 0;
};

}  // namespace lint::imports
