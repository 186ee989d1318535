#include <algorithm>
#include <array>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::E721_type_comparison {

static constexpr std::string_view kMessage =
    "Use `is` and `is not` for type comparisons, or `isinstance()` for isinstance checks";

// Sorted.
static constexpr auto kTypes = std::to_array<std::string_view>({
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "EnvironmentError",
    "Exception",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "bool",
    "bytearray",
    "bytes",
    "classmethod",
    "complex",
    "dict",
    "enumerate",
    "filter",
    "float",
    "frozenset",
    "int",
    "list",
    "map",
    "memoryview",
    "object",
    "property",
    "range",
    "reversed",
    "set",
    "slice",
    "staticmethod",
    "str",
    "super",
    "tuple",
    "type",
    "zip",
});
static_assert(std::ranges::is_sorted(kTypes));

// Does it evaluate to a type: int, type(x)?
static bool is_type(const Checker& c, const ast::Expr& expr) {
  if (const auto* call = ast::as<ast::ExprCall>(expr)) {
    return c.semantic().is_builtin(*call->func, "type");
  }
  const auto* name = ast::as<ast::ExprName>(expr);
  return name != nullptr && std::ranges::binary_search(kTypes, name->id.text()) &&
         c.semantic().has_builtin_binding(name->id.text());
}

// NumPy's types are compared by value: x.dtype == int.
static bool is_dtype(const Checker& c, const ast::Expr& expr) {
  if (const auto* call = ast::as<ast::ExprCall>(expr)) {
    return c.qualified_name(*call->func).is("numpy.dtype");
  }
  const auto* attribute = ast::as<ast::ExprAttribute>(expr);
  return attribute != nullptr && attribute->attr == "dtype";
}

static void check(Checker& c, const ast::ExprCompare& node) {
  const ast::Expr* left = node.left;
  for (std::size_t i = 0; i < node.ops.size(); ++i) {
    const ast::Expr& one = *left;
    const ast::Expr& other = *node.comparators[i];
    left = &other;
    if (node.ops[i] != ast::CmpOp::Eq && node.ops[i] != ast::CmpOp::NotEq) continue;
    if (!is_type(c, one) && !is_type(c, other)) continue;
    if (is_dtype(c, one) || is_dtype(c, other)) continue;
    c.report(codes::E721, node.range, std::string(kMessage));
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {kMessage};

static constexpr RuleInfo kInfo[] = {{.code = codes::E721,
                                      .docs = R"(## What it does
Finds types that are compared by `==` and `!=`.

## Why is this bad?
Usually the question is whether an object can be used as one of the type, which
`isinstance` answers also for subclasses. If it is exactly this type that is
wanted, it is one object: `is` says so and is faster.

NumPy's `dtype`s are left alone.

## Example
```python
if type(value) == str:
    value = [value]
```

Use instead:
```python
if isinstance(value, str):
    value = [value]
```
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::E721_type_comparison
