// Interner: every name of a file once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/arena.h"
#include "lint/ast/node.h"

namespace lint::ast {

// An open-addressing table; entries and their texts live in the arena.  Texts
// passed to intern() must outlive it unless copied with intern_copy().
class Interner {
 public:
  // `text_size` of the file tells how many names there may be.
  Interner(common::Arena& arena, std::size_t text_size);

  Name intern(std::string_view text);
  // Copies the text into the arena if the name is new.
  Name intern_copy(std::string_view text);
  // The name if it was interned before, else unset: nothing in the file bears it.
  Name find(std::string_view text) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  Name at(std::uint32_t index) const { return Name(entries_[index]); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const NameEntry* entry = nullptr;  // Null: free.
  };
  std::size_t first_slot(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> 32) & (slots_.size() - 1);
  }
  std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  Name add(std::string_view text, std::uint64_t hash, std::size_t slot);
  void grow();

  common::Arena& arena_;
  std::vector<Slot> slots_;
  std::vector<const NameEntry*> entries_;
};

}  // namespace lint::ast
