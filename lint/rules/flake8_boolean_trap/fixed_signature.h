// Functions whose parameters are not up to who writes them.
#pragma once

#include <string_view>

#include "lint/check/checker.h"

namespace lint::rules::flake8_boolean_trap {

// Does Python call it: an operator, __post_init__?
bool has_fixed_signature(std::string_view name);

// Tells, for a method that a superclass may know, how to say that it does.
void add_override_note(const Checker& c, const ast::StmtFunctionDef& function, Diagnostic& finding);

}  // namespace lint::rules::flake8_boolean_trap
