#include "mux/term/style_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace mux::term {

namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kLeastBound = 4096;

std::size_t hash_of(const Style& style) {
  std::uint64_t words[2];
  static_assert(sizeof words == sizeof style);
  std::memcpy(words, &style, sizeof words);
  // What differs may be in the highest bits only: they come down first.
  std::uint64_t hash = (words[0] ^ words[0] >> 32) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32 ^ std::rotl(words[1], 16)) * 0xBF58476D1CE4E5B9u;
  return static_cast<std::size_t>(hash ^ hash >> 32);
}

}  // namespace

StyleTable::StyleTable() : styles_(1), slots_(kFirstSlots), bound_(kLeastBound) {}

// The slot that holds the style, or the empty one where it belongs.
std::size_t StyleTable::slot_of(const Style& style) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(style) & mask;
  while (slots_[slot] != 0 && !(styles_[slots_[slot]] == style)) slot = (slot + 1) & mask;
  return slot;
}

StyleId StyleTable::intern_other(const Style& style) {
  if (style == Style()) return 0;
  std::size_t slot = slot_of(style);
  if (slots_[slot] == 0) {
    if (used_ * 2 >= slots_.size()) {
      rehash(slots_.size() * 2);
      slot = slot_of(style);
    }
    StyleId id = static_cast<StyleId>(styles_.size());
    if (free_.empty()) {
      styles_.push_back(style);
    } else {
      id = free_.back();
      free_.pop_back();
      styles_[id] = style;
    }
    slots_[slot] = id;
    ++used_;
  }
  last_ = style;
  last_id_ = slots_[slot];
  return last_id_;
}

void StyleTable::rehash(std::size_t slots) {
  std::vector<StyleId> old(slots);
  old.swap(slots_);
  for (StyleId id : old) {
    if (id != 0) slots_[slot_of(styles_[id])] = id;
  }
}

void StyleTable::begin_sweep() {
  is_marked_.assign(styles_.size(), false);
  is_marked_[0] = true;
}

void StyleTable::end_sweep() {
  std::vector<StyleId> live;
  for (StyleId id : slots_) {
    if (id != 0 && is_marked_[id]) live.push_back(id);
  }
  used_ = live.size() + 1;
  bound_ = std::max(kLeastBound, used_ * 2);
  slots_.assign(std::max(kFirstSlots, std::bit_ceil(bound_ * 2)), 0);
  for (StyleId id : live) slots_[slot_of(styles_[id])] = id;
  free_.clear();
  for (std::size_t id = styles_.size() - 1; id > 0; --id) {
    if (!is_marked_[id]) free_.push_back(static_cast<StyleId>(id));
  }
  last_ = Style();
  last_id_ = 0;
}

}  // namespace mux::term
