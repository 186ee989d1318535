// Finds the blocks of import statements that are sorted together.
//
// A block is a run of imports in one body with nothing between them but
// comments.  Bodies of compound statements have blocks of their own, and
// directives, excluded statements and cells of a notebook end a block.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lint/ast/ast_nodes.h"
#include "lint/imports/directives.h"
#include "lint/parser/parsed.h"

namespace lint::imports {

// What follows a block, and so how many blank lines end it.
enum class Trailer : std::uint8_t {
  None,        // The end of a body, or anything in a nested block: blank lines stay.
  Sibling,     // A statement.
  Definition,  // A function or a class.
};

struct ImportBlock {
  std::vector<const ast::Stmt*> imports;  // Import and ImportFrom, at least one.
  Trailer trailer = Trailer::None;

  TextRange range() const { return imports.front()->range.cover(imports.back()->range); }
};

struct BlockOptions {
  bool is_stub = false;                             // Definitions are siblings.
  std::span<const std::uint32_t> cell_starts = {};  // Of a notebook, ascending.
};

std::vector<ImportBlock> find_import_blocks(const parser::Parsed& parsed,
                                            const Directives& directives,
                                            const BlockOptions& options);

}  // namespace lint::imports
