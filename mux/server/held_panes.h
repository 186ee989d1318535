// HeldPanes: panes whose programs are in the middle of a picture (mode 2026), so that
// clients go on seeing the last one; for a while only, as a program may never finish.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

#include "mux/model/ids.h"

namespace mux::server {

class HeldPanes {
 public:
  // After each output: is the program in the middle of a picture?  True: what it has
  // drawn may be shown.
  bool note(model::PaneId pane, bool is_drawing, std::uint64_t now_ms) {
    if (!is_drawing) {
      ends_.erase(pane);
      return true;
    }
    const auto [entry, is_new] = ends_.try_emplace(pane, now_ms + kMostMilliseconds);
    return entry->second <= now_ms;
  }
  bool contains(model::PaneId pane, std::uint64_t now_ms) const {
    const auto found = ends_.find(pane);
    return found != ends_.end() && now_ms < found->second;
  }
  // When the next one is over-due; none: no pane is held.
  std::optional<std::uint64_t> next_end(std::uint64_t now_ms) const {
    std::optional<std::uint64_t> next;
    for (const auto& [pane, end] : ends_) {
      if (end > now_ms) next = std::min(next.value_or(end), end);
    }
    return next;
  }
  // Those that have become over-due since the last call are to be drawn as they are.
  template <typename Function>
  void for_overdue(std::uint64_t now_ms, Function function) {
    for (const auto& [pane, end] : ends_) {
      if (end > checked_ms_ && end <= now_ms) function(pane);
    }
    checked_ms_ = now_ms;
  }
  void forget(model::PaneId pane) { ends_.erase(pane); }

 private:
  static constexpr std::uint64_t kMostMilliseconds = 150;

  std::map<model::PaneId, std::uint64_t> ends_;  // When each has been held for too long.
  std::uint64_t checked_ms_ = 0;
};

}  // namespace mux::server
