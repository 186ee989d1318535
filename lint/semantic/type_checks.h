// What type does a binding or expression have, as far as a glance shows?
//
// No inference beyond the statement that binds: its annotation is trusted, else
// the value is looked at.
#pragma once

#include "lint/semantic/semantic.h"

namespace lint::semantic {

// Of a variable, parameter, named expression, with item or function (its result).
bool is_list(const Binding& binding, const Semantic& semantic);
bool is_dict(const Binding& binding, const Semantic& semantic);  // Also **kwargs.
bool is_set(const Binding& binding, const Semantic& semantic);
bool is_tuple(const Binding& binding, const Semantic& semantic);  // Also *args.
bool is_int(const Binding& binding, const Semantic& semantic);
bool is_float(const Binding& binding, const Semantic& semantic);
bool is_string(const Binding& binding, const Semantic& semantic);
bool is_bytes(const Binding& binding, const Semantic& semantic);
bool is_io_base(const Binding& binding, const Semantic& semantic);  // An open file.
bool is_pathlib_path(const Binding& binding, const Semantic& semantic);
bool is_fastapi_route(const Binding& binding, const Semantic& semantic);
// TypeVar, TypeVarTuple or ParamSpec.
bool is_type_variable(const Binding& binding, const Semantic& semantic);

// Does the call open a file?
bool is_io_base_expr(const ast::Expr& expr, const Semantic& semantic);
// A name with one binding, which is a dict.
bool is_known_dict(const ast::ExprName& name, const Semantic& semantic);

// The value that an assignment, with item or named expression gives the binding;
// null: none, or it is taken out of something.
const ast::Expr* bound_value(const Binding& binding, const Semantic& semantic);
// The same for what the name means at the current place.
const ast::Expr* assigned_value(std::string_view name, const Semantic& semantic);
// app.get for `app = fastapi.FastAPI()`: fastapi.FastAPI.get.
QualifiedName resolve_assignment(const ast::Expr& expr, const Semantic& semantic);

}  // namespace lint::semantic
