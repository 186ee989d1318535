// Parser: a recursive descent parser that always gives a tree.
//
// Statements and patterns have a function per production, binary operators are
// read by precedence climbing.  Where the grammar needs more than a token to
// decide, the parser reads the more general form and reports afterwards what of
// it is not allowed (assignment targets, starred and named expressions); only
// `match (` and `with (` are tried one way, then the other.
//
// Errors never stop it: a missing name or expression becomes an empty name, and
// lists skip what does not belong to them (recovery.h).  At most one error is
// reported per place.
//
// Nesting is bounded, so that neither the parser nor any later recursive walk of
// the tree can run out of stack: beyond kMaxNesting calls or kMaxHeight levels of
// the tree the rest of the file is given up.  A chain a.b.c or a + b + c needs no
// nested calls, but makes a tree as high as it is long.
//
// Nodes are numbered as they are made, children first.  Lists of children are
// gathered on one stack (scratch_) and copied to the arena when complete.
#pragma once

#include <algorithm>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/arena.h"
#include "lint/ast/ast_nodes.h"
#include "lint/ast/interner.h"
#include "lint/ast/operator_precedence.h"
#include "lint/parser/expr_rules.h"
#include "lint/parser/operators.h"
#include "lint/parser/parsed.h"
#include "lint/parser/recovery.h"
#include "lint/parser/token_stream.h"
#include "lint/parser/version_checks.h"

namespace lint::parser {

// Both leave more than half of a stack of 1 MiB unused.
inline constexpr std::uint32_t kMaxNesting = 500;
inline constexpr std::uint32_t kMaxHeight = 1000;

struct ParsedExpr {
  ast::Expr* expr = nullptr;
  // The leftmost operand is in parentheses: of an atom, the whole.
  bool is_parenthesized = false;

  bool is_bare(ast::Kind kind) const { return !is_parenthesized && expr->kind == kind; }
};

// Where a parser puts what it makes.
struct ParserOutput {
  common::Arena& arena;
  ast::Interner& interner;
  std::uint32_t first_node = 0;  // The number of the first new node.
};

class Parser {
 public:
  Parser(std::string_view text, TextRange range, const ParseOptions& options,
         const ParserOutput& output);

  ast::Mod* parse();

  // After parse().
  std::vector<SyntaxError> take_errors();
  std::vector<VersionError> take_version_errors() { return std::move(version_errors_); }
  std::vector<Token> take_tokens() { return stream_.take_tokens(); }
  std::vector<std::uint32_t> take_comments() { return stream_.take_comments(); }
  std::uint32_t node_count() const { return node_count_; }

 private:
  // One level of nesting for as long as it lives.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser), tallest_outside_(parser.tallest_) {
      parser.tallest_ = 0;
      if (++parser.depth_ > kMaxNesting) [[unlikely]]
        parser.give_up();
    }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    ~Nesting() {
      --parser_.depth_;
      parser_.tallest_ = std::max(tallest_outside_, parser_.tallest_ + 1);
    }

