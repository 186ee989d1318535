// Where names that modules of the standard library and their backports give away
// can be had instead, by version of Python.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lint/parser/python_version.h"

namespace lint::pyupgrade {

// Names of a module that another one has since `since`, before `until`.
struct MovedNames {
  std::string_view from;
  std::string_view to;
  PythonVersion since;
  PythonVersion until;
  std::span<const std::string_view> names;
};

bool has_moved_names(std::string_view module);

// What has moved from the module for files of a version: in the order in which
// findings are reported, one row for each module it moved to.
struct Move {
  std::string_view to;
  std::vector<std::span<const std::string_view>> names;

  bool contains(std::string_view name) const;
};
std::vector<Move> moves_from(std::string_view module, PythonVersion version);

// What typing's name is called elsewhere ("contextlib.AbstractContextManager");
// empty: the name has no other.
std::string_view renamed_typing_member(std::string_view name);

}  // namespace lint::pyupgrade
