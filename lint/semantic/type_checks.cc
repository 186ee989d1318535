#include "lint/semantic/type_checks.h"

#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/ast/names.h"
#include "lint/ast/parameters.h"
#include "lint/ast/statements.h"
#include "lint/semantic/python_type.h"

namespace lint::semantic {
namespace {

// How a type is recognised.
struct TypeTest {
  bool (*is_annotation)(const ast::Expr& annotation, const Semantic& semantic);
  bool (*is_value)(const ast::Expr& value, const Semantic& semantic);
};

ast::List<ast::Expr> elements_of(const ast::Expr* expr) {
  if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) return tuple->elts;
  if (const auto* list = ast::as<ast::ExprList>(expr)) return list->elts;
  if (const auto* set = ast::as<ast::ExprSet>(expr)) return set->elts;
  return {};
}

// What the binding gets if `value` is assigned to `target`; null: unknown.
const ast::Expr* matching_value(const Binding& binding, const ast::Expr* target,
                                const ast::Expr* value) {
  if (ast::is<ast::ExprName>(target)) return target->range == binding.range ? value : nullptr;
  const ast::List<ast::Expr> targets = elements_of(target);
  const ast::List<ast::Expr> values = elements_of(value);
  for (std::size_t i = 0; i < std::min(targets.size(), values.size()); ++i) {
    if (const ast::Expr* found = matching_value(binding, targets[i], values[i])) return found;
  }
  return nullptr;
}

const ast::Expr* value_of_named(const Binding& binding, const Semantic& semantic) {
  for (const ast::Node* at = binding.source; ast::is<ast::Expr>(at); at = semantic.parent(*at)) {
    if (const auto* named = ast::as<ast::ExprNamed>(at)) {
      return matching_value(binding, named->target, named->value);
    }
  }
  return nullptr;
}

const ast::Expr* value_of_assign(const Binding& binding, const ast::StmtAssign& statement) {
  for (const ast::Expr* target : statement.targets) {
    if (const ast::Expr* value = matching_value(binding, target, statement.value)) return value;
  }
  return nullptr;
}

const ast::Expr* value_of_item(const Binding& binding, const ast::Stmt* statement) {
  const auto* with = ast::as<ast::StmtWith>(statement);
  if (with == nullptr) return nullptr;
  for (const ast::WithItem* item : with->items) {
    if (item->optional_vars == nullptr) continue;
    if (const ast::Expr* value = matching_value(binding, item->optional_vars, item->context_expr)) {
      return value;
    }
  }
  return nullptr;
}

const ast::Expr* annotation_of_parameter(const Binding& binding,
                                         const ast::StmtFunctionDef& function) {
  const ast::Expr* annotation = nullptr;
  ast::for_each_parameter_with_default(*function.parameters,
                                       [&](const ast::ParameterWithDefault& parameter) {
                                         if (parameter.parameter->name.range == binding.range) {
                                           annotation = parameter.parameter->annotation;
                                         }
                                       });
  return annotation;
}

// The annotation that says what the binding is; null: none does.
const ast::Expr* annotation_of(const Binding& binding, const ast::Stmt* statement) {
  const auto* annotated = ast::as<ast::StmtAnnAssign>(statement);
  const auto* function = ast::as<ast::StmtFunctionDef>(statement);
  switch (binding.kind) {
    case BindingKind::Assignment:
    case BindingKind::Annotation:
      return annotated != nullptr ? annotated->annotation : nullptr;
    case BindingKind::Argument:
      return function != nullptr ? annotation_of_parameter(binding, *function) : nullptr;
    case BindingKind::Function:
      return function != nullptr ? function->returns : nullptr;
    default:
      return nullptr;
  }
}

bool has_type(const Binding& binding, const Semantic& semantic, const TypeTest& test) {
  const ast::Stmt* statement = semantic.statement_of(binding);
  if (const ast::Expr* annotation = annotation_of(binding, statement)) {
    return test.is_annotation(*annotation, semantic);
  }
  if (ast::is<ast::StmtAnnAssign>(statement) && binding.kind == BindingKind::Assignment) {
    return false;
  }
  const ast::Expr* value = bound_value(binding, semantic);
  return value != nullptr && test.is_value(*value, semantic);
}

// A builtin type: x: list, x: List[int], x = [], x = list().
struct BuiltinType {
  std::string_view name;
  std::string_view typing_name;
  PythonType type;
};

template <const BuiltinType& kType>
inline constexpr TypeTest kBuiltinTest = {
    [](const ast::Expr& annotation, const Semantic& semantic) {
      const ast::Expr& value = ast::without_subscript(annotation);
      return semantic.is_builtin(value, kType.name) ||
             (!kType.typing_name.empty() && semantic.is_typing_member(value, kType.typing_name));
    },
    [](const ast::Expr& value, const Semantic& semantic) {
      if (type_of(value).is(kType.type)) return true;
      const auto* call = ast::as<ast::ExprCall>(value);
      return call != nullptr && semantic.is_builtin(*call->func, kType.name);
    }};

constexpr BuiltinType kList{"list", "List", PythonType::List};
constexpr BuiltinType kDict{"dict", "Dict", PythonType::Dict};
constexpr BuiltinType kSet{"set", "Set", PythonType::Set};
constexpr BuiltinType kTuple{"tuple", "Tuple", PythonType::Tuple};
constexpr BuiltinType kString{"str", "", PythonType::String};
constexpr BuiltinType kBytes{"bytes", "", PythonType::Bytes};
constexpr BuiltinType kInt{"int", "", PythonType::Integer};
constexpr BuiltinType kFloat{"float", "", PythonType::Float};

// Types known by the qualified names of their classes.
template <bool (*kIsClass)(const QualifiedName& name)>
inline constexpr TypeTest kClassTest = {[](const ast::Expr& annotation, const Semantic& semantic) {
                                          return kIsClass(semantic.qualified_name(annotation));
                                        },
                                        [](const ast::Expr& value, const Semantic& semantic) {
                                          const auto* call = ast::as<ast::ExprCall>(value);
                                          return call != nullptr &&
                                                 kIsClass(semantic.qualified_name(*call->func));
                                        }};

bool is_path_class(const QualifiedName& name) {
  return name.is_any("pathlib.Path", "pathlib.PosixPath", "pathlib.PurePath",
                     "pathlib.PurePosixPath", "pathlib.PureWindowsPath", "pathlib.WindowsPath");
}

bool is_route_class(const QualifiedName& name) {
  return name.is_any("fastapi.FastAPI", "fastapi.APIRouter");
}

bool is_type_variable_class(const QualifiedName& name) {
  return name.is_any("typing.TypeVar", "typing.TypeVarTuple", "typing.ParamSpec",
                     "typing_extensions.TypeVar", "typing_extensions.TypeVarTuple",
                     "typing_extensions.ParamSpec");
}

bool is_file_annotation(const ast::Expr& annotation, const Semantic& semantic) {
  const QualifiedName& name = semantic.qualified_name(annotation);
  if (!name) return false;
  if (semantic.is_typing_name(name, "IO") || semantic.is_typing_name(name, "BinaryIO") ||
      semantic.is_typing_name(name, "TextIO")) {
    return true;
  }
  return name.is_any("io.IOBase", "io.RawIOBase", "io.BufferedIOBase", "io.TextIOBase",
                     "io.BytesIO", "io.StringIO", "io.BufferedReader", "io.BufferedWriter",
                     "io.BufferedRandom", "io.BufferedRWPair", "io.TextIOWrapper", "os.Path",
                     "os.PathLike", "pathlib.Path", "pathlib.PurePath", "pathlib.PurePosixPath",
                     "pathlib.PureWindowsPath");
}

constexpr TypeTest kFileTest = {is_file_annotation,
                                [](const ast::Expr& value, const Semantic& semantic) {
                                  return is_io_base_expr(value, semantic);
                                }};

constexpr TypeTest kTypeVariableTest = {[](const ast::Expr&, const Semantic&) { return false; },
                                        kClassTest<is_type_variable_class>.is_value};

// Is the binding *args (or **kwargs) of its function?
bool is_variadic(const Binding& binding, const Semantic& semantic,
                 const ast::Parameter* ast::Parameters::* parameter) {
  if (binding.kind != BindingKind::Argument) return false;
  const auto* function = ast::as<ast::StmtFunctionDef>(semantic.statement_of(binding));
  if (function == nullptr) return false;
  const ast::Parameter* variadic = function->parameters->*parameter;
  return variadic != nullptr && variadic->name.range == binding.range;
}

}  // namespace

