// Arena: memory for many small objects that die together.
//
// Objects are never destroyed one by one, so they must be trivially
// destructible.  Addresses are stable.  Not for several threads at once.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace common {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  template <typename T, typename... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  // A copy of the items; null if there are none.
  template <typename T>
  T* copy(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return nullptr;
    void* memory = allocate(items.size_bytes(), alignof(T));
    std::memcpy(memory, items.data(), items.size_bytes());
    return static_cast<T*>(memory);
  }

  std::string_view copy(std::string_view text) {
    return text.empty() ? std::string_view("")
                        : std::string_view(copy(std::span<const char>(text)), text.size());
  }

  // Uninitialised memory; `alignment` is a power of two, at most 16.
  void* allocate(std::size_t size, std::size_t alignment) {
    const std::size_t padding = (0 - reinterpret_cast<std::uintptr_t>(next_)) & (alignment - 1);
    if (size + padding > left_) [[unlikely]]
      return allocate_block(size);
    char* result = next_ + padding;
    next_ = result + size;
    left_ -= size + padding;
    return result;
  }

  // Bytes taken from the system.
  std::size_t footprint() const { return footprint_; }

 private:
  static constexpr std::size_t kFirstBlock = std::size_t{16} << 10;
  static constexpr std::size_t kLargestBlock = std::size_t{1} << 20;

  void* allocate_block(std::size_t size) {
    // A large object gets a block of its own and leaves the current one in use.
    if (size > block_size_ / 4) {
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
      footprint_ += size;
      return blocks_.back().get();
    }
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
    footprint_ += block_size_;
    next_ = blocks_.back().get() + size;
    left_ = block_size_ - size;
    char* result = blocks_.back().get();
    if (block_size_ < kLargestBlock) block_size_ *= 2;
    return result;
  }

  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t block_size_ = kFirstBlock;
  std::size_t footprint_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;
};

}  // namespace common
