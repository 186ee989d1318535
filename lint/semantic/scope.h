// Scope: the names that one module, class, function or comprehension binds.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "lint/semantic/binding.h"

namespace lint::semantic {

enum class ScopeKind : std::uint8_t {
  Module,
  Class,
  Function,
  Lambda,
  Generator,  // All comprehensions.
  TypeParams,
  DunderClassCell,  // Around methods: holds __class__.
};

struct StarImport {
  std::string_view module;  // May be empty: from . import *
  std::uint32_t level = 0;
  const ast::StmtImportFrom* statement = nullptr;
};

class Scope {
 public:
  ScopeKind kind = ScopeKind::Module;
  ScopeId id = ScopeId::Module;
  ScopeId parent = ScopeId::None;
  // StmtClassDef, StmtFunctionDef, ExprLambda, the comprehension or ModModule.
  const ast::Node* node = nullptr;
  bool uses_locals = false;  // locals() is called.
  std::vector<StarImport> star_imports;

  // The latest binding of the name, also if it is a deletion.
  BindingId get(ast::Name name) const;
  bool has(ast::Name name) const { return get(name) != BindingId::None; }
  // Returns what it shadows in this scope.
  BindingId add(ast::Name name, BindingId binding);

  // Latest bindings, in order of the first binding of their names.
  struct Entry {
    ast::Name name;
    BindingId binding;
  };
  std::span<const Entry> bindings() const { return entries_; }

  template <typename T>
  const T* node_as() const {
    return ast::as<T>(node);
  }

 private:
  // Small scopes are searched; above kIndexFrom names an open-addressing table
  // from Name::index() to entries helps.
  static constexpr std::size_t kIndexFrom = 8;
  std::size_t find(ast::Name name) const;
  void build_index();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> index_;  // Entry + 1 by hash; size a power of two.
};

}  // namespace lint::semantic
