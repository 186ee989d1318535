// Binding: one place that gives a name a meaning, and what refers to it.
#pragma once

#include <cstdint>

#include "lint/ast/ast_nodes.h"
#include "lint/semantic/ids.h"
#include "lint/semantic/qualified_name.h"

namespace lint::semantic {

using common::TextRange;

enum class BindingKind : std::uint8_t {
  Annotation,  // x: int
  Argument,
  NamedExprAssignment,
  Assignment,
  TypeParam,
  LoopVar,
  WithItemVar,
  Global,  // global x
  Nonlocal,
  Builtin,
  Class,
  Function,
  Export,  // __all__
  FutureImport,
  Import,           // import a, import a as b
  FromImport,       // from a import b
  SubmoduleImport,  // import a.b
  Deletion,
  BoundException,    // except E as e, inside the handler
  UnboundException,  // e behind the handler
  DunderClassCell,   // __class__ in methods
};

enum class BindingFlag : std::uint16_t {
  ExplicitExport = 1 << 0,  // Listed in __all__, or `import a as a`.
  External = 1 << 1,        // Used by code outside (global in a function, ...).
  Alias = 1 << 2,           // import a as b.
  Nonlocal = 1 << 3,        // Declared nonlocal in an inner scope.
  Global = 1 << 4,          // Declared global.
  Deleted = 1 << 5,
  InvalidAllFormat = 1 << 6,    // __all__ is no list or tuple.
  InvalidAllObject = 1 << 7,    // __all__ holds something that is no string.
  PrivateDeclaration = 1 << 8,  // _T in a stub.
  UnpackedAssignment = 1 << 9,  // (a, b) = ...
  InExceptHandler = 1 << 10,
  InAssertStatement = 1 << 11,
  AnnotatedTypeAlias = 1 << 12,  // T: TypeAlias = ...
  DeferredTypeAlias = 1 << 13,   // type T = ...
};

// Of try statements around a place: what their handlers catch.
enum class HandledException : std::uint8_t {
  NameError = 1,
  ModuleNotFoundError = 2,
  ImportError = 4
};

// What is imported: for Import, FromImport and SubmoduleImport.
//   import a.b       module a.b,  qualified a.b,  SubmoduleImport bound to "a"
//   from a import b  module a,    qualified a.b
struct ImportedName {
  QualifiedName qualified;
  // Segments of `qualified` that name the module (all but the member).
  std::uint8_t module_size = 0;
};

// The strings in an assignment to __all__.
struct ExportedName {
  std::string_view name;
  TextRange range;
};

struct Binding {
  ast::Name name;
  BindingKind kind;
  Context context;              // Of the place where it is bound.
  std::uint8_t exceptions = 0;  // HandledException bits.
  std::uint16_t flags = 0;      // BindingFlag bits.
  ScopeId scope;
  TextRange range;  // Of the name.
  // The statement or expression that binds; null for builtins.
  const ast::Node* source = nullptr;

  // By kind: Import*, Export; else null.
  const ImportedName* imported = nullptr;
  const ast::ValueList<ExportedName>* exported = nullptr;
  // Class, Function: the scope of the body, once it was visited.
  ScopeId inner_scope = ScopeId::None;
  // Global, Nonlocal: what is meant; UnboundException: what e meant before.
  BindingId target = BindingId::None;

  ReferenceId first_reference = ReferenceId::None;
  ReferenceId last_reference = ReferenceId::None;

  bool has(BindingFlag flag) const { return (flags & static_cast<std::uint16_t>(flag)) != 0; }
  void set(BindingFlag flag) {
    flags = static_cast<std::uint16_t>(flags | static_cast<std::uint16_t>(flag));
  }
  bool is_used() const { return first_reference != ReferenceId::None; }
  bool is_import() const {
    return kind == BindingKind::Import || kind == BindingKind::FromImport ||
           kind == BindingKind::SubmoduleImport;
  }
};

// A use of a name that was resolved to a binding.
struct Reference {
  BindingId binding;
  ReferenceId next = ReferenceId::None;  // Of the same binding.
  const ast::Node* node = nullptr;       // The name; null for a use without one (__all__).
  TextRange range;
  ScopeId scope;
  std::uint64_t flags = 0;  // The semantic flags (semantic_flags.h) at the place.
};

// A use of a name that nothing binds.
struct UnresolvedReference {
  std::string_view name;
  TextRange range;
  std::uint8_t exceptions = 0;  // HandledException bits.
  // A star import may have brought it (F405 rather than F821).
  bool may_come_from_star_import = false;
  std::uint64_t flags = 0;
};

}  // namespace lint::semantic
