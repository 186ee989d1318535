// What the tests of this folder share: every target in turn, and haystacks that
// end where readable memory ends.
#pragma once

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <random>
#include <string>
#include <string_view>

#include "common/scan/scan.h"

namespace common::scan {

// Runs body() once per target of this processor; then the best one is back.
template <class Body>
void for_each_target(const Body& body) {
  const Target best = chosen_target();
  for (Target target : {Target::Scalar, Target::Sse4, Target::Avx2, Target::Avx512}) {
    if (force_target(target)) body();
  }
  force_target(best);
}

// Pages of memory between two that fault: a view at either end shows every read
// outside of it.
class GuardedPages {
 public:
  explicit GuardedPages(std::size_t size) : size_(size) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    size_ = (size + page - 1) / page * page;
    void* all = mmap(nullptr, size_ + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(all != MAP_FAILED);
    data_ = static_cast<char*>(all) + page;
    REQUIRE(mprotect(data_, size_, PROT_READ | PROT_WRITE) == 0);
    page_ = page;
  }
  ~GuardedPages() { munmap(data_ - page_, size_ + 2 * page_); }
  GuardedPages(const GuardedPages&) = delete;
  GuardedPages& operator=(const GuardedPages&) = delete;

  // A copy of `bytes` that ends (starts) at a fault.
  std::string_view at_end(std::string_view bytes) {
    char* start = data_ + size_ - bytes.size();
    std::memcpy(start, bytes.data(), bytes.size());
    return {start, bytes.size()};
  }
  std::string_view at_start(std::string_view bytes) {
    std::memcpy(data_, bytes.data(), bytes.size());
    return {data_, bytes.size()};
  }

 private:
  char* data_;
  std::size_t size_;
  std::size_t page_;
};

using Random = std::mt19937_64;

inline std::size_t below(Random& random, std::size_t limit) {
  return random() % limit;
}

// Bytes drawn from an alphabet: few letters make many near misses.
inline std::string random_text(Random& random, std::size_t size, std::string_view alphabet) {
  std::string text(size, '\0');
  for (char& c : text) c = alphabet[below(random, alphabet.size())];
  return text;
}

inline std::string random_bytes(Random& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  return bytes;
}

}  // namespace common::scan
