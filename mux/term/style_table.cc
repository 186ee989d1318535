#include "mux/term/style_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace mux::term {

namespace {

constexpr std::size_t kLeastBound = 8192;
// Most terminals know few styles, and there are many terminals.
constexpr std::size_t kLeastRecent = 16;
constexpr std::size_t kMostRecent = 1024;

std::size_t hash_of(const Style& style) {
  std::uint64_t words[2];
  static_assert(sizeof words == sizeof style);
  std::memcpy(words, &style, sizeof words);
  // What differs may be in the highest bits only: they come down first.
  std::uint64_t hash = (words[0] ^ words[0] >> 32) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32 ^ std::rotl(words[1], 16)) * 0xBF58476D1CE4E5B9u;
  return hash >> 32;
}

}  // namespace

StyleTable::StyleTable() : styles_(1), bound_(kLeastBound), recent_(kLeastRecent) {}

StyleId StyleTable::intern_other(const Style& style) {
  if (used_ * 2 > recent_.size() && recent_.size() < kMostRecent) {
    recent_.assign(recent_.size() * 2, {});
  }
  // What is empty holds the default style, with its number.
  Recent& recent = recent_[hash_of(style) & (recent_.size() - 1)];
  if (recent.style != style) recent = {.style = style, .id = style == Style() ? 0 : add(style)};
  last_ = style;
  last_id_ = recent.id;
  return last_id_;
}

StyleId StyleTable::add(const Style& style) {
  while (next_ < is_marked_.size() && is_marked_[next_] != 0) ++next_;
  if (next_ == styles_.size()) styles_.emplace_back();
  styles_[next_] = style;
  ++used_;
  return next_++;
}

void StyleTable::begin_sweep() {
  is_marked_.assign(styles_.size(), 0);
  is_marked_[0] = 1;
}

void StyleTable::end_sweep() {
  used_ = static_cast<std::size_t>(std::count(is_marked_.begin(), is_marked_.end(), 1));
  bound_ = std::max(kLeastBound, used_ * 4);
  next_ = 1;
  for (Recent& recent : recent_) {
    if (!is_marked(recent.id)) recent = {};
  }
  last_ = Style();
  last_id_ = 0;
}

}  // namespace mux::term
