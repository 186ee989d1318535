#include "lint/ast/interner.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace lint::ast {
namespace {

constexpr std::size_t kFewestSlots = 256;  // A power of two.
constexpr std::size_t kMostSlots = 16384;  // At first.
// Two slots per name; most files have a new name in every 40 to 100 bytes.
constexpr std::size_t kBytesPerSlot = 32;

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;

template <typename T>
std::uint64_t load(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof(T));
  return value;
}

// Up to 8 bytes as a number; loads of fixed sizes that overlap beat a loop.
std::uint64_t load_short(std::string_view text) {
  const std::size_t size = text.size();
  const char* data = text.data();
  if (size >= 4) {
    return load<std::uint32_t>(data) << 32 | load<std::uint32_t>(data + size - 4);
  }
  if (size >= 2) {
    return load<std::uint16_t>(data) << 16 | load<std::uint16_t>(data + size - 2);
  }
  return size == 1 ? load<std::uint8_t>(data) : 0;
}

// No two texts of one size up to kShort bytes have the same hash: load_short()
// takes all their bytes, and what is done with them can be undone.
constexpr std::size_t kShort = 8;

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() * kMultiplier;
  while (text.size() > kShort) {
    hash = (hash ^ load<std::uint64_t>(text.data())) * kMultiplier;
    hash ^= hash >> 32;
    text.remove_prefix(kShort);
  }
  return (hash ^ load_short(text)) * kMultiplier;
}

}  // namespace

Interner::Interner(common::Arena& arena, std::size_t text_size)
    : arena_(arena),
      slots_(std::bit_ceil(std::clamp(text_size / kBytesPerSlot, kFewestSlots, kMostSlots))) {
  entries_.reserve(slots_.size() / 2);
}

std::size_t Interner::slot_of(std::string_view text, std::uint64_t hash) const {
  const auto is_same = [&](const Slot& slot) {
    if (slot.hash != hash || slot.entry->text.size() != text.size()) return false;
    return text.size() <= kShort || slot.entry->text == text;
  };
  std::size_t slot = first_slot(hash);
  while (slots_[slot].entry != nullptr && !is_same(slots_[slot])) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

Name Interner::add(std::string_view text, std::uint64_t hash, std::size_t slot) {
  const auto* entry = arena_.make<NameEntry>(text, size());
  entries_.push_back(entry);
  slots_[slot] = {hash, entry};
  if (entries_.size() * 2 > slots_.size()) grow();
  return Name(entry);
}

void Interner::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.entry == nullptr) continue;
    std::size_t at = first_slot(slot.hash);
    while (slots_[at].entry != nullptr) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

Name Interner::intern(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  const std::size_t slot = slot_of(text, hash);
  if (slots_[slot].entry != nullptr) return Name(slots_[slot].entry);
  return add(text, hash, slot);
}

Name Interner::intern_copy(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  const std::size_t slot = slot_of(text, hash);
  if (slots_[slot].entry != nullptr) return Name(slots_[slot].entry);
  return add(arena_.copy(text), hash, slot);
}

Name Interner::find(std::string_view text) const {
  const std::size_t slot = slot_of(text, hash_of(text));
  return slots_[slot].entry != nullptr ? Name(slots_[slot].entry) : Name();
}

}  // namespace lint::ast
