#include "lint/rules/flake8_boolean_trap/fixed_signature.h"

#include <algorithm>

#include "lint/ast/names.h"
#include "lint/semantic/function_type.h"

namespace lint::rules::flake8_boolean_trap {
namespace {

// x of __x__, __rx__ and __ix__.
constexpr std::string_view kArithmetic[] = {"add", "sub", "mul",    "truediv", "floordiv",
                                            "mod", "pow", "lshift", "rshift",  "matmul",
                                            "and", "or",  "xor"};
// x of __x__.
constexpr std::string_view kOthers[] = {"contains", "getitem", "setitem", "delitem",  "gt",
                                        "lt",       "ge",      "le",      "eq",       "ne",
                                        "pos",      "neg",     "invert",  "post_init"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool has_fixed_signature(std::string_view name) {
  if (!ast::is_dunder(name) || name.size() < 5) return false;
  const std::string_view inner = name.substr(2, name.size() - 4);
  if (is_one_of(inner, kArithmetic) || is_one_of(inner, kOthers)) return true;
  return (inner[0] == 'r' || inner[0] == 'i') && is_one_of(inner.substr(1), kArithmetic);
}

void add_override_note(const Checker& c, const ast::StmtFunctionDef& function,
                       Diagnostic& finding) {
  const config::Pep8Naming& naming = c.settings().pep8_naming;
  const semantic::MethodDecorators decorators{.classmethods = naming.classmethod_decorators,
                                              .staticmethods = naming.staticmethod_decorators};
  if (!semantic::is_subject_to_liskov(function, c.semantic().scope(), c.semantic(), decorators)) {
    return;
  }
  finding.notes.push_back({.message = "Consider adding `@typing.override` if changing the function "
                                      "signature would violate the Liskov Substitution Principle"});
}

}  // namespace lint::rules::flake8_boolean_trap
