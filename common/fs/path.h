// Paths as text: made absolute without asking the file system, and with the
// home directory and variables put in.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace common::fs {

// Empty if it does not exist any more.
std::string working_directory();

// `path` below the absolute `base` unless it is absolute itself, without empty,
// "." and ".." components and without a final '/'.
std::string absolute_path(std::string_view path, std::string_view base);

// The path without its last component, for absolute_path()s: "/" has none above
// it and stays.
std::string_view parent_path(std::string_view path);
std::string_view base_name(std::string_view path);

// Is `path` `directory` or below it?
bool is_below(std::string_view path, std::string_view directory);

// `path` as seen from `directory` where it is below, else as it is.
std::string_view relative_path(std::string_view path, std::string_view directory);

// Names come before what is below them: "a/b" before "a-b".
bool path_less(std::string_view a, std::string_view b);

using GetVariable = std::function<const char*(const char*)>;

// Replaces a leading "~" or "~/", and $NAME, ${NAME} and ${NAME:-instead}; "$$" is a
// dollar sign.
Result<std::string> expand_path(std::string_view path, const GetVariable& get_variable);

}  // namespace common::fs
