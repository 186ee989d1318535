#include "lint/check/checker.h"

#include <optional>
#include <utility>

#include "lint/suppress/suppressions.h"

namespace lint {

Checker::Checker(const CheckInput& input, semantic::Semantic& semantic)
    : input_(input), semantic_(semantic) {}

std::string Checker::place_of(std::uint32_t offset) const {
  const std::uint32_t line = lines().index().line_of(offset);
  if (!is_notebook()) return "line " + std::to_string(line + 1);
  const std::optional<std::size_t> cell = cells()->index_at(offset);
  if (!cell) return "cell 1, line 1";
  const std::uint32_t first = lines().index().line_of(cells()->start(*cell));
  return "cell " + std::to_string(cells()->number(*cell)) + ", line " +
         std::to_string(line - first + 1);
}

Diagnostic& Checker::report(RuleId rule, TextRange range, std::string message) {
  return diagnostics_.emplace_back(
      Diagnostic{.rule = rule, .range = range, .message = std::move(message)});
}

bool Checker::is_suppressed(RuleId rule, std::uint32_t offset) const {
  return suppressions_ != nullptr && suppressions_->covers(rule, offset);
}

// Node ids count from 0; group 0 is none: at module level all may go.
static std::uint32_t isolation_in(const ast::Stmt* parent) {
  return parent == nullptr ? 0 : static_cast<std::uint32_t>(parent->id) + 1;
}

std::uint32_t Checker::isolation_of(const ast::Stmt& statement) const {
  return isolation_in(semantic_.parent_statement(statement));
}

std::uint32_t Checker::isolation_of_body() const {
  return isolation_in(semantic_.current_statement());
}

}  // namespace lint
