// NoqaLines: on which line the noqa comment for an offset stands.
//
// Mostly on the line itself.  But a string over several lines has room for a
// comment only behind its last line, a line that ends with a backslash none at
// all, and a "#!" line is one comment already.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/range.h"
#include "lint/parser/token.h"

namespace lint {

using common::TextRange;

class NoqaLines {
 public:
  NoqaLines(std::string_view text, std::span<const parser::Token> tokens);

  // An offset on the line of the comment: `offset` itself in most places.
  std::uint32_t resolve(std::uint32_t offset) const;

 private:
  void add(TextRange range);

  std::vector<TextRange> ranges_;  // Sorted, apart; the comment is at the end of each.
};

// The first line with its line end if it starts with "#!"; else empty.
TextRange shebang_line(std::string_view text, std::span<const parser::Token> tokens);

}  // namespace lint
