#include "common/diag/margin.h"

namespace common::diag {
namespace {

// Room for the sign that something was cut.
constexpr std::size_t kPadding = 6;
// Indentation up to this is shown; of more, some columns are kept.
constexpr std::size_t kLongIndentation = 20;
constexpr std::size_t kKeptIndentation = 4;

}  // namespace

Margin::Margin(const Extent& extent, std::size_t width) : width_(width) {
  const std::size_t blanks = minus(extent.indentation, kPadding);
  const std::size_t mark_left = minus(extent.mark_left, kPadding);
  const std::size_t mark_right = extent.mark_right + kPadding;
  const std::size_t label_right = extent.label_right + kPadding;

  left_ = blanks > kLongIndentation ? blanks - (kLongIndentation - kKeptIndentation) : 0;
  right_ = std::max(extent.longest_line, left_);
  if (right_ - left_ <= width) return;

  if (minus(label_right, blanks) <= width && label_right >= blanks) {
    left_ = blanks;
    right_ = left_ + width;
  } else if (label_right - mark_left <= width) {
    left_ = minus(mark_left, (width - (label_right - mark_left)) / 2);
    right_ = left_ + width;
  } else if (mark_right - mark_left <= width) {
    left_ = minus(mark_left, (width - (mark_right - mark_left)) / 5 * 2);
    right_ = left_ + width;
  } else {
    left_ = mark_left;
    right_ = mark_right;
  }
}

}  // namespace common::diag
