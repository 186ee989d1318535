#include "mux/term/style_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace mux::term {

namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kLeastBound = 8192;

std::uint32_t hash_of(const Style& style) {
  std::uint64_t words[2];
  static_assert(sizeof words == sizeof style);
  std::memcpy(words, &style, sizeof words);
  // What differs may be in the highest bits only: they come down first.
  std::uint64_t hash = (words[0] ^ words[0] >> 32) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32 ^ std::rotl(words[1], 16)) * 0xBF58476D1CE4E5B9u;
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

}  // namespace

StyleTable::StyleTable() : styles_(1), is_used_(1, 1), slots_(kFirstSlots), bound_(kLeastBound) {}

// The slot that holds the style, or the empty one where it belongs.
std::size_t StyleTable::slot_of(const Style& style, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.id == 0 || (slot.hash == hash && styles_[slot.id] == style)) return at;
  }
}

StyleId StyleTable::intern_other(const Style& style) {
  if (style == Style()) return 0;
  const std::uint32_t hash = hash_of(style);
  std::size_t slot = slot_of(style, hash);
  if (slots_[slot].id == 0) {
    if (used_ * 4 >= slots_.size() * 3) {
      rebuild(slots_.size() * 2, true);
      slot = slot_of(style, hash);
    }
    StyleId id = static_cast<StyleId>(styles_.size());
    if (free_.empty()) {
      styles_.push_back(style);
      is_used_.push_back(1);
    } else {
      id = free_.back();
      free_.pop_back();
      styles_[id] = style;
      is_used_[id] = 1;
    }
    slots_[slot] = {.hash = hash, .id = id};
    ++used_;
  }
  last_ = style;
  last_id_ = slots_[slot].id;
  return last_id_;
}

// Enters the styles anew, all or the marked ones.
void StyleTable::rebuild(std::size_t slots, bool keeps_all) {
  slots_.assign(slots, Slot());
  const std::size_t mask = slots - 1;
  used_ = 1;
  for (StyleId id = 1; id < styles_.size(); ++id) {
    if (!is_used_[id]) continue;
    if (!keeps_all && is_marked_[id] == 0) {
      is_used_[id] = 0;
      free_.push_back(id);
      continue;
    }
    const std::uint32_t hash = hash_of(styles_[id]);
    std::size_t at = hash & mask;
    while (slots_[at].id != 0) at = (at + 1) & mask;
    slots_[at] = {.hash = hash, .id = id};
    ++used_;
  }
}

void StyleTable::begin_sweep() {
  is_marked_.assign(styles_.size(), 0);
  is_marked_[0] = 1;
}

void StyleTable::end_sweep() {
  const auto live =
      static_cast<std::size_t>(std::count(is_marked_.begin(), is_marked_.end(), std::uint8_t{1}));
  bound_ = std::max(kLeastBound, live * 4);
  rebuild(std::max(kFirstSlots, std::bit_ceil(bound_ * 3 / 2)), false);
  last_ = Style();
  last_id_ = 0;
}

}  // namespace mux::term
