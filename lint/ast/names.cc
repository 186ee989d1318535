#include "lint/ast/names.h"

namespace lint::ast {

DottedName::DottedName(const Expr& expr) {
  const Expr* rest = &expr;
  std::uint32_t first = kMaxSegments;
  while (const auto* attribute = as<ExprAttribute>(rest)) {
    if (first == 1) return;
    segments_[--first] = attribute->attr.text();
    rest = attribute->value;
  }
  const auto* name = as<ExprName>(rest);
  if (name == nullptr) return;
  segments_[--first] = name->id.text();
  first_ = first;
}

bool DottedName::operator==(std::string_view dotted) const {
  for (std::size_t i = 0; i < size(); ++i) {
    if (i > 0) {
      if (!dotted.starts_with('.')) return false;
      dotted.remove_prefix(1);
    }
    if (!dotted.starts_with((*this)[i])) return false;
    dotted.remove_prefix((*this)[i].size());
  }
  return dotted.empty() && size() > 0;
}

std::string DottedName::text() const {
  std::string result;
  for (std::string_view segment : segments()) {
    if (!result.empty()) result += '.';
    result += segment;
  }
  return result;
}

const ExprName* root_name(const Expr& expr) {
  const Expr* rest = &expr;
  while (const auto* attribute = as<ExprAttribute>(rest)) rest = attribute->value;
  return as<ExprName>(rest);
}

bool is_dotted_name(const Expr& expr) {
  return root_name(expr) != nullptr;
}

}  // namespace lint::ast
