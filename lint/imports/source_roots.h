// Is a module part of the project?  Looks for it on disk.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lint::imports {

// Does one of `roots` hold the module: "a.b" is the directory a/b or the file
// a/b.py or a/b.pyi?
bool has_module(std::span<const std::string> roots, std::string_view module);

}  // namespace lint::imports
