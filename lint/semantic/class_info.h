// Questions about classes and what they extend, as far as this file says.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "lint/semantic/semantic.h"

namespace lint::semantic {

// Does f(const ast::Expr&) hold for a base of the class, or of a class of this
// file that it extends, and so on?
bool any_base_class(const ast::StmtClassDef& class_def, const Semantic& semantic,
                    const std::function<bool(const ast::Expr&)>& f);
// The same for the qualified names of bases (of list in list[int]).
bool any_qualified_base_class(const ast::StmtClassDef& class_def, const Semantic& semantic,
                              const std::function<bool(const QualifiedName&)>& f);
// The class itself and the classes of this file that it extends, nearest first.
std::vector<const ast::StmtClassDef*> super_classes(const ast::StmtClassDef& class_def,
                                                    const Semantic& semantic);

// enum.Enum and its kin.
bool is_enumeration(const ast::StmtClassDef& class_def, const Semantic& semantic);

enum class IsMetaclass : std::uint8_t { No, Maybe, Yes };
IsMetaclass is_metaclass(const ast::StmtClassDef& class_def, const Semantic& semantic);

// May the class have type parameters?
bool might_be_generic(const ast::StmtClassDef& class_def, const Semantic& semantic);

// What a class body declares: an assignment, annotated or not, or a method.
struct ClassMember {
  const ast::Stmt* statement;
  bool is_bound;  // Not in a branch or loop.
};
// Does f hold for one of them?  Nested blocks count, nested classes do not.
bool any_member(const ast::StmtClassDef& class_def, const std::function<bool(ClassMember)>& f);

// Is the name the one that was configured: "os.path.join" or, for a builtin, "print"?
inline bool is_configured(const QualifiedName& name, const std::string& configured) {
  return configured.find('.') == std::string::npos ? name.is_builtin(configured)
                                                   : name.is(configured);
}
bool is_any_configured(const QualifiedName& name, std::span<const std::string> configured);

}  // namespace lint::semantic
