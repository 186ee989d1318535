// Gathers the imports of a block into an ImportSet: duplicates fall together,
// names from one module join one statement, or each gets its own.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/ast/ast_nodes.h"
#include "lint/config/isort_settings.h"
#include "lint/imports/comments.h"
#include "lint/imports/import_set.h"
#include "lint/imports/key_index.h"

namespace lint::imports {

class Normalizer {
 public:
  // `headings` are the comments above sections, which are written anew.
  Normalizer(const config::Isort& settings, std::string_view text,
             std::span<const std::string> headings)
      : settings_(settings), text_(text), headings_(headings) {}

  // Replaces what `result` holds.
  void run(std::span<const ast::Stmt* const> imports, CommentCursor& comments, ImportSet& result);

 private:
  void add_straight(const ast::StmtImport& statement);
  void add_from(const ast::StmtImportFrom& statement);
  void add_statement_comments(ImportStatement& statement, bool with_atop);
  void add_member(std::uint32_t owner, const AnnotatedMember& member);
  std::uint32_t find_straight(const AnnotatedMember& module, bool is_lazy);
  std::uint32_t find_from(const ast::StmtImportFrom& from, StatementKind kind,
                          const AnnotatedMember& member);
  StatementKind kind_of(const AnnotatedMember& member, bool is_isolated) const;
  bool is_isolated(std::string_view module) const;
  bool is_heading(std::string_view comment) const;

  const config::Isort& settings_;
  std::string_view text_;
  std::span<const std::string> headings_;
  AnnotatedImport current_;
  std::uint32_t statement_index_ = 0;  // Of current_ in the source.
  ImportSet* set_ = nullptr;
  KeyIndex statements_by_key_;
  KeyIndex members_by_key_;
};

}  // namespace lint::imports
