// Importer: makes names available that a fix needs, by an import that is there
// already or by a new one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/fix/edits.h"
#include "lint/semantic/semantic.h"

namespace lint {

// A member of a module, and how to import it if no import of the file helps.
struct ImportRequest {
  enum class Style : std::uint8_t {
    Module,  // import module; the name is module.member
    Member,  // from module import member
  };
  std::string_view module;
  std::string_view member;
  Style style = Style::Module;
};

// Some of the names that a statement imports; qualified as in remove_imports().
struct ImportedMembers {
  const ast::Stmt& statement;
  std::span<const std::string_view> names;
};

// Light: made where it is needed.
class Importer {
 public:
  Importer(const FixSource& source, const semantic::Semantic& semantic)
      : source_(source), semantic_(semantic) {}

  // The name to write, and the edit that must go with it.  If the name is imported
  // already, the edit replaces that import by itself: fixes that would remove it
  // then wait for the next round.
  struct Symbol {
    Edit edit;
    std::string name;
  };
  // `at`: where the name is going to be used.  Nothing if the import that is there
  // comes later or is for type checkers only, or if the name means something else.
  std::optional<Symbol> get_or_import(const ImportRequest& request, std::uint32_t at) const;

  struct Builtin {
    std::optional<Edit> edit;  // None: the name is not shadowed.
    std::string name;
  };
  std::optional<Builtin> get_or_import_builtin(std::string_view name, std::uint32_t at) const;

  // Inserts an import behind the last one in front of `at`, else at the start.
  Edit add_import(std::string_view import, std::uint32_t at) const;
  // Behind the docstring and __future__ imports.
  Edit add_import_at_start(std::string_view import) const;
  // from __future__ import annotations
  Edit add_future_import() const;

  // Imports the members (again) where they can be used at run time.
  std::optional<Edit> add_runtime_import(const ImportedMembers& members, std::uint32_t at) const;
  // Imports them in a block of `if TYPE_CHECKING:`, which is made if there is none.
  // One or two edits.
  std::optional<std::vector<Edit>> add_typing_import(const ImportedMembers& members,
                                                     std::uint32_t at) const;

 private:
  struct Lookup;
  Lookup find_symbol(const ImportRequest& request, std::uint32_t at) const;
  std::optional<Symbol> import_symbol(const ImportRequest& request, std::uint32_t at,
                                      const ast::Stmt* except) const;
  const ast::Stmt* preceding_import(std::uint32_t at) const;
  const ast::StmtImportFrom* preceding_import_from(std::string_view module, std::uint32_t at) const;
  const ast::StmtIf* preceding_type_checking_block(std::uint32_t at) const;
  const ast::Stmt* statement_of_test(const ast::StmtIf& block) const;
  std::optional<std::vector<Edit>> add_type_checking_block(const ImportedMembers& members,
                                                           std::string_view content,
                                                           std::uint32_t at) const;

  FixSource source_;
  const semantic::Semantic& semantic_;
};

}  // namespace lint
