#include "lint/parser/parsed.h"

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
};

Parsed ParsedBuilder::build(std::string text, const ParseOptions& options) {
  Parsed parsed(std::move(text));
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
