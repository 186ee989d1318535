// What kind of function is it?
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

enum class FunctionType : std::uint8_t {
  Function,  // Not in a class.
  Method,
  ClassMethod,
  StaticMethod,
  NewMethod,  // __new__: static without saying so.
};

// Names of decorators that make class and static methods, besides those of
// Python (lint.pep8-naming.classmethod-decorators...).
struct MethodDecorators {
  std::span<const std::string> classmethods = {};
  std::span<const std::string> staticmethods = {};
};

// `parent` is the scope in which the function is defined
// (Semantic::first_non_type_parent of its own).
FunctionType function_type(const ast::StmtFunctionDef& function, const Scope& parent,
                           const Semantic& semantic, const MethodDecorators& decorators);

// May a subclass's method with the name have to keep to this signature?
bool is_subject_to_liskov(const ast::StmtFunctionDef& function, const Scope& parent,
                          const Semantic& semantic, const MethodDecorators& decorators);

// Only pass, ..., strings and `raise NotImplementedError`.
bool is_stub_function(const ast::StmtFunctionDef& function, const Semantic& semantic);

}  // namespace lint::semantic
