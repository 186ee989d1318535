// Where statements can be inserted, and what must surround them there.
#pragma once

#include <cstdint>
#include <string_view>

#include "lint/ast/ast_nodes.h"
#include "lint/diag/diagnostic.h"
#include "lint/parser/parsed.h"

namespace lint {

struct Insertion {
  std::uint32_t offset = 0;
  std::string_view prefix = {};
  std::string_view suffix = {};       // Ends the line, or separates it from what follows there.
  std::string_view indentation = {};  // Of each line that is inserted.
  // Between other statements of a line: no place for a block.
  bool is_inline = false;

  Edit edit(std::string_view statement) const;
};

// In front of the first statement, but behind a docstring and the comments that
// follow it.  `line_end` must outlive the result.
Insertion insertion_at_start(const parser::Parsed& parsed, std::string_view line_end);

// Behind a statement of the module, on the next line if that is possible.
Insertion insertion_behind(const ast::Stmt& statement, std::string_view text,
                           std::string_view line_end);

// In front of the first statement of the block that starts behind the colon of the
// statement at `start`.
Insertion insertion_in_block(const parser::Parsed& parsed, std::uint32_t start,
                             std::string_view line_end);

// The last of the __future__ imports that a module starts with; null: none.
const ast::Stmt* last_future_import(const ast::ModModule& module);

}  // namespace lint
