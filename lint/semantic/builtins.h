// Names that every module has without binding them: builtins, and globals that
// the interpreter provides.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lint/parser/python_version.h"

namespace lint::semantic {

// len, ValueError, __file__...; `is_notebook` adds what IPython provides.
bool is_builtin(std::string_view name, PythonVersion version, bool is_notebook);
// The minor version that brought the attribute of the module `builtins`, 0 if
// all have it; nullopt: it is none.
std::optional<std::uint8_t> builtin_since(std::string_view name);
// zip, map...: calls give an iterator.
bool is_builtin_iterator(std::string_view name);

}  // namespace lint::semantic
