// Finds the blocks of import statements that are sorted together.
//
// Visits statements in source order, but handlers before the body of their try:
// a split directive belongs to the first statement visited behind it, so the
// order shows.
#include "lint/imports/block_builder.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/text/lines.h"

namespace lint::imports {

namespace {

// Is there, above the comments that belong to the statement at `offset`, a blank
// line and above that a comment?  Then that comment follows the imports, and the
// statement is not next to them.
bool has_comment_break(std::string_view text, std::uint32_t offset) {
  bool has_blank = false;
  std::uint32_t start = common::line_start(text, offset);
  for (std::uint32_t end; (end = common::line_end_before(text, start)) < start;) {
    start = common::line_start(text, end);
    const std::string_view line = common::trim_blanks(text.substr(start, end - start));
    if (line.empty()) {
      has_blank = true;
    } else if (line.front() == '#') {
      if (has_blank) return true;
    } else if (has_blank || line.front() != '@') {
      return false;
    }
  }
  return false;
}

class BlockBuilder {
 public:
  BlockBuilder(std::string_view text, const Directives& directives, const BlockOptions& options)
      : text_(text),
        excluded_(directives.excluded),
        is_stub_(options.is_stub),
        splits_(directives.splits),
        cell_starts_(options.cell_starts) {}

  std::vector<ImportBlock> run(const ast::ModModule& module) {
    for (const ast::Stmt* statement : module.body) visit(*statement);
    close(Trailer::None);
    return std::move(blocks_);
  }

 private:
  void visit(const ast::Stmt& statement) {
    if (pass(splits_, statement)) close(trailer_before(statement));
    if (pass(cell_starts_, statement)) close(Trailer::None);
    if (is_sorted_import(statement)) {
      current_.imports.push_back(&statement);
      return;
    }
    if (!current_.imports.empty()) close(trailer_before(statement));
    ++depth_;
    visit_bodies(statement);
    --depth_;
  }

  // Drops the offsets that the statement lies behind; were there any?
  static bool pass(std::span<const std::uint32_t>& offsets, const ast::Stmt& statement) {
    const std::size_t left = offsets.size();
    while (!offsets.empty() && offsets.front() <= statement.range.start) {
      offsets = offsets.subspan(1);
    }
    return offsets.size() != left;
  }

  bool is_sorted_import(const ast::Stmt& statement) const {
    if (!ast::is<ast::StmtImport>(statement) && !ast::is<ast::StmtImportFrom>(statement)) {
      return false;
    }
    return std::ranges::none_of(
        excluded_, [&](TextRange range) { return range.contains(statement.range.start); });
  }

  Trailer trailer_before(const ast::Stmt& statement) const {
    if (current_.imports.empty() || depth_ > 0) return Trailer::None;
    const bool is_definition =
        ast::is<ast::StmtFunctionDef>(statement) || ast::is<ast::StmtClassDef>(statement);
    return is_definition && !is_stub_ && !has_comment_break(text_, statement.range.start)
               ? Trailer::Definition
               : Trailer::Sibling;
  }

  void close(Trailer trailer) {
    if (current_.imports.empty()) return;
    current_.trailer = trailer;
    blocks_.push_back(std::exchange(current_, {}));
  }

  void visit_body(ast::List<ast::Stmt> body) {
    for (const ast::Stmt* statement : body) visit(*statement);
    close(Trailer::None);
  }

  void visit_bodies(const ast::Stmt& statement) {
    using ast::Kind;
    switch (statement.kind) {
      case Kind::StmtFunctionDef:
        return visit_body(ast::as<ast::StmtFunctionDef>(statement)->body);
      case Kind::StmtClassDef:
        return visit_body(ast::as<ast::StmtClassDef>(statement)->body);
      case Kind::StmtWith:
        return visit_body(ast::as<ast::StmtWith>(statement)->body);
      case Kind::StmtFor:
        return visit_loop(*ast::as<ast::StmtFor>(statement));
      case Kind::StmtWhile:
        return visit_loop(*ast::as<ast::StmtWhile>(statement));
      case Kind::StmtIf:
        return visit_if(*ast::as<ast::StmtIf>(statement));
      case Kind::StmtMatch:
        for (const auto* arm : ast::as<ast::StmtMatch>(statement)->cases) visit_body(arm->body);
        return;
      case Kind::StmtTry:
        return visit_try(*ast::as<ast::StmtTry>(statement));
      default:
        return;
    }
  }

  void visit_loop(const auto& loop) {
    visit_body(loop.body);
    visit_body(loop.orelse);
  }

  void visit_if(const ast::StmtIf& choice) {
    visit_body(choice.body);
    for (const ast::ElifElseClause* clause : choice.clauses) visit_body(clause->body);
  }

  void visit_try(const ast::StmtTry& attempt) {
    for (const ast::ExceptHandler* handler : attempt.handlers) visit_body(handler->body);
    visit_body(attempt.body);
    visit_body(attempt.orelse);
    visit_body(attempt.finalbody);
  }

  std::string_view text_;
  std::span<const TextRange> excluded_;
  bool is_stub_;
  std::span<const std::uint32_t> splits_;
  std::span<const std::uint32_t> cell_starts_;
  std::uint32_t depth_ = 0;
  ImportBlock current_;
  std::vector<ImportBlock> blocks_;
};

}  // namespace

std::vector<ImportBlock> find_import_blocks(const parser::Parsed& parsed,
                                            const Directives& directives,
                                            const BlockOptions& options) {
  return BlockBuilder(parsed.text(), directives, options).run(parsed.module());
}

}  // namespace lint::imports