bool is_list(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kBuiltinTest<kList>);
}

bool is_dict(const Binding& binding, const Semantic& semantic) {
  return is_variadic(binding, semantic, &ast::Parameters::kwarg) ||
         has_type(binding, semantic, kBuiltinTest<kDict>);
}

bool is_set(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kBuiltinTest<kSet>);
}

bool is_tuple(const Binding& binding, const Semantic& semantic) {
  return is_variadic(binding, semantic, &ast::Parameters::vararg) ||
         has_type(binding, semantic, kBuiltinTest<kTuple>);
}

bool is_int(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kBuiltinTest<kInt>);
}

bool is_float(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kBuiltinTest<kFloat>);
}

bool is_string(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kBuiltinTest<kString>);
}

bool is_bytes(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kBuiltinTest<kBytes>);
}

bool is_io_base(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kFileTest);
}

bool is_pathlib_path(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kClassTest<is_path_class>);
}

bool is_fastapi_route(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kClassTest<is_route_class>);
}

bool is_type_variable(const Binding& binding, const Semantic& semantic) {
  return has_type(binding, semantic, kTypeVariableTest);
}

bool is_io_base_expr(const ast::Expr& expr, const Semantic& semantic) {
  const auto* call = ast::as<ast::ExprCall>(expr);
  if (call == nullptr) return false;
  // pathlib.Path("x").open()
  const auto* attribute = ast::as<ast::ExprAttribute>(call->func);
  if (attribute != nullptr && attribute->attr == "open") {
    if (const auto* path = ast::as<ast::ExprCall>(attribute->value)) {
      return semantic.qualified_name(*path->func)
          .is_any("pathlib.Path", "pathlib.PurePath", "pathlib.PurePosixPath",
                  "pathlib.PureWindowsPath");
    }
  }
  return semantic.qualified_name(*call->func)
      .is_any("io.open", "io.open_code", "os.open", "builtins.open");
}

