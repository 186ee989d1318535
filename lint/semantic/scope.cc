#include "lint/semantic/scope.h"

namespace lint::semantic {
namespace {

constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

std::size_t slot_hash(ast::Name name) {
  return name.index() * std::size_t{0x9E3779B1u};
}

}  // namespace

std::size_t Scope::find(ast::Name name) const {
  if (index_.empty()) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].name == name) return i;
    }
    return kNotFound;
  }
  const std::size_t mask = index_.size() - 1;
  for (std::size_t slot = slot_hash(name) & mask; index_[slot] != 0; slot = (slot + 1) & mask) {
    if (entries_[index_[slot] - 1].name == name) return index_[slot] - 1;
  }
  return kNotFound;
}

BindingId Scope::get(ast::Name name) const {
  const std::size_t found = find(name);
  return found == kNotFound ? BindingId::None : entries_[found].binding;
}

BindingId Scope::add(ast::Name name, BindingId binding) {
  const std::size_t found = find(name);
  if (found != kNotFound) return std::exchange(entries_[found].binding, binding);
  entries_.push_back({name, binding});
  if (entries_.size() > kIndexFrom && entries_.size() * 2 > index_.size()) {
    build_index();
  } else if (!index_.empty()) {
    const std::size_t mask = index_.size() - 1;
    std::size_t slot = slot_hash(name) & mask;
    while (index_[slot] != 0) slot = (slot + 1) & mask;
    index_[slot] = static_cast<std::uint32_t>(entries_.size());
  }
  return BindingId::None;
}

void Scope::build_index() {
  index_.assign(std::max<std::size_t>(index_.size() * 2, kIndexFrom * 4), 0);
  const std::size_t mask = index_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = slot_hash(entries_[i].name) & mask;
    while (index_[slot] != 0) slot = (slot + 1) & mask;
    index_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace lint::semantic
