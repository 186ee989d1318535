// The syntax tree of a pattern to its Hir: flags are applied, classes computed,
// case folded.
#pragma once

#include "common/regex/ast.h"
#include "common/regex/hir.h"
#include "common/regex/parse_error.h"

namespace common::regex {

// `flags` are the FlagBits that hold at the start of the pattern.
Parsed<Hir> translate(const Ast& ast, std::uint8_t flags);

// A character as the flags have it: a literal, or a class if its case is folded.
Node translate_scalar(std::uint32_t value, std::uint8_t flags);

}  // namespace common::regex
