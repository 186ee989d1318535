#include "mux/term/cluster_table.h"

#include <algorithm>

namespace mux::term {

std::uint32_t ClusterTable::intern(std::string_view text) {
  const auto [found, is_new] = numbers_.try_emplace(std::string(text), 0);
  if (!is_new) return found->second;
  if (free_.empty()) {
    found->second = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(&found->first);
  } else {
    found->second = free_.back();
    free_.pop_back();
    texts_[found->second] = &found->first;
  }
  return found->second;
}

void ClusterTable::end_sweep() {
  for (std::uint32_t id = 0; id < texts_.size(); ++id) {
    if (is_marked_[id] || texts_[id] == nullptr) continue;
    numbers_.erase(numbers_.find(*texts_[id]));
    texts_[id] = nullptr;
    free_.push_back(id);
  }
  bound_ = std::max<std::size_t>(4096, numbers_.size() * 2);
}

}  // namespace mux::term
