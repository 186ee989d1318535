// Which comments of a block of imports belong to which statement and name.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lint/ast/ast_nodes.h"
#include "lint/imports/import_set.h"
#include "lint/parser/parsed.h"

namespace lint::imports {

using common::TextRange;

struct AnnotatedMember {
  std::string_view name;
  std::string_view as_name;  // Empty: none.
  Comments comments;

  bool is_star() const { return name == "*"; }
};

// An import statement with its comments.
struct AnnotatedImport {
  std::vector<AnnotatedMember> members;  // Of an Import: its modules, without comments.
  Comments comments;
  bool has_magic_comma = false;  // from a import (b,)
};

// Hands out the comments of one block, in order.
class CommentCursor {
 public:
  // The comments that lie in `range`.
  CommentCursor(const parser::Parsed& parsed, TextRange range);

  bool empty() const { return rest_.empty(); }
  // Moves the comments that start before `offset` to the list.
  void take_starting_before(std::uint32_t offset, CommentList& list);
  // Moves the comments that end at `offset` or before to the list.
  void take_ending_by(std::uint32_t offset, CommentList& list);

 private:
  TextRange front() const { return tokens_[rest_.front()].range; }
  void take(CommentList& list);

  std::string_view text_;
  std::span<const parser::Token> tokens_;
  std::span<const std::uint32_t> rest_;
};

// Fills `result`, whose memory is used again; statements must come in order.
void annotate(const ast::Stmt& statement, std::string_view text, CommentCursor& comments,
              AnnotatedImport& result);

}  // namespace lint::imports
