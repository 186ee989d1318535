#include "lint/ast/interner.h"

#include <cstring>

namespace lint::ast {
namespace {

constexpr std::size_t kFirstSlots = 256;  // A power of two.

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

std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() * kMultiplier;
  while (text.size() > 8) {
    hash = (hash ^ load<std::uint64_t>(text.data())) * kMultiplier;
    hash ^= hash >> 32;
    text.remove_prefix(8);
  }
  hash = (hash ^ load_short(text)) * kMultiplier;
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

Interner::Interner(common::Arena& arena) : arena_(arena), slots_(kFirstSlots) {
  entries_.reserve(kFirstSlots / 2);
}

std::size_t Interner::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].entry != 0 &&
         (slots_[slot].hash != hash || entries_[slots_[slot].entry - 1]->text != text)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

Name Interner::add(std::string_view text, std::uint32_t hash, std::size_t slot) {
  const auto* entry = arena_.make<NameEntry>(text, size());
  entries_.push_back(entry);
  slots_[slot] = {hash, size()};
  if (entries_.size() * 2 > slots_.size()) grow();
  return Name(entry);
}

void Interner::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.entry == 0) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].entry != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

Name Interner::intern(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  const std::size_t slot = slot_of(text, hash);
  if (slots_[slot].entry != 0) return Name(entries_[slots_[slot].entry - 1]);
  return add(text, hash, slot);
}

Name Interner::intern_copy(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  const std::size_t slot = slot_of(text, hash);
  if (slots_[slot].entry != 0) return Name(entries_[slots_[slot].entry - 1]);
  return add(arena_.copy(text), hash, slot);
}

Name Interner::find(std::string_view text) const {
  const std::size_t slot = slot_of(text, hash_of(text));
  return slots_[slot].entry != 0 ? Name(entries_[slots_[slot].entry - 1]) : Name();
}

}  // namespace lint::ast
