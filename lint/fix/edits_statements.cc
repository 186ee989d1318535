#include <algorithm>

#include "common/text/lines.h"
#include "lint/fix/edits.h"

namespace lint {
namespace {

// The first byte behind `offset` that is no blank.
std::uint32_t skip_blanks(std::string_view text, std::uint32_t offset) {
  while (offset < text.size() && common::is_blank(text[offset])) ++offset;
  return offset;
}

bool is_at(std::string_view text, std::uint32_t offset, char wanted) {
  return offset < text.size() && text[offset] == wanted;
}

// The semicolon that ends the statement at `offset`, maybe behind continuations.
std::optional<std::uint32_t> trailing_semicolon(std::string_view text, std::uint32_t offset) {
  while (true) {
    const std::uint32_t at = skip_blanks(text, offset);
    if (is_at(text, at, ';')) return at;
    if (!is_at(text, at, '\\')) return std::nullopt;
    const std::uint32_t next = common::full_line_end(text, at);
    if (next == offset) return std::nullopt;
    offset = next;
  }
}

// Where the statement behind a semicolon starts, or the rest of its line, if there
// is nothing but blanks.
std::uint32_t next_statement(std::string_view text, std::uint32_t semicolon) {
  const std::uint32_t start = semicolon + 1;
  for (std::uint32_t line = start; line < text.size();) {
    const std::uint32_t content = skip_blanks(text, line);
    if (content == common::line_end(text, line)) return line;
    if (text[content] != '\\') return content;
    line = common::full_line_end(text, line);
  }
  return common::line_end(text, start);
}

}  // namespace

bool is_alone_in_body(const ast::Stmt& statement, const ast::Stmt& parent) {
  const auto is_only = [&](const ast::List<ast::Stmt>& body) {
    return body.size() == 1 && body[0] == &statement;
  };
  const auto in_any = [&](const auto& clauses) {
    return std::ranges::any_of(clauses, [&](const auto* clause) { return is_only(clause->body); });
  };
  if (const auto* node = ast::as<ast::StmtFunctionDef>(parent)) return is_only(node->body);
  if (const auto* node = ast::as<ast::StmtClassDef>(parent)) return is_only(node->body);
  if (const auto* node = ast::as<ast::StmtWith>(parent)) return is_only(node->body);
  if (const auto* node = ast::as<ast::StmtMatch>(parent)) return in_any(node->cases);
  if (const auto* node = ast::as<ast::StmtFor>(parent)) {
    return is_only(node->body) || is_only(node->orelse);
  }
  if (const auto* node = ast::as<ast::StmtWhile>(parent)) {
    return is_only(node->body) || is_only(node->orelse);
  }
  if (const auto* node = ast::as<ast::StmtIf>(parent)) {
    return is_only(node->body) || in_any(node->clauses);
  }
  if (const auto* node = ast::as<ast::StmtTry>(parent)) {
    return is_only(node->body) || is_only(node->orelse) || is_only(node->finalbody) ||
           in_any(node->handlers);
  }
  return false;
}

Edit delete_statement(const FixSource& source, const ast::Stmt& statement,
                      const ast::Stmt* parent) {
  const TextRange range = statement.range;
  if (parent != nullptr && is_alone_in_body(statement, *parent)) return replacement(range, "pass");
  if (const auto semicolon = trailing_semicolon(source.text(), range.end)) {
    return deletion({range.start, next_statement(source.text(), *semicolon)});
  }
  if (source.lines.has_leading_content(range.start)) return deletion(range);
  if (const auto continuation = source.lines.preceding_continuation(range.start)) {
    return deletion({*continuation, range.end});
  }
  return deletion(source.lines.full_lines_range(range));
}

Edit delete_comment(const FixSource& source, TextRange comment) {
  const std::string_view text = source.text();
  const TextRange line = source.lines.line_range(comment.start);
  std::uint32_t start = comment.start;
  while (start > line.start && common::is_blank(text[start - 1])) --start;
  const std::uint32_t end = skip_blanks(text, comment.end);
  if (start == line.start && end == line.end) {
    return deletion({line.start, source.lines.full_line_end(line.end)});
  }
  if (end < line.end && text[end] == '#') return deletion({comment.start, end});
  return deletion({start, line.end});
}

}  // namespace lint
