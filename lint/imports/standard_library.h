// Which modules come with Python.
#pragma once

#include <string_view>

#include "lint/parser/python_version.h"

namespace lint::imports {

// `module` is a top-level name ("os", not "os.path").
bool is_standard_library(std::string_view module, PythonVersion version);

}  // namespace lint::imports
