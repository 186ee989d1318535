// The order of names in which numbers count as numbers.
//
// One loop over two readers, which give code points (or bytes, which order the
// same) and kEnd at the end.  Most names differ within a few letters, so nothing
// is copied or lowered in advance.
#include "lint/imports/natural_order.h"

#include <cstddef>
#include <cstdint>

#include "common/text/letter_case.h"
#include "common/text/utf8.h"

namespace lint::imports {

namespace {

constexpr char32_t kEnd = 0xFFFFFFFF;

class Bytes {
 public:
  explicit Bytes(std::string_view text) : text_(text) {}
  char32_t next() { return at_ < text_.size() ? static_cast<unsigned char>(text_[at_++]) : kEnd; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

class Lowercase {
 public:
  explicit Lowercase(std::string_view text) : text_(text) {}
  char32_t next() {
    if (at_ == text_.size()) return kEnd;
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte >= 0x80) return common::to_lowercase(common::next_code_point(text_, at_));
    ++at_;
    return 'A' <= byte && byte <= 'Z' ? byte + 32u : byte;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr bool is_digit(char32_t c) {
  return '0' <= c && c <= '9';
}
constexpr bool is_space(char32_t c) {
  return c == ' ' || ('\t' <= c && c <= '\r');
}

template <typename Reader>
class Comparison {
 public:
  Comparison(std::string_view left, std::string_view right) : left_(left), right_(right) {}

  std::weak_ordering run() {
    advance();
    for (;;) {
      while (is_space(l_)) l_ = left_.next();
      while (is_space(r_)) r_ = right_.next();
      if (l_ == kEnd || r_ == kEnd) return (r_ == kEnd) <=> (l_ == kEnd);
      if (is_digit(l_) && is_digit(r_)) {
        const std::weak_ordering order = l_ == '0' || r_ == '0' ? fractions() : integers();
        if (order != 0) return order;
      } else {
        if (l_ != r_) return l_ <=> r_;
        advance();
      }
    }
  }

 private:
  void advance() {
    l_ = left_.next();
    r_ = right_.next();
  }

  // Both stand on a digit; if the runs are equal both are read to their ends.
  std::weak_ordering fractions() {
    while (is_digit(l_) && is_digit(r_)) {
      if (l_ != r_) return l_ <=> r_;
      advance();
    }
    return is_digit(l_) <=> is_digit(r_);
  }

  std::weak_ordering integers() {
    std::weak_ordering first_difference = std::weak_ordering::equivalent;
    while (is_digit(l_) && is_digit(r_)) {
      if (first_difference == 0) first_difference = l_ <=> r_;
      advance();
    }
    if (is_digit(l_) != is_digit(r_)) return is_digit(l_) <=> is_digit(r_);
    return first_difference;
  }

  Reader left_;
  Reader right_;
  char32_t l_ = kEnd;
  char32_t r_ = kEnd;
};

}  // namespace

std::weak_ordering natural_compare(std::string_view left, std::string_view right) {
  return Comparison<Bytes>(left, right).run();
}

std::weak_ordering natural_compare_lowercase(std::string_view left, std::string_view right) {
  return Comparison<Lowercase>(left, right).run();
}

}  // namespace lint::imports
