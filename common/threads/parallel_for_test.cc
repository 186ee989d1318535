#include "common/threads/parallel_for.h"

#include <atomic>
#include <vector>

#include <doctest/doctest.h>

namespace common {

TEST_CASE("parallel_for calls every index once, whatever the number of threads") {
  for (std::size_t threads : {1u, 2u, 7u}) {
    std::vector<std::atomic<int>> calls(1000);
    std::atomic<bool> thread_in_range = true;
    parallel_for(calls.size(), threads, [&](std::size_t index, std::size_t thread) {
      ++calls[index];
      if (thread >= threads) thread_in_range = false;
    });
    for (const auto& count : calls) REQUIRE(count == 1);
    CHECK(thread_in_range);
  }
}

TEST_CASE("parallel_for of nothing returns") {
  parallel_for(0, 4, [](std::size_t, std::size_t) { FAIL("called"); });
}

}  // namespace common
