// Questions about the typing module's constructs in a file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "lint/semantic/semantic.h"
#include "lint/semantic/typing_names.h"

namespace lint::semantic {

// if TYPE_CHECKING:
bool is_type_checking_block(const ast::StmtIf& statement, const Semantic& semantic);
// The test asks for sys.version_info or sys.platform.
bool is_sys_version_block(const ast::StmtIf& statement, const Semantic& semantic);

// What the slice of a subscript of the expression holds.
enum class SubscriptKind : std::uint8_t {
  None,       // Not a type.
  Literal,    // Values.
  Generic,    // Types.
  Annotated,  // A type, then values.
  TypedDict,
};
SubscriptKind subscript_kind(const ast::Expr& value, const Semantic& semantic,
                             std::span<const std::string> extend_generics);

// What typing.List, typing.Deque... are called since PEP 585.
ModuleMember to_pep585_generic(const ast::Expr& expr, const Semantic& semantic);
bool is_pep585_generic(const ast::Expr& expr, const Semantic& semantic);

// What `value[slice]` is as a union of PEP 604, if it can be written as one.
enum class Pep604Operator : std::uint8_t { Union, Optional };
std::optional<Pep604Operator> to_pep604_operator(const ast::Expr& value, const ast::Expr& slice,
                                                 const Semantic& semantic);

// The annotation is of a type that cannot change; `extra` are dotted names
// (lint.flake8-bugbear.extend-immutable-calls).
bool is_immutable_annotation(const ast::Expr& annotation, const Semantic& semantic,
                             std::span<const std::string> extra);
// Calls of the function give something that cannot change.
bool is_immutable_function(const ast::Expr& function, const Semantic& semantic,
                           std::span<const std::string> extra);
// The name is NewType("N", T) of an immutable T.
bool is_immutable_new_type(const ast::ExprName& name, const Semantic& semantic,
                           std::span<const std::string> extra);
bool is_mutable_function(const ast::Expr& function, const Semantic& semantic);
// [], {}, list()...
bool is_mutable_expr(const ast::Expr& expr, const Semantic& semantic);

// Calls f(member, around) for the members of a | b, Union[a, b] and of unions in
// them, in source order; nothing if it is no union.
using UnionVisitor = std::function<void(const ast::Expr& member, const ast::Expr& around)>;
void traverse_union(const ast::Expr& expr, const Semantic& semantic, const UnionVisitor& f);
// The same, also of Optional[a]: of its name and of a.
void traverse_union_and_optional(const ast::Expr& expr, const Semantic& semantic,
                                 const UnionVisitor& f);
// The same for Literal[a, Literal[b]].
void traverse_literal(const ast::Expr& expr, const Semantic& semantic, const UnionVisitor& f);

}  // namespace lint::semantic
