// Which of several imports of parts of one package are used?
#pragma once

#include <vector>

#include "lint/semantic/semantic.h"

namespace lint::pyflakes {

// Are the bindings of the name nothing but imports without alias, each behind the
// others for sure, and used only when all are there?
bool are_plain_imports(const semantic::Semantic& semantic, semantic::BindingId latest);

// Of such imports, latest first.  A use means the one that names most of what is
// used: `a.b.c` means `import a.b` rather than `import a`.
std::vector<const semantic::Binding*> unused_submodules(const semantic::Semantic& semantic,
                                                        semantic::BindingId latest);

}  // namespace lint::pyflakes
