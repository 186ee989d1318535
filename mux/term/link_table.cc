#include "mux/term/link_table.h"

#include <algorithm>

namespace mux::term {

namespace {

constexpr std::size_t kMostLinks = 0xFFFF;

std::string key_of(std::string_view id, std::string_view url) {
  std::string key(id);
  key += '\n';
  key += url;
  return key;
}

}  // namespace

std::uint16_t LinkTable::intern(std::string_view id, std::string_view url) {
  if (url.empty()) return 0;
  const auto [found, is_new] = numbers_.try_emplace(key_of(id, url), std::uint16_t{0});
  if (!is_new) return found->second;
  if (free_.empty() && links_.size() >= kMostLinks) {
    numbers_.erase(found);
    return 0;
  }
  Link link{.id = std::string(id), .url = std::string(url)};
  if (free_.empty()) {
    found->second = static_cast<std::uint16_t>(links_.size());
    links_.push_back(std::move(link));
  } else {
    found->second = free_.back();
    free_.pop_back();
    links_[found->second] = std::move(link);
  }
  return found->second;
}

const Link* LinkTable::find(std::uint16_t number) const {
  return number < links_.size() && !links_[number].url.empty() ? &links_[number] : nullptr;
}

void LinkTable::end_sweep() {
  for (std::size_t number = 1; number < links_.size(); ++number) {
    Link& link = links_[number];
    if (is_marked_[number] || link.url.empty()) continue;
    numbers_.erase(key_of(link.id, link.url));
    link = Link();
    free_.push_back(static_cast<std::uint16_t>(number));
  }
  bound_ = std::min(kMostLinks - 1, std::max<std::size_t>(1024, numbers_.size() * 2));
}

}  // namespace mux::term
