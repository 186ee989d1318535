#include "mux/term/tab_stops.h"

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
  while (x < last && !is_stop(++x)) {
  }
  return x < last ? x : last;
}

int TabStops::previous(int x, int first) const {
  while (x > first && !is_stop(--x)) {
  }
  return x > first ? x : first;
}

}  // namespace mux::term
