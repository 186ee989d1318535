// Names that every module has without binding them: builtins, and globals that
// the interpreter provides.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lint/parser/python_version.h"

namespace lint::semantic {

// len, ValueError, ...; `is_notebook` adds what IPython provides.
bool is_builtin_function_or_class(std::string_view name, PythonVersion version, bool is_notebook);
// The minor version that brought the builtin, 0 if all have it; nullopt: it is none.
std::optional<std::uint8_t> builtin_since(std::string_view name);
// __file__, __builtins__, ...: globals that are no attributes of the module
// `builtins`, or only on some platforms.
bool is_magic_global(std::string_view name, PythonVersion version);

}  // namespace lint::semantic
