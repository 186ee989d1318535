// A place in a text of valid UTF-8 that moves forward and knows its line and column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/config/value.h"
#include "common/kdl/characters.h"
#include "common/text/utf8.h"

namespace common::kdl {

class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool is_at_end() const { return at_ == text_.size(); }
  std::size_t offset() const { return at_; }
  config::Position position() const { return position_; }
  std::string_view text_from(std::size_t offset) const {
    return text_.substr(offset, at_ - offset);
  }

  // Zero at the end.
  char32_t peek() const {
    if (is_at_end()) return 0;
    std::size_t at = at_;
    return next_code_point(text_, at);
  }
  bool sees(std::string_view expected) const { return text_.substr(at_).starts_with(expected); }
  // The byte that many bytes ahead; zero behind the end.
  char ahead(std::size_t count) const {
    return at_ + count < text_.size() ? text_[at_ + count] : '\0';
  }

  char32_t take() {
    const char32_t c = next_code_point(text_, at_);
    // Of a carriage return and line feed the second ends the line.
    if (is_newline(c) && !(c == '\r' && peek() == '\n')) {
      position_ = {.line = position_.line + 1, .column = 1};
    } else {
      ++position_.column;
    }
    return c;
  }
  void take(std::size_t count) {
    for (; count > 0; --count) take();
  }
  bool take_if(std::string_view expected) {
    if (!sees(expected)) return false;
    take(code_point_count(expected));
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  config::Position position_{.line = 1, .column = 1};
};

}  // namespace common::kdl
