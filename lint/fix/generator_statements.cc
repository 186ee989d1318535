#include <algorithm>

#include "lint/ast/escape_kind.h"
#include "lint/fix/generator.h"
#include "lint/fix/generator_writer.h"

namespace lint {
namespace {

class StatementWriter {
 public:
  explicit StatementWriter(const parser::CodeStyle& style) : style_(style), exprs_(out_) {}

  void statement(const ast::Stmt& node) {
    ast::dispatch(node, [&](const auto& concrete) {
      if constexpr (std::is_base_of_v<ast::Stmt, std::remove_cvref_t<decltype(concrete)>>) {
        write(concrete);
      }
    });
  }

  std::string take() { return std::move(out_); }

 private:
  // ---- lines ----

  // The next line starts behind so many line ends; nothing is in front of the first.
  void break_lines(std::size_t count) {
    if (!out_.empty()) pending_ = std::max(pending_, count);
  }

  void start_line(std::string_view text = {}) {
    break_lines(1);
    for (; pending_ > 0; --pending_) out_ += style_.line_ending;
    for (std::size_t i = 0; i < depth_; ++i) out_ += style_.indentation;
    out_ += text;
  }

  void line(std::string_view text) { start_line(text); }

  void body(const ast::List<ast::Stmt>& statements) {
    ++depth_;
    for (const ast::Stmt* node : statements) statement(*node);
    --depth_;
  }

  void expr(const ast::Expr* node, Binding surroundings) { exprs_.expr(*node, surroundings); }
  void optional(std::string_view before, const ast::Expr* node, Binding surroundings) {
    if (node == nullptr) return;
    out_ += before;
    expr(node, surroundings);
  }
  void else_body(std::string_view keyword, const ast::List<ast::Stmt>& statements) {
    if (statements.empty()) return;
    line(keyword);
    body(statements);
  }

  // ---- definitions ----

  // Blank lines: two at module level, one inside.
  void start_definition(const ast::List<ast::Decorator>& decorators) {
    break_lines(depth_ == 0 ? 3 : 2);
    for (const ast::Decorator* decorator : decorators) {
      start_line("@");
      expr(decorator->expression, Binding::Tightest);
    }
  }
  void end_definition() {
    if (depth_ == 0) break_lines(3);
  }

  void write(const ast::StmtFunctionDef& node) {
    start_definition(node.decorators);
    start_line(node.is_async ? "async def " : "def ");
    out_ += node.name.text();
    if (node.type_params != nullptr) exprs_.type_params(*node.type_params);
    out_ += '(';
    exprs_.parameters(*node.parameters);
    out_ += ')';
    optional(" -> ", node.returns, Binding::Tightest);
    out_ += ':';
    body(node.body);
    end_definition();
  }

  void write(const ast::StmtClassDef& node) {
    start_definition(node.decorators);
    start_line("class ");
    out_ += node.name.text();
    if (node.type_params != nullptr) exprs_.type_params(*node.type_params);
    if (node.arguments != nullptr) {
      out_ += '(';
      exprs_.arguments(*node.arguments, Binding::Tightest);
      out_ += ')';
    }
    out_ += ':';
    body(node.body);
    end_definition();
  }

  // ---- simple statements ----

  void write(const ast::StmtReturn& node) {
    start_line("return");
    optional(" ", node.value, Binding::Return);
  }

  void write(const ast::StmtDelete& node) {
    start_line("del ");
    exprs_.joined(node.targets, ", ",
                  [&](const ast::Expr* target) { expr(target, Binding::Comma); });
  }

  void write(const ast::StmtAssign& node) {
    start_line();
    for (const ast::Expr* target : node.targets) {
      expr(target, Binding::Assign);
      out_ += " = ";
    }
    expr(node.value, Binding::Assign);
  }

  void write(const ast::StmtAugAssign& node) {
    start_line();
    expr(node.target, Binding::Annotated);
    out_.append(" ").append(text_of(node.op)).append("= ");
    expr(node.value, Binding::Annotated);
  }

  void write(const ast::StmtAnnAssign& node) {
    start_line();
    const bool is_grouped = ast::is<ast::ExprName>(node.target) && !node.simple;
    if (is_grouped) out_ += '(';
    expr(node.target, Binding::Annotated);
    out_ += is_grouped ? "): " : ": ";
    expr(node.annotation, Binding::Comma);
    optional(" = ", node.value, Binding::Comma);
  }

  void write(const ast::StmtTypeAlias& node) {
    start_line("type ");
    expr(node.name, Binding::Tightest);
    if (node.type_params != nullptr) exprs_.type_params(*node.type_params);
    out_ += " = ";
    expr(node.value, Binding::Assign);
  }

