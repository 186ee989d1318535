// What does an assignment to __all__ say?
#pragma once

#include <vector>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

struct DunderAll {
  std::vector<ExportedName> names;
  bool has_invalid_format = false;  // A value that is no list or tuple.
  bool has_invalid_object = false;  // A member that is no string.
};

// Of `__all__ = ...`, `__all__: T = ...` and `__all__ += ...`.
DunderAll extract_dunder_all(const ast::Stmt& statement, const Semantic& semantic);

}  // namespace lint::semantic
