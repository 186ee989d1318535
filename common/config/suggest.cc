#include "common/config/suggest.h"

#include <algorithm>
#include <numeric>

namespace common::config {
namespace {

// Longer names are not misspelt options, and the distance takes quadratic time.
constexpr std::size_t kLongestName = 100;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Rows of the usual table: for the prefixes of `a` that end before the last
  // letter, at it, and behind it.
  std::vector<std::size_t> before;
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = above;
    std::swap(above, row);
  }
  return above[b.size()];
}

std::optional<std::string_view> closest_name(std::string_view name,
                                             const std::vector<std::string_view>& known) {
  if (name.size() > kLongestName) return std::nullopt;
  std::optional<std::string_view> closest;
  std::size_t least = std::max<std::size_t>(name.size() / 3, 1) + 1;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance >= least) continue;
    least = distance;
    closest = candidate;
  }
  return closest;
}

}  // namespace common::config
