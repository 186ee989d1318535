// The expressions that patterns look like, for places where no pattern can be.
#include "lint/parser/parser.h"

namespace lint::parser {

ast::Expr* Parser::pattern_to_expr(const ast::Pattern* pattern) {
  switch (pattern->kind) {
    case ast::Kind::PatternMatchValue:
      return const_cast<ast::Expr*>(static_cast<const ast::PatternMatchValue*>(pattern)->value);
    case ast::Kind::PatternMatchSingleton:
      return singleton_to_expr(static_cast<const ast::PatternMatchSingleton&>(*pattern));
    case ast::Kind::PatternMatchSequence:
      return sequence_to_expr(static_cast<const ast::PatternMatchSequence&>(*pattern));
    case ast::Kind::PatternMatchMapping:
      return mapping_to_expr(static_cast<const ast::PatternMatchMapping&>(*pattern));
    case ast::Kind::PatternMatchClass:
      return class_to_expr(static_cast<const ast::PatternMatchClass&>(*pattern));
    case ast::Kind::PatternMatchStar:
      return star_to_expr(static_cast<const ast::PatternMatchStar&>(*pattern));
    case ast::Kind::PatternMatchAs:
      return as_to_expr(static_cast<const ast::PatternMatchAs&>(*pattern));
    case ast::Kind::PatternMatchOr:
      return or_to_expr(static_cast<const ast::PatternMatchOr&>(*pattern));
    default:
      return make_missing_name();
  }
}

ast::Expr* Parser::singleton_to_expr(const ast::PatternMatchSingleton& pattern) {
  if (pattern.value == ast::Singleton::None) return make<ast::ExprNoneLiteral>(pattern.range);
  auto* literal = make<ast::ExprBooleanLiteral>(pattern.range);
  literal->value = pattern.value == ast::Singleton::True;
  return literal;
}

ast::Expr* Parser::sequence_to_expr(const ast::PatternMatchSequence& pattern) {
  const std::size_t from = scratch_size();
  for (const ast::Pattern* element : pattern.patterns) gather(pattern_to_expr(element));
  const auto elements = take_list<ast::Expr>(from);
  auto* list = make<ast::ExprList>(pattern.range);
  list->elts = elements;
  list->ctx = ast::ExprContext::Store;
  return list;
}

ast::Expr* Parser::mapping_to_expr(const ast::PatternMatchMapping& pattern) {
  const std::size_t from = scratch_size();
  for (const ast::PatternEntry* entry : pattern.entries) {
    gather(make_dict_item(const_cast<ast::Expr*>(entry->key), pattern_to_expr(entry->pattern)));
  }
  if (pattern.rest) {
    gather(make_dict_item(nullptr, make_name(pattern.rest, ast::ExprContext::Store)));
  }
  const auto items = take_list<ast::DictItem>(from);
  auto* dict = make<ast::ExprDict>(pattern.range);
  dict->items = items;
  return dict;
}

ast::Expr* Parser::class_to_expr(const ast::PatternMatchClass& pattern) {
  const std::size_t from = scratch_size();
  for (const ast::Pattern* argument : pattern.arguments->patterns) {
    gather(pattern_to_expr(argument));
  }
  const auto args = take_list<ast::Expr>(from);
  for (const ast::PatternKeyword* argument : pattern.arguments->keywords) {
    const ast::Expr* value = pattern_to_expr(argument->pattern);
    auto* keyword = make<ast::Keyword>(argument->range);
    keyword->arg = argument->attr;
    keyword->value = value;
    gather(keyword);
  }
  const auto keywords = take_list<ast::Keyword>(from);
  auto* arguments = make<ast::Arguments>(pattern.arguments->range);
  arguments->args = args;
  arguments->keywords = keywords;
  auto* call = make<ast::ExprCall>(pattern.range);
  call->func = pattern.cls;
  call->arguments = arguments;
  return call;
}

ast::Expr* Parser::star_to_expr(const ast::PatternMatchStar& pattern) {
  ast::Identifier name = pattern.name;
  if (!name) name = {interner_.intern("_"), {pattern.range.end - 1, pattern.range.end}};
  const ast::Expr* value = make_name(name, ast::ExprContext::Store);
  auto* starred = make<ast::ExprStarred>(pattern.range);
  starred->value = value;
  starred->ctx = ast::ExprContext::Store;
  return starred;
}

ast::Expr* Parser::as_to_expr(const ast::PatternMatchAs& pattern) {
  if (pattern.pattern != nullptr) {
    return make_name({empty_name_, pattern.range}, ast::ExprContext::Invalid);
  }
  if (pattern.name) return make_name(pattern.name, ast::ExprContext::Store);
  return make_name({interner_.intern("_"), pattern.range}, ast::ExprContext::Store);
}

ast::Expr* Parser::or_to_expr(const ast::PatternMatchOr& pattern) {
  ast::Expr* result = pattern_to_expr(pattern.patterns.front());
  for (std::size_t i = 1; i < pattern.patterns.size(); ++i) {
    const ast::Expr* right = pattern_to_expr(pattern.patterns[i]);
    auto* operation = make<ast::ExprBinOp>({result->range.start, pattern.patterns[i]->range.end});
    operation->left = result;
    operation->op = ast::Operator::BitOr;
    operation->right = right;
    result = operation;
    grow();
  }
  return result;
}

}  // namespace lint::parser
