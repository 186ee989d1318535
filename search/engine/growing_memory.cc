#include "search/engine/growing_memory.h"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/base/thread_sanitizer.h"

namespace search {

using common::Result;

namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kHugePage = 2u << 20;

std::size_t rounded_up(std::size_t size, std::size_t unit) {
  return (size + unit - 1) / unit * unit;
}

void* map(std::size_t size) {
  return ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

// ThreadSanitizer follows mmap and munmap but not mremap: it takes a place that
// was left that way, and given to another thread, for shared memory.
constexpr bool kMovesPages = !common::kHasThreadSanitizer;

void* enlarged(void* old, std::size_t old_size, std::size_t size) {
  if (kMovesPages) return ::mremap(old, old_size, size, MREMAP_MAYMOVE);
  void* larger = map(size);
  if (larger == MAP_FAILED) return larger;
  std::memcpy(larger, old, old_size);
  ::munmap(old, old_size);
  return larger;
}

}  // namespace

void GrowingMemory::release() {
  if (data_ != nullptr) ::munmap(data_, capacity_);
  data_ = nullptr;
  capacity_ = 0;
}

Result<void> GrowingMemory::grow(std::size_t size) {
  if (size <= capacity_) return {};
  const std::size_t wanted = std::max(size, 2 * capacity_);
  const bool is_huge = wanted >= kHugePage;
  const std::size_t capacity = rounded_up(wanted, is_huge ? kHugePage : kPage);
  void* larger = data_ == nullptr ? map(capacity) : enlarged(data_, capacity_, capacity);
  if (larger == MAP_FAILED) return common::fail(common::os_error_text(errno), errno);
  // A wish; without huge pages it is only slower.
  if (is_huge) ::madvise(larger, capacity, MADV_HUGEPAGE);
  data_ = static_cast<char*>(larger);
  capacity_ = capacity;
  return {};
}

}  // namespace search
