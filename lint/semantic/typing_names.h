// What is known about the names of the typing module and of the types it
// stands for: facts about qualified names, no questions about a file.
#pragma once

#include <span>
#include <string_view>

#include "lint/semantic/qualified_name.h"

namespace lint::semantic {

// list, collections.abc.Iterable, typing.Optional...: may be subscripted by types.
bool is_standard_generic(const QualifiedName& name);
// The same for a member of a module that re-exports typing.
bool is_standard_generic_member(std::string_view member);
// typing.NAME or typing_extensions.NAME
bool is_typing_or_extension(const QualifiedName& name, std::string_view member);

// int, str, typing.Sized...
bool is_immutable_plain_type(const QualifiedName& name);
// tuple, typing.Sequence...
bool is_immutable_generic_type(const QualifiedName& name);
// Calls of it give something that can change: list, collections.deque...
bool returns_mutable(const QualifiedName& name);
// Calls of it give something that cannot: int, pathlib.Path, re.compile...
bool returns_immutable(const QualifiedName& name);

// The type that PEP 585 gives typing's name: {"", "list"} for typing.List,
// {"collections", "deque"} for typing.Deque; both empty: none.
struct ModuleMember {
  std::string_view module;  // Empty: a builtin.
  std::string_view member;

  explicit operator bool() const { return !member.empty(); }
};
ModuleMember pep585_name(const QualifiedName& name);
// Is it one of the types that PEP 585 made generic?
bool is_pep585_generic_name(const QualifiedName& name);

// What __str__, __len__... return; empty: unknown.
std::string_view simple_magic_return_type(std::string_view method);

}  // namespace lint::semantic
