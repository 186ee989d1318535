// Tab stops: every eighth column until the program says otherwise.
#pragma once

#include <vector>

namespace mux::term {

class TabStops {
 public:
  explicit TabStops(int columns) { reset(columns); }
  void reset(int columns);
  // Stops in new columns are the usual ones.
  void resize(int columns);
  void set(int x) { is_stop_[static_cast<std::size_t>(x)] = true; }
  void clear(int x) { is_stop_[static_cast<std::size_t>(x)] = false; }
  void clear_all() { is_stop_.assign(is_stop_.size(), false); }
  bool is_stop(int x) const { return is_stop_[static_cast<std::size_t>(x)]; }
  // The first stop behind x, or `last`; the last one before x, or `first`.
  int next(int x, int last) const;
  int previous(int x, int first) const;

 private:
  std::vector<bool> is_stop_;
};

}  // namespace mux::term
