#include "common/walk/glob_wildcard.h"

#include <algorithm>

namespace common::walk {
namespace {

bool accepts(const GlobToken& token, char c, const std::vector<ByteClass>& classes) {
  auto byte = static_cast<std::uint8_t>(c);
  if (token.kind == GlobToken::Byte) return token.byte == byte;
  if (token.kind == GlobToken::Class) return classes[token.class_no].contains(byte);
  return byte != '/';
}

}  // namespace

GlobWildcard::GlobWildcard(const GlobTokens& tokens, std::size_t from, const GlobOptions& options) {
  auto begin = tokens.tokens.begin() + static_cast<std::ptrdiff_t>(from);
  bool is_simple = std::all_of(begin, tokens.tokens.end(), [&](const GlobToken& token) {
    if (token.kind == GlobToken::Class) return !tokens.classes[token.class_no].contains('/');
    return token.kind <= GlobToken::Star;
  });
  if (is_simple && options.literal_separator) tokens_.assign(begin, tokens.tokens.end());
}

bool GlobWildcard::matches(std::string_view text, const std::vector<ByteClass>& classes) const {
  constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t token = 0;
  std::size_t after_star = kNone;  // The token behind the last star,
  std::size_t star_end = 0;        // and where in the text it stops now.
  for (std::size_t at = 0; at < text.size();) {
    if (token < tokens_.size() && tokens_[token].kind == GlobToken::Star) {
      after_star = ++token;
      star_end = at;
    } else if (token < tokens_.size() && accepts(tokens_[token], text[at], classes)) {
      ++token;
      ++at;
    } else {
      if (after_star == kNone || text[star_end] == '/') return false;
      token = after_star;
      at = ++star_end;
    }
  }
  while (token < tokens_.size() && tokens_[token].kind == GlobToken::Star) ++token;
  return token == tokens_.size();
}

}  // namespace common::walk
