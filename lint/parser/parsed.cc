#include "lint/parser/parsed.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lint/parser/parser.h"

namespace lint::parser {

class ParsedBuilder {
 public:
  static Parsed build(std::string text, const ParseOptions& options);
  // An expression for an existing Parsed; null with `error` filled in if `text`
  // is not one.
  static const ast::Expr* parse_expression(Parsed& parsed, std::string_view text, TextRange range,
                                           const ParseOptions& options, SyntaxError* error);

 private:
  static Parsed build_cells(Parsed parsed, const ParseOptions& options);
  static void add_cell(Parsed& parsed, TextRange cell, const ParseOptions& options,
                       std::vector<const ast::Stmt*>& body);
};

Parsed ParsedBuilder::build(std::string text, const ParseOptions& options) {
  Parsed parsed(std::move(text));
  if (options.mode == Mode::IPython) return build_cells(std::move(parsed), options);
  const std::string_view source = *parsed.text_;
  Parser parser(source, {0, static_cast<std::uint32_t>(source.size())}, options,
                {*parsed.arena_, *parsed.interner_});
  parsed.root_ = parser.parse();
  parsed.errors_ = parser.take_errors();
  parsed.version_errors_ = parser.take_version_errors();
  parsed.tokens_ = parser.take_tokens();
  parsed.comments_ = parser.take_comments();
  parsed.node_count_ = parser.node_count();
  return parsed;
}

// One module of all cells.  Between two of them stands a line end of ours, which
// ends no logical line: the cell's own end does.
Parsed ParsedBuilder::build_cells(Parsed parsed, const ParseOptions& options) {
  std::vector<const ast::Stmt*> body;
  for (const TextRange cell : options.cells) {
    if (!parsed.tokens_.empty()) {
      const std::uint32_t end = parsed.tokens_.back().range.start;
      parsed.tokens_.back() = {.range = {end, end + 1}, .kind = TokenKind::NonLogicalNewline};
    }
    add_cell(parsed, cell, options, body);
  }
  if (parsed.tokens_.empty()) parsed.tokens_.emplace_back();

  auto* module = new (parsed.arena_->allocate(sizeof(ast::ModModule), alignof(ast::ModModule)))
      ast::ModModule{};
  ast::Node& node = *module;
  node.kind = ast::ModModule::kKind;
  node.id = static_cast<ast::NodeId>(parsed.node_count_++);
  if (!options.cells.empty()) {
    node.range = options.cells.front().cover(options.cells.back());
    module->body = {parsed.arena_->copy(std::span<const ast::Stmt* const>(body)), body.size()};
  }
  parsed.root_ = module;
  return parsed;
}

void ParsedBuilder::add_cell(Parsed& parsed, TextRange cell, const ParseOptions& options,
                             std::vector<const ast::Stmt*>& body) {
  Parser parser(*parsed.text_, cell, options,
                {*parsed.arena_, *parsed.interner_, parsed.node_count_});
  for (const ast::Stmt* statement : static_cast<const ast::ModModule*>(parser.parse())->body) {
    body.push_back(statement);
  }
  const auto token_count = static_cast<std::uint32_t>(parsed.tokens_.size());
  std::ranges::move(parser.take_errors(), std::back_inserter(parsed.errors_));
  std::ranges::move(parser.take_version_errors(), std::back_inserter(parsed.version_errors_));
  std::ranges::move(parser.take_tokens(), std::back_inserter(parsed.tokens_));
  for (std::uint32_t comment : parser.take_comments()) {
    parsed.comments_.push_back(token_count + comment);
  }
  parsed.node_count_ = parser.node_count();
}

const ast::Expr* ParsedBuilder::parse_expression(Parsed& parsed, std::string_view text,
                                                 TextRange range, const ParseOptions& options,
                                                 SyntaxError* error) {
  Parser parser(text, range, options, {*parsed.arena_, *parsed.interner_, parsed.node_count_});
  const ast::Mod* root = parser.parse();
  parsed.node_count_ = parser.node_count();
  std::vector<SyntaxError> errors = parser.take_errors();
  if (errors.empty()) return static_cast<const ast::ModExpression*>(root)->body;
  if (error != nullptr) *error = std::move(errors.front());
  return nullptr;
}

Parsed::Parsed(std::string text)
    : text_(std::make_unique<std::string>(std::move(text))),
      arena_(std::make_unique<common::Arena>()),
      interner_(std::make_unique<ast::Interner>(*arena_, text_->size())) {}

Parsed parse(std::string text, const ParseOptions& options) {
  return ParsedBuilder::build(std::move(text), options);
}

const ast::Expr* Parsed::parse_expression_at(TextRange range, Mode mode, SyntaxError* error) {
  return ParsedBuilder::parse_expression(*this, text(), range, {.mode = mode}, error);
}

namespace {

// Every node of the tree gets the same range.
void relocate(const ast::Node& node, TextRange range) {
  const_cast<ast::Node&>(node).range = range;
  for_each_child(node, [range](const ast::Node& child) { relocate(child, range); });
}

}  // namespace

const ast::Expr* Parsed::parse_relocated_expression(std::string_view text, TextRange range,
                                                    SyntaxError* error) {
  // Names and strings of the tree point into its text.
  const std::string_view copy = arena_->copy(text);
  const ast::Expr* expr = ParsedBuilder::parse_expression(
      *this, copy, {0, static_cast<std::uint32_t>(copy.size())}, {.mode = Mode::Expression}, error);
  if (expr != nullptr) {
    relocate(*expr, range);
  } else if (error != nullptr) {
    error->range = range;
  }
  return expr;
}

}  // namespace lint::parser
