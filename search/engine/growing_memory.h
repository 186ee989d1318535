// Bytes in memory that grow without being copied.
//
// Problem: a line of many megabytes has to be in memory as a whole, and where it
// ends is known only when it is there.  Approach: a mapping of its own, which
// the system extends or moves by its page tables, backed by huge pages where it
// is large: a tenth of the page faults of memory that is copied as it doubles,
// each of which costs as much as searching a kilobyte.
#pragma once

#include <cstddef>

#include "common/base/result.h"

namespace search {

class GrowingMemory {
 public:
  GrowingMemory() = default;
  GrowingMemory(const GrowingMemory&) = delete;
  GrowingMemory& operator=(const GrowingMemory&) = delete;
  ~GrowingMemory() { release(); }

  char* data() const { return data_; }
  std::size_t capacity() const { return capacity_; }
  // Makes the capacity `size` or more; the bytes stay, data() may move.
  common::Result<void> grow(std::size_t size);
  // Gives all of it back.
  void release();

 private:
  char* data_ = nullptr;
  std::size_t capacity_ = 0;
};

}  // namespace search
