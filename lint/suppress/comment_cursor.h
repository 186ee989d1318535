// Reads one comment from left to right.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/text/range.h"

namespace lint {

using common::TextRange;

class CommentCursor {
 public:
  // Reads `range` of `text`.
  CommentCursor(std::string_view text, TextRange range)
      : text_(text.substr(0, range.end)), at_(range.start) {}

  bool at_end() const { return at_ == text_.size(); }
  std::uint32_t offset() const { return at_; }
  // What is left.
  std::string_view rest() const { return text_.substr(at_); }
  // The next byte, 0 at the end.
  char peek() const { return at_end() ? '\0' : text_[at_]; }

  // Each says whether there was something of the kind.
  bool eat(char c);
  bool eat(std::string_view word);
  bool eat_ignoring_case(std::string_view lower_case_word);
  bool eat_whitespace();  // Of all of Unicode.
  template <typename Predicate>
  bool eat_while(Predicate accepts) {
    const std::uint32_t start = at_;
    while (!at_end() && accepts(text_[at_])) ++at_;
    return at_ != start;
  }
  // A letter of any language, then letters, digits, '_', '-' and ':'.
  bool eat_word();
  void skip_to_hash();
  void skip_to_end() { at_ = static_cast<std::uint32_t>(text_.size()); }

 private:
  std::string_view text_;  // Up to the end of the comment.
  std::uint32_t at_;
};

// How many bytes the whitespace character at the start of `text` has; 0 if there
// is none.
std::uint32_t whitespace_size(std::string_view text);

}  // namespace lint
