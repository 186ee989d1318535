#include "lint/rules/pyupgrade/moved_names.h"

#include <algorithm>

namespace lint::pyupgrade {
namespace {

constexpr std::string_view kCollectionsToAbc[] = {
    "AsyncGenerator",  "AsyncIterable", "AsyncIterator",
    "Awaitable",       "ByteString",    "Callable",
    "Collection",      "Container",     "Coroutine",
    "Generator",       "Hashable",      "ItemsView",
    "Iterable",        "Iterator",      "KeysView",
    "Mapping",         "MappingView",   "MutableMapping",
    "MutableSequence", "MutableSet",    "Reversible",
    "Sequence",        "Set",           "Sized",
    "ValuesView"};
constexpr std::string_view kPipesToShlex[] = {"quote"};
constexpr std::string_view kTypingExtensionsToCollectionsAbc312[] = {"Buffer"};
constexpr std::string_view kTypingExtensionsToWarnings313[] = {"deprecated"};
constexpr std::string_view kTypingExtensionsToTypes312[] = {"get_original_bases"};
constexpr std::string_view kTypingExtensionsToTypes313[] = {"CapsuleType"};
constexpr std::string_view kTypingExtensionsToTyping[] = {"AbstractSet",
                                                          "AnyStr",
                                                          "AsyncIterable",
                                                          "AsyncIterator",
                                                          "Awaitable",
                                                          "BinaryIO",
                                                          "Callable",
                                                          "ClassVar",
                                                          "Collection",
                                                          "Container",
                                                          "Coroutine",
                                                          "DefaultDict",
                                                          "Dict",
                                                          "FrozenSet",
                                                          "Generic",
                                                          "Hashable",
                                                          "IO",
                                                          "ItemsView",
                                                          "Iterable",
                                                          "Iterator",
                                                          "KeysView",
                                                          "List",
                                                          "Mapping",
                                                          "MappingView",
                                                          "Match",
                                                          "MutableMapping",
                                                          "MutableSequence",
                                                          "MutableSet",
                                                          "Optional",
                                                          "Pattern",
                                                          "Reversible",
                                                          "Sequence",
                                                          "Set",
                                                          "Sized",
                                                          "TYPE_CHECKING",
                                                          "Text",
                                                          "TextIO",
                                                          "Tuple",
                                                          "Type",
                                                          "Union",
                                                          "ValuesView",
                                                          "cast",
                                                          "no_type_check",
                                                          "no_type_check_decorator"};
constexpr std::string_view kTypingExtensionsToTyping37[] = {"ChainMap", "Counter", "Deque",
                                                            "ForwardRef", "NoReturn"};
constexpr std::string_view kTypingExtensionsToTyping38[] = {"Final", "OrderedDict"};
constexpr std::string_view kTypingExtensionsToTyping39[] = {"Annotated"};
constexpr std::string_view kTypingExtensionsToTyping310[] = {
    "Concatenate", "Literal",   "NewType",  "ParamSpecArgs", "ParamSpecKwargs",
    "TypeAlias",   "TypeGuard", "get_args", "get_origin"};
constexpr std::string_view kTypingExtensionsToTyping311[] = {
    "Any",           "LiteralString", "Never",       "NotRequired",     "Required",
    "Self",          "assert_never",  "assert_type", "clear_overloads", "final",
    "get_overloads", "overload",      "reveal_type"};
constexpr std::string_view kTypingExtensionsToTyping312[] = {
    "Protocol",      "SupportsAbs",         "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt",         "SupportsRound", "TypeAliasType",   "Unpack",
    "NamedTuple",    "dataclass_transform", "override"};
constexpr std::string_view kTypingExtensionsToTyping313[] = {"get_protocol_members",
                                                             "is_protocol",
                                                             "NoDefault",
                                                             "ReadOnly",
                                                             "TypeIs",
                                                             "get_type_hints",
                                                             "ContextManager",
                                                             "Generator",
                                                             "AsyncContextManager",
                                                             "AsyncGenerator",
                                                             "Protocol",
                                                             "runtime_checkable",
                                                             "ParamSpec",
                                                             "TypeVar",
                                                             "TypeVarTuple"};
constexpr std::string_view kMypyExtensionsToTyping37[] = {"NoReturn"};
constexpr std::string_view kMypyExtensionsToTyping38[] = {"TypedDict"};
constexpr std::string_view kTypingToCollectionsAbc39[] = {
    "AsyncGenerator", "AsyncIterable",   "AsyncIterator", "Awaitable",  "Collection",
    "Container",      "Coroutine",       "Generator",     "Hashable",   "ItemsView",
    "Iterable",       "Iterator",        "KeysView",      "Mapping",    "MappingView",
    "MutableMapping", "MutableSequence", "MutableSet",    "Reversible", "Sequence",
    "Sized",          "ValuesView"};
constexpr std::string_view kTypingToCollectionsAbc310[] = {"Callable"};
constexpr std::string_view kTypingToCollections39[] = {"ChainMap", "Counter", "OrderedDict"};
constexpr std::string_view kTypingToRe39[] = {"Match", "Pattern"};
constexpr std::string_view kTypingIoToTyping37[] = {"BinaryIO", "IO", "TextIO"};
constexpr std::string_view kTypingReToRe39[] = {"Match", "Pattern"};
constexpr std::string_view kTypingReToTyping37[] = {"Match", "Pattern"};
constexpr std::string_view kBackportsStrEnumToEnum311[] = {"StrEnum"};

// Rows of the same modules stand together.
constexpr MovedNames kMoved[] = {
    {"collections", "collections.abc", {3, 0}, {3, 255}, kCollectionsToAbc},
    {"pipes", "shlex", {3, 0}, {3, 255}, kPipesToShlex},
    {"typing_extensions",
     "collections.abc",
     {3, 12},
     {3, 255},
     kTypingExtensionsToCollectionsAbc312},
    {"typing_extensions", "warnings", {3, 13}, {3, 255}, kTypingExtensionsToWarnings313},
    {"typing_extensions", "types", {3, 12}, {3, 255}, kTypingExtensionsToTypes312},
    {"typing_extensions", "types", {3, 13}, {3, 255}, kTypingExtensionsToTypes313},
    {"typing_extensions", "typing", {3, 0}, {3, 255}, kTypingExtensionsToTyping},
    {"typing_extensions", "typing", {3, 7}, {3, 255}, kTypingExtensionsToTyping37},
    {"typing_extensions", "typing", {3, 8}, {3, 255}, kTypingExtensionsToTyping38},
    {"typing_extensions", "typing", {3, 9}, {3, 255}, kTypingExtensionsToTyping39},
    {"typing_extensions", "typing", {3, 10}, {3, 255}, kTypingExtensionsToTyping310},
    {"typing_extensions", "typing", {3, 11}, {3, 255}, kTypingExtensionsToTyping311},
    {"typing_extensions", "typing", {3, 12}, {3, 255}, kTypingExtensionsToTyping312},
    {"typing_extensions", "typing", {3, 13}, {3, 255}, kTypingExtensionsToTyping313},
    {"mypy_extensions", "typing", {3, 7}, {3, 255}, kMypyExtensionsToTyping37},
    {"mypy_extensions", "typing", {3, 8}, {3, 255}, kMypyExtensionsToTyping38},
    {"typing", "collections.abc", {3, 9}, {3, 255}, kTypingToCollectionsAbc39},
    {"typing", "collections.abc", {3, 10}, {3, 255}, kTypingToCollectionsAbc310},
    {"typing", "collections", {3, 9}, {3, 255}, kTypingToCollections39},
    {"typing", "re", {3, 9}, {3, 255}, kTypingToRe39},
    {"typing.io", "typing", {3, 7}, {3, 255}, kTypingIoToTyping37},
    {"typing.re", "re", {3, 9}, {3, 255}, kTypingReToRe39},
    {"typing.re", "typing", {3, 7}, {3, 9}, kTypingReToTyping37},
    {"backports.strenum", "enum", {3, 11}, {3, 255}, kBackportsStrEnumToEnum311},
};

struct Renamed {
  std::string_view name;
  std::string_view target;
};
constexpr Renamed kRenamed[] = {
    {"AsyncContextManager", "contextlib.AbstractAsyncContextManager"},
    {"ContextManager", "contextlib.AbstractContextManager"},
    {"AbstractSet", "collections.abc.Set"},
    {"Tuple", "tuple"},
    {"List", "list"},
    {"FrozenSet", "frozenset"},
    {"Dict", "dict"},
    {"Type", "type"},
    {"Set", "set"},
    {"Deque", "collections.deque"},
    {"DefaultDict", "collections.defaultdict"},
};

}  // namespace

bool has_moved_names(std::string_view module) {
  return std::ranges::find(kMoved, module, &MovedNames::from) != std::end(kMoved);
}

bool Move::contains(std::string_view name) const {
  return std::ranges::any_of(names, [&](std::span<const std::string_view> list) {
    return std::ranges::find(list, name) != list.end();
  });
}

std::vector<Move> moves_from(std::string_view module, PythonVersion version) {
  std::vector<Move> moves;
  for (const MovedNames& row : kMoved) {
    if (row.from != module || version < row.since || version >= row.until) continue;
    if (moves.empty() || moves.back().to != row.to) moves.push_back({row.to, {}});
    moves.back().names.push_back(row.names);
  }
  return moves;
}

std::string_view renamed_typing_member(std::string_view name) {
  const auto* row = std::ranges::find(kRenamed, name, &Renamed::name);
  return row == std::end(kRenamed) ? std::string_view() : row->target;
}

}  // namespace lint::pyupgrade
