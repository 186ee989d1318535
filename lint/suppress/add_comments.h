// Writes comments that suppress all findings of a file: --add-noqa, --add-ignore.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diag/diagnostic.h"
#include "lint/suppress/suppressions.h"

namespace lint {

struct CommentStyle {
  enum class Kind : std::uint8_t { Noqa, Ignore };
  Kind kind = Kind::Noqa;
  std::string_view line_end = "\n";
  std::string_view reason = {};  // Behind the codes.
};

struct CommentedText {
  std::string text;
  std::size_t count = 0;  // Comments written: new ones and ones that got more codes.
  // There are findings that no noqa comment can name.
  bool has_rules_without_code = false;
};

// `findings` as without any suppression; those that a comment suppresses already
// need no other.  A comment of the wanted kind that is there gets more codes, and
// what follows its codes is replaced.
CommentedText add_comments(const Suppressions& suppressions, const CommentStyle& style,
                           std::span<const Diagnostic> findings);

// The comment that suppresses a finding, for each one by itself; none where it is
// suppressed already or cannot be.
std::vector<std::optional<Edit>> suppression_edits(const Suppressions& suppressions,
                                                   const CommentStyle& style,
                                                   std::span<const Diagnostic> findings);

}  // namespace lint
