// Binding: one place that gives a name a meaning, and what refers to it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/ast/ast_nodes.h"
#include "lint/semantic/ids.h"
#include "lint/semantic/qualified_name.h"
#include "lint/semantic/semantic_flags.h"

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
  ExplicitExport = 1 << 0,      // import a as a
  External = 1 << 1,            // Imported.
  Alias = 1 << 2,               // import a as b.
  Nonlocal = 1 << 3,            // The scope declares the name nonlocal,
  Global = 1 << 4,              // or global.
  InvalidAllFormat = 1 << 6,    // __all__ is no list or tuple.
  InvalidAllObject = 1 << 7,    // __all__ holds something that is no string.
  PrivateDeclaration = 1 << 8,  // The name begins with _.
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
  ImportError = 4,
  AttributeError = 8,
};

// What is imported: for Import, FromImport and SubmoduleImport.
//   import a.b as c  qualified a.b, Import bound to "c"
//   import a.b       qualified a.b, SubmoduleImport bound to "a"
//   from a import b  qualified a.b, FromImport bound to "b"
//   from ..a import b  qualified "..", "a", "b"
struct ImportedName {
  QualifiedName qualified;
  bool is_from = false;

  // The package that is loaded first, or all of `from`'s module: a; a; a; ..a
  std::span<const std::string_view> module() const {
    return qualified.segments().first(is_from ? qualified.size() - 1 : 1);
  }
  // What follows the keyword: a.b; a.b; a; ..a
  std::span<const std::string_view> source() const {
    return is_from ? module() : qualified.segments();
  }
  // What is brought: a.b; a.b; b; b
  std::string member() const { return is_from ? std::string(qualified.back()) : qualified.text(); }
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
  TextRange range;  // Of the name; of `a.b` in `import a.b`; empty for builtins.
  // The statement, or the name or pattern's statement, that binds; null for builtins.
  const ast::Node* source = nullptr;

  // By kind: Import*, Export; else null.
  const ImportedName* imported = nullptr;
  const ast::ValueList<ExportedName>* exported = nullptr;
  // Class, Function: the scope of the body.
  ScopeId inner_scope = ScopeId::None;
  // Global, Nonlocal: what is meant; UnboundException: what e meant before.
  BindingId target = BindingId::None;
  // What it shadows in its own scope, and, if nothing, in a function or the
  // module around.
  BindingId shadowed = BindingId::None;
  BindingId outer_shadowed = BindingId::None;

  // The latest reference, from which the earlier ones follow.  A binding that
  // shadows another one in the same scope begins with that one's references.
  ReferenceId last_reference = ReferenceId::None;

  bool has(BindingFlag flag) const { return (flags & static_cast<std::uint16_t>(flag)) != 0; }
  void set(BindingFlag flag) {
    flags = static_cast<std::uint16_t>(flags | static_cast<std::uint16_t>(flag));
  }
  bool handles(HandledException exception) const {
    return (exceptions & static_cast<std::uint8_t>(exception)) != 0;
  }
  bool is_used() const { return last_reference != ReferenceId::None; }
  bool is_import() const { return imported != nullptr; }
  // The name has no value behind it.
  bool is_unbound() const {
    return kind == BindingKind::Annotation || kind == BindingKind::Deletion ||
           kind == BindingKind::UnboundException;
  }
  bool is_type_alias() const {
    return has(BindingFlag::AnnotatedTypeAlias) || has(BindingFlag::DeferredTypeAlias);
  }
  // Where a noqa comment may also stand: the start of a from import.
  std::optional<std::uint32_t> parent_offset() const {
    if (!ast::is<ast::StmtImportFrom>(source)) return std::nullopt;
    return source->range.start;
  }
};

// A use of a name that was resolved to a binding.
struct Reference {
  BindingId binding;  // To which it was added; those that shadow it have it, too.
  ReferenceId previous = ReferenceId::None;
  // The name; null for a use without one (__all__, nonlocal: then the statement).
  const ast::Node* node = nullptr;
  TextRange range;
  ScopeId scope;
  Flags flags;               // Of the place.
  bool is_deletion = false;  // del x
};

// A use of a name that nothing binds.
struct UnresolvedReference {
  std::string_view name;
  TextRange range;
  std::uint8_t exceptions = 0;  // HandledException bits.
  // A star import may have brought it (F405 rather than F821).
  bool may_come_from_star_import = false;
  Flags flags;
  // `x: int` without a value in a function: the binding that leaves x unbound.
  BindingId annotation = BindingId::None;
};

}  // namespace lint::semantic
