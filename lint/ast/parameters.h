// Parameters of functions and lambdas as one sequence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lint/ast/ast_nodes.h"

namespace lint::ast {

enum class ParameterKind : std::uint8_t {
  PositionalOnly,
  PositionalOrKeyword,
  VarArg,  // *args
  KeywordOnly,
  KwArg,  // **kwargs
};

struct AnyParameter {
  ParameterKind kind;
  const Parameter* parameter;
  const ParameterWithDefault* with_default;  // Null for *args and **kwargs.

  const Expr* default_value() const {
    return with_default != nullptr ? with_default->default_value : nullptr;
  }
  std::string_view name() const { return parameter->name.text(); }
  bool is_variadic() const { return with_default == nullptr; }
  // With the default value.
  const Node& node() const {
    return with_default != nullptr ? static_cast<const Node&>(*with_default) : *parameter;
  }
};

// In the order of the source.
template <typename F>
void for_each_parameter(const Parameters& parameters, F&& f) {
  const auto each = [&](ParameterKind kind, const List<ParameterWithDefault>& list) {
    for (const ParameterWithDefault* item : list) f(AnyParameter{kind, item->parameter, item});
  };
  each(ParameterKind::PositionalOnly, parameters.posonlyargs);
  each(ParameterKind::PositionalOrKeyword, parameters.args);
  if (parameters.vararg != nullptr) {
    f(AnyParameter{ParameterKind::VarArg, parameters.vararg, nullptr});
  }
  each(ParameterKind::KeywordOnly, parameters.kwonlyargs);
  if (parameters.kwarg != nullptr) {
    f(AnyParameter{ParameterKind::KwArg, parameters.kwarg, nullptr});
  }
}

// All but *args and **kwargs, in the order of the source.
template <typename F>
void for_each_parameter_with_default(const Parameters& parameters, F&& f) {
  for (const ParameterWithDefault* item : parameters.posonlyargs) f(*item);
  for (const ParameterWithDefault* item : parameters.args) f(*item);
  for (const ParameterWithDefault* item : parameters.kwonlyargs) f(*item);
}

std::size_t parameter_count(const Parameters& parameters);
// Not among *args and **kwargs; null if there is none.
const ParameterWithDefault* find_parameter(const Parameters& parameters, std::string_view name);
// Among all of them.
bool has_parameter(const Parameters& parameters, std::string_view name);

}  // namespace lint::ast
