// Parameters of functions and lambdas.
#include <limits>
#include <optional>

#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {

// What was seen of a parameter list so far.  Plain parameters are gathered;
// where / and * stood among them parts them into the three groups.
struct Parser::ParametersState {
  explicit ParametersState(std::size_t size) : first(size) {}

  bool is_lambda = false;
  std::size_t first;                 // Of the gathered parameters.
  std::optional<std::size_t> slash;  // Gathered in front of it.
  std::optional<std::size_t> star;   // In front of the first * or *args.
  const ast::Parameter* vararg = nullptr;
  const ast::Parameter* kwarg = nullptr;
  bool has_default = false;
  bool has_slash = false;
  bool has_separator = false;  // A lone *.
  bool has_parameter_behind_separator = false;
  std::optional<TextRange> last_separator;  // If nothing followed the lone *.
};

ast::Parameters* Parser::parse_parameters(bool is_lambda) {
  const std::uint32_t from = start();
  if (!is_lambda) expect(TokenKind::LeftParen);
  ParametersState state(scratch_size());
  state.is_lambda = is_lambda;
  const ListKind list = is_lambda ? ListKind::LambdaParameters : ListKind::FunctionParameters;
  parse_comma_list(list, [&] { parse_parameter_item(state); });
  if (state.last_separator) {
    add_error("Expected one or more keyword parameter after `*` separator", *state.last_separator);
  }
  if (!is_lambda) expect(TokenKind::RightParen);
  return finish_parameters(state, from);
}

ast::Parameters* Parser::finish_parameters(const ParametersState& state, std::uint32_t start) {
  ast::List<ast::ParameterWithDefault> posonlyargs, args, kwonlyargs;
  if (state.star) kwonlyargs = take_list<ast::ParameterWithDefault>(*state.star);
  if (state.slash) args = take_list<ast::ParameterWithDefault>(*state.slash);
  // A / behind the * is an error; what is left stood in front of both.
  (state.has_slash ? posonlyargs : args) = take_list<ast::ParameterWithDefault>(state.first);
  auto* parameters = finish<ast::Parameters>(start);
  parameters->posonlyargs = posonlyargs;
  parameters->args = args;
  parameters->vararg = state.vararg;
  parameters->kwonlyargs = kwonlyargs;
  parameters->kwarg = state.kwarg;
  return parameters;
}

void Parser::parse_parameter_item(ParametersState& state) {
  if (state.kwarg != nullptr) {
    add_error("Parameter cannot follow var-keyword parameter", range());
  }
  switch (kind()) {
    case TokenKind::Star:
      parse_star_parameter(state);
      break;
    case TokenKind::DoubleStar:
      parse_double_star_parameter(state);
      break;
    case TokenKind::Slash:
      parse_slash(state);
      break;
    default:
      parse_plain_parameter(state);
      break;
  }
}

void Parser::parse_plain_parameter(ParametersState& state) {
  const std::uint32_t from = start();
  state.last_separator.reset();
  const ast::Parameter* parameter = parse_parameter(from, state.is_lambda, false);
  const ast::Expr* default_value = eat(TokenKind::Equal) ? parse_optional_expr() : nullptr;
  auto* item = finish<ast::ParameterWithDefault>(from);
  item->parameter = parameter;
  item->default_value = default_value;
  if (default_value == nullptr && state.has_default && !state.has_separator &&
      state.vararg == nullptr) {
    add_error("Parameter without a default cannot follow a parameter with a default", item);
  }
  state.has_default |= default_value != nullptr;
  state.has_parameter_behind_separator |= state.has_separator;
  gather(item);
}

void Parser::parse_star_parameter(ParametersState& state) {
  const TextRange star = range();
  bump();
  if (!state.star) state.star = scratch_size();
  if (!at(kNames)) {
    check_separator(state, star);
    return;
  }
  const ast::Parameter* parameter = parse_parameter(star.start, state.is_lambda, true);
  if (at(TokenKind::Equal)) {
    add_error("Parameter with `*` or `**` cannot have default value", range());
  }
  if (state.has_separator || state.vararg != nullptr) {
    add_error("Only one '*' parameter allowed", range_from(star.start));
  }
  if (state.vararg == nullptr) state.vararg = parameter;
  state.last_separator.reset();
}

// A lone *.
void Parser::check_separator(ParametersState& state, TextRange star) {
  if (state.has_separator) add_error("Only one '*' separator allowed", star);
  if (state.vararg != nullptr) {
    add_error("Keyword-only parameter separator not allowed after '*' parameter", star);
  }
  state.has_separator = true;
  state.last_separator = star;
}

void Parser::parse_double_star_parameter(ParametersState& state) {
  const std::uint32_t from = start();
  bump();
  const ast::Parameter* parameter = parse_parameter(from, state.is_lambda, false);
  if (state.kwarg != nullptr) {
    add_error("Only one '**' parameter allowed", range_from(from));
  }
  if (at(TokenKind::Equal)) {
    add_error("Parameter with `*` or `**` cannot have default value", range());
  }
  if (state.has_separator && !state.has_parameter_behind_separator) {
    add_error("Expected one or more keyword parameter after `*` separator", range_from(from));
  }
  state.kwarg = parameter;
  state.last_separator.reset();
}

void Parser::parse_slash(ParametersState& state) {
  const TextRange slash = range();
  bump();
  state.last_separator.reset();
  if (scratch_size() == state.first && state.vararg == nullptr && state.kwarg == nullptr) {
    add_error("Position-only parameter separator not allowed as first parameter", slash);
  }
  if (state.has_slash) add_error("Only one '/' separator allowed", slash);
  if (state.has_separator || state.vararg != nullptr) {
    add_error("'/' parameter must appear before '*' parameter", slash);
  }
  if (state.has_slash) return;
  state.has_slash = true;
  if (!state.star) state.slash = scratch_size();
  add_version_error(Feature::PositionalOnlyParameter, slash);
}

// The name, with its annotation; `start` is that of the stars in front.
ast::Parameter* Parser::parse_parameter(std::uint32_t start, bool is_lambda, bool allows_star) {
  const ast::Identifier name = parse_identifier();
  const ast::Expr* annotation = nullptr;
  if (!is_lambda && eat(TokenKind::Colon)) {
    annotation = parse_optional_expr(allows_star ? kStarredBitwiseExpr : kPlainExpr);
    if (allows_star && ast::is<ast::ExprStarred>(annotation)) {
      add_version_error(Feature::StarAnnotation, annotation->range);
    }
  }
  auto* parameter = finish<ast::Parameter>(start);
  parameter->name = name;
  parameter->annotation = annotation;
  return parameter;
}

}  // namespace lint::parser
