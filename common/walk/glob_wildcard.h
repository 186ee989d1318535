// Globs made of bytes, classes, `?` and `*` alone, which is most of those that
// need a program.  When the text differs, only the last star needs to take more
// of it: no star crosses a slash, so giving an earlier one more cannot help.
#pragma once

#include <string_view>
#include <vector>

#include "common/walk/glob_tokens.h"

namespace common::walk {

class GlobWildcard {
 public:
  GlobWildcard() = default;
  // Takes tokens[from..] if they are of this kind, else stays empty.
  GlobWildcard(const GlobTokens& tokens, std::size_t from, const GlobOptions& options);
  bool empty() const { return tokens_.empty(); }
  // `classes` are those of the tokens.
  bool matches(std::string_view text, const std::vector<ByteClass>& classes) const;

 private:
  std::vector<GlobToken> tokens_;
};

}  // namespace common::walk
