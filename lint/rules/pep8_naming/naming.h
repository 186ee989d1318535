// Names as PEP 8 wants them.
#pragma once

#include <string_view>

#include "lint/check/checker.h"

namespace lint::pep8_naming {

// Are all letters lower case?  Letters without case are not.
bool is_lowercase(std::string_view name);

// Did the user allow the name?  (lint.pep8-naming.ignore-names)
inline bool is_ignored(const Checker& c, std::string_view name) {
  return config::matches_any(c.settings().pep8_naming.ignore_names, name);
}

}  // namespace lint::pep8_naming
