// What the rules of all ignore files on a path ask about one entry: its base
// name and extension, hashed once per entry and not once per file of rules.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace common::walk {

inline std::uint64_t hash_name(std::string_view name) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;
  std::uint64_t hash = name.size();
  while (name.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, name.data(), 8);
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 32;
    name.remove_prefix(8);
  }
  std::uint64_t word = 0;
  if (!name.empty()) std::memcpy(&word, name.data(), name.size());
  hash = (hash ^ word) * kMultiplier;
  return hash ^ hash >> 32;
}

struct NameKey {
  std::string_view base;       // Of a name the caller keeps.
  std::string_view extension;  // From the last dot on; empty: no dot.
  std::uint64_t base_hash = 0;
  std::uint64_t extension_hash = 0;

  explicit NameKey(std::string_view base_name) : base(base_name), base_hash(hash_name(base_name)) {
    std::size_t dot = base.rfind('.');
    if (dot == std::string_view::npos) return;
    extension = base.substr(dot);
    extension_hash = hash_name(extension);
  }
};

// The last component of a path.
inline std::string_view base_name(std::string_view path) {
  std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace common::walk
