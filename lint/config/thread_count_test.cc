#include "lint/config/thread_count.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "common/threads/parallel_for.h"

namespace lint::config {
namespace {

TEST_CASE("variables say how many threads there are, klint's own first") {
  const auto count = [](const char* own, const char* peers) {
    setenv("KLINT_THREADS", own, 1);
    setenv("RAYON_NUM_THREADS", peers, 1);
    return thread_count();
  };
  CHECK(count("3", "5") == 3);
  CHECK(count("", "5") == 5);
  CHECK(count("many", "5") == 5);
  CHECK(count("7 ", "5") == 5);
  CHECK(count("999999", "5") == 256);
  CHECK(count("0", "0") == common::default_thread_count());
  CHECK(count("-1", "99999999999999999999999") == common::default_thread_count());
  unsetenv("KLINT_THREADS");
  unsetenv("RAYON_NUM_THREADS");
}

}  // namespace
}  // namespace lint::config
