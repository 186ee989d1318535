#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

constexpr std::string_view kNoNames = "Expected one or more symbol names after import";

}  // namespace

ast::Stmt* Parser::parse_import(std::uint32_t start, bool is_lazy) {
  bump();
  const std::size_t from = scratch_size();
  parse_comma_list(ListKind::ImportNames, [this] { gather(parse_alias(true)); });
  const auto names = take_list<ast::Alias>(from);
  if (names.empty()) add_error(kNoNames, range());
  auto* import = finish<ast::StmtImport>(start);
  import->is_lazy = is_lazy;
  import->names = names;
  return import;
}

ast::Stmt* Parser::parse_import_from(std::uint32_t start, bool is_lazy) {
  bump();
  const std::uint32_t level = parse_leading_dots();
  ast::Identifier module{};
  if (at(kNames)) {
    module = parse_dotted_name();
  } else if (level == 0) {
    add_error("Expected a module name", range());
  }
  expect(TokenKind::Import);
  const std::uint32_t names_start = this->start();
  const bool is_parenthesized = eat(TokenKind::LeftParen);
  const auto names = parse_imported_names(is_parenthesized);
  bool has_star = false;
  for (const ast::Alias* alias : names) has_star |= alias->name == "*";
  if (has_star && is_parenthesized) {
    add_error("Star import cannot be parenthesized", range_from(names_start));
  }
  if (has_star && names.size() > 1) {
    add_error("Star import must be the only import", range_from(names_start));
  }
  if (is_parenthesized) expect(TokenKind::RightParen);
  auto* import = finish<ast::StmtImportFrom>(start);
  import->is_lazy = is_lazy;
  import->module = module;
  import->names = names;
  import->level = level;
  return import;
}

std::uint32_t Parser::parse_leading_dots() {
  std::uint32_t level = 0;
  while (true) {
    if (eat(TokenKind::Dot)) {
      level += 1;
    } else if (eat(TokenKind::Ellipsis)) {
      level += 3;
    } else {
      return level;
    }
  }
}

ast::List<ast::Alias> Parser::parse_imported_names(bool is_parenthesized) {
  const std::size_t from = scratch_size();
  const ListKind list =
      is_parenthesized ? ListKind::ImportFromNamesParenthesized : ListKind::ImportFromNames;
  parse_comma_list(list, [this] { gather(parse_alias(false)); });
  const auto names = take_list<ast::Alias>(from);
  if (names.empty()) add_error(kNoNames, range());
  return names;
}

ast::Alias* Parser::parse_alias(bool is_dotted) {
  const std::uint32_t from = start();
  if (eat(TokenKind::Star)) return finish_star_alias(from);
  const ast::Identifier name = is_dotted ? parse_dotted_name() : parse_identifier();
  ast::Identifier asname{};
  if (eat(TokenKind::As)) {
    if (at(kNames)) {
      asname = parse_identifier();
    } else {
      add_error("Expected symbol after `as`", range());
    }
  }
  auto* alias = finish<ast::Alias>(from);
  alias->name = name;
  alias->asname = asname;
  return alias;
}

ast::Alias* Parser::finish_star_alias(std::uint32_t start) {
  auto* alias = finish<ast::Alias>(start);
  alias->name = {interner_.intern("*"), alias->range};
  return alias;
}

}  // namespace lint::parser
