// The generated tables of identifier characters; identifiers.h is the way to ask them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lint::parser {

struct CodePointRange {
  std::uint32_t first;
  std::uint32_t last;
};

// XID_Start and XID_Continue without ASCII, sorted.
extern const CodePointRange kIdentifierStart[];
extern const std::size_t kIdentifierStartCount;
extern const CodePointRange kIdentifierContinue[];
extern const std::size_t kIdentifierContinueCount;

}  // namespace lint::parser
