// Gives styles numbers.
//
// Equal styles mostly get the same number, but need not: numbers are found again
// through a small cache, since dense colours come so fast that looking all of them up
// cost more than anything else.  Only the default style has the number 0 alone.
//
// Only the cells of the live screens hold numbers; when the table has grown, the
// terminal marks those in use and the others are given anew.
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
  bool are_equal(StyleId one, StyleId other) const {
    return one == other || styles_[one] == styles_[other];
  }

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
  struct Recent {
    Style style;
    StyleId id = 0;
  };

  StyleId intern_other(const Style& style);
  StyleId add(const Style& style);

  std::vector<Style> styles_;            // By number; 0 is the default style.
  std::vector<std::uint8_t> is_marked_;  // At the last sweep; for the first numbers.
  StyleId next_ = 1;                     // Those below it are taken.
  std::size_t used_ = 1;
  std::size_t bound_;
  std::vector<Recent> recent_;  // By hash; a power of two.
  Style last_;
  StyleId last_id_ = 0;
};

}  // namespace mux::term