   private:
    Parser& parser_;
    std::uint32_t tallest_outside_;
  };
  // The tree parsed on this level got another node on top.
  void grow() {
    if (++tallest_ + depth_ > kMaxHeight) [[unlikely]]
      give_up();
  }
  void give_up();

  // ---- Tokens.
  TokenKind kind() const { return stream_.kind(); }
  TextRange range() const { return stream_.current().range; }
  bool at(TokenKind expected) const { return kind() == expected; }
  bool at(const TokenSet& set) const { return set.contains(kind()); }
  std::string_view current_text() const { return range().of(text_); }
  std::string_view text_of(TextRange range) const { return range.of(text_); }
  void bump();
  bool eat(TokenKind expected);
  bool expect(TokenKind expected);

  // ---- Nodes.
  std::uint32_t start() const { return range().start; }
  // From `start` to the last token; empty if none was read since.
  TextRange range_from(std::uint32_t start) const {
    return previous_end_ <= start ? missing_range() : TextRange{start, previous_end_};
  }
  TextRange missing_range() const { return {previous_end_, previous_end_}; }
  template <typename T>
  T* make(TextRange range) {
    T* made = new (arena_.allocate(sizeof(T), alignof(T))) T{};
    ast::Node& node = *made;
    node.kind = T::kKind;
    node.id = static_cast<ast::NodeId>(node_count_++);
    node.range = range;
    return made;
  }
  template <typename T>
  T* finish(std::uint32_t start) {
    return make<T>(range_from(start));
  }
  ast::ExprName* make_name(const ast::Identifier& identifier, ast::ExprContext context);
  ast::ExprName* make_missing_name();
  ast::Identifier missing_identifier() { return {empty_name_, missing_range()}; }

  std::size_t scratch_size() const { return scratch_.size(); }
  void gather(ast::Node* node) { scratch_.push_back(node); }
  // The nodes gathered since `from`.
  template <typename T>
  ast::List<T> take_list(std::size_t from);

  // ---- Errors.
  void add_error(std::string_view message, TextRange range);
  void add_error(std::string_view message, const ast::Node* node) {
    add_error(message, node->range);
  }
  void add_version_error(Feature feature, TextRange range);
  bool supports(Feature feature) const { return is_supported(feature, target_version_); }

  struct Mark {
    TokenStream::Mark stream;
    std::size_t error_count;
    std::size_t version_error_count;
    std::size_t scratch_size;
    std::size_t comparison_op_count;
    std::uint32_t previous_end;
    std::uint32_t node_count;
    OpenLists open_lists;
    bool gave_up;
  };
  Mark mark() const;
  void rewind(const Mark& mark);

  // ---- Lists (list_parsing.h).
  template <typename ParseElement>
  void parse_list(ListKind list, ParseElement parse_element);
  // True if the list ends with a comma.
  template <typename ParseElement>
  bool parse_comma_list(ListKind list, ParseElement parse_element);
  void report_unlisted_token(const ListRow& row);

  // ---- Names and literals (atoms.cc).
  ast::Identifier parse_identifier(ExprRules rules = kPlainExpr);
  ast::Identifier parse_missing_identifier();
  ast::Identifier parse_dotted_name();
  ast::ExprName* parse_name(ExprRules rules = kPlainExpr);
  ParsedExpr parse_atom(ExprRules rules);
  ast::Expr* parse_number();
  ast::Expr* parse_boolean(bool value);

  // ---- Expressions (expressions.cc).
  ParsedExpr parse_expression_list(ExprRules rules = kPlainExpr);
  ParsedExpr parse_named_expression(ExprRules rules = kPlainExpr);
  ParsedExpr parse_conditional(ExprRules rules = kPlainExpr);
  ParsedExpr parse_simple(ExprRules rules = kPlainExpr) {
    return parse_binary(ast::Precedence::None, rules);
  }
  ParsedExpr parse_binary(ast::Precedence left, ExprRules rules);
  ParsedExpr parse_operators(ParsedExpr left, std::uint32_t start, ast::Precedence precedence,
                             ExprRules rules);
  InfixOperator current_operator();
  ParsedExpr parse_operand(ast::Precedence left, ExprRules rules);
  ParsedExpr parse_prefixed(ast::Precedence left, ExprRules rules);
  ast::Expr* parse_unary(ast::UnaryOp op, ExprRules rules);
  ast::Expr* parse_checked_unary(ast::UnaryOp op, ast::Precedence left, ExprRules rules);
  ast::Expr* parse_await();
  ast::Expr* parse_starred(ExprRules rules);
  ast::Expr* parse_yield();
  ast::Expr* parse_lambda();
  ast::Expr* parse_bool_op(ast::Expr* left, std::uint32_t start, ast::BoolOp op, ExprRules rules);
  ast::Expr* parse_comparison(ast::Expr* left, std::uint32_t start, ExprRules rules);
  void bump_comparison(ast::CmpOp op);
  ParsedExpr parse_conditional_rest(ast::Expr* body, std::uint32_t start);
  ParsedExpr parse_named_rest(ast::Expr* target, std::uint32_t start);
  ParsedExpr parse_bitwise_or();
  ast::Expr* parse_optional_expr(ExprRules rules = kPlainExpr);
  void check_unpacking(const ParsedExpr& tuple, Feature feature);

  // ---- Calls, attributes, subscripts (postfix.cc).
  ast::Expr* parse_postfix(ast::Expr* left, std::uint32_t start, ExprRules rules);
  ast::Expr* parse_attribute(ast::Expr* value, std::uint32_t start, ExprRules rules);
  ast::Expr* parse_subscript(ast::Expr* value, std::uint32_t start);
  ast::Expr* parse_slice_tuple(ast::Expr* first, std::uint32_t start);
  ast::Expr* parse_slice();
  struct ArgumentsState {
    bool has_keyword = false;
    bool has_unpacking = false;  // **x
  };
  ast::Arguments* parse_arguments(bool is_class);
  void parse_argument(ArgumentsState& state);
  void parse_keyword_argument(const ParsedExpr& name, std::uint32_t start);
  ast::Arguments* finish_arguments(std::size_t from, std::uint32_t start);
  void check_generators(const ast::Arguments& arguments, bool is_class, bool has_trailing_comma);

  // ---- Displays and comprehensions (displays.cc).
  ast::Expr* parse_bracketed();
  ast::Expr* parse_braced();
  ParsedExpr parse_parenthesized();
  ast::Expr* parse_tuple(ast::Expr* first, std::uint32_t start, bool is_parenthesized,
                         ExprRules rules, bool allows_named);
  ast::Expr* parse_list_display(ast::Expr* first, std::uint32_t start);
  ast::Expr* parse_set_display(const ParsedExpr& first, std::uint32_t start);
  ast::Expr* parse_dict_display(ast::Expr* key, ast::Expr* value, std::uint32_t start);
  ast::Expr* parse_dict_after_unpacking(std::uint32_t start);
  ast::Expr* parse_dict_after_key(const ParsedExpr& key, std::uint32_t start);
  ast::Expr* parse_dict_or_comprehension(ast::Expr* key, ast::Expr* value, std::uint32_t start);
  ParsedExpr parse_misplaced_unpacking();
  ast::DictItem* make_dict_item(ast::Expr* key, ast::Expr* value);
  ast::DictItem* parse_dict_item();
  bool at_comprehension() const { return at(TokenKind::For) || at(TokenKind::Async); }
  ast::List<ast::Comprehension> parse_generators();
  ast::Comprehension* parse_comprehension();
  ast::Expr* parse_generator(ast::Expr* elt, std::uint32_t start, bool is_parenthesized);
  template <typename T>
  T* parse_comprehension_rest(ast::Expr* elt, std::uint32_t start, TokenKind closing);

  // ---- Strings (strings.cc, string_joining.cc).
  ast::Expr* parse_strings();
  ast::StringPart* parse_string_part();
  ast::StringPart* parse_plain_string();
  std::string_view decode(const Token& token);
  template <typename T>
  ast::StringPart* parse_interpolated();
  // `opener` is the token that the f- or t-string starts with.
  ast::List<ast::StringElement> parse_string_elements(ListKind list, const Token& opener);
  ast::StringElement* parse_string_middle();
  ast::StringElement* parse_string_field(const Token& opener);
  std::string_view debug_text(std::uint32_t from, std::uint32_t to) const;
  ast::Conversion parse_conversion(const Token& opener);
  ast::FormatSpec* parse_format_spec(const Token& opener);
  void check_field_syntax(const Token& opener, TextRange field);
  void add_string_error(const Token& opener, std::string_view message, TextRange range);
  ast::Expr* join_strings(std::size_t from, TextRange range);
  void replace_misfits(std::size_t from);
  template <typename T>
  ast::Expr* make_joined(std::size_t from, TextRange range);
  template <typename T>
  ast::Expr* make_joined_text(std::size_t from, TextRange range);

  // ---- Targets (targets.cc).
  void set_context(const ast::Expr* expr, ast::ExprContext context);
  void check_assignment_target(const ast::Expr* target);
  void check_annotated_target(const ast::Expr* target);
  void check_delete_target(const ast::Expr* target);

  // ---- Statements (statements.cc).
  ast::Stmt* parse_statement();
  ast::Stmt* parse_statement_line();
  ast::List<ast::Stmt> parse_simple_statements();
  ast::Stmt* parse_simple_statement();
  ast::Stmt* parse_soft_keyword_statement();
  ast::Stmt* parse_expression_statement();
  ast::Stmt* parse_assign(ast::Expr* target, std::uint32_t start);
  ast::Stmt* parse_annotated_assign(const ParsedExpr& target, std::uint32_t start);
  ast::Stmt* parse_augmented_assign(ast::Expr* target, ast::Operator op, std::uint32_t start);
  template <typename T>
  ast::Stmt* parse_keyword_statement();
  ast::Stmt* parse_return();
  ast::Stmt* parse_raise();
  ast::Expr* parse_raised();
  ast::Stmt* parse_delete();
  ast::Stmt* parse_assert();
  template <typename T>
  ast::Stmt* parse_scope_names(std::string_view empty_message);
  ast::Stmt* parse_type_alias();

  // ---- Imports (imports.cc).
  ast::Stmt* parse_import(std::uint32_t start, bool is_lazy);
  ast::Stmt* parse_import_from(std::uint32_t start, bool is_lazy);
  std::uint32_t parse_leading_dots();
  ast::List<ast::Alias> parse_imported_names(bool is_parenthesized);
  ast::Alias* parse_alias(bool is_dotted);
  ast::Alias* finish_star_alias(std::uint32_t start);

  // ---- Compound statements (compound_statements.cc).
  ast::Stmt* parse_if();
  ast::ElifElseClause* parse_elif_else(bool is_elif);
  ast::Stmt* parse_for(std::uint32_t start, bool is_async);
  ast::Stmt* parse_while();
  ast::Stmt* parse_try();
  struct ExceptState {
    bool is_first = true;
    bool is_star = false;
    std::vector<TextRange> mixed;  // Handlers of the other sort.
  };
  ast::ExceptHandler* parse_except(ExceptState& state);
  ast::Expr* parse_exception_types(bool is_star);
  ast::Stmt* parse_async();
  ast::List<ast::Stmt> parse_body(std::string_view clause);
  ast::List<ast::Stmt> parse_block();
  ast::List<ast::Stmt> parse_optional_body(TokenKind keyword, std::string_view clause);

  // ---- with (with.cc).
  struct ParsedWithItem {
    ast::WithItem* item;
    bool is_parenthesized;
  };
  ast::Stmt* parse_with(std::uint32_t start, bool is_async);
  ast::List<ast::WithItem> parse_with_items();
  bool parse_parenthesized_with_items();
  bool are_with_items(const std::vector<ParsedWithItem>& items);
  ParsedWithItem parse_with_item(ExprRules rules);

  // ---- Definitions (definitions.cc).
  ast::Stmt* parse_function(ast::List<ast::Decorator> decorators, std::uint32_t start,
                            bool is_async);
  ast::Expr* parse_return_annotation();
  ast::Stmt* parse_class(ast::List<ast::Decorator> decorators, std::uint32_t start);
  ast::Stmt* parse_decorated();
  ast::Decorator* parse_decorator();
  ast::Stmt* make_missing_function(ast::List<ast::Decorator> decorators, std::uint32_t start);
  const ast::TypeParams* parse_optional_type_params();
  ast::TypeParams* parse_type_params();
  ast::TypeParam* parse_type_param();
  template <typename T>
  ast::TypeParam* parse_starred_type_param(std::uint32_t start, ExprRules default_rules);
  ast::TypeParam* parse_type_var(std::uint32_t start);

  // ---- Parameters (parameters.cc).
  struct ParametersState;
  ast::Parameters* parse_parameters(bool is_lambda);
  void parse_parameter_item(ParametersState& state);
  void parse_star_parameter(ParametersState& state);
  void check_separator(ParametersState& state, TextRange star);
  void parse_double_star_parameter(ParametersState& state);
  void parse_slash(ParametersState& state);
  void parse_plain_parameter(ParametersState& state);
  ast::Parameter* parse_parameter(std::uint32_t start, bool is_lambda, bool allows_star);
  ast::Parameters* finish_parameters(const ParametersState& state, std::uint32_t start);

  // ---- Match statements and patterns (match.cc, patterns.cc).
  ast::Stmt* parse_match_or_null();
  ast::Stmt* try_parse_match();
  ast::Stmt* parse_match();
  ast::Stmt* finish_match(const ast::Expr* subject, std::uint32_t start);
  ast::Expr* parse_match_subject();
  ast::List<ast::MatchCase> parse_match_cases();
  ast::MatchCase* parse_match_case();
  ast::Pattern* parse_patterns();
  ast::Pattern* parse_pattern(bool allows_star);
  ast::Pattern* parse_closed_pattern(bool allows_star);
  ast::Pattern* parse_or_pattern(ast::Pattern* first, std::uint32_t start);
  ast::Pattern* parse_as_pattern(ast::Pattern* pattern, std::uint32_t start);
  ast::Pattern* parse_literal_pattern();
  ast::Pattern* parse_singleton_pattern(ast::Singleton value);
  ast::Pattern* parse_name_pattern();
  ast::Pattern* parse_star_pattern();
  ast::Pattern* parse_grouped_pattern();
  ast::Pattern* parse_sequence_pattern(ast::Pattern* first, std::uint32_t start, ListKind list,
                                       TokenKind closing);
  ast::Pattern* parse_mapping_pattern();
  void parse_mapping_entry(ast::Identifier& rest);
  ast::Expr* mapping_key(ast::Pattern* pattern);
  ast::Pattern* parse_class_pattern(ast::Pattern* cls, std::uint32_t start);
  struct ClassPatternState {
    std::size_t keyword_count = 0;
  };
  void parse_class_pattern_argument(ClassPatternState& state);
  ast::Expr* class_of_pattern(ast::Pattern* pattern);
  ast::Pattern* parse_complex_pattern(ast::Pattern* left, std::uint32_t start);
  ast::Expr* complex_operand(ast::Pattern* pattern, bool is_imaginary);
  ast::Identifier parse_pattern_target();
  ast::Pattern* make_value_pattern(ast::Expr* value);
  // ---- Patterns as expressions (pattern_recovery.cc).
  ast::Expr* pattern_to_expr(const ast::Pattern* pattern);
  ast::Expr* singleton_to_expr(const ast::PatternMatchSingleton& pattern);
  ast::Expr* sequence_to_expr(const ast::PatternMatchSequence& pattern);
  ast::Expr* mapping_to_expr(const ast::PatternMatchMapping& pattern);
  ast::Expr* class_to_expr(const ast::PatternMatchClass& pattern);
  ast::Expr* star_to_expr(const ast::PatternMatchStar& pattern);
  ast::Expr* as_to_expr(const ast::PatternMatchAs& pattern);
  ast::Expr* or_to_expr(const ast::PatternMatchOr& pattern);

  // ---- IPython's commands (escape_commands.cc).
  ast::Stmt* parse_escape_command();
  ast::Expr* parse_assigned_command();
  ast::Stmt* parse_help_command(const ParsedExpr& expr);
  template <typename T>
  T* parse_command(bool is_assigned);
  void append_help_subject(const ast::Expr* expr, std::string& out);

  // ---- Roots (parser.cc).
  ast::Mod* parse_module();
  ast::Mod* parse_single_expression();

  std::string_view text_;
  TextRange text_range_;
  Mode mode_;
  PythonVersion target_version_;
  TokenStream stream_;
  common::Arena& arena_;
  ast::Interner& interner_;
  ast::Name empty_name_;
  std::uint32_t previous_end_ = 0;  // Of the last token that ends a node.
  std::uint32_t node_count_;
  std::uint32_t depth_ = 0;    // Of the nested calls; see Nesting.
  std::uint32_t tallest_ = 0;  // At least the height of what was parsed on this level.
  OpenLists open_lists_;
  bool gave_up_ = false;  // Too deeply nested: no more errors are reported.
  std::vector<ast::Node*> scratch_;
  std::vector<ast::Identifier> identifiers_;
  std::vector<ast::CmpOp> comparison_ops_;  // Of the comparisons being read.
  std::vector<SyntaxError> errors_;
  std::vector<VersionError> version_errors_;
};

inline void Parser::bump() {
  // Layout and semicolons end no node.
  const Token& token = stream_.current();
  if (token.kind != TokenKind::Newline && token.kind != TokenKind::Dedent &&
      token.kind != TokenKind::Semicolon) {
    previous_end_ = token.range.end;
  }
  stream_.advance();
}

inline bool Parser::eat(TokenKind expected) {
  if (!at(expected)) return false;
  bump();
  return true;
}

template <typename T>
ast::List<T> Parser::take_list(std::size_t from) {
  const std::size_t size = scratch_.size() - from;
  if (size == 0) return {};
  auto** items = static_cast<const T**>(arena_.allocate(size * sizeof(T*), alignof(T*)));
  for (std::size_t i = 0; i < size; ++i) items[i] = static_cast<const T*>(scratch_[from + i]);
  scratch_.resize(from);
  return {items, size};
}

}  // namespace lint::parser
