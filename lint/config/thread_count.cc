#include "lint/config/thread_count.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "common/threads/parallel_for.h"

namespace lint::config {
namespace {

constexpr std::size_t kMostWorkers = 256;

// 0 if it is no number.
std::size_t number_in(const char* variable) {
  const char* const text = std::getenv(variable);
  if (text == nullptr) return 0;
  const std::string_view digits = text;
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(digits.begin(), digits.end(), number);
  return problem == std::errc() && end == digits.end() ? number : 0;
}

}  // namespace

std::size_t thread_count() {
  for (const char* const variable : {"KLINT_THREADS", "RAYON_NUM_THREADS"}) {
    if (const std::size_t number = number_in(variable)) return std::min(number, kMostWorkers);
  }
  return common::default_thread_count();
}

}  // namespace lint::config
