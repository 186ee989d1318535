// Where do the imports at the top of a file end?
#pragma once

#include "lint/semantic/semantic.h"

namespace lint::semantic {

// May imports follow the statement (which is none itself) without being late?
// Assignments to dunder names, blocks, and what prepares imports may stand
// between: changes of sys.path and os.environ, matplotlib.use(), commands of
// IPython...
bool may_precede_imports(const ast::Stmt& statement, const Semantic& semantic);

bool is_sys_path_modification(const ast::Stmt& statement, const Semantic& semantic);
bool is_os_environ_modification(const ast::Stmt& statement, const Semantic& semantic);

}  // namespace lint::semantic
