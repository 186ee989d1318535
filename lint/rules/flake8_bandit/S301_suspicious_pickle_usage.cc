#include <algorithm>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::S301_suspicious_pickle_usage {

static constexpr std::string_view kMessage =
    "`pickle` and modules that wrap it can be unsafe when used to deserialize untrusted data, "
    "possible security issue";

static constexpr std::string_view kFunctions[] = {
    "pickle.load",       "pickle.loads",
    "pickle.Unpickler",  "dill.load",
    "dill.loads",        "dill.Unpickler",
    "shelve.open",       "shelve.DbfilenameShelf",
    "jsonpickle.decode", "jsonpickle.unpickler.decode",
    "pandas.read_pickle"};

static bool is_in_type(const Checker& c) {
  return c.semantic().flags().has(semantic::Flag::TypeDefinition);
}

static bool is_suspicious(const Checker& c, const ast::Expr& expr) {
  const semantic::QualifiedName& name = c.qualified_name(expr);
  return name && std::ranges::any_of(kFunctions,
                                     [&](std::string_view function) { return name.is(function); });
}

static void report(Checker& c, TextRange range) {
  c.report(codes::S301, range, std::string(kMessage));
}

static void check_call(Checker& c, const NamedCall& named) {
  if (!is_in_type(c)) report(c, named.call.range);
}

// In preview mode every use counts, but that in a call is reported as the call.
template <typename T>
static void check_reference(Checker& c, const T& node) {
  if (!c.is_preview() || node.ctx != ast::ExprContext::Load || is_in_type(c)) return;
  const ast::Expr* const parent = c.semantic().parent_expression(&node);
  if (ast::is<ast::ExprAttribute>(parent)) return;
  const auto* const call = ast::as<ast::ExprCall>(parent);
  if (call != nullptr && call->func->range.contains(node.range)) return;
  if (is_suspicious(c, node)) report(c, node.range);
}

static constexpr Hook kHooks[] = {on_call<check_call>(kFunctions),
                                  on<check_reference<ast::ExprName>>,
                                  on<check_reference<ast::ExprAttribute>>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::S301,
                                      .docs = R"(## What it does
Finds calls that read pickled objects: by `pickle`, `dill`, `shelve`, `jsonpickle`
and pandas. In preview mode the functions are found where they are passed on, too.

## Why is this bad?
Pickled data says which functions to call while it is read. Whoever can write the
data can run any code. Use a format that only holds data, such as JSON, or sign the
data.

## Example
```python
import pickle

with open("settings.pickle", "rb") as file:
    settings = pickle.load(file)
```

Use instead:
```python
import json

with open("settings.json", "rb") as file:
    settings = json.load(file)
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::S301_suspicious_pickle_usage