bool is_known_dict(const ast::ExprName& name, const Semantic& semantic) {
  const BindingId id = semantic.only_binding(name);
  return id != BindingId::None && is_dict(semantic.binding(id), semantic);
}

const ast::Expr* bound_value(const Binding& binding, const Semantic& semantic) {
  const ast::Stmt* statement = semantic.statement_of(binding);
  switch (binding.kind) {
    case BindingKind::NamedExprAssignment:
      return value_of_named(binding, semantic);
    case BindingKind::WithItemVar:
      return value_of_item(binding, statement);
    case BindingKind::Assignment:
      if (const auto* assign = ast::as<ast::StmtAssign>(statement)) {
        return value_of_assign(binding, *assign);
      }
      if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) {
        return annotated->value == nullptr
                   ? nullptr
                   : matching_value(binding, annotated->target, annotated->value);
      }
      return nullptr;
    default:
      return nullptr;
  }
}

const ast::Expr* assigned_value(std::string_view name, const Semantic& semantic) {
  const BindingId id = semantic.lookup(name);
  return id == BindingId::None ? nullptr : bound_value(semantic.binding(id), semantic);
}

QualifiedName resolve_assignment(const ast::Expr& expr, const Semantic& semantic) {
  const ast::ExprName* head = ast::root_name(expr);
  const BindingId id = head == nullptr ? BindingId::None : semantic.resolve_name(*head);
  if (id == BindingId::None) return {};
  const ast::Stmt* statement = semantic.statement_of(semantic.binding(id));
  const ast::Expr* value = nullptr;
  if (const auto* assign = ast::as<ast::StmtAssign>(statement)) value = assign->value;
  if (const auto* annotated = ast::as<ast::StmtAnnAssign>(statement)) value = annotated->value;
  const auto* call = ast::as<ast::ExprCall>(value);
  if (call == nullptr) return {};
  QualifiedName name = semantic.qualified_name(*call->func);
  return name && push_attributes(name, expr) ? name : QualifiedName();
}

}  // namespace lint::semantic
