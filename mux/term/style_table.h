// Gives styles numbers, equal ones the same.
//
// Only the cells of the live screens hold numbers; when the table has grown, the
// terminal marks those in use and the others are forgotten.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "mux/term/cell.h"
#include "mux/term/style.h"

namespace mux::term {

class StyleTable {
 public:
  StyleTable();
  StyleId intern(const Style& style) { return style == last_ ? last_id_ : intern_other(style); }
  const Style& operator[](StyleId id) const { return styles_[id]; }

  // It has grown so much since the last sweep that it is time for one.
  bool wants_sweep() const { return used_ >= bound_; }
  // Between the two calls every number in use is marked.
  void begin_sweep();
  void mark(StyleId id) { is_marked_[id] = 1; }
  bool is_marked(StyleId id) const { return is_marked_[id] != 0; }
  void end_sweep();

  // Numbers are below it.
  StyleId limit() const { return static_cast<StyleId>(styles_.size()); }

 private:
  // Most styles of a slot are told apart without looking at them.
  struct Slot {
    std::uint32_t hash = 0;
    StyleId id = 0;  // 0: empty.
  };

  StyleId intern_other(const Style& style);
  std::size_t slot_of(const Style& style, std::uint32_t hash) const;
  void rebuild(std::size_t slots, bool keeps_all);

  std::vector<Style> styles_;  // By number; 0 is the default style.
  std::vector<std::uint8_t> is_used_;
  std::vector<StyleId> free_;  // Numbers of styles_ that are not in use.
  std::vector<Slot> slots_;    // Open addressing; a power of two.
  std::vector<std::uint8_t> is_marked_;
  std::size_t used_ = 1;
  std::size_t bound_;
  Style last_;
  StyleId last_id_ = 0;
};

}  // namespace mux::term
