#include "lint/ast/parameters.h"

namespace lint::ast {

std::size_t parameter_count(const Parameters& parameters) {
  return parameters.posonlyargs.size() + parameters.args.size() + parameters.kwonlyargs.size() +
         (parameters.vararg != nullptr ? 1 : 0) + (parameters.kwarg != nullptr ? 1 : 0);
}

const ParameterWithDefault* find_parameter(const Parameters& parameters, std::string_view name) {
  const ParameterWithDefault* found = nullptr;
  for_each_parameter_with_default(parameters, [&](const ParameterWithDefault& item) {
    if (found == nullptr && item.parameter->name == name) found = &item;
  });
  return found;
}

bool has_parameter(const Parameters& parameters, std::string_view name) {
  bool found = false;
  for_each_parameter(parameters,
                     [&](const AnyParameter& parameter) { found |= parameter.name() == name; });
  return found;
}

}  // namespace lint::ast
