// Which annotations does somebody evaluate at run time?
#pragma once

#include <span>
#include <string>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

// Names of classes and decorators whose users read annotations at run time
// (lint.flake8-type-checking.runtime-evaluated-*).
struct RuntimeReaders {
  std::span<const std::string> base_classes;
  std::span<const std::string> decorators;
};
struct RuntimeRequirements {
  RuntimeReaders required;
  RuntimeReaders ambiguous;  // They may or may not.
};

enum class AnnotationUse : std::uint8_t {
  TypingOnly,        // Nobody evaluates it.
  RuntimeEvaluated,  // Python does, but nobody needs the value.
  RuntimeRequired,   // A library needs the value.
  RuntimeAmbiguous,  // A library may need it.
};

bool is_read_at_runtime(const ast::StmtFunctionDef& function, const Semantic& semantic,
                        const RuntimeReaders& readers);
bool is_read_at_runtime(const ast::StmtClassDef& class_def, const Semantic& semantic,
                        const RuntimeReaders& readers);
// Of an annotated assignment at the current place.
AnnotationUse annotation_use_here(const Semantic& semantic,
                                  const RuntimeRequirements& requirements);
// Of parameters and the result.
AnnotationUse annotation_use_of(const ast::StmtFunctionDef& function, const Semantic& semantic,
                                const RuntimeRequirements& requirements);

// ClassVar, InitVar and KW_ONLY in a dataclass: dataclasses look for them.
bool is_dataclass_marker(const ast::Expr& annotation, const Semantic& semantic);
// @f.register for a functools.singledispatch f: it looks at the first parameter.
bool is_singledispatch_implementation(const ast::StmtFunctionDef& function,
                                      const Semantic& semantic);

}  // namespace lint::semantic
