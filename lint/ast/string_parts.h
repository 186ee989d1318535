// The pieces of string expressions: "a" f"b".
#pragma once

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

inline StringFlags flags_of(const StringPart& part) {
  switch (part.kind) {
    case Kind::StringPartLiteral:
      return static_cast<const StringPartLiteral&>(part).flags;
    case Kind::StringPartBytes:
      return static_cast<const StringPartBytes&>(part).flags;
    case Kind::StringPartFormatted:
      return static_cast<const StringPartFormatted&>(part).flags;
    default:
      return static_cast<const StringPartTemplate&>(part).flags;
  }
}

// Between the quotes, as it is written.
inline TextRange content_range(const StringPart& part) {
  const StringFlags flags = flags_of(part);
  return {part.range.start + flags.opener_size(), part.range.end - flags.closer_size()};
}

}  // namespace lint::ast
