// The signs that IPython's escape commands begin with.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

struct EscapeSign {
  std::string_view text;
  EscapeKind kind;
};

// The longer one goes first.
inline constexpr EscapeSign kEscapeSigns[] = {
    {"!!", EscapeKind::ShellCapture}, {"!", EscapeKind::Shell},   {"??", EscapeKind::Help2},
    {"?", EscapeKind::Help},          {"%%", EscapeKind::Magic2}, {"%", EscapeKind::Magic},
    {",", EscapeKind::Quote},         {";", EscapeKind::Quote2},  {"/", EscapeKind::Paren},
};

constexpr std::string_view sign_of(EscapeKind kind) {
  return std::ranges::find(kEscapeSigns, kind, &EscapeSign::kind)->text;
}

}  // namespace lint::ast
