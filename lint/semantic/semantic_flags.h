// Flags of the place that is being visited.
#pragma once

#include <cstdint>

namespace lint::semantic {

enum class Flag : std::uint32_t {
  // In an annotation that nobody evaluates / that is evaluated / whose value
  // someone needs at run time (pydantic, dataclasses by settings).
  TypingOnlyAnnotation = 1u << 0,
  RuntimeEvaluatedAnnotation = 1u << 1,
  RuntimeRequiredAnnotation = 1u << 2,
  TypeDefinition = 1u << 3,  // In any type expression: cast("T", x), TypeVar(bound=T) ...
  SimpleStringTypeDefinition = 1u << 4,   // In "T", one plain string
  ComplexStringTypeDefinition = 1u << 5,  // In a concatenated or escaped one
  FutureTypeDefinition = 1u << 6,         // Deferred by __future__ or a stub
  ExceptionHandler = 1u << 7,
  FString = 1u << 8,
  TString = 1u << 9,
  BooleanTest = 1u << 10,    // The value only matters as true or false
  TypingLiteral = 1u << 11,  // In Literal[...]
  Subscript = 1u << 12,
  TypeCheckingBlock = 1u << 13,
  ImportBoundary = 1u << 14,     // Something other than imports and the like was seen
  FutureAnnotations = 1u << 15,  // from __future__ import annotations
  StubFile = 1u << 16,
  ModuleDocstringBoundary = 1u << 17,  // Past the module's docstring
  TypeParamDefinition = 1u << 18,
  NamedExpressionAssignment = 1u << 19,
  Pep257Docstring = 1u << 20,
  AttributeDocstring = 1u << 21,
  DunderAllDefinition = 1u << 22,
  InterpolatedField = 1u << 23,  // In the {} of an f- or t-string
  ClassBase = 1u << 24,
  DeferredClassBase = 1u << 25,
  AnnotatedTypeAlias = 1u << 26,
  DeferredTypeAlias = 1u << 27,
  AssertStatement = 1u << 28,
  NoTypeCheck = 1u << 29,
  OrElse = 1u << 30,
  // In an annotation of which nobody knows whether its value is needed.
  RuntimeAmbiguousAnnotation = 1u << 31,
  FStringAsDocstring = 1u << 31,  // An f-string where a string would be a docstring
};

class Flags {
 public:
  constexpr Flags() = default;
  constexpr explicit Flags(std::uint32_t bits) : bits_(bits) {}
  constexpr bool has(Flag flag) const { return (bits_ & static_cast<std::uint32_t>(flag)) != 0; }
  template <typename... F>
  constexpr bool any(F... flags) const {
    return (has(flags) || ...);
  }
  constexpr void set(Flag flag) { bits_ |= static_cast<std::uint32_t>(flag); }
  constexpr void clear(Flag flag) { bits_ &= ~static_cast<std::uint32_t>(flag); }
  constexpr std::uint32_t bits() const { return bits_; }

  constexpr bool in_annotation() const {
    return any(Flag::TypingOnlyAnnotation, Flag::RuntimeEvaluatedAnnotation,
               Flag::RuntimeRequiredAnnotation, Flag::RuntimeAmbiguousAnnotation);
  }
  constexpr bool in_string_type_definition() const {
    return any(Flag::SimpleStringTypeDefinition, Flag::ComplexStringTypeDefinition);
  }
  constexpr bool in_deferred_type_definition() const {
    return any(Flag::SimpleStringTypeDefinition, Flag::ComplexStringTypeDefinition,
               Flag::FutureTypeDefinition, Flag::TypeParamDefinition);
  }
  // A name may be used before it is bound: "T", or T in an annotation that nobody evaluates.
  constexpr bool in_forward_reference() const {
    return in_string_type_definition() ||
           (has(Flag::FutureTypeDefinition) && has(Flag::TypingOnlyAnnotation));
  }
  constexpr bool in_type_alias_value() const {
    return any(Flag::AnnotatedTypeAlias, Flag::DeferredTypeAlias);
  }
  constexpr bool in_interpolated_string() const { return any(Flag::FString, Flag::TString); }
  constexpr bool future_annotations_or_stub() const {
    return any(Flag::FutureAnnotations, Flag::StubFile);
  }
  constexpr bool in_typing_context() const {
    return in_string_type_definition() ||
           any(Flag::TypeCheckingBlock, Flag::TypingOnlyAnnotation, Flag::TypeParamDefinition);
  }

 private:
  std::uint32_t bits_ = 0;
};

}  // namespace lint::semantic
