// DictKey: keys of a dict display as Python compares them: 1, 1.0 and True are
// the same key.
#pragma once

#include <cstdint>

#include "lint/ast/ast_nodes.h"

namespace lint::pyflakes {

// Equal keys have equal hashes.
std::uint64_t key_hash(const ast::Expr& key);
bool is_same_key(const ast::Expr& left, const ast::Expr& right);

}  // namespace lint::pyflakes
