#include "lint/fix/importer.h"

#include <algorithm>

#include "lint/fix/insertion.h"
#include "lint/semantic/typing.h"

namespace lint {
namespace {

using semantic::Context;

bool is_import(const ast::Stmt& statement) {
  return ast::is<ast::StmtImport>(statement) || ast::is<ast::StmtImportFrom>(statement);
}

Edit unchanged(const FixSource& source, TextRange range) {
  return replacement(range, std::string(source.text(range)));
}

}  // namespace

// What is known about a symbol: that it is imported, that it is but cannot be used
// here, or neither.
struct Importer::Lookup {
  std::optional<semantic::Semantic::ImportedSymbol> symbol;
  bool is_unusable = false;
};

Importer::Lookup Importer::find_symbol(const ImportRequest& request, std::uint32_t at) const {
  auto symbol = semantic_.imported_symbol(request.module, request.member);
  if (!symbol) return {};
  const bool comes_later = symbol->range.start > at;
  const bool is_for_checkers =
      symbol->context == Context::Typing && semantic_.context() == Context::Runtime;
  if (comes_later || is_for_checkers) return {std::nullopt, true};
  return {std::move(symbol), false};
}

std::optional<Importer::Symbol> Importer::get_or_import(const ImportRequest& request,
                                                        std::uint32_t at) const {
  Lookup found = find_symbol(request, at);
  if (found.is_unusable) return std::nullopt;
  if (!found.symbol) return import_symbol(request, at, nullptr);
  return Symbol{unchanged(source_, found.symbol->range), std::move(found.symbol->name)};
}

std::optional<Importer::Builtin> Importer::get_or_import_builtin(std::string_view name,
                                                                 std::uint32_t at) const {
  if (semantic_.has_builtin_binding(name)) return Builtin{std::nullopt, std::string(name)};
  std::optional<Symbol> symbol = get_or_import({"builtins", name}, at);
  if (!symbol) return std::nullopt;
  return Builtin{std::move(symbol->edit), std::move(symbol->name)};
}

std::optional<Importer::Symbol> Importer::import_symbol(const ImportRequest& request,
                                                        std::uint32_t at,
                                                        const ast::Stmt* except) const {
  const std::string module(request.module);
  const std::string member(request.member);
  const ast::StmtImportFrom* const from = preceding_import_from(request.module, at);
  if (from != nullptr && from != except) {
    if (!semantic_.is_available(member)) return std::nullopt;
    return Symbol{replacement(from->range, with_import_member(source_, member, *from)), member};
  }
  if (request.style == ImportRequest::Style::Module) {
    if (!semantic_.is_available(module)) return std::nullopt;
    return Symbol{add_import("import " + module, at), module + '.' + member};
  }
  if (!semantic_.is_available(member)) return std::nullopt;
  return Symbol{add_import("from " + module + " import " + member, at), member};
}

Edit Importer::add_import(std::string_view import, std::uint32_t at) const {
  const ast::Stmt* const before = preceding_import(at);
  if (before == nullptr) return add_import_at_start(import);
  return insertion_behind(*before, source_.text(), source_.style().line_ending).edit(import);
}

Edit Importer::add_import_at_start(std::string_view import) const {
  const std::string_view line_end = source_.style().line_ending;
  if (const ast::Stmt* const last = last_future_import(source_.parsed.module())) {
    return insertion_behind(*last, source_.text(), line_end).edit(import);
  }
  return insertion_at_start(source_.parsed, line_end).edit(import);
}

Edit Importer::add_future_import() const {
  return add_import_at_start("from __future__ import annotations");
}

std::optional<Edit> Importer::add_runtime_import(const ImportedMembers& members,
                                                 std::uint32_t at) const {
  const auto content = retain_imports(source_, members.names, members.statement);
  if (!content) return std::nullopt;
  const ast::Stmt* const before = preceding_import(at);
  const std::string_view line_end = source_.style().line_ending;
  const Insertion insertion = before == nullptr
                                  ? insertion_at_start(source_.parsed, line_end)
                                  : insertion_behind(*before, source_.text(), line_end);
  return insertion.edit(*content);
}

std::optional<std::vector<Edit>> Importer::add_typing_import(const ImportedMembers& members,
                                                             std::uint32_t at) const {
  const auto content = retain_imports(source_, members.names, members.statement);
  if (!content) return std::nullopt;
  const ast::StmtIf* const block = preceding_type_checking_block(at);
  if (block == nullptr) return add_type_checking_block(members, *content, at);

  std::vector<Edit> edits;
  const ast::Stmt* const test = statement_of_test(*block);
  // An edit of the statement itself would be in the way of the fix's other edits.
  if (test != nullptr && test != &members.statement) {
    edits.push_back(unchanged(source_, test->range));
  }
  edits.push_back(
      insertion_in_block(source_.parsed, block->range.start, source_.style().line_ending)
          .edit(*content));
  return edits;
}

std::optional<std::vector<Edit>> Importer::add_type_checking_block(const ImportedMembers& members,
                                                                   std::string_view content,
                                                                   std::uint32_t at) const {
  std::vector<Edit> edits;
  std::string name;
  std::vector<std::string_view> modules = {"typing", "_typeshed", "typing_extensions"};
  for (const std::string& module : semantic_.options().typing_modules) modules.push_back(module);
  for (std::string_view module : modules) {
    Lookup found = find_symbol({module, "TYPE_CHECKING", ImportRequest::Style::Member}, at);
    if (found.is_unusable) return std::nullopt;
    if (!found.symbol) continue;
    if (found.symbol->range != members.statement.range) {
      edits.push_back(unchanged(source_, found.symbol->range));
    }
    name = std::move(found.symbol->name);
    break;
  }
  if (name.empty()) {
    std::optional<Symbol> symbol = import_symbol(
        {"typing", "TYPE_CHECKING", ImportRequest::Style::Member}, at, &members.statement);
    if (!symbol) return std::nullopt;
    edits.push_back(std::move(symbol->edit));
    name = std::move(symbol->name);
  }

  const parser::CodeStyle& style = source_.style();
  const ast::Stmt* const before = preceding_import(at);
  const Insertion insertion = before == nullptr
                                  ? insertion_at_start(source_.parsed, style.line_ending)
                                  : insertion_behind(*before, source_.text(), style.line_ending);
  if (insertion.is_inline) return std::nullopt;
  const std::string line_end(style.line_ending);
  edits.push_back(insertion.edit(line_end + "if " + name + ':' + line_end +
                                 indented(content, style.indentation)));
  return edits;
}

// The last import of the module's body that starts in front of `at`.
const ast::Stmt* Importer::preceding_import(std::uint32_t at) const {
  const ast::Stmt* last = nullptr;
  for (const ast::Stmt* statement : source_.parsed.module().body) {
    if (statement->range.start >= at) break;
    if (is_import(*statement)) last = statement;
  }
  return last;
}

const ast::StmtImportFrom* Importer::preceding_import_from(std::string_view module,
                                                           std::uint32_t at) const {
  const ast::StmtImportFrom* last = nullptr;
  for (const ast::Stmt* statement : source_.parsed.module().body) {
    if (statement->range.start >= at) break;
    const auto* from = ast::as<ast::StmtImportFrom>(statement);
    if (from == nullptr || from->level != 0 || !from->module || from->module != module) continue;
    const bool has_star = std::ranges::any_of(
        from->names, [](const ast::Alias* alias) { return alias->name == "*"; });
    if (!has_star) last = from;
  }
  return last;
}

// The first block for type checkers, if it does not come too late.
const ast::StmtIf* Importer::preceding_type_checking_block(std::uint32_t at) const {
  for (const ast::Stmt* statement : source_.parsed.module().body) {
    if (statement->range.start > at) break;
    const auto* block = ast::as<ast::StmtIf>(statement);
    if (block != nullptr && semantic::is_type_checking_block(*block, semantic_)) return block;
  }
  return nullptr;
}

// The statement that binds what a block for type checkers tests.
const ast::Stmt* Importer::statement_of_test(const ast::StmtIf& block) const {
  const ast::Expr* test = block.test;
  while (const auto* attribute = ast::as<ast::ExprAttribute>(test)) test = attribute->value;
  const auto* name = ast::as<ast::ExprName>(test);
  if (name == nullptr) return nullptr;
  const semantic::BindingId id = semantic_.resolve_name(*name);
  if (id == semantic::BindingId::None) return nullptr;
  const ast::Node* const binds = semantic_.binding(id).source;
  return binds == nullptr ? nullptr : semantic_.statement_of(*binds);
}

}  // namespace lint
