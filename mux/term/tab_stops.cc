#include "mux/term/tab_stops.h"

#include <algorithm>

namespace mux::term {

namespace {
constexpr std::size_t kDistance = 8;
}

void TabStops::reset(int columns) {
  is_stop_.clear();
  resize(columns);
}

void TabStops::resize(int columns) {
  const std::size_t old = is_stop_.size();
  is_stop_.resize(static_cast<std::size_t>(columns));
  for (std::size_t x = old; x < is_stop_.size(); ++x) is_stop_[x] = x % kDistance == 0;
}

int TabStops::next(int x, int last) const {
  do ++x;
  while (x < last && !is_stop(x));
  return std::min(x, last);
}

int TabStops::previous(int x, int first) const {
  do --x;
  while (x > first && !is_stop(x));
  return std::max(x, first);
}

}  // namespace mux::term
