// QualifiedName: what a name or attribute chain stands for, as import path.
//
//   import os.path as p;  p.join      ->  os.path.join
//   print (not shadowed)              ->  builtins.print
//   from . import x  in pkg/mod.py    ->  pkg.x, or .x if the package is unknown
//
// Segments are views into the source or the arena; no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lint::ast {
struct Expr;
}

namespace lint::semantic {

class QualifiedName {
 public:
  // Longer chains are not resolved: no rule asks for them.
  static constexpr std::size_t kMaxSegments = 12;

  constexpr QualifiedName() = default;
  // Splits at dots; a leading run of dots is a segment of its own.
  explicit QualifiedName(std::string_view dotted);

  // False if there is no room.
  bool push(std::string_view segment) {
    if (size_ == kMaxSegments) return false;
    segments_[size_++] = segment;
    return true;
  }
  void pop() { --size_; }

  // Empty: nothing is known.
  explicit operator bool() const { return size_ != 0; }
  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t i) const { return segments_[i]; }
  std::string_view front() const { return segments_[0]; }
  std::string_view back() const { return segments_[size_ - 1]; }
  std::span<const std::string_view> segments() const { return {segments_.data(), size_}; }

  // Is it exactly "os.path.join"?
  bool is(std::string_view dotted) const;
  // Is it "os" or anything inside it?
  bool is_in(std::string_view module) const;
  template <typename... Dotted>
  bool is_any(Dotted... dotted) const {
    return (is(dotted) || ...);
  }
  bool is_builtin(std::string_view name) const {
    return size_ == 2 && segments_[0] == "builtins" && segments_[1] == name;
  }
  // "os.path.join"
  std::string text() const;
  // Equal to dotted_hash(text()).
  std::uint64_t hash() const;
  bool operator==(const QualifiedName& other) const;

 private:
  std::array<std::string_view, kMaxSegments> segments_;
  std::uint8_t size_ = 0;
};

// FNV-1a over the bytes.
constexpr std::uint64_t kHashSeed = 0xCBF29CE484222325u;
constexpr std::uint64_t dotted_hash(std::string_view dotted, std::uint64_t seed = kHashSeed) {
  for (char c : dotted) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return seed;
}

// Appends .b.c of a.b.c; false if there is no room.
bool push_attributes(QualifiedName& name, const ast::Expr& expr);

}  // namespace lint::semantic