  void write(const ast::StmtRaise& node) {
    start_line("raise");
    optional(" ", node.exc, Binding::Tightest);
    optional(" from ", node.cause, Binding::Tightest);
  }

  void write(const ast::StmtAssert& node) {
    start_line("assert ");
    expr(node.test, Binding::Assert);
    optional(", ", node.msg, Binding::Assert);
  }

  void write_aliases(const ast::List<ast::Alias>& aliases) {
    exprs_.joined(aliases, ", ", [&](const ast::Alias* alias) {
      out_ += alias->name.text();
      if (alias->asname) out_.append(" as ").append(alias->asname.text());
    });
  }

  void write(const ast::StmtImport& node) {
    start_line(node.is_lazy ? "lazy import " : "import ");
    write_aliases(node.names);
  }

  void write(const ast::StmtImportFrom& node) {
    start_line(node.is_lazy ? "lazy from " : "from ");
    out_.append(node.level, '.');
    if (node.module) out_ += node.module.text();
    out_ += " import ";
    write_aliases(node.names);
  }

  void write_names(std::string_view keyword, const ast::ValueList<ast::Identifier>& names) {
    start_line(keyword);
    exprs_.joined(names, ", ", [&](const ast::Identifier& name) { out_ += name.text(); });
  }
  void write(const ast::StmtGlobal& node) { write_names("global ", node.names); }
  void write(const ast::StmtNonlocal& node) { write_names("nonlocal ", node.names); }

  void write(const ast::StmtExpr& node) {
    start_line();
    expr(node.value, Binding::Annotated);
  }
  void write(const ast::StmtPass&) { line("pass"); }
  void write(const ast::StmtBreak&) { line("break"); }
  void write(const ast::StmtContinue&) { line("continue"); }
  void write(const ast::StmtEscapeCommand& node) {
    start_line(ast::sign_of(node.escape_kind));
    out_ += node.value;
  }

  // ---- blocks ----

  void write(const ast::StmtFor& node) {
    start_line(node.is_async ? "async for " : "for ");
    expr(node.target, Binding::Target);
    out_ += " in ";
    expr(node.iter, Binding::Tightest);
    out_ += ':';
    body(node.body);
    else_body("else:", node.orelse);
  }

  void write(const ast::StmtWhile& node) {
    start_line("while ");
    expr(node.test, Binding::Comma);
    out_ += ':';
    body(node.body);
    else_body("else:", node.orelse);
  }

  void write(const ast::StmtIf& node) {
    start_line("if ");
    expr(node.test, Binding::Comma);
    out_ += ':';
    body(node.body);
    for (const ast::ElifElseClause* clause : node.clauses) {
      start_line(clause->test == nullptr ? "else" : "elif");
      optional(" ", clause->test, Binding::Comma);
      out_ += ':';
      body(clause->body);
    }
  }

  void write(const ast::StmtWith& node) {
    start_line(node.is_async ? "async with " : "with ");
    exprs_.joined(node.items, ", ", [&](const ast::WithItem* item) {
      expr(item->context_expr, Binding::Tightest);
      optional(" as ", item->optional_vars, Binding::Tightest);
    });
    out_ += ':';
    body(node.body);
  }

  void write(const ast::StmtMatch& node) {
    start_line("match ");
    expr(node.subject, Binding::Tightest);
    out_ += ':';
    ++depth_;
    for (const ast::MatchCase* item : node.cases) {
      start_line("case ");
      exprs_.pattern(*item->pattern);
      optional(" if ", item->guard, Binding::Tightest);
      out_ += ':';
      body(item->body);
    }
    --depth_;
  }

  void write(const ast::StmtTry& node) {
    line("try:");
    body(node.body);
    for (const ast::ExceptHandler* handler : node.handlers) {
      start_line(node.is_star ? "except*" : "except");
      optional(" ", handler->type, Binding::Tightest);
      if (handler->name) out_.append(" as ").append(handler->name.text());
      out_ += ':';
      body(handler->body);
    }
    else_body("else:", node.orelse);
    else_body("finally:", node.finalbody);
  }

  const parser::CodeStyle& style_;
  std::string out_;
  ExpressionWriter exprs_;
  std::size_t depth_ = 0;
  std::size_t pending_ = 0;  // Line ends in front of the next line.
};

}  // namespace

std::string generate(const ast::Stmt& statement, const parser::CodeStyle& style) {
  StatementWriter writer(style);
  writer.statement(statement);
  return writer.take();
}

std::string generate(const ast::List<ast::Stmt>& statements, const parser::CodeStyle& style) {
  StatementWriter writer(style);
  for (const ast::Stmt* statement : statements) writer.statement(*statement);
  return writer.take();
}

}  // namespace lint
