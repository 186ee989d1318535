#include "lint/parser/parser.h"

#include <algorithm>
#include <iterator>

#include "lint/parser/list_parsing.h"

namespace lint::parser {

Parser::Parser(std::string_view text, TextRange range, const ParseOptions& options,
               const ParserOutput& output)
    : text_(text),
      text_range_(range),
      mode_(options.mode),
      target_version_(options.target_version),
      stream_(text, range, options.mode),
      arena_(output.arena),
      interner_(output.interner),
      empty_name_(output.interner.intern("")),
      node_count_(output.first_node) {}

ast::Mod* Parser::parse() {
  const bool is_module = mode_ == Mode::Module || mode_ == Mode::IPython;
  return is_module ? parse_module() : parse_single_expression();
}

ast::Mod* Parser::parse_module() {
  const std::size_t from = scratch_size();
  parse_list(ListKind::ModuleStatements, [this] { gather(parse_statement()); });
  const ast::List<ast::Stmt> body = take_list<ast::Stmt>(from);
  auto* module = make<ast::ModModule>({text_range_.start, range().end});
  module->body = body;
  return module;
}

ast::Mod* Parser::parse_single_expression() {
  const std::uint32_t from = start();
  const ast::Expr* body = parse_expression_list().expr;
  eat(TokenKind::Newline);
  if (!at(TokenKind::EndOfFile)) {
    add_error("Unexpected token at the end of an expression", range());
    while (!at(TokenKind::EndOfFile)) bump();
  }
  previous_end_ = range().end;
  auto* expression = finish<ast::ModExpression>(from);
  expression->body = body;
  return expression;
}

void Parser::give_up() {
  add_error("Code is too deeply nested", range());
  gave_up_ = true;
  stream_.skip_to_end();
}

bool Parser::expect(TokenKind expected) {
  if (eat(expected)) return true;
  std::string message = "Expected ";
  message += describe(expected);
  message += ", found ";
  message += describe(kind());
  add_error(message, range());
  return false;
}

void Parser::add_error(std::string_view message, TextRange range) {
  if (gave_up_) return;
  if (!errors_.empty() && errors_.back().range.start == range.start) return;
  errors_.push_back({std::string(message), range});
}

void Parser::add_version_error(Feature feature, TextRange range) {
  if (supports(feature)) return;
  version_errors_.push_back({unsupported_message(feature, target_version_), range});
}

// What the parser and the lexer found, by place.  Of two at one place the
// lexer's is the cause.
std::vector<SyntaxError> Parser::take_errors() {
  std::vector<LexicalError> lexical = stream_.take_errors();
  if (lexical.empty()) return std::move(errors_);
  std::vector<SyntaxError> merged;
  merged.reserve(errors_.size() + lexical.size());
  auto own = errors_.begin();
  for (LexicalError& error : lexical) {
    while (own != errors_.end() && own->range.start < error.range.start) {
      merged.push_back(std::move(*own++));
    }
    if (own != errors_.end() && own->range.start == error.range.start) ++own;
    merged.push_back({std::move(error.message), error.range});
  }
  std::move(own, errors_.end(), std::back_inserter(merged));
  return merged;
}

void Parser::report_unlisted_token(const ListRow& row) {
  std::string_view message = row.problem;
  if (row.elements.contains(TokenKind::Pass) && at(TokenKind::Indent)) {
    message = "Unexpected indentation";
  } else if (row.kind == ListKind::AssignmentTargets && at(kKeywords)) {
    message = "The keyword is not allowed as a variable declaration name";
  }
  add_error(message, range());
}

Parser::Mark Parser::mark() const {
  return {.stream = stream_.mark(),
          .error_count = errors_.size(),
          .version_error_count = version_errors_.size(),
          .scratch_size = scratch_.size(),
          .comparison_op_count = comparison_ops_.size(),
          .previous_end = previous_end_,
          .node_count = node_count_,
          .open_lists = open_lists_,
          .gave_up = gave_up_};
}

void Parser::rewind(const Mark& mark) {
  stream_.rewind(mark.stream);
  errors_.resize(mark.error_count);
  version_errors_.resize(mark.version_error_count);
  scratch_.resize(mark.scratch_size);
  comparison_ops_.resize(mark.comparison_op_count);
  previous_end_ = mark.previous_end;
  node_count_ = mark.node_count;
  open_lists_ = mark.open_lists;
  gave_up_ = mark.gave_up;
}

}  // namespace lint::parser
