// Who may see a definition, and what do its decorators make of it?
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

using Decorators = ast::List<ast::Decorator>;

bool is_staticmethod(Decorators decorators, const Semantic& semantic);
bool is_classmethod(Decorators decorators, const Semantic& semantic);
bool is_overload(Decorators decorators, const Semantic& semantic);
bool is_override(Decorators decorators, const Semantic& semantic);
bool is_abstract(Decorators decorators, const Semantic& semantic);
bool is_final(Decorators decorators, const Semantic& semantic);
// property and its kin; `extra` are dotted names (lint.pydocstyle.property-decorators).
bool is_property(Decorators decorators, std::span<const std::string> extra,
                 const Semantic& semantic);
// @x.validator, where x is assigned (attrs).
bool is_validator(Decorators decorators, const Semantic& semantic);

constexpr bool is_magic(std::string_view name) {
  return name.starts_with("__") && name.ends_with("__");
}
constexpr bool is_init(std::string_view name) {
  return name == "__init__";
}
constexpr bool is_new(std::string_view name) {
  return name == "__new__";
}
constexpr bool is_call(std::string_view name) {
  return name == "__call__";
}
// As unittest and pytest name them.
constexpr bool is_test(std::string_view name) {
  return name == "runTest" || name.starts_with("test");
}

// Of a method by its own name and decorators, whatever its class is.
Visibility method_visibility(const ast::StmtFunctionDef& function);

// Fills in visibility, docstring and is_exported; parents come first.
void resolve_visibility(const Semantic& semantic, std::span<Definition> definitions);

}  // namespace lint::semantic
