#include <doctest/doctest.h>

#include "lint/check/walk_test_support.h"
#include "lint/semantic/terminal.h"
#include "lint/semantic/type_checks.h"

using lint::WalkedFile;
namespace ast = lint::ast;
namespace semantic = lint::semantic;

namespace {

std::string last_name(std::string text, std::vector<std::string> module_path = {}) {
  return WalkedFile(std::move(text), {.module_path = std::move(module_path)}).last_name();
}

semantic::Terminal terminal_of(std::string body) {
  const WalkedFile file("def f():\n" + body);
  return semantic::terminal_of(static_cast<const ast::StmtFunctionDef&>(*file.module().body[0]),
                               file.semantic());
}

}  // namespace

TEST_SUITE("names") {
  TEST_CASE("qualified names") {
    CHECK(last_name("import os.path as p\np.join\n") == "os.path.join");
    CHECK(last_name("import os.path\nos.path.join\n") == "os.path.join");
    CHECK(last_name("import os.path\nos.sep\n") == "os.sep");
    CHECK(last_name("from os import path as p\np.join\n") == "os.path.join");
    CHECK(last_name("print\n") == "builtins.print");
    CHECK(last_name("dict.fromkeys\n") == "builtins.dict.fromkeys");
    CHECK(last_name("import builtins as b\nb.print\n") == "builtins.print");
    CHECK(last_name("print = 1\nprint\n").empty());
    CHECK(last_name("x = 1\nx.y\n").empty());
    CHECK(last_name("f().y\n").empty());
    CHECK(last_name("class C: pass\nC.x\n") == "script.C.x");
    CHECK(last_name("class C: pass\nC.x\n", {"pkg", "mod"}) == "pkg.mod.C.x");
  }

  TEST_CASE("relative imports are resolved in packages only") {
    CHECK(last_name("from . import x\nx\n", {"pkg", "mod"}) == "pkg.x");
    CHECK(last_name("from ..a import x\nx.y\n", {"pkg", "sub", "mod"}) == "pkg.a.x.y");
    CHECK(last_name("from ... import x\nx\n", {"pkg", "mod"}).empty());
    CHECK(last_name("from . import x\nx\n").empty());
  }

  TEST_CASE("names are looked up as Python would") {
    const WalkedFile file("import os\nopen = 1\n");
    const semantic::Semantic& model = file.semantic();
    CHECK(model.has_builtin_binding("len"));
    CHECK_FALSE(model.has_builtin_binding("open"));
    CHECK(model.is_available("len"));
    CHECK(model.is_available("unknown"));
    CHECK_FALSE(model.is_available("os"));
    CHECK(model.imported_symbol("os", "getcwd")->name == "os.getcwd");
    CHECK_FALSE(model.imported_symbol("sys", "path"));
    CHECK(WalkedFile("from os import getcwd as g\n")
              .semantic()
              .imported_symbol("os", "getcwd")
              ->name == "g");
  }

  TEST_CASE("builtins of the version") {
    CHECK(WalkedFile("frozendict, PythonFinalizationError\n").unresolved() ==
          "frozendict PythonFinalizationError");
    CHECK(WalkedFile("PythonFinalizationError\n", {.version = {3, 13}}).unresolved().empty());
    CHECK(WalkedFile("__file__, __builtins__, WindowsError\n").unresolved().empty());
  }

  TEST_CASE("types at a glance") {
    const WalkedFile file(
        "a = []\nb: dict = x0\nc = set()\nd, e = 1, \"s\"\nwith open(\"f\") as f: pass\n"
        "def g(*args, h: int, **kwargs): pass\n");
    const semantic::Semantic& model = file.semantic();
    CHECK(semantic::is_list(*file.binding("a"), model));
    CHECK(semantic::is_dict(*file.binding("b"), model));
    CHECK(semantic::is_set(*file.binding("c"), model));
    CHECK(semantic::is_int(*file.binding("d"), model));
    CHECK(semantic::is_string(*file.binding("e"), model));
    CHECK_FALSE(semantic::is_string(*file.binding("d"), model));
    CHECK(semantic::is_io_base(*file.binding("f"), model));
    const semantic::Scope& scope = file.scope_of("g");
    CHECK(semantic::is_tuple(*file.binding(scope, "args"), model));
    CHECK(semantic::is_dict(*file.binding(scope, "kwargs"), model));
    CHECK(semantic::is_int(*file.binding(scope, "h"), model));
  }

  TEST_CASE("how functions end") {
    using enum semantic::Terminal;
    CHECK(terminal_of("    pass\n") == Implicit);
    CHECK(terminal_of("    return 1\n") == RaiseOrReturn);
    CHECK(terminal_of("    raise ValueError\n") == Raise);
    CHECK(terminal_of("    raise NotImplementedError()\n") == RaiseNotImplemented);
    CHECK(terminal_of("    if x: return 1\n") == ConditionalReturn);
    CHECK(terminal_of("    if x: return 1\n    else: raise E\n") == RaiseOrReturn);
    CHECK(terminal_of("    while x:\n        break\n    else:\n        return 1\n") == Implicit);
    CHECK(terminal_of("    try:\n        return 1\n    except E: pass\n") == ConditionalReturn);
    CHECK(terminal_of("    match x:\n        case 1: return 1\n        case _: return 2\n") ==
          RaiseOrReturn);
  }
}
