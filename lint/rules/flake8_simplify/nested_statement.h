// A compound statement that is all another one's body consists of, and the text
// of both as one.
//
// Lines keep what they have beyond the indentation of their block, so the two
// texts are written as they were, less the inner statement's own indentation.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/fix/edits.h"

namespace lint::rules::flake8_simplify {

class NestedStatement {
 public:
  // `outer` is the range of the statement or clause that goes on with `inner` only.
  // Nothing if something stands in front of one of them in its line.
  static std::optional<NestedStatement> of(const FixSource& source, TextRange outer,
                                           const ast::Stmt& inner);

  // What stands in front of the outer statement's first line.
  std::string_view indentation() const { return outer_indentation_; }
  // A part of the inner statement's head, as it stands in the outer one's.
  std::string head_text(TextRange range) const;
  // From `start` behind the head of the inner statement to the end of its last line;
  // `first` is the first statement of its body.
  std::string body_text(std::uint32_t start, const ast::Stmt& first) const;
  // Puts the text in place of both.
  Edit edit(std::string text) const;

 private:
  NestedStatement(const FixSource& source, TextRange lines, std::string_view outer_indentation,
                  std::string_view inner_indentation)
      : source_(source),
        lines_(lines),
        outer_indentation_(outer_indentation),
        inner_indentation_(inner_indentation) {}

  FixSource source_;
  TextRange lines_;
  std::string_view outer_indentation_;
  std::string_view inner_indentation_;
};

// The colon behind `offset`.
std::optional<TextRange> colon_behind(const FixSource& source, std::uint32_t offset);

}  // namespace lint::rules::flake8_simplify
