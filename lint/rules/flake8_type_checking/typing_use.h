// For what is an import used: to run the program, or only for types?
#pragma once

#include <cstdint>
#include <string_view>

#include "lint/check/checker.h"

namespace lint::type_checking {

// The first that one of the uses needs decides for all of them.
enum class TypingUse : std::uint8_t {
  Runtime,
  Future,      // In annotations, which `from __future__ import annotations` would defer.
  Quote,       // In annotations, which quotes would defer.
  TypingOnly,  // Nobody evaluates them.
};

// Future and Quote only if the settings allow for it.
TypingUse typing_use(const semantic::Binding& binding, const Checker& c);

// Is the module of the import loaded anyway, by an import of the scope or of one
// around it that the program needs?
bool is_loaded_anyway(const semantic::Binding& import, const semantic::Scope& scope, Checker& c);

// Does Python 3.15 import the module when it is first used?
bool is_lazy(const semantic::Binding& import, const Checker& c);
// May `lazy` be written in front of the statement?
bool can_be_lazy(const semantic::Binding& import, const Checker& c);

}  // namespace lint::type_checking
