// Which of its swap layouts a tab shows, and which is next.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mux/layout/layout_spec.h"

namespace mux::layout {

// The first is what the tab began with, for exactly as many panes; the others are
// those of the layout.
template <typename Variant>
class SwapState {
 public:
  SwapState() = default;
  SwapState(std::size_t panes, Variant base, std::vector<Swap<Variant>> swaps) {
    swaps_.push_back({.name = "BASE", .variants = {}});
    swaps_.front().variants.emplace_back(PaneCount{PaneCount::Kind::Exactly, panes},
                                         std::move(base));
    for (Swap<Variant>& swap : swaps) swaps_.push_back(std::move(swap));
  }

  // "Layout #2" if it has none.
  std::string name() const {
    if (swaps_.empty()) return {};
    const std::string& own = swaps_[current_].name;
    return own.empty() ? "Layout #" + std::to_string(current_ + 1) : own;
  }

  // As it was when it had that name and state; unknown names are ignored.
  void restore(std::string_view name_wanted, bool is_changed) {
    const std::size_t before = current_;
    for (current_ = 0; current_ < swaps_.size(); ++current_) {
      if (name() == name_wanted) break;
    }
    if (current_ >= swaps_.size()) current_ = before;
    is_changed_ = is_changed;
  }

  // The user has changed sizes or places since the layout was applied.
  void mark_changed() { is_changed_ = true; }
  bool is_changed() const { return is_changed_; }

  // The next that fits, or the current one again if it has been changed.  Null:
  // none does.  `fits` may refuse more: bool(const Variant&).
  template <typename Fits>
  const Variant* turn(std::size_t panes, bool is_backwards, Fits fits) {
    const std::size_t first = is_changed_ ? 0 : 1;
    is_changed_ = false;
    return search(panes, is_backwards, first, fits);
  }

  // For another number of panes: the current one or the next that fits.  Null if
  // none does or the user has changed it.
  template <typename Fits>
  const Variant* adapt(std::size_t panes, Fits fits) {
    return is_changed_ ? nullptr : search(panes, false, 0, fits);
  }

 private:
  template <typename Fits>
  const Variant* search(std::size_t panes, bool is_backwards, std::size_t first, Fits fits) {
    const std::size_t count = swaps_.size();
    for (std::size_t step = first; step < count; ++step) {
      const std::size_t index = (current_ + (is_backwards ? count - step : step)) % count;
      for (const auto& [wanted, variant] : swaps_[index].variants) {
        if (!wanted.fits(panes) || !fits(variant)) continue;
        current_ = index;
        return &variant;
      }
    }
    return nullptr;
  }

  std::vector<Swap<Variant>> swaps_;
  std::size_t current_ = 0;
  bool is_changed_ = false;
};

}  // namespace mux::layout
