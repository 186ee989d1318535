// What the generator_*.cc files share.
#pragma once

#include <string>
#include <string_view>

#include "lint/fix/generator.h"

namespace lint {

// Appends expressions and what they consist of to a text.
class ExpressionWriter {
 public:
  explicit ExpressionWriter(std::string& out) : out_(out) {}

  void expr(const ast::Expr& node, Binding surroundings);
  void parameters(const ast::Parameters& node);
  void arguments(const ast::Arguments& node, Binding surroundings);
  void type_params(const ast::TypeParams& node);
  void pattern(const ast::Pattern& node);

  // Writes the items with `separator` between them.
  template <typename T, typename F>
  void joined(const T& items, std::string_view separator, F&& write) {
    bool is_first = true;
    for (const auto& item : items) {
      if (!is_first) out_ += separator;
      is_first = false;
      write(item);
    }
  }

 private:
  // Parentheses if the expression binds no tighter than its surroundings.
  template <typename F>
  void grouped(Binding level, Binding surroundings, F&& write) {
    const bool is_grouped = surroundings > level;
    if (is_grouped) out_ += '(';
    write();
    if (is_grouped) out_ += ')';
  }

  void write(const ast::ExprBoolOp& node, Binding surroundings);
  void write(const ast::ExprNamed& node, Binding surroundings);
  void write(const ast::ExprBinOp& node, Binding surroundings);
  void write(const ast::ExprUnaryOp& node, Binding surroundings);
  void write(const ast::ExprLambda& node, Binding surroundings);
  void write(const ast::ExprIf& node, Binding surroundings);
  void write(const ast::ExprDict& node, Binding surroundings);
  void write(const ast::ExprSet& node, Binding surroundings);
  void write(const ast::ExprListComp& node, Binding surroundings);
  void write(const ast::ExprSetComp& node, Binding surroundings);
  void write(const ast::ExprDictComp& node, Binding surroundings);
  void write(const ast::ExprGenerator& node, Binding surroundings);
  void write(const ast::ExprAwait& node, Binding surroundings);
  void write(const ast::ExprYield& node, Binding surroundings);
  void write(const ast::ExprYieldFrom& node, Binding surroundings);
  void write(const ast::ExprCompare& node, Binding surroundings);
  void write(const ast::ExprCall& node, Binding surroundings);
  void write(const ast::ExprFString& node, Binding surroundings);
  void write(const ast::ExprTString& node, Binding surroundings);
  void write(const ast::ExprStringLiteral& node, Binding surroundings);
  void write(const ast::ExprBytesLiteral& node, Binding surroundings);
  void write(const ast::ExprNumberLiteral& node, Binding surroundings);
  void write(const ast::ExprBooleanLiteral& node, Binding surroundings);
  void write(const ast::ExprNoneLiteral& node, Binding surroundings);
  void write(const ast::ExprEllipsisLiteral& node, Binding surroundings);
  void write(const ast::ExprAttribute& node, Binding surroundings);
  void write(const ast::ExprSubscript& node, Binding surroundings);
  void write(const ast::ExprStarred& node, Binding surroundings);
  void write(const ast::ExprName& node, Binding surroundings);
  void write(const ast::ExprList& node, Binding surroundings);
  void write(const ast::ExprTuple& node, Binding surroundings);
  void write(const ast::ExprSlice& node, Binding surroundings);
  void write(const ast::ExprEscapeCommand& node, Binding surroundings);

  void elements(const ast::List<ast::Expr>& nodes);
  void comprehensions(const ast::List<ast::Comprehension>& nodes);
  void parameter(const ast::Parameter& node);
  void parameter(const ast::ParameterWithDefault& node);
  void string_part(const ast::StringPart& node);
  void interpolated(const ast::List<ast::StringElement>& elements, ast::StringFlags flags,
                    std::string_view kind);
  void string_elements(const ast::List<ast::StringElement>& elements, ast::StringFlags flags);
  void field(const ast::StringElementField& node, ast::StringFlags flags);
  void type_param(const ast::TypeParam& node);
  void default_value(const ast::Expr* value);

  void grouped_pattern(const ast::Pattern& node, bool is_grouped);
  void write(const ast::PatternMatchValue& node);
  void write(const ast::PatternMatchSingleton& node);
  void write(const ast::PatternMatchSequence& node);
  void write(const ast::PatternMatchMapping& node);
  void write(const ast::PatternMatchClass& node);
  void write(const ast::PatternMatchStar& node);
  void write(const ast::PatternMatchAs& node);
  void write(const ast::PatternMatchOr& node);

  std::string& out_;
};

// "+", "//"
std::string_view text_of(ast::Operator op);

}  // namespace lint
