#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/ast/parameters.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/check/string_annotation.h"
#include "lint/fix/generator.h"
#include "lint/fix/importer.h"
#include "lint/imports/standard_library.h"

namespace lint::rules::RUF013_implicit_optional {

using semantic::QualifiedName;

// What an annotation is, as far as None is concerned.
struct Type {
  enum class Kind : std::uint8_t {
    None,
    Any,
    Optional,
    Union,       // `inner`: what is in the brackets.
    BitOr,       // `inner`: the operation.
    Literal,     // `inner`: what is in the brackets.
    Annotated,   // `inner`: the type that is annotated.
    Quoted,      // `inner`: the type in the string.
    Permissive,  // object and Hashable, of which None is one; and what is unknown.
    Strict,      // A known type without None.
    Invalid,     // No type at all.
  };
  Kind kind;
  const ast::Expr* inner = nullptr;  // Null: nothing is in brackets.
};

static Type::Kind kind_of_name(const Checker& c, const QualifiedName& name, bool is_subscripted) {
  using enum Type::Kind;
  const semantic::Semantic& semantic = c.semantic();
  if (!name) return Permissive;
  if (semantic.is_typing_name(name, "Optional")) return Optional;
  if (semantic.is_typing_name(name, "Literal")) return Literal;
  if (semantic.is_typing_name(name, "Union")) return Union;
  if (semantic.is_typing_name(name, "Annotated")) return Annotated;
  if (!is_subscripted) {
    if (semantic.is_typing_name(name, "Any")) return Any;
    if (name.is_builtin("object") || semantic.is_typing_name(name, "Hashable") ||
        name.is("collections.abc.Hashable")) {
      return Permissive;
    }
  }
  const bool is_known = name.front() == "builtins" || name.front() == "typing_extensions" ||
                        imports::is_standard_library(name.front(), c.target_version());
  return is_known ? Strict : Permissive;
}

static Type type_of_subscript(const Checker& c, const ast::ExprSubscript& subscript) {
  const Type::Kind kind =
      kind_of_name(c, c.qualified_name(*subscript.value), /*is_subscripted=*/true);
  const auto* tuple = ast::as<ast::ExprTuple>(subscript.slice);
  if (kind != Type::Kind::Annotated || tuple == nullptr) return {kind, subscript.slice};
  return {kind, tuple->elts.empty() ? nullptr : tuple->elts[0]};
}

static Type type_of(const Checker& c, const ast::Expr& expr) {
  switch (expr.kind) {
    case ast::Kind::ExprSubscript:
      return type_of_subscript(c, static_cast<const ast::ExprSubscript&>(expr));
    case ast::Kind::ExprBinOp:
      if (static_cast<const ast::ExprBinOp&>(expr).op != ast::Operator::BitOr) break;
      return {Type::Kind::BitOr, &expr};
    case ast::Kind::ExprNoneLiteral:
      return {Type::Kind::None};
    case ast::Kind::ExprStringLiteral: {
      const auto& string = static_cast<const ast::ExprStringLiteral&>(expr);
      const ast::Expr* const inner = parse_annotation(c.parsed(), string).expr;
      // A string in a string is no type.
      if (inner == nullptr || ast::is<ast::ExprStringLiteral>(inner)) {
        return {Type::Kind::Invalid};
      }
      return {Type::Kind::Quoted, inner};
    }
    default:
      break;
  }
  return {kind_of_name(c, c.qualified_name(expr), /*is_subscripted=*/false)};
}

// f for the elements of a tuple, or for the expression if it is none.
template <typename F>
static bool any_element(const ast::Expr* slice, F&& f) {
  if (slice == nullptr) return false;
  const auto* tuple = ast::as<ast::ExprTuple>(slice);
  if (tuple == nullptr) return f(*slice);
  return std::ranges::any_of(tuple->elts, [&](const ast::Expr* elt) { return f(*elt); });
}

static bool literal_has_none(const Checker& c, const ast::Expr* slice) {
  return any_element(slice, [&](const ast::Expr& element) {
    const Type type = type_of(c, element);
    return type.kind == Type::Kind::None || type.kind == Type::Kind::Invalid ||
           (type.kind == Type::Kind::Literal && literal_has_none(c, type.inner));
  });
}

static bool allows_none(const Checker& c, const ast::Expr& expr) {
  const Type type = type_of(c, expr);
  switch (type.kind) {
    case Type::Kind::Union:
      return any_element(type.inner,
                         [&](const ast::Expr& element) { return allows_none(c, element); });
    case Type::Kind::BitOr: {
      const auto& operation = static_cast<const ast::ExprBinOp&>(*type.inner);
      return allows_none(c, *operation.left) || allows_none(c, *operation.right);
    }
    case Type::Kind::Literal:
      return literal_has_none(c, type.inner);
    case Type::Kind::Annotated:
    case Type::Kind::Quoted:
      return type.inner != nullptr && allows_none(c, *type.inner);
    case Type::Kind::Strict:
      return false;
    default:
      return true;
  }
}

// The annotation, or the type that Annotated annotates, if it lacks None.
static const ast::Expr* strict_type(const Checker& c, const ast::Expr& annotation) {
  const Type type = type_of(c, annotation);
  if (type.kind == Type::Kind::Annotated) {
    return type.inner == nullptr ? nullptr : strict_type(c, *type.inner);
  }
  return allows_none(c, annotation) ? nullptr : &annotation;
}

static std::optional<Fix> make_fix(const Checker& c, const ast::Expr& type, bool writes_union) {
  const Importer importer(FixSource{c.parsed(), c.lines()}, c.semantic());
  std::vector<Edit> edits;
  if (writes_union) {
    edits.push_back(replacement(type.range, generate(type, Binding::BitOr) + " | None"));
    if (c.target_version() < PythonVersion{3, 10}) edits.push_back(importer.add_future_import());
  } else {
    auto optional = importer.get_or_import({"typing", "Optional", ImportRequest::Style::Member},
                                           type.range.start);
    if (!optional) return std::nullopt;
    edits.push_back(
        replacement(type.range, optional->name + '[' + generate(type, Binding::Subscript) + ']'));
    edits.push_back(std::move(optional->edit));
  }
  return Fix::of(Applicability::Unsafe, std::move(edits));
}

static void report(Checker& c, const ast::Expr& type, bool writes_union, bool is_fixable) {
  Diagnostic& finding =
      c.report(codes::RUF013, type.range, "PEP 484 prohibits implicit `Optional`");
  finding.fix_title = writes_union ? "Convert to `T | None`" : "Convert to `Optional[T]`";
  if (is_fixable) finding.fix = make_fix(c, type, writes_union);
}

static void check_annotation(Checker& c, const ast::Expr& annotation) {
  const bool has_union = c.target_version() >= PythonVersion{3, 10};
  if (const auto* string = ast::as<ast::ExprStringLiteral>(annotation)) {
    const ParsedAnnotation parsed = parse_annotation(c.parsed(), *string);
    const ast::Expr* type = parsed.expr == nullptr ? nullptr : strict_type(c, *parsed.expr);
    if (type != nullptr) report(c, *type, has_union, parsed.is_simple);
  } else if (const ast::Expr* type = strict_type(c, annotation)) {
    report(c, *type, has_union || c.settings().future_annotations, true);
  }
}

static void check(Checker& c, const ast::Parameters& parameters) {
  ast::for_each_parameter_with_default(parameters, [&](const ast::ParameterWithDefault& parameter) {
    if (!ast::is<ast::ExprNoneLiteral>(parameter.default_value)) return;
    const ast::Expr* const annotation = parameter.parameter->annotation;
    if (annotation != nullptr) check_annotation(c, *annotation);
  });
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {"PEP 484 prohibits implicit `Optional`"};

static constexpr RuleInfo kInfo[] = {{.code = codes::RUF013,
                                      .docs = R"(## What it does
Finds parameters whose default is `None` and whose annotation does not allow it.

## Why is this bad?
Type checkers once read `x: int = None` as `x: int | None = None`. PEP 484 no longer
lets them, and readers are misled, too.

The rule knows the types of the standard library only. A type from elsewhere, or one of
the file's own, may be an alias that allows `None`.

## Example
```python
def connect(host: str, port: int = None):
    pass
```

Use instead:
```python
def connect(host: str, port: int | None = None):
    pass
```

If the file is for versions before Python 3.10, the fix writes `Optional[int]`, or, with
`lint.future-annotations`, imports `annotations` from `__future__`.

## Fix safety
The fix is unsafe: what evaluates the annotation at run time gets another type.

## Options
- `target-version`
- `lint.future-annotations`
)",
                                      .messages = kMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::RUF013_implicit_optional
