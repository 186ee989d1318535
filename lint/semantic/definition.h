// Definition: a module, class or function as something that can be documented.
#pragma once

#include <cstdint>

#include "lint/ast/ast_nodes.h"
#include "lint/semantic/ids.h"

namespace lint::semantic {

enum class DefinitionKind : std::uint8_t {
  Module,
  Class,
  NestedClass,
  Function,
  NestedFunction,
  Method,
};

enum class Visibility : std::uint8_t { Public, Private };

struct Definition {
  DefinitionId id = DefinitionId::Module;
  DefinitionKind kind = DefinitionKind::Module;
  Visibility visibility = Visibility::Public;
  DefinitionId parent = DefinitionId::Module;
  const ast::Node* node = nullptr;  // ModModule, StmtClassDef or StmtFunctionDef.
  // The string expression that is the docstring; null: none.
  const ast::ExprStringLiteral* docstring = nullptr;
  // In __all__, if the module has one.
  bool is_exported = false;

  bool is_function() const { return kind >= DefinitionKind::Function; }
  bool is_method() const { return kind == DefinitionKind::Method; }
  bool is_class() const {
    return kind == DefinitionKind::Class || kind == DefinitionKind::NestedClass;
  }
  const ast::StmtFunctionDef* function() const { return ast::as<ast::StmtFunctionDef>(node); }
  const ast::StmtClassDef* class_def() const { return ast::as<ast::StmtClassDef>(node); }
};

}  // namespace lint::semantic
