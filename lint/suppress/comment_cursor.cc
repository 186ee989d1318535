#include "lint/suppress/comment_cursor.h"

#include <algorithm>
#include <iterator>

#include "common/base/ascii.h"
#include "lint/parser/identifiers.h"

namespace lint {

namespace {

constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::string_view kBlanks = "\t\n\v\f\r ";

// Whitespace beyond ASCII.
constexpr char32_t kWideBlanks[] = {
    0x85,   0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
    0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
};

}  // namespace

std::uint32_t whitespace_size(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii(text[0])) return kBlanks.find(text[0]) != std::string_view::npos ? 1 : 0;
  std::uint32_t size = 0;
  const char32_t c = parser::decode_code_point(text, &size);
  return std::ranges::find(kWideBlanks, c) != std::end(kWideBlanks) ? size : 0;
}

bool CommentCursor::eat(char c) {
  if (at_end() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool CommentCursor::eat(std::string_view word) {
  if (!rest().starts_with(word)) return false;
  at_ += static_cast<std::uint32_t>(word.size());
  return true;
}

bool CommentCursor::eat_ignoring_case(std::string_view lower_case_word) {
  const std::string_view next = rest().substr(0, lower_case_word.size());
  if (!std::ranges::equal(next, lower_case_word, {}, common::to_lower)) return false;
  at_ += static_cast<std::uint32_t>(next.size());
  return true;
}

bool CommentCursor::eat_whitespace() {
  const std::uint32_t start = at_;
  while (const std::uint32_t size = whitespace_size(rest())) at_ += size;
  return at_ != start;
}

bool CommentCursor::eat_word() {
  const std::uint32_t start = at_;
  while (!at_end()) {
    const char c = text_[at_];
    const bool is_first = at_ == start;
    std::uint32_t size = 1;
    bool belongs =
        is_letter(c) || (!is_first && (common::is_digit(c) || c == '_' || c == '-' || c == ':'));
    if (!is_ascii(c)) {
      const char32_t wide = parser::decode_code_point(rest(), &size);
      belongs = is_first ? parser::is_identifier_start(wide) : parser::is_identifier_continue(wide);
    }
    if (!belongs) break;
    at_ += size;
  }
  return at_ != start;
}

void CommentCursor::skip_to_hash() {
  const std::size_t hash = text_.find('#', at_);
  at_ = static_cast<std::uint32_t>(hash == std::string_view::npos ? text_.size() : hash);
}

}  // namespace lint
