// How does a function end: by returning a value, by raising, or by running off
// its end?
#pragma once

#include <cstdint>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

enum class Terminal : std::uint8_t {
  None,                 // Nothing is known.
  Implicit,             // It can run off its end, and no path returns.
  Raise,                // Every path raises.
  RaiseNotImplemented,  // Every path raises NotImplementedError.
  Return,
  RaiseOrReturn,      // Every path raises or returns.
  ConditionalReturn,  // Some path returns, some runs off the end.
};

Terminal terminal_of(const ast::StmtFunctionDef& function, const Semantic& semantic);

constexpr bool has_implicit_return(Terminal terminal) {
  return terminal == Terminal::None || terminal == Terminal::Implicit ||
         terminal == Terminal::ConditionalReturn;
}
constexpr bool is_always_raise(Terminal terminal) {
  return terminal == Terminal::Raise || terminal == Terminal::RaiseNotImplemented;
}

}  // namespace lint::semantic
