// match statements.  `match` is a name, too: where `match (` or `match -` can be
// either, the subject is parsed to see whether a colon and a line end follow.
#include "lint/parser/list_parsing.h"
#include "lint/parser/parser.h"

namespace lint::parser {
namespace {

enum class MatchWord : std::uint8_t { Keyword, Name, Either };

constexpr TokenSet kSubjectStarts =
    kNames | kStringStarts | TokenSet{TokenKind::Int,       TokenKind::Float, TokenKind::Complex,
                                      TokenKind::LeftBrace, TokenKind::Tilde, TokenKind::Not,
                                      TokenKind::Await,     TokenKind::Yield, TokenKind::Ellipsis,
                                      TokenKind::None,      TokenKind::True,  TokenKind::False,
                                      TokenKind::Lambda};
constexpr TokenSet kAmbiguousStarts = {TokenKind::LeftParen, TokenKind::LeftSquare, TokenKind::Star,
                                       TokenKind::Plus, TokenKind::Minus};

// By the two tokens behind it.
MatchWord classify(TokenKind first, TokenKind second) {
  if (first == TokenKind::Not && second == TokenKind::In) return MatchWord::Name;
  if (kSubjectStarts.contains(first)) return MatchWord::Keyword;
  return kAmbiguousStarts.contains(first) ? MatchWord::Either : MatchWord::Name;
}

}  // namespace

ast::Stmt* Parser::parse_match_or_null() {
  const auto [first, second] = stream_.peek_two();
  switch (classify(first, second)) {
    case MatchWord::Keyword:
      return parse_match();
    case MatchWord::Either:
      return try_parse_match();
    case MatchWord::Name:
      break;
  }
  return nullptr;
}

ast::Stmt* Parser::parse_match() {
  const std::uint32_t from = start();
  const TextRange keyword = range();
  bump();
  const ast::Expr* subject = parse_match_subject();
  expect(TokenKind::Colon);
  ast::Stmt* match = finish_match(subject, from);
  add_version_error(Feature::MatchStatement, keyword);
  return match;
}

// Null, with nothing read, if `match` is a name.
ast::Stmt* Parser::try_parse_match() {
  const Mark mark = this->mark();
  const std::uint32_t from = start();
  bump();
  const ast::Expr* subject = parse_match_subject();
  if (at(TokenKind::Colon) && stream_.peek() == TokenKind::Newline) {
    bump();
    return finish_match(subject, from);
  }
  const auto block = std::pair(TokenKind::Indent, TokenKind::Case);
  if (at(TokenKind::Newline) && stream_.peek_two() == block) {
    expect(TokenKind::Colon);
    return finish_match(subject, from);
  }
  rewind(mark);
  return nullptr;
}

ast::Stmt* Parser::finish_match(const ast::Expr* subject, std::uint32_t start) {
  const auto cases = parse_match_cases();
  auto* match = finish<ast::StmtMatch>(start);
  match->subject = subject;
  match->cases = cases;
  return match;
}

ast::Expr* Parser::parse_match_subject() {
  const std::uint32_t from = start();
  const ParsedExpr subject = parse_named_expression(kStarredBitwiseExpr);
  if (at(TokenKind::Comma)) {
    return parse_tuple(subject.expr, from, false, kStarredBitwiseExpr, true);
  }
  if (subject.is_bare(ast::Kind::ExprStarred)) {
    add_error("Starred expression cannot be used here", subject.expr);
  }
  return subject.expr;
}

ast::List<ast::MatchCase> Parser::parse_match_cases() {
  expect(TokenKind::Newline);
  if (!eat(TokenKind::Indent)) {
    add_error("Expected an indented block after `match` statement", range());
  }
  const std::size_t from = scratch_size();
  if (!at(TokenKind::Case)) add_error("Expected `case` block", range());
  {
    const Nesting nesting(*this);
    while (at(TokenKind::Case)) gather(parse_match_case());
  }
  const auto cases = take_list<ast::MatchCase>(from);
  expect(TokenKind::Dedent);
  return cases;
}

ast::MatchCase* Parser::parse_match_case() {
  const std::uint32_t from = start();
  bump();
  const ast::Pattern* pattern = parse_patterns();
  const ast::Expr* guard = nullptr;
  if (eat(TokenKind::If)) {
    if (at(kExprStarts)) {
      guard = parse_named_expression().expr;
    } else {
      add_error("Expected an expression", range());
    }
  }
  expect(TokenKind::Colon);
  const auto body = parse_body("`case` block");
  auto* match_case = finish<ast::MatchCase>(from);
  match_case->pattern = pattern;
  match_case->guard = guard;
  match_case->body = body;
  return match_case;
}

}  // namespace lint::parser
