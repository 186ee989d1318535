#include "lint/check/walk.h"

namespace lint {

void Walk::visit_match(const ast::StmtMatch& statement) {
  visit(*statement.subject);
  for (const ast::MatchCase* arm : statement.cases) {
    visit_pattern(*arm->pattern);
    if (arm->guard != nullptr) visit_boolean_test(*arm->guard);
    visit_branch(arm->body, *arm);
  }
}

void Walk::visit_pattern(const ast::Pattern& pattern) {
  const auto bind = [&](const ast::Identifier& name) {
    if (name) model_.add_binding(name.name, name.range, semantic::BindingKind::Assignment);
  };
  switch (pattern.kind) {
    case ast::Kind::PatternMatchValue:
      visit(*static_cast<const ast::PatternMatchValue&>(pattern).value);
      break;
    case ast::Kind::PatternMatchSequence:
      for (const ast::Pattern* inner :
           static_cast<const ast::PatternMatchSequence&>(pattern).patterns) {
        visit_pattern(*inner);
      }
      break;
    case ast::Kind::PatternMatchMapping: {
      const auto& node = static_cast<const ast::PatternMatchMapping&>(pattern);
      bind(node.rest);
      for (const ast::PatternEntry* entry : node.entries) visit(*entry->key);
      for (const ast::PatternEntry* entry : node.entries) visit_pattern(*entry->pattern);
      break;
    }
    case ast::Kind::PatternMatchClass: {
      const auto& node = static_cast<const ast::PatternMatchClass&>(pattern);
      visit(*node.cls);
      for (const ast::Pattern* inner : node.arguments->patterns) visit_pattern(*inner);
      for (const ast::PatternKeyword* keyword : node.arguments->keywords) {
        visit_pattern(*keyword->pattern);
      }
      break;
    }
    case ast::Kind::PatternMatchStar:
      bind(static_cast<const ast::PatternMatchStar&>(pattern).name);
      break;
    case ast::Kind::PatternMatchAs: {
      const auto& node = static_cast<const ast::PatternMatchAs&>(pattern);
      bind(node.name);
      if (node.pattern != nullptr) visit_pattern(*node.pattern);
      break;
    }
    case ast::Kind::PatternMatchOr:
      for (const ast::Pattern* inner : static_cast<const ast::PatternMatchOr&>(pattern).patterns) {
        visit_pattern(*inner);
      }
      break;
    default:
      break;
  }
  fire(pattern);
}

}  // namespace lint
