#include "lint/semantic/builtins.h"

#include <array>
#include <iterator>

namespace lint::semantic {
namespace {

enum class BuiltinKind : std::uint8_t {
  Builtin,
  Notebook,  // Provided by IPython.
  Magic,     // No attribute of the module `builtins`, or only on some platforms.
};

struct BuiltinRow {
  std::string_view name;
  std::uint8_t since = 0;  // Python 3.<since>.
  BuiltinKind kind = BuiltinKind::Builtin;
};

constexpr BuiltinRow kBuiltinRows[] = {
    {"ArithmeticError"},
    {"AssertionError"},
    {"AttributeError"},
    {"BaseException"},
    {"BaseExceptionGroup", 11},
    {"BlockingIOError"},
    {"BrokenPipeError"},
    {"BufferError"},
    {"BytesWarning"},
    {"ChildProcessError"},
    {"ConnectionAbortedError"},
    {"ConnectionError"},
    {"ConnectionRefusedError"},
    {"ConnectionResetError"},
    {"DeprecationWarning"},
    {"EOFError"},
    {"Ellipsis"},
    {"EncodingWarning", 10},
    {"EnvironmentError"},
    {"Exception"},
    {"ExceptionGroup", 11},
    {"False"},
    {"FileExistsError"},
    {"FileNotFoundError"},
    {"FloatingPointError"},
    {"FutureWarning"},
    {"GeneratorExit"},
    {"IOError"},
    {"ImportCycleError", 15},
    {"ImportError"},
    {"ImportWarning"},
    {"IndentationError"},
    {"IndexError"},
    {"InterruptedError"},
    {"IsADirectoryError"},
    {"KeyError"},
    {"KeyboardInterrupt"},
    {"LookupError"},
    {"MemoryError"},
    {"ModuleNotFoundError"},
    {"NameError"},
    {"None"},
    {"NotADirectoryError"},
    {"NotImplemented"},
    {"NotImplementedError"},
    {"OSError"},
    {"OverflowError"},
    {"PendingDeprecationWarning"},
    {"PermissionError"},
    {"ProcessLookupError"},
    {"PythonFinalizationError", 13},
    {"RecursionError"},
    {"ReferenceError"},
    {"ResourceWarning"},
    {"RuntimeError"},
    {"RuntimeWarning"},
    {"StopAsyncIteration"},
    {"StopIteration"},
    {"SyntaxError"},
    {"SyntaxWarning"},
    {"SystemError"},
    {"SystemExit"},
    {"TabError"},
    {"TimeoutError"},
    {"True"},
    {"TypeError"},
    {"UnboundLocalError"},
    {"UnicodeDecodeError"},
    {"UnicodeEncodeError"},
    {"UnicodeError"},
    {"UnicodeTranslateError"},
    {"UnicodeWarning"},
    {"UserWarning"},
    {"ValueError"},
    {"Warning"},
    {"ZeroDivisionError"},
    {"__build_class__"},
    {"__debug__"},
    {"__doc__"},
    {"__import__"},
    {"__lazy_import__", 15},
    {"__loader__"},
    {"__name__"},
    {"__package__"},
    {"__spec__"},
    {"abs"},
    {"aiter", 10},
    {"all"},
    {"anext", 10},
    {"any"},
    {"ascii"},
    {"bin"},
    {"bool"},
    {"breakpoint"},
    {"bytearray"},
    {"bytes"},
    {"callable"},
    {"chr"},
    {"classmethod"},
    {"compile"},
    {"complex"},
    {"copyright"},
    {"credits"},
    {"delattr"},
    {"dict"},
    {"dir"},
    {"divmod"},
    {"enumerate"},
    {"eval"},
    {"exec"},
    {"exit"},
    {"filter"},
    {"float"},
    {"format"},
    {"frozendict", 15},
    {"frozenset"},
    {"getattr"},
    {"globals"},
    {"hasattr"},
    {"hash"},
    {"help"},
    {"hex"},
    {"id"},
    {"input"},
    {"int"},
    {"isinstance"},
    {"issubclass"},
    {"iter"},
    {"len"},
    {"license"},
    {"list"},
    {"locals"},
    {"map"},
    {"max"},
    {"memoryview"},
    {"min"},
    {"next"},
    {"object"},
    {"oct"},
    {"open"},
    {"ord"},
    {"pow"},
    {"print"},
    {"property"},
    {"quit"},
    {"range"},
    {"repr"},
    {"reversed"},
    {"round"},
    {"sentinel", 15},
    {"set"},
    {"setattr"},
    {"slice"},
    {"sorted"},
    {"staticmethod"},
    {"str"},
    {"sum"},
    {"super"},
    {"tuple"},
    {"type"},
    {"vars"},
    {"zip"},
    {"__IPYTHON__", 0, BuiltinKind::Notebook},
    {"display", 0, BuiltinKind::Notebook},
    {"get_ipython", 0, BuiltinKind::Notebook},
    {"WindowsError", 0, BuiltinKind::Magic},
    {"__annotate__", 14, BuiltinKind::Magic},
    {"__annotations__", 0, BuiltinKind::Magic},
    {"__builtins__", 0, BuiltinKind::Magic},
    {"__cached__", 0, BuiltinKind::Magic},
    {"__file__", 0, BuiltinKind::Magic},
    {"__warningregistry__", 0, BuiltinKind::Magic},
};

// Most names of a file are no builtins, and every one is asked about: an open
// addressing table by length and three bytes says so with one look.
constexpr std::size_t kSlots = 1024;

constexpr std::size_t slot_of(std::string_view name) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(name[i]); };
  return (name.size() * 401u + byte(0) * 57u + byte(name.size() / 2) * 31u +
          byte(name.size() - 1) * 7u) %
         kSlots;
}

using SlotTable = std::array<std::uint8_t, kSlots>;  // Row + 1; 0: free.
static_assert(std::size(kBuiltinRows) < 255);

consteval SlotTable make_slots() {
  SlotTable slots{};
  for (std::size_t row = 0; row < std::size(kBuiltinRows); ++row) {
    std::size_t slot = slot_of(kBuiltinRows[row].name);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<std::uint8_t>(row + 1);
  }
  return slots;
}

constexpr SlotTable kSlotTable = make_slots();

const BuiltinRow* find_row(std::string_view name) {
  if (name.empty()) return nullptr;
  for (std::size_t slot = slot_of(name); kSlotTable[slot] != 0; slot = (slot + 1) % kSlots) {
    const BuiltinRow& row = kBuiltinRows[kSlotTable[slot] - 1];
    if (row.name == name) return &row;
  }
  return nullptr;
}

}  // namespace

bool is_builtin(std::string_view name, PythonVersion version, bool is_notebook) {
  const BuiltinRow* row = find_row(name);
  return row != nullptr && version.minor >= row->since &&
         (is_notebook || row->kind != BuiltinKind::Notebook);
}

std::optional<std::uint8_t> builtin_since(std::string_view name) {
  const BuiltinRow* row = find_row(name);
  if (row == nullptr || row->kind != BuiltinKind::Builtin) return std::nullopt;
  return row->since;
}

bool is_builtin_iterator(std::string_view name) {
  return name == "enumerate" || name == "filter" || name == "map" || name == "reversed" ||
         name == "zip" || name == "iter";
}

}  // namespace lint::semantic
