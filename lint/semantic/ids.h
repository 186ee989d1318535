// Ids of what the semantic model keeps in arrays; dense, in order of creation.
#pragma once

#include <cstdint>

namespace lint::semantic {

enum class ScopeId : std::uint32_t { Module = 0, None = 0xFFFF'FFFF };
enum class BindingId : std::uint32_t { None = 0xFFFF'FFFF };
enum class ReferenceId : std::uint32_t { None = 0xFFFF'FFFF };
enum class DefinitionId : std::uint32_t { Module = 0 };
// An arm of an if, try or match; see Semantic::same_branch.
enum class BranchId : std::uint32_t { None = 0 };

template <typename Id>
constexpr std::uint32_t index_of(Id id) {
  return static_cast<std::uint32_t>(id);
}

// When is the code at a place evaluated?
enum class Context : std::uint8_t {
  Runtime,
  Typing,  // Only by type checkers: TYPE_CHECKING blocks, annotations nobody evaluates.
};

}  // namespace lint::semantic
