// Any UTF-8 as Python or as cells of a notebook: parsing ends and gives a tree of sound numbers and
// ranges; in a text without errors children lie inside their parents, and an
// expression parsed on its own is the same again.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/check.h"
#include "common/scan/scan.h"
#include "lint/ast/node_values.h"
#include "lint/parser/parsed.h"
#include "lint/parser/semantic_walk_test_support.h"

namespace {

using namespace lint;
using common::TextRange;
using parser::Parsed;

void check_node(const Parsed& parsed, const ast::Node& node, std::vector<bool>& seen) {
  const auto id = static_cast<std::size_t>(node.id);
  CHECK(id < parsed.node_count());
  CHECK(node.range.start <= node.range.end);
  CHECK(node.range.end <= parsed.text().size());
  // After errors a node may stand in the tree twice.
  CHECK(!parsed.is_valid() || !seen[id]);
  seen[id] = true;
  for_each_child(node, [&](const ast::Node& child) {
    CHECK(child.id < node.id);
    CHECK(!parsed.is_valid() || node.range.contains(child.range));
    check_node(parsed, child, seen);
  });
}

void check_tokens(const Parsed& parsed) {
  CHECK(parsed.tokens().back().kind == parser::TokenKind::EndOfFile);
  std::size_t comment_count = 0;
  for (const parser::Token& token : parsed.tokens()) {
    comment_count += token.kind == parser::TokenKind::Comment;
  }
  CHECK(comment_count == parsed.comments().size());
  for (std::uint32_t index : parsed.comments()) {
    CHECK(parsed.tokens()[index].kind == parser::TokenKind::Comment);
  }
}

// What an expression statement may be, but an expression on its own not.
bool is_statement_only(const ast::Expr& expr) {
  return ast::is<ast::ExprYield>(expr) || ast::is<ast::ExprYieldFrom>(expr) ||
         ast::is<ast::ExprNamed>(expr) || ast::is<ast::ExprTuple>(expr) ||
         ast::is<ast::ExprStarred>(expr);
}

void check_expressions(Parsed& parsed) {
  for (const ast::Stmt* stmt : parsed.module().body) {
    const auto* statement = ast::as<ast::StmtExpr>(stmt);
    if (statement == nullptr || is_statement_only(*statement->value)) continue;
    const ast::Expr* again = parsed.parse_expression_at(
        statement->value->range, parser::Mode::ParenthesizedExpression, nullptr);
    CHECK(again != nullptr);
    CHECK(ast::equal(again, statement->value));
    CHECK(again->range == statement->value->range);
  }
}

// Cells end at empty lines.
std::vector<TextRange> cells_of(std::string_view text) {
  std::vector<TextRange> cells;
  std::size_t start = 0;
  for (std::size_t end = 0; end + 1 < text.size(); ++end) {
    if (text[end] != '\n' || text[end + 1] != '\n') continue;
    cells.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
    start = end + 1;
  }
  return cells;
}

Parsed parsed_text(std::string_view text, PythonVersion version, bool is_notebook) {
  if (!is_notebook) return parser::parse(std::string(text), {.target_version = version});
  const std::vector<TextRange> cells = cells_of(text);
  return parser::parse(std::string(text),
                       {.mode = parser::Mode::IPython, .target_version = version, .cells = cells});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // The first byte chooses the version and the kind of file.
  const bool is_notebook = data[0] >= 128;
  const PythonVersion version{3, static_cast<std::uint8_t>(7 + data[0] % 9)};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (!common::scan::is_valid_utf8(text)) return 0;
  Parsed parsed = parsed_text(text, version, is_notebook);
  std::vector<bool> seen(parsed.node_count());
  check_node(parsed, parsed.root(), seen);
  check_tokens(parsed);
  if (!parsed.is_valid()) return 0;
  parser::SemanticWalk(parsed, version).run();
  check_expressions(parsed);
  return 0;
}
