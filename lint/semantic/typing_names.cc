#include "lint/semantic/typing_names.h"

#include <algorithm>

namespace lint::semantic {
namespace {

// Members of a module, sorted.
struct ModuleMembers {
  std::string_view module;
  std::span<const std::string_view> members;
};

bool is_module(std::span<const std::string_view> segments, std::string_view dotted) {
  for (std::string_view segment : segments) {
    if (!dotted.starts_with(segment)) return false;
    dotted.remove_prefix(segment.size());
    if (dotted.starts_with('.')) dotted.remove_prefix(1);
  }
  return dotted.empty();
}

bool is_in_table(const QualifiedName& name, std::span<const ModuleMembers> table) {
  if (name.size() < 2) return false;
  const auto module = name.segments().first(name.size() - 1);
  return std::ranges::any_of(table, [&](const ModuleMembers& row) {
    return row.module.starts_with(module.front()) && is_module(module, row.module) &&
           std::ranges::binary_search(row.members, name.back());
  });
}

constexpr std::string_view kGenericsBuiltins[] = {"dict", "frozenset", "list",
                                                  "set",  "tuple",     "type"};
constexpr std::string_view kGenericsCollections[] = {"ChainMap", "Counter", "OrderedDict",
                                                     "defaultdict", "deque"};
constexpr std::string_view kGenericsCollectionsAbc[] = {"AsyncGenerator", "AsyncIterable",
                                                        "AsyncIterator",  "Awaitable",
                                                        "ByteString",     "Callable",
                                                        "Collection",     "Container",
                                                        "Coroutine",      "Generator",
                                                        "ItemsView",      "Iterable",
                                                        "Iterator",       "KeysView",
                                                        "Mapping",        "MappingView",
                                                        "MutableMapping", "MutableSequence",
                                                        "MutableSet",     "Reversible",
                                                        "Sequence",       "Set",
                                                        "ValuesView"};
constexpr std::string_view kGenericsContextlib[] = {"AbstractAsyncContextManager",
                                                    "AbstractContextManager"};
constexpr std::string_view kGenericsRe[] = {"Match", "Pattern"};
constexpr std::string_view kGenericsTyping[] = {"AbstractSet",
                                                "AsyncContextManager",
                                                "AsyncGenerator",
                                                "AsyncIterator",
                                                "Awaitable",
                                                "BinaryIO",
                                                "ByteString",
                                                "Callable",
                                                "ChainMap",
                                                "ClassVar",
                                                "Collection",
                                                "Concatenate",
                                                "Container",
                                                "ContextManager",
                                                "Coroutine",
                                                "Counter",
                                                "DefaultDict",
                                                "Deque",
                                                "Dict",
                                                "Final",
                                                "FrozenSet",
                                                "Generator",
                                                "Generic",
                                                "IO",
                                                "ItemsView",
                                                "Iterable",
                                                "Iterator",
                                                "KeysView",
                                                "List",
                                                "Mapping",
                                                "Match",
                                                "MutableMapping",
                                                "MutableSequence",
                                                "MutableSet",
                                                "Optional",
                                                "OrderedDict",
                                                "Pattern",
                                                "Reversible",
                                                "Sequence",
                                                "Set",
                                                "TextIO",
                                                "Tuple",
                                                "Type",
                                                "TypeGuard",
                                                "Union",
                                                "Unpack",
                                                "ValuesView"};
constexpr std::string_view kGenericsTypingIo[] = {"BinaryIO", "IO", "TextIO"};
constexpr std::string_view kGenericsTypingRe[] = {"Match", "Pattern"};
constexpr std::string_view kGenericsTypingExtensions[] = {"AsyncContextManager",
                                                          "AsyncGenerator",
                                                          "AsyncIterable",
                                                          "AsyncIterator",
                                                          "Awaitable",
                                                          "ChainMap",
                                                          "ClassVar",
                                                          "Concatenate",
                                                          "ContextManager",
                                                          "Coroutine",
                                                          "Counter",
                                                          "DefaultDict",
                                                          "Deque",
                                                          "Type"};
constexpr std::string_view kGenericsWeakref[] = {"WeakKeyDictionary", "WeakSet",
                                                 "WeakValueDictionary"};
constexpr ModuleMembers kGenerics[] = {
    {"builtins", kGenericsBuiltins},
    {"collections", kGenericsCollections},
    {"collections.abc", kGenericsCollectionsAbc},
    {"contextlib", kGenericsContextlib},
    {"re", kGenericsRe},
    {"typing", kGenericsTyping},
    {"typing.io", kGenericsTypingIo},
    {"typing.re", kGenericsTypingRe},
    {"typing_extensions", kGenericsTypingExtensions},
    {"weakref", kGenericsWeakref},
};

constexpr std::string_view kImmutableTypesBuiltins[] = {"bool", "bytes",  "complex", "float",
                                                        "int",  "object", "range",   "str"};
constexpr std::string_view kImmutableTypesCollectionsAbc[] = {"Sized"};
constexpr std::string_view kImmutableTypesTyping[] = {"LiteralString", "Sized"};
constexpr ModuleMembers kImmutableTypes[] = {
    {"builtins", kImmutableTypesBuiltins},
    {"collections.abc", kImmutableTypesCollectionsAbc},
    {"typing", kImmutableTypesTyping},
};

constexpr std::string_view kImmutableGenericsBuiltins[] = {"frozendict", "frozenset", "tuple"};
constexpr std::string_view kImmutableGenericsCollectionsAbc[] = {
    "ByteString", "Collection", "Container", "Iterable",
    "Mapping",    "Reversible", "Sequence",  "Set"};
constexpr std::string_view kImmutableGenericsTyping[] = {
    "AbstractSet", "ByteString", "Callable", "Collection", "Container",  "FrozenSet", "Iterable",
    "Literal",     "Mapping",    "Never",    "NoReturn",   "Reversible", "Sequence",  "Tuple"};
constexpr ModuleMembers kImmutableGenerics[] = {
    {"builtins", kImmutableGenericsBuiltins},
    {"collections.abc", kImmutableGenericsCollectionsAbc},
    {"typing", kImmutableGenericsTyping},
};

constexpr std::string_view kMutableReturnsBuiltins[] = {"dict", "list", "set"};
constexpr std::string_view kMutableReturnsCollections[] = {"ChainMap",    "Counter",  "OrderedDict",
                                                           "UserDict",    "UserList", "UserString",
                                                           "defaultdict", "deque"};
constexpr std::string_view kMutableReturnsWeakref[] = {"WeakKeyDictionary", "WeakSet",
                                                       "WeakValueDictionary"};
constexpr ModuleMembers kMutableReturns[] = {
    {"builtins", kMutableReturnsBuiltins},
    {"collections", kMutableReturnsCollections},
    {"weakref", kMutableReturnsWeakref},
};

constexpr std::string_view kImmutableReturnsBuiltins[] = {
    "bool", "bytes", "complex", "float", "frozendict", "frozenset",
    "int",  "range", "slice",   "str",   "tuple"};
constexpr std::string_view kImmutableReturnsDatetime[] = {"date",      "datetime", "time",
                                                          "timedelta", "timezone", "tzinfo"};
constexpr std::string_view kImmutableReturnsDecimal[] = {"Decimal"};
constexpr std::string_view kImmutableReturnsFractions[] = {"Fraction"};
constexpr std::string_view kImmutableReturnsOperator[] = {"attrgetter", "itemgetter",
                                                          "methodcaller"};
constexpr std::string_view kImmutableReturnsPathlib[] = {"Path"};
constexpr std::string_view kImmutableReturnsRe[] = {"compile"};
constexpr std::string_view kImmutableReturnsTypes[] = {"MappingProxyType"};
constexpr ModuleMembers kImmutableReturns[] = {
    {"builtins", kImmutableReturnsBuiltins},
    {"datetime", kImmutableReturnsDatetime},
    {"decimal", kImmutableReturnsDecimal},
    {"fractions", kImmutableReturnsFractions},
    {"operator", kImmutableReturnsOperator},
    {"pathlib", kImmutableReturnsPathlib},
    {"re", kImmutableReturnsRe},
    {"types", kImmutableReturnsTypes},
};

constexpr std::string_view kPep585Builtins[] = {"dict", "frozenset", "list",
                                                "set",  "tuple",     "type"};
constexpr std::string_view kPep585Collections[] = {"ChainMap", "Counter", "OrderedDict",
                                                   "defaultdict", "deque"};
constexpr std::string_view kPep585Asyncio[] = {"Future", "Task"};
constexpr std::string_view kPep585Dataclasses[] = {"Field"};
constexpr std::string_view kPep585Functools[] = {"cached_property", "partialmethod"};
constexpr std::string_view kPep585Os[] = {"PathLike"};
constexpr std::string_view kPep585Queue[] = {"LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"};
constexpr std::string_view kPep585Re[] = {"Match", "Pattern"};
constexpr std::string_view kPep585Shelve[] = {"BsdDbShelf", "DbfilenameShelf", "Shelf"};
constexpr std::string_view kPep585Types[] = {"MappingProxyType"};
constexpr std::string_view kPep585Weakref[] = {"WeakKeyDictionary", "WeakMethod", "WeakSet",
                                               "WeakValueDictionary"};
constexpr ModuleMembers kPep585[] = {
    {"builtins", kPep585Builtins},
    {"collections", kPep585Collections},
    {"asyncio", kPep585Asyncio},
    {"contextlib", kGenericsContextlib},
    {"dataclasses", kPep585Dataclasses},
    {"functools", kPep585Functools},
    {"os", kPep585Os},
    {"queue", kPep585Queue},
    {"re", kPep585Re},
    {"shelve", kPep585Shelve},
    {"types", kPep585Types},
    {"weakref", kPep585Weakref},
    {"collections.abc", kGenericsCollectionsAbc},
};

struct Pep585Row {
  std::string_view module;
  std::string_view member;
  ModuleMember replacement;
};
constexpr Pep585Row kPep585Names[] = {
    {"typing", "Dict", {"", "dict"}},
    {"typing", "FrozenSet", {"", "frozenset"}},
    {"typing", "List", {"", "list"}},
    {"typing", "Set", {"", "set"}},
    {"typing", "Tuple", {"", "tuple"}},
    {"typing", "Type", {"", "type"}},
    {"typing_extensions", "Type", {"", "type"}},
    {"typing", "Deque", {"collections", "deque"}},
    {"typing_extensions", "Deque", {"collections", "deque"}},
    {"typing", "DefaultDict", {"collections", "defaultdict"}},
    {"typing_extensions", "DefaultDict", {"collections", "defaultdict"}},
};

struct MagicRow {
  std::string_view method;
  std::string_view type;
};
constexpr MagicRow kMagicReturns[] = {
    {"__str__", "str"},
    {"__repr__", "str"},
    {"__format__", "str"},
    {"__bytes__", "bytes"},
    {"__len__", "int"},
    {"__length_hint__", "int"},
    {"__int__", "int"},
    {"__index__", "int"},
    {"__float__", "float"},
    {"__complex__", "complex"},
    {"__bool__", "bool"},
    {"__contains__", "bool"},
    {"__instancecheck__", "bool"},
    {"__subclasscheck__", "bool"},
    {"__init__", "None"},
    {"__del__", "None"},
    {"__setattr__", "None"},
    {"__delattr__", "None"},
    {"__setitem__", "None"},
    {"__delitem__", "None"},
    {"__set__", "None"},
};

}  // namespace

bool is_standard_generic(const QualifiedName& name) {
  return is_in_table(name, kGenerics);
}

bool is_standard_generic_member(std::string_view member) {
  return std::ranges::any_of(kGenerics, [&](const ModuleMembers& row) {
    return std::ranges::binary_search(row.members, member);
  });
}

bool is_typing_or_extension(const QualifiedName& name, std::string_view member) {
  return name.size() == 2 && name.back() == member &&
         (name.front() == "typing" || name.front() == "typing_extensions");
}

bool is_immutable_plain_type(const QualifiedName& name) {
  return is_in_table(name, kImmutableTypes);
}

bool is_immutable_generic_type(const QualifiedName& name) {
  return is_in_table(name, kImmutableGenerics);
}

bool returns_mutable(const QualifiedName& name) {
  return is_in_table(name, kMutableReturns);
}

bool returns_immutable(const QualifiedName& name) {
  return is_in_table(name, kImmutableReturns);
}

ModuleMember pep585_name(const QualifiedName& name) {
  if (name.size() != 2) return {};
  for (const Pep585Row& row : kPep585Names) {
    if (row.member == name.back() && row.module == name.front()) return row.replacement;
  }
  return {};
}

bool is_pep585_generic_name(const QualifiedName& name) {
  return is_in_table(name, kPep585);
}

std::string_view simple_magic_return_type(std::string_view method) {
  const auto* row = std::ranges::find(kMagicReturns, method, &MagicRow::method);
  return row == std::end(kMagicReturns) ? std::string_view() : row->type;
}

}  // namespace lint::semantic
