// Where types may stand: annotations, subscripts of generics, and arguments of
// typing's functions.
#include <algorithm>

#include "lint/ast/arguments.h"
#include "lint/ast/names.h"
#include "lint/check/walk.h"
#include "lint/semantic/typing.h"

namespace lint {

using semantic::AnnotationUse;
using semantic::BindingKind;
using semantic::QualifiedName;

void Walk::visit_annotation(const ast::Expr& expr, AnnotationUse use) {
  const Flags flags = model_.flags();
  switch (use) {
    case AnnotationUse::TypingOnly:
      model_.set(Flag::TypingOnlyAnnotation);
      break;
    case AnnotationUse::RuntimeEvaluated:
      model_.set(Flag::RuntimeEvaluatedAnnotation);
      break;
    case AnnotationUse::RuntimeRequired:
      model_.set(Flag::RuntimeRequiredAnnotation);
      break;
    case AnnotationUse::RuntimeAmbiguous:
      model_.set(Flag::RuntimeAmbiguousAnnotation);
      break;
  }
  visit_type(expr);
  model_.set_flags(flags);
}

// Which of the functions that take types, if any, is called?
Walk::TypingCall Walk::typing_call(const ast::Expr& function) const {
  const ast::ExprName* head = ast::root_name(function);
  if (head == nullptr) return TypingCall::None;
  const semantic::BindingId id = semantic_.resolve_name(*head);
  if (id == semantic::BindingId::None) return TypingCall::None;
  const semantic::Binding& binding = semantic_.binding(id);
  if (binding.kind == BindingKind::Builtin) {
    return &function == head && head->id == "bool" ? TypingCall::Bool : TypingCall::None;
  }
  if (!binding.is_import()) return TypingCall::None;
  const std::string_view package = binding.imported->qualified.front();
  const bool may_be = package == "typing" || package == "typing_extensions" ||
                      package == "_typeshed" || package == "mypy_extensions" ||
                      package == "builtins" || !semantic_.options().typing_modules.empty();
  if (!may_be) return TypingCall::None;

  struct Row {
    std::string_view name;
    TypingCall call;
  };
  static constexpr Row kRows[] = {
      {"cast", TypingCall::Cast},
      {"NewType", TypingCall::NewType},
      {"TypeVar", TypingCall::TypeVar},
      {"TypeAliasType", TypingCall::TypeAliasType},
      {"NamedTuple", TypingCall::NamedTuple},
      {"TypedDict", TypingCall::TypedDict},
  };
  const QualifiedName& name = semantic_.qualified_name(function);
  if (!name) return TypingCall::None;
  for (const Row& row : kRows) {
    if (semantic_.is_typing_name(name, row.name)) return row.call;
  }
  if (name.is_any("mypy_extensions.Arg", "mypy_extensions.DefaultArg", "mypy_extensions.NamedArg",
                  "mypy_extensions.DefaultNamedArg", "mypy_extensions.VarArg",
                  "mypy_extensions.KwArg")) {
    return TypingCall::MypyExtension;
  }
  return name.is_builtin("bool") ? TypingCall::Bool : TypingCall::None;
}

void Walk::visit_call(const ast::ExprCall& call) {
  const auto* name = ast::as<ast::ExprName>(call.func);
  if (name != nullptr && name->id == locals_ && name->ctx == ast::ExprContext::Load) {
    model_.mark_locals_call();
  }
  visit(*call.func);
  const ast::Arguments& arguments = *call.arguments;
  switch (typing_call(*call.func)) {
    case TypingCall::None:
      return visit_arguments(arguments);
    case TypingCall::Bool:
      for (std::size_t i = 0; i < arguments.args.size(); ++i) {
        i == 0 ? visit_boolean_test(*arguments.args[i]) : visit(*arguments.args[i]);
      }
      return;
    case TypingCall::Cast:
      return visit_typed_arguments(arguments, 0, {"typ"});
    case TypingCall::NewType:
      return visit_typed_arguments(arguments, 1, {"tp"});
    case TypingCall::TypeAliasType:
      return visit_typed_arguments(arguments, 1, {"value", "type_params"});
    case TypingCall::TypeVar:
      return visit_type_var(arguments);
    case TypingCall::NamedTuple:
      return visit_named_tuple(arguments);
    case TypingCall::TypedDict:
      return visit_typed_dict(arguments);
    case TypingCall::MypyExtension:
      return visit_mypy_extension(arguments);
  }
}

// Strings in arguments of any other function are no types.
void Walk::visit_arguments(const ast::Arguments& arguments) {
  const Flags flags = model_.flags();
  model_.clear(Flag::TypeDefinition);
  visit_all(arguments.args);
  for (const ast::Keyword* keyword : arguments.keywords) visit(*keyword->value);
  model_.set_flags(flags);
}

// One argument, at `position` or with one of the names, is a type.
void Walk::visit_typed_arguments(const ast::Arguments& arguments, std::size_t position,
                                 std::initializer_list<std::string_view> names) {
  std::size_t index = 0;
  ast::for_each_argument(arguments, [&](const ast::Argument& argument) {
    const bool is_positioned = index++ == position;
    if (argument.keyword == nullptr) {
      is_positioned ? visit_type(*argument.positional) : visit_non_type(*argument.positional);
    } else if (argument.keyword->arg) {
      const bool is_named = std::ranges::find(names, argument.keyword->arg.text()) != names.end();
      is_named ? visit_type(*argument.keyword->value) : visit_non_type(*argument.keyword->value);
    }
  });
}

void Walk::visit_type_var(const ast::Arguments& arguments) {
  for (std::size_t i = 0; i < arguments.args.size(); ++i) {
    i == 0 ? visit_non_type(*arguments.args[i]) : visit_type(*arguments.args[i]);
  }
  for (const ast::Keyword* keyword : arguments.keywords) {
    const bool is_type = keyword->arg && (keyword->arg == "bound" || keyword->arg == "default");
    is_type ? visit_type(*keyword->value) : visit_non_type(*keyword->value);
  }
}

// [("a", int), ("b", str)]
void Walk::visit_fields(const ast::Expr& fields) {
  const auto elements = [](const ast::Expr& expr) -> const ast::List<ast::Expr>* {
    if (const auto* list = ast::as<ast::ExprList>(expr)) return &list->elts;
    if (const auto* tuple = ast::as<ast::ExprTuple>(expr)) return &tuple->elts;
    return nullptr;
  };
  const ast::List<ast::Expr>* pairs = elements(fields);
  if (pairs == nullptr) return visit_non_type(fields);
  for (const ast::Expr* pair : *pairs) {
    const ast::List<ast::Expr>* parts = elements(*pair);
    if (parts != nullptr && parts->size() == 2) {
      visit_non_type(*parts->front());
      visit_type(*parts->back());
    } else {
      visit_non_type(*pair);
    }
  }
}

void Walk::visit_named_tuple(const ast::Arguments& arguments) {
  for (std::size_t i = 0; i < arguments.args.size(); ++i) {
    i == 0 ? visit_non_type(*arguments.args[i]) : visit_fields(*arguments.args[i]);
  }
  for (const ast::Keyword* keyword : arguments.keywords) {
    const auto* dict = ast::as<ast::ExprDict>(keyword->value);
    if (keyword->arg) {
      visit_type(*keyword->value);
    } else if (dict != nullptr) {
      visit_typed_items(*dict);
    } else {
      visit_non_type(*keyword->value);
    }
  }
}

// {"a": int, **other}
void Walk::visit_typed_items(const ast::ExprDict& dict) {
  for (const ast::DictItem* item : dict.items) {
    if (item->key != nullptr) {
      visit_non_type(*item->key);
      visit_type(*item->value);
    } else {
      visit_non_type(*item->value);
    }
  }
}

void Walk::visit_typed_dict(const ast::Arguments& arguments) {
  for (std::size_t i = 0; i < arguments.args.size(); ++i) {
    const auto* dict = i == 0 ? nullptr : ast::as<ast::ExprDict>(arguments.args[i]);
    if (dict == nullptr) {
      visit_non_type(*arguments.args[i]);
      continue;
    }
    for (const ast::DictItem* item : dict->items) {
      if (item->key != nullptr) visit_non_type(*item->key);
      visit_type(*item->value);
    }
  }
  // Until 3.13 keywords could declare fields.
  const bool has_keyword_fields = checker_.target_version() < PythonVersion{3, 13};
  for (const ast::Keyword* keyword : arguments.keywords) {
    const bool is_option = keyword->arg && (keyword->arg == "total" || keyword->arg == "closed");
    const bool is_type =
        !is_option && (has_keyword_fields || (keyword->arg && keyword->arg == "extra_items"));
    is_type ? visit_type(*keyword->value) : visit_non_type(*keyword->value);
  }
}

void Walk::visit_mypy_extension(const ast::Arguments& arguments) {
  for (std::size_t i = 0; i < arguments.args.size(); ++i) {
    i == 0 ? visit_type(*arguments.args[i]) : visit_non_type(*arguments.args[i]);
  }
  for (const ast::Keyword* keyword : arguments.keywords) {
    const bool is_type = arguments.args.empty() && keyword->arg && keyword->arg == "type";
    is_type ? visit_type(*keyword->value) : visit_non_type(*keyword->value);
  }
}

void Walk::visit_subscript(const ast::ExprSubscript& subscript) {
  // In obj["a"]["b"] = x the inner subscript is read, but it is no type either.
  if (!model_.flags().has(Flag::Subscript)) {
    if (subscript.ctx == ast::ExprContext::Load) {
      visit(*subscript.value);
      return visit_slice(subscript);
    }
    if (subscript.ctx != ast::ExprContext::Invalid) model_.set(Flag::Subscript);
  }
  visit(*subscript.value);
  visit(*subscript.slice);
}

void Walk::visit_slice(const ast::ExprSubscript& subscript) {
  const ast::Expr& slice = *subscript.slice;
  const auto& generics = checker_.settings().pyflakes.extend_generics;
  switch (semantic::subscript_kind(*subscript.value, semantic_, generics)) {
    case semantic::SubscriptKind::None:
      return visit(slice);
    case semantic::SubscriptKind::Literal:
      model_.set(Flag::TypingLiteral);
      return visit(slice);
    case semantic::SubscriptKind::Generic:
      return visit_type(slice);
    case semantic::SubscriptKind::Annotated: {
      const auto* tuple = ast::as<ast::ExprTuple>(slice);
      if (tuple == nullptr) return visit(slice);
      // The tuple itself is no expression that anybody evaluates.
      for (std::size_t i = 0; i < tuple->elts.size(); ++i) {
        i == 0 ? visit_type(*tuple->elts[i]) : visit_non_type(*tuple->elts[i]);
      }
      return;
    }
    case semantic::SubscriptKind::TypedDict: {
      const auto* dict = ast::as<ast::ExprDict>(slice);
      return dict != nullptr ? visit_typed_items(*dict) : visit_non_type(slice);
    }
  }
}

}  // namespace lint
