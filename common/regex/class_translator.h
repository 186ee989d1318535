// Classes of the syntax tree to sets of characters.
#pragma once

#include <cstdint>

#include "common/regex/ast.h"
#include "common/regex/hir.h"
#include "common/regex/parse_error.h"

namespace common::regex {

// `id` is a Bracketed, PerlClass or UnicodeClass.  The result is of bytes where
// `flags` have Unicode off.
Parsed<CharClass> translate_class(const Ast& ast, AstId id, std::uint8_t flags);

}  // namespace common::regex
