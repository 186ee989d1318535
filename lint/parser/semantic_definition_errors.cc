// The part of SemanticErrors that is about functions, classes, parameters and
// annotations.
#include <optional>

#include "lint/ast/parameters.h"
#include "lint/parser/name_set.h"
#include "lint/parser/semantic_errors.h"

namespace lint::parser {
namespace {

using Kind = SemanticErrorKind;

constexpr std::string_view kGeneric = "generic definition";

// A type parameter, whatever its kind.
struct AnyTypeParam {
  ast::Identifier name;
  const ast::Expr* bound = nullptr;
  const ast::Expr* default_value = nullptr;
  std::string_view bound_place{}, default_place{};
};

AnyTypeParam any_type_param(const ast::TypeParam& param) {
  if (const auto* var = ast::as<ast::TypeParamTypeVar>(param)) {
    return {var->name, var->bound, var->default_value, "TypeVar bound", "TypeVar default"};
  }
  if (const auto* tuple = ast::as<ast::TypeParamTypeVarTuple>(param)) {
    return {tuple->name, nullptr, tuple->default_value, "", "TypeVarTuple default"};
  }
  const auto& spec = static_cast<const ast::TypeParamParamSpec&>(param);
  return {spec.name, nullptr, spec.default_value, "", "ParamSpec default"};
}

// Looks for `return value` and `yield` in a function, not in those inside it.
struct GeneratorSearch {
  std::optional<TextRange> last_return{};
  bool has_yield = false;

  void visit(const ast::Node& node) {
    switch (node.kind) {
      case ast::Kind::StmtFunctionDef:
      case ast::Kind::StmtClassDef:
      case ast::Kind::ExprLambda:
        return;
      case ast::Kind::ExprYield:
      case ast::Kind::ExprYieldFrom:
        has_yield = true;
        return;
      case ast::Kind::StmtReturn:
        if (static_cast<const ast::StmtReturn&>(node).value != nullptr) last_return = node.range;
        break;
      default:
        break;
    }
    for_each_child(node, [this](const ast::Node& child) { visit(child); });
  }
};

}  // namespace

void SemanticErrors::check_function(const ast::StmtFunctionDef& stmt) {
  check_type_params(stmt.type_params);
  check_parameter_names(*stmt.parameters);
  check_debug(stmt.name);
  ast::for_each_parameter(*stmt.parameters, [this](const ast::AnyParameter& parameter) {
    check_debug(parameter.parameter->name);
  });
  check_annotations(stmt);
  if (stmt.is_async) check_return_in_generator(stmt);
}

void SemanticErrors::check_annotations(const ast::StmtFunctionDef& stmt) {
  check_plain(stmt.type_params);
  std::string_view where = "type annotation";
  if (!context_.has_future_annotations() && context_.target_version() < PythonVersion{3, 14}) {
    if (stmt.type_params == nullptr) return;
    where = kGeneric;
  }
  ast::for_each_parameter(*stmt.parameters, [&](const ast::AnyParameter& parameter) {
    const ast::Expr* annotation = parameter.parameter->annotation;
    if (annotation != nullptr) check_plain(*annotation, where);
  });
  if (stmt.returns != nullptr) check_plain(*stmt.returns, where);
}

void SemanticErrors::check_return_in_generator(const ast::StmtFunctionDef& stmt) {
  GeneratorSearch search;
  for (const ast::Stmt* child : stmt.body) search.visit(*child);
  if (search.has_yield && search.last_return) {
    add(Kind::ReturnInGenerator, *search.last_return, "`return` with value in async generator");
  }
}

void SemanticErrors::check_class(const ast::StmtClassDef& stmt) {
  check_type_params(stmt.type_params);
  if (stmt.arguments != nullptr) check_keyword_names(*stmt.arguments);
  check_debug(stmt.name);
  if (stmt.type_params == nullptr) return;
  check_plain(stmt.type_params);
  if (stmt.arguments != nullptr) check_plain(*stmt.arguments, kGeneric);
}

void SemanticErrors::check_type_params(const ast::TypeParams* type_params) {
  if (type_params == nullptr) return;
  NameSet seen;
  bool has_default = false;
  for (const ast::TypeParam* param : type_params->params) {
    const AnyTypeParam any = any_type_param(*param);
    if (!seen.insert(any.name.name)) {
      add(Kind::DuplicateTypeParameter, param->range, "duplicate type parameter");
    }
    if (has_default && any.default_value == nullptr) {
      add_named(Kind::TypeParameterDefaultOrder, param->range, any.name.text(),
                "non default type parameter `", "` follows default type parameter");
    }
    has_default |= any.default_value != nullptr;
    check_debug(any.name);
  }
}

void SemanticErrors::check_parameter_names(const ast::Parameters& parameters) {
  NameSet seen;
  ast::for_each_parameter(parameters, [&](const ast::AnyParameter& parameter) {
    const ast::Identifier& name = parameter.parameter->name;
    if (seen.insert(name.name)) return;
    add_named(Kind::DuplicateParameter, name.range, name.text(), "Duplicate parameter \"", "\"");
  });
}

void SemanticErrors::check_keyword_names(const ast::Arguments& arguments) {
  if (arguments.keywords.size() < 2) return;
  NameSet seen;
  for (const ast::Keyword* keyword : arguments.keywords) {
    if (!keyword->arg || seen.insert(keyword->arg.name)) continue;
    add_named(Kind::DuplicateKeywordArgument, keyword->range, keyword->arg.text(),
              "Duplicate keyword argument `", "`");
  }
}

void SemanticErrors::check_plain(const ast::Node& node, std::string_view where) {
  std::string_view what;
  switch (node.kind) {
    case ast::Kind::ExprNamed:
      what = "named";
      break;
    case ast::Kind::ExprYield:
    case ast::Kind::ExprYieldFrom:
      what = "yield";
      break;
    case ast::Kind::ExprAwait:
      what = "await";
      break;
    default:
      break;
  }
  if (!what.empty()) {
    add(Kind::InvalidExpression, node.range,
        std::string(what) + " expression cannot be used within a " + std::string(where));
  }
  for_each_child(node, [&](const ast::Node& child) { check_plain(child, where); });
}

void SemanticErrors::check_plain(const ast::TypeParams* type_params) {
  if (type_params == nullptr) return;
  for (const ast::TypeParam* param : type_params->params) {
    const AnyTypeParam any = any_type_param(*param);
    if (any.bound != nullptr) check_plain(*any.bound, any.bound_place);
    if (any.default_value != nullptr) check_plain(*any.default_value, any.default_place);
  }
}

}  // namespace lint::parser
