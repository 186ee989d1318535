#include "lint/semantic/scope.h"

#include <algorithm>
#include <utility>

namespace lint::semantic {
namespace {

constexpr std::uint32_t kFirstCapacity = 4;

std::uint32_t slot_hash(ast::Name name) {
  const std::uint32_t hash = name.index() * 0x9E3779B1u;
  return hash ^ hash >> 15;
}

}  // namespace

std::uint32_t Scope::find(ast::Name name) const {
  if (slots_ == nullptr) {
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (entries_[i].name == name) return i;
    }
    return kNotFound;
  }
  const std::uint32_t mask = slot_count_ - 1;
  for (std::uint32_t slot = slot_hash(name) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (entries_[slots_[slot] - 1].name == name) return slots_[slot] - 1;
  }
  return kNotFound;
}

BindingId Scope::find_binding(ast::Name name) const {
  const std::uint32_t found = find(name);
  return found == kNotFound ? BindingId::None : entries_[found].binding;
}

void Scope::add_directly(Entry entry, common::Arena& arena) {
  const std::uint32_t index = entry.name.index();
  if (index >= slot_count_) {
    const std::uint32_t count = std::max(index + 1, slot_count_ + slot_count_ / 2);
    auto* larger = static_cast<std::uint32_t*>(
        arena.allocate(count * sizeof(std::uint32_t), alignof(std::uint32_t)));
    std::copy_n(slots_, slot_count_, larger);
    std::fill(larger + slot_count_, larger + count, 0u);
    slots_ = larger;
    slot_count_ = count;
  }
  append(entry, arena);
  slots_[index] = size_;
}

BindingId Scope::add(ast::Name name, BindingId binding, common::Arena& arena) {
  if (kind == ScopeKind::Module) {
    const std::uint32_t index = name.index();
    const std::uint32_t slot = index < slot_count_ ? slots_[index] : 0;
    if (slot != 0) return std::exchange(entries_[slot - 1].binding, binding);
    add_directly({name, binding}, arena);
    return BindingId::None;
  }
  const std::uint32_t found = has(name) ? find(name) : kNotFound;
  if (found != kNotFound) return std::exchange(entries_[found].binding, binding);
  name_filter_ |= filter_bit(name);
  append({name, binding}, arena);
  if (size_ > kIndexFrom && size_ * 2 > slot_count_) {
    build_index(arena);
  } else if (slots_ != nullptr) {
    index_entry(size_ - 1);
  }
  return BindingId::None;
}

void Scope::append(Entry entry, common::Arena& arena) {
  if (size_ == capacity_) {
    capacity_ = std::max(kFirstCapacity, capacity_ * 2);
    auto* larger = static_cast<Entry*>(arena.allocate(capacity_ * sizeof(Entry), alignof(Entry)));
    std::copy_n(entries_, size_, larger);
    entries_ = larger;
  }
  entries_[size_++] = entry;
}

void Scope::build_index(common::Arena& arena) {
  slot_count_ = std::max(slot_count_ * 4, kIndexFrom * 4);
  slots_ = static_cast<std::uint32_t*>(
      arena.allocate(slot_count_ * sizeof(std::uint32_t), alignof(std::uint32_t)));
  std::fill_n(slots_, slot_count_, 0u);
  for (std::uint32_t i = 0; i < size_; ++i) index_entry(i);
}

void Scope::index_entry(std::uint32_t entry) {
  const std::uint32_t mask = slot_count_ - 1;
  std::uint32_t slot = slot_hash(entries_[entry].name) & mask;
  while (slots_[slot] != 0) slot = (slot + 1) & mask;
  slots_[slot] = entry + 1;
}

void Scope::reserve_names(std::uint32_t count, common::Arena& arena) {
  slots_ = static_cast<std::uint32_t*>(
      arena.allocate(count * sizeof(std::uint32_t), alignof(std::uint32_t)));
  std::fill_n(slots_, count, 0u);
  slot_count_ = count;
}

const ast::Identifier* Scope::global_declaration(ast::Name name) const {
  for (std::size_t i = globals.size(); i-- > 0;) {
    if (globals[i].name == name) return &globals[i];
  }
  return nullptr;
}

}  // namespace lint::semantic
