#include "lint/fix/insertion.h"

#include <algorithm>

#include "common/text/lines.h"
#include "lint/ast/statements.h"
#include "lint/fix/edits.h"

namespace lint {

namespace {

// The first character behind `offset` that is not blank; npos: none.
std::size_t find_content(std::string_view text, std::uint32_t offset) {
  std::size_t at = offset;
  while (at < text.size() && common::is_blank(text[at])) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

bool continues_with(std::string_view text, std::uint32_t offset, char wanted) {
  const std::size_t at = find_content(text, offset);
  return at != std::string_view::npos && text[at] == wanted;
}

// Between the semicolon behind `offset` and the statement that follows it.
Insertion behind_semicolon(std::string_view text, std::uint32_t offset) {
  return {.offset = static_cast<std::uint32_t>(find_content(text, offset)) + 1,
          .prefix = " ",
          .suffix = ";",
          .is_inline = true};
}

// Behind the comments that start at `offset` and the blank lines among and below
// them; blank lines alone are not passed.
std::uint32_t skip_comments(std::string_view text, std::uint32_t offset) {
  bool has_comment = false;
  for (std::uint32_t line = offset; line < text.size();) {
    const std::size_t content = find_content(text, line);
    const std::uint32_t next = common::full_line_end(text, line);
    const bool is_empty = content >= next || text[content] == '\n' || text[content] == '\r';
    if (!is_empty && text[content] != '#') break;
    has_comment = has_comment || !is_empty;
    if (has_comment) offset = next;
    line = next;
  }
  return offset;
}

}  // namespace

Edit Insertion::edit(std::string_view statement) const {
  std::string content(prefix);
  content += statement;
  content += suffix;
  return {{offset, offset}, indented(content, indentation)};
}

Insertion insertion_at_start(const parser::Parsed& parsed, std::string_view line_end) {
  const std::string_view text = parsed.text();
  const ast::List<ast::Stmt> body = parsed.module().body;
  std::uint32_t offset = common::line_start(text, 0);
  if (!body.empty() && ast::is_docstring_stmt(*body.front())) {
    offset = body.front()->range.end;
    if (continues_with(text, offset, ';')) return behind_semicolon(text, offset);
    while (continues_with(text, offset, '\\')) offset = common::full_line_end(text, offset);
    offset = common::full_line_end(text, offset);
  }
  return {.offset = skip_comments(text, offset), .suffix = line_end};
}

Insertion insertion_behind(const ast::Stmt& statement, std::string_view text,
                           std::string_view line_end) {
  const std::uint32_t end = statement.range.end;
  if (continues_with(text, end, ';')) return behind_semicolon(text, end);
  if (continues_with(text, end, '\\')) {
    return {.offset = end, .prefix = "; ", .is_inline = true};
  }
  const std::uint32_t next = common::full_line_end(text, end);
  if (next == common::line_end(text, end))
    return {.offset = next, .prefix = line_end};  // The file ends here.
  return {.offset = next, .suffix = line_end};
}

Insertion insertion_in_block(const parser::Parsed& parsed, std::uint32_t start,
                             std::string_view line_end) {
  using parser::TokenKind;
  const std::span<const parser::Token> tokens = parsed.tokens();
  auto token = std::ranges::lower_bound(tokens, start, {},
                                        [](const parser::Token& t) { return t.range.start; });
  for (int depth = 0; token->kind != TokenKind::EndOfFile; ++token) {
    if (token->kind == TokenKind::Colon && depth == 0) break;
    // Opening brackets stand in front of their partners.
    if (token->kind >= TokenKind::LeftParen && token->kind <= TokenKind::RightBrace) {
      const auto offset = static_cast<int>(token->kind) - static_cast<int>(TokenKind::LeftParen);
      depth += offset % 2 == 0 ? 1 : -1;
    }
  }
  if (token->kind != TokenKind::EndOfFile) ++token;
  while (parser::is_trivia(token->kind) || token->kind == TokenKind::Newline) ++token;
  if (token->kind != TokenKind::Indent) {
    return {.offset = token->range.start, .suffix = "; ", .is_inline = true};
  }
  return {.offset = token->range.start,
          .suffix = line_end,
          .indentation = token->range.of(parsed.text())};
}

const ast::Stmt* last_future_import(const ast::ModModule& module) {
  const ast::Stmt* last = nullptr;
  bool is_first = true;
  for (const ast::Stmt* statement : module.body) {
    const auto* from = ast::as<ast::StmtImportFrom>(statement);
    const bool is_future =
        from != nullptr && !from->is_lazy && from->module && from->module == "__future__";
    if (is_future) {
      last = statement;
    } else if (!is_first || !ast::is_docstring_stmt(*statement)) {
      break;
    }
    is_first = false;
  }
  return last;
}

}  // namespace lint
