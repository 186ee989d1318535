// Gathers the imports of a block into an ImportSet.
//
// Comments of a statement go with its first name; of a statement whose names are
// isolated, those beside and behind it go with every name, since they may be
// pragmas that all of them need.
#include "lint/imports/normalize.h"

#include <algorithm>
#include <functional>

namespace lint::imports {

namespace {

std::size_t combine(std::size_t seed, std::size_t value) {
  return seed ^ (value + 0x9E3779B97F4A7C15u + (seed << 6) + (seed >> 2));
}

std::size_t hash_of(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

void append(CommentList& to, const CommentList& from) {
  to.insert(to.end(), from.begin(), from.end());
}

std::uint32_t size_of(const auto& table) {
  return static_cast<std::uint32_t>(table.size());
}

}  // namespace

void Normalizer::run(std::span<const ast::Stmt* const> imports, CommentCursor& comments,
                     ImportSet& result) {
  set_ = &result;
  result.clear();
  statements_by_key_.clear();
  members_by_key_.clear();
  statement_index_ = 0;
  for (const ast::Stmt* statement : imports) {
    annotate(*statement, text_, comments, current_);
    if (!headings_.empty()) {
      std::erase_if(current_.comments.atop, [&](auto comment) { return is_heading(comment); });
    }
    if (const auto* straight = ast::as<ast::StmtImport>(statement)) add_straight(*straight);
    if (const auto* from = ast::as<ast::StmtImportFrom>(statement)) add_from(*from);
    ++statement_index_;
  }
}

bool Normalizer::is_heading(std::string_view comment) const {
  return std::ranges::find(headings_, comment) != headings_.end();
}

void Normalizer::add_straight(const ast::StmtImport& statement) {
  bool is_first = true;
  for (const AnnotatedMember& module : current_.members) {
    ImportStatement& row = set_->statements[find_straight(module, statement.is_lazy)];
    if (is_first) add_statement_comments(row, true);
    is_first = false;
  }
}

std::uint32_t Normalizer::find_straight(const AnnotatedMember& module, bool is_lazy) {
  const std::size_t hash = combine(combine(hash_of(module.name), hash_of(module.as_name)), is_lazy);
  const std::uint32_t row =
      statements_by_key_.find_or_add(hash, size_of(set_->statements), [&](std::uint32_t candidate) {
        const ImportStatement& other = set_->statements[candidate];
        return !other.is_from() && other.module == module.name && other.as_name == module.as_name &&
               other.is_lazy == is_lazy;
      });
  if (row == set_->statements.size()) {
    set_->statements.push_back({.kind = StatementKind::Straight,
                                .is_lazy = is_lazy,
                                .level = 0,
                                .module = module.name,
                                .as_name = module.as_name,
                                .first_seen = statement_index_});
  }
  return row;
}

bool Normalizer::is_isolated(std::string_view module) const {
  return settings_.force_single_line &&
         (module.empty() || !settings_.single_line_exclusions.contains(module)) &&
         (current_.members.empty() || !current_.members.front().is_star());
}

StatementKind Normalizer::kind_of(const AnnotatedMember& member, bool is_isolated) const {
  if (member.is_star()) return StatementKind::FromStar;
  const bool joins = !is_isolated && (member.as_name.empty() || settings_.combine_as_imports);
  return joins ? StatementKind::From : StatementKind::FromAliased;
}

void Normalizer::add_from(const ast::StmtImportFrom& statement) {
  const std::string_view module =
      statement.module ? statement.module.range.of(text_) : std::string_view();
  const bool isolates = is_isolated(module);
  bool is_first = true;
  for (const AnnotatedMember& member : current_.members) {
    const std::uint32_t owner = find_from(statement, kind_of(member, isolates), member);
    ImportStatement& row = set_->statements[owner];
    if (is_first || isolates) add_statement_comments(row, is_first);
    row.has_magic_comma = row.has_magic_comma || (!isolates && current_.has_magic_comma);
    add_member(owner, member);
    is_first = false;
  }
}

std::uint32_t Normalizer::find_from(const ast::StmtImportFrom& from, StatementKind kind,
                                    const AnnotatedMember& member) {
  const std::string_view module = from.module ? from.module.range.of(text_) : std::string_view();
  const bool is_alone = kind == StatementKind::FromAliased;
  std::size_t hash = combine(combine(hash_of(module), from.level + 1),
                             static_cast<std::size_t>(kind) * 2 + from.is_lazy);
  if (is_alone) hash = combine(combine(hash, hash_of(member.name)), hash_of(member.as_name));
  const std::uint32_t row =
      statements_by_key_.find_or_add(hash, size_of(set_->statements), [&](std::uint32_t candidate) {
        const ImportStatement& other = set_->statements[candidate];
        if (other.kind != kind || other.module != module || other.level != from.level ||
            other.is_lazy != from.is_lazy) {
          return false;
        }
        // first_member is that of a lonely name until members are sorted.
        const Member& name = set_->members[other.first_member];
        return !is_alone || (name.name == member.name && name.as_name == member.as_name);
      });
  if (row == set_->statements.size()) {
    set_->statements.push_back({.kind = kind,
                                .is_lazy = from.is_lazy,
                                .level = from.level,
                                .module = module,
                                .as_name = {},
                                .first_seen = statement_index_,
                                .first_member = size_of(set_->members)});
  }
  return row;
}

void Normalizer::add_statement_comments(ImportStatement& statement, bool with_atop) {
  if (current_.comments.empty()) return;
  Comments& comments = set_->change(statement.comments);
  if (with_atop) append(comments.atop, current_.comments.atop);
  append(comments.beside, current_.comments.beside);
  append(comments.trailing, current_.comments.trailing);
}

void Normalizer::add_member(std::uint32_t owner, const AnnotatedMember& member) {
  const std::size_t hash =
      combine(combine(hash_of(member.name), hash_of(member.as_name)), owner + 1);
  const std::uint32_t row =
      members_by_key_.find_or_add(hash, size_of(set_->members), [&](std::uint32_t candidate) {
        const Member& other = set_->members[candidate];
        return other.owner == owner && other.name == member.name && other.as_name == member.as_name;
      });
  if (row == set_->members.size()) {
    set_->members.push_back({.owner = owner, .name = member.name, .as_name = member.as_name});
  }
  if (member.comments.empty()) return;
  Comments& comments = set_->change(set_->members[row].comments);
  append(comments.atop, member.comments.atop);
  append(comments.beside, member.comments.beside);
  append(comments.trailing, member.comments.trailing);
}

}  // namespace lint::imports
