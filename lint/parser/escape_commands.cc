// IPython's escape commands: what they are and what they say.
#include <algorithm>
#include <string>

#include "lint/ast/escape_kind.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

using ast::EscapeKind;

struct Command {
  EscapeKind kind;
  std::string value;
};

// Behind an equals sign there are no double ones.
const ast::EscapeSign& sign_at_start(std::string_view text, bool is_assigned) {
  for (const ast::EscapeSign& sign : ast::kEscapeSigns) {
    if (is_assigned && sign.text.size() > 1) continue;
    if (text.starts_with(sign.text)) return sign;
  }
  __builtin_unreachable();
}

bool takes_help_suffix(EscapeKind kind) {
  return kind == EscapeKind::Magic || kind == EscapeKind::Help || kind == EscapeKind::Magic2 ||
         kind == EscapeKind::Help2;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

// Without the joints of lines.
std::string joined_lines(std::string_view text) {
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_joint =
        text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '\n' || text[i + 1] == '\r');
    if (!is_joint) {
      joined += text[i];
    } else {
      i += text.substr(i + 1).starts_with("\r\n") ? 2 : 1;
    }
  }
  return joined;
}

// `%name?` asks for help on %name: the suffix says what kind of command it is.
Command command_of(std::string_view text, bool is_assigned) {
  const ast::EscapeSign& sign = sign_at_start(text, is_assigned);
  std::string value = joined_lines(text.substr(sign.text.size()));
  const std::size_t marks = value.size() - (value.find_last_not_of('?') + 1);
  const std::size_t rest = value.size() - marks;
  const bool has_suffix = !is_assigned && takes_help_suffix(sign.kind) && marks > 0 && marks <= 2 &&
                          rest > 0 && !is_blank(value[rest - 1]);
  if (!has_suffix) return {sign.kind, std::move(value)};
  value.resize(rest);
  if (sign.text.front() == '?') {
    value.erase(0, std::min(value.find_first_not_of(" ?"), value.size()));
  } else {
    value.insert(0, sign.text);
  }
  return {marks == 1 ? EscapeKind::Help : EscapeKind::Help2, std::move(value)};
}

}  // namespace

template <typename T>
T* Parser::parse_command(bool is_assigned) {
  const Command command = command_of(current_text(), is_assigned);
  T* node = make<T>(range());
  bump();
  node->escape_kind = command.kind;
  node->value = arena_.copy(command.value);
  return node;
}

ast::Stmt* Parser::parse_escape_command() {
  return parse_command<ast::StmtEscapeCommand>(false);
}

ast::Expr* Parser::parse_assigned_command() {
  return parse_command<ast::ExprEscapeCommand>(true);
}

// name? and name??
ast::Stmt* Parser::parse_help_command(const ParsedExpr& expr) {
  const std::uint32_t from = start();
  bump();
  const EscapeKind kind = eat(TokenKind::Question) ? EscapeKind::Help2 : EscapeKind::Help;
  if (expr.is_parenthesized) {
    add_error("Help end escape command cannot be applied on a parenthesized expression",
              range_from(from));
  }
  if (at(TokenKind::Question)) {
    add_error("Maximum of 2 `?` tokens are allowed in help end escape command", range());
  }
  std::string value;
  append_help_subject(expr.expr, value);
  auto* command = finish<ast::StmtEscapeCommand>(expr.expr->range.start);
  command->escape_kind = kind;
  command->value = arena_.copy(value);
  return command;
}

// The name that help is wanted for: a.b[0].c
void Parser::append_help_subject(const ast::Expr* expr, std::string& out) {
  if (const auto* name = ast::as<ast::ExprName>(expr)) {
    out += name->id.text();
  } else if (const auto* attribute = ast::as<ast::ExprAttribute>(expr)) {
    append_help_subject(attribute->value, out);
    (out += '.') += attribute->attr.text();
  } else if (const auto* subscript = ast::as<ast::ExprSubscript>(expr)) {
    append_help_subject(subscript->value, out);
    const auto* number = ast::as<ast::ExprNumberLiteral>(subscript->slice);
    if (number == nullptr || number->number_kind != ast::NumberKind::Int) {
      add_error(
          "Only integer literals are allowed in subscript expressions in help end escape command",
          subscript->slice->range);
    }
    ((out += '[') += text_of(subscript->slice->range)) += ']';
  } else {
    add_error("Expected name, subscript or attribute expression in help end escape command",
              expr->range);
  }
}

}  // namespace lint::parser
