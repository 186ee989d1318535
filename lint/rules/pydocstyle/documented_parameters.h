// The names of parameters that a section of a docstring describes.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "lint/docstrings/sections.h"

namespace lint::rules::pydocstyle {

using ParameterNames = std::set<std::string, std::less<>>;  // With stars, if written.

// Adds what a section of Google's style has:
//     name (type): Description that
//         goes on.
void add_google_parameters(std::string_view content, ParameterNames& names);

// Adds what a section of NumPy's style has, whose name stands behind `indent`:
//     first, second : type
//         Description.
void add_numpy_parameters(std::string_view content, std::string_view indent, ParameterNames& names);

}  // namespace lint::rules::pydocstyle
