// Scope: the names that one module, class, function or comprehension binds.
#pragma once

#include <cstdint>
#include <span>

#include "common/base/arena.h"
#include "lint/semantic/binding.h"

namespace lint::semantic {

enum class ScopeKind : std::uint8_t {
  Module,
  Class,
  Function,
  Lambda,
  Generator,  // All comprehensions; `node` says which.
  TypeParams,
  DunderClassCell,  // Around methods: holds __class__.
};

// from module import *
struct StarImport {
  const ast::StmtImportFrom* statement = nullptr;
  const StarImport* previous = nullptr;  // In the same scope.

  std::uint32_t level() const { return statement->level; }
  // May be empty: from . import *
  std::string_view module() const {
    return statement->module ? statement->module.text() : std::string_view();
  }
};

// The tables live in the arena of the file's Parsed, so scopes cost no
// allocation of their own; a scope without names has none.
class Scope {
 public:
  ScopeKind kind = ScopeKind::Module;
  bool uses_locals = false;  // locals() is called.
  bool is_async = false;     // Of a comprehension: it has `async for`.
  ScopeId id = ScopeId::Module;
  ScopeId parent = ScopeId::None;
  // Where a lookup goes on that began in this scope (of code, not of type
  // parameters) or further in: classes are not seen from inside, and scopes around
  // functions that bind nothing are left out; so is __class__.
  ScopeId visible_parent = ScopeId::None;
  // The nearest function or the module around.
  ScopeId outer_function = ScopeId::None;
  // StmtClassDef, StmtFunctionDef, ExprLambda, the comprehension or ModModule;
  // null for TypeParams and DunderClassCell.
  const ast::Node* node = nullptr;
  const StarImport* last_star_import = nullptr;
  // Names that are declared global somewhere in the body.
  ast::ValueList<ast::Identifier> globals;

  bool uses_star_imports() const { return last_star_import != nullptr; }

  // The latest binding of the name, also if it is a deletion.
  BindingId get(ast::Name name) const {
    if (kind == ScopeKind::Module) return get_directly(name);
    return (name_filter_ & filter_bit(name)) == 0 ? BindingId::None : find_binding(name);
  }
  bool has(ast::Name name) const { return get(name) != BindingId::None; }
  // Returns what it shadows in this scope.
  BindingId add(ast::Name name, BindingId binding, common::Arena& arena);
  // Of the module, before anything is added: how many names the file has.
  void reserve_names(std::uint32_t count, common::Arena& arena);
  // Where the name is declared global in this scope (the last place); null: nowhere.
  const ast::Identifier* global_declaration(ast::Name name) const;

  // Latest bindings, in order of the first binding of their names.
  struct Entry {
    ast::Name name;
    BindingId binding;
  };
  std::span<const Entry> bindings() const { return {entries_, size_}; }

  template <typename T>
  const T* node_as() const {
    return ast::as<T>(node);
  }
  bool is_class() const { return kind == ScopeKind::Class; }
  bool is_function() const { return kind == ScopeKind::Function; }
  bool is_module() const { return kind == ScopeKind::Module; }

 private:
  // Small scopes are searched; above kIndexFrom names an open-addressing table
  // from Name::index() to entries helps.  The filter keeps most of the names
  // that a scope does not have from being looked for.  The module, which is asked
  // for nearly every name, has a slot for each name of the file.
  static constexpr std::uint32_t kIndexFrom = 8;
  static constexpr std::uint32_t kNotFound = 0xFFFF'FFFF;
  static std::uint64_t filter_bit(ast::Name name) {
    return std::uint64_t{1} << (name.index() & 63);
  }
  BindingId get_directly(ast::Name name) const {
    const std::uint32_t index = name.index();
    const std::uint32_t slot = index < slot_count_ ? slots_[index] : 0;
    return slot == 0 ? BindingId::None : entries_[slot - 1].binding;
  }
  void add_directly(Entry entry, common::Arena& arena);
  BindingId find_binding(ast::Name name) const;
  std::uint32_t find(ast::Name name) const;
  void append(Entry entry, common::Arena& arena);
  void build_index(common::Arena& arena);
  void index_entry(std::uint32_t entry);

  std::uint64_t name_filter_ = 0;
  Entry* entries_ = nullptr;
  // Entry + 1, or 0, by hash, of the module by Name::index(); null below kIndexFrom.
  std::uint32_t* slots_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
  std::uint32_t slot_count_ = 0;  // A power of two, except of the module.
};

}  // namespace lint::semantic
