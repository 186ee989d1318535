#include "mux/server/jams.h"

#include <algorithm>
#include <utility>

namespace mux::server {

namespace {

constexpr std::size_t kJam = std::size_t{64} << 10;
constexpr std::size_t kLittle = std::size_t{8} << 10;
constexpr std::uint64_t kPatienceMilliseconds = 1000;

}  // namespace

bool Jams::note_paste(model::ClientId client, model::PaneId pane, std::size_t waiting,
                      std::uint64_t now_ms) {
  if (waiting < kJam || stuck_.contains(pane)) return false;
  const auto [entry, is_new] = jams_.try_emplace(pane);
  Jam& jam = entry->second;
  if (is_new) jam.gives_up_at = now_ms + kPatienceMilliseconds;
  if (std::ranges::find(jam.clients, client) == jam.clients.end()) jam.clients.push_back(client);
  return true;
}

std::vector<model::ClientId> Jams::note_taken(model::PaneId pane, std::size_t waiting,
                                              std::uint64_t now_ms) {
  stuck_.erase(pane);
  const auto found = jams_.find(pane);
  if (found == jams_.end()) return {};
  if (waiting <= kLittle) return end(pane);
  found->second.gives_up_at = now_ms + kPatienceMilliseconds;
  return {};
}

std::vector<model::ClientId> Jams::end(model::PaneId pane) {
  stuck_.erase(pane);
  const auto jam = jams_.extract(pane);
  return jam.empty() ? std::vector<model::ClientId>() : std::move(jam.mapped().clients);
}

std::vector<model::ClientId> Jams::give_up(std::uint64_t now_ms) {
  std::vector<model::ClientId> clients;
  for (auto jam = jams_.begin(); jam != jams_.end();) {
    if (jam->second.gives_up_at > now_ms) {
      ++jam;
      continue;
    }
    clients.insert(clients.end(), jam->second.clients.begin(), jam->second.clients.end());
    stuck_.insert(jam->first);
    jam = jams_.erase(jam);
  }
  return clients;
}

std::optional<std::uint64_t> Jams::next_check() const {
  std::optional<std::uint64_t> next;
  for (const auto& [pane, jam] : jams_) {
    next = std::min(next.value_or(jam.gives_up_at), jam.gives_up_at);
  }
  return next;
}

}  // namespace mux::server
