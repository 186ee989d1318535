// Names that every module has without binding them: builtins, and globals that
// the interpreter provides.
#pragma once

#include <string_view>

#include "lint/parser/python_version.h"

namespace lint::semantic {

// len, ValueError, ...; `is_notebook` adds what IPython provides.
bool is_builtin_function_or_class(std::string_view name, PythonVersion version, bool is_notebook);
// __file__, __builtins__, ...: globals that are no attributes of the module
// `builtins`, or only on some platforms.
bool is_magic_global(std::string_view name, PythonVersion version);

}  // namespace lint::semantic
