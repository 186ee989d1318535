// Comments that tell import sorting what to leave alone.
//
//   # isort: skip_file           nothing of the file is sorted
//   # isort: off ... # isort: on what lies between is left alone
//   # isort: split               ends a block of imports
//   import b  # isort: skip      so does a statement that is left alone
//
// Each may be written as "# ruff: isort: ...".
#pragma once

#include <cstdint>
#include <vector>

#include "lint/parser/parsed.h"

namespace lint::imports {

using common::TextRange;

struct Directives {
  bool skips_file = false;
  std::vector<TextRange> excluded;    // Imports that start in one are not sorted.
  std::vector<std::uint32_t> splits;  // Ascending.
};

Directives find_directives(const parser::Parsed& parsed);

}  // namespace lint::imports
