#include <doctest/doctest.h>

#include "lint/check/walk_test_support.h"

using lint::WalkedFile;
using lint::semantic::BindingFlag;
using lint::semantic::BindingId;
using lint::semantic::BindingKind;
using lint::semantic::Context;
using lint::semantic::HandledException;

TEST_SUITE("walk") {
  TEST_CASE("functions see what the module binds behind them") {
    CHECK(WalkedFile("def f():\n    return late\nlate = 1\n").unresolved().empty());
    CHECK(WalkedFile("early\nearly = 1\n").unresolved() == "early");
    CHECK(WalkedFile("f = lambda: late\nlate = 1\n").unresolved().empty());
    CHECK(WalkedFile("def f(x=late): pass\nlate = 1\n").unresolved() == "late");
  }

  TEST_CASE("names of a class are seen in its body only") {
    CHECK(WalkedFile("class C:\n    a = 1\n    b = a\n").unresolved().empty());
    CHECK(WalkedFile("class C:\n    a = 1\n    def m(self, x=a): pass\n").unresolved().empty());
    CHECK(WalkedFile("class C:\n    a = 1\n    def m(self): a\n").unresolved() == "a");
    CHECK(WalkedFile("class C:\n    a = 1\n    class D:\n        a\n").unresolved() == "a");
    CHECK(WalkedFile("class C:\n    __qualname__, __module__\n").unresolved().empty());
    CHECK(WalkedFile("__qualname__\n").unresolved() == "__qualname__");
  }

  TEST_CASE("only methods and lambdas in classes have __class__") {
    CHECK(WalkedFile("class C:\n    def m(self): __class__\n").unresolved().empty());
    CHECK(WalkedFile("def f(): __class__\n").unresolved() == "__class__");
    CHECK(WalkedFile("class C:\n    __class__\n").unresolved() == "__class__");
    CHECK(WalkedFile("class C:\n    f = lambda: __class__\n").unresolved().empty());
  }

  TEST_CASE("comprehensions have a scope; the first iterable is outside") {
    CHECK(WalkedFile("[x for x in range(3)]\nx\n").unresolved() == "x");
    CHECK(WalkedFile("class C:\n    t = ()\n    l = [0 for _ in t]\n").unresolved().empty());
    CHECK(WalkedFile("class C:\n    t = ()\n    l = [0 for _ in () for _ in t]\n").unresolved() ==
          "t");
    CHECK(WalkedFile("[y for x in () if (y := x)]\ny\n").unresolved().empty());
  }

  TEST_CASE("del unbinds unless it may not run") {
    CHECK(WalkedFile("x = 1\ndel x\nx\n").unresolved() == "x");
    CHECK(WalkedFile("x = 1\nif x:\n    del x\nx\n").unresolved().empty());
    CHECK(WalkedFile("x = 1\ntry: pass\nexcept E0: del x\nx\n").unresolved() == "E0");
    CHECK(WalkedFile("del x\n").unresolved() == "x");
  }

  TEST_CASE("the name of an exception ends with its handler") {
    CHECK(WalkedFile("try: pass\nexcept OSError as e: e\ne\n").unresolved() == "e");
    CHECK(WalkedFile("e = 1\ntry: pass\nexcept OSError as e: e\ne\n").unresolved().empty());
  }

  TEST_CASE("handlers say what is handled") {
    const WalkedFile file(
        "try:\n    import a, x0\n    x1\nexcept (ImportError, NameError): pass\n");
    const auto bits = file.semantic().unresolved_references()[0].exceptions;
    CHECK((bits & static_cast<int>(HandledException::NameError)) != 0);
    CHECK(file.binding("a")->handles(HandledException::ImportError));
    CHECK_FALSE(file.binding("a")->handles(HandledException::ModuleNotFoundError));
  }

  TEST_CASE("global and nonlocal") {
    CHECK(WalkedFile("def f():\n    global g\n    g = 1\ng\n").unresolved().empty());
    CHECK(WalkedFile("global g\ndef f(): g\n").unresolved() == "g");
    const WalkedFile file("def f():\n    n = 1\n    def g():\n        nonlocal n\n        n = 2\n");
    const auto* outer = file.binding(file.scope_of("f"), "n");
    CHECK(outer->is_used());
    CHECK(file.semantic().rebinding_scopes(file.semantic().id_of(*outer)).size() == 1);
    CHECK(file.binding(file.scope_of("g"), "n")->has(BindingFlag::Nonlocal));
  }

  TEST_CASE("an annotation is no value, except in a stub") {
    CHECK(WalkedFile("x: int\nx\n").unresolved() == "x");
    CHECK(WalkedFile("x: int\nx\n", {.is_stub = true}).unresolved().empty());
    CHECK(WalkedFile("x = 1\ndef f():\n    x: int\n    x\n").unresolved() == "x");
    const WalkedFile file("x = 1\nx: int\n");
    const auto id = file.semantic().id_of(*file.binding("x"));
    CHECK(file.binding("x")->kind == BindingKind::Assignment);
    CHECK(file.semantic().delayed_annotations(id).size() == 1);
  }

  TEST_CASE("annotations that nobody evaluates see the whole file") {
    CHECK(WalkedFile("def f(x: Late): pass\nclass Late: pass\n").unresolved() == "Late");
    CHECK(WalkedFile("from __future__ import annotations\ndef f(x: Late): pass\nclass Late: pass\n")
              .unresolved()
              .empty());
    CHECK(WalkedFile("def f(x: Late): pass\nclass Late: pass\n", {.version = {3, 14}})
              .unresolved()
              .empty());
    CHECK(WalkedFile("class A(Late): ...\nclass Late: ...\n", {.is_stub = true})
              .unresolved()
              .empty());
    CHECK(WalkedFile("def f():\n    x: Late\nclass Late: pass\n").unresolved().empty());
  }

  TEST_CASE("strings are types where types stand") {
    CHECK(WalkedFile("def f(x: \"A\"): pass\n").unresolved() == "A");
    CHECK(WalkedFile("x: list[\"A | list['B']\"] = []\n").unresolved() == "A B");
    CHECK(WalkedFile("from typing import cast, Literal\ncast(\"A\", \"b\")\n").unresolved() == "A");
    CHECK(WalkedFile("from typing import Literal\nx: Literal[\"A\"] = 1\n").unresolved().empty());
    CHECK(WalkedFile("x: \"A\" \"B\" = 1\n").unresolved() == "AB");
    CHECK(WalkedFile("f(\"A\")\n").unresolved() == "f");
    CHECK(WalkedFile("from typing import Annotated\nx: Annotated[\"A\", \"b\"]\n").unresolved() ==
          "A");
    CHECK(WalkedFile("import typing as t\nt.NamedTuple(\"N\", [(\"a\", \"A\")])\n").unresolved() ==
          "A");
    CHECK(WalkedFile("import typing as t\nt.TypedDict(\"N\", b=\"B\")\n").unresolved() == "B");
    CHECK(WalkedFile("import typing as t\nt.TypedDict(\"N\", b=\"B\")\n", {.version = {3, 13}})
              .unresolved()
              .empty());
    CHECK(WalkedFile("import typing as t\nt.TypeVar(\"T\", bound=\"B\")\n").unresolved() == "B");
  }

  TEST_CASE("type parameters") {
    CHECK(WalkedFile("def f[T: Late](x: T) -> T: pass\nclass Late: pass\n").unresolved().empty());
    CHECK(WalkedFile("class C[T]:\n    def m(self) -> T: pass\nT\n").unresolved() == "T");
    CHECK(WalkedFile("type A[T] = list[T | Late]\nclass Late: pass\n").unresolved().empty());
  }

  TEST_CASE("a later binding takes over the references of the earlier one") {
    const WalkedFile file("x = 1\nprint(x)\nx = 2\n");
    const auto ids = file.semantic().all_bindings(file.semantic().global_scope(), "x");
    REQUIRE(ids.size() == 2);
    CHECK(file.semantic().references_of(file.semantic().binding(ids[0])).size() == 1);
    CHECK(file.semantic().shadowed_binding(ids[0]) == ids[1]);
    CHECK(file.semantic().shadowed_binding(ids[1]) == BindingId::None);
  }

  TEST_CASE("a name of a function shadows that of the module") {
    const WalkedFile file("import x\ndef f():\n    x = 1\n");
    const auto* inner = file.binding(file.scope_of("f"), "x");
    CHECK(&file.semantic().binding(inner->outer_shadowed) == file.binding("x"));
    CHECK(file.semantic().shadowed_bindings(file.semantic().id_of(*inner)).size() == 1);
  }

  TEST_CASE("arms of a statement exclude each other, else goes with the body of a try") {
    const WalkedFile file(
        "if c0:\n    import a\nelse:\n    import b\ntry:\n    import c\nexcept E0:\n    import d\n"
        "else:\n    import e\nimport f\n");
    const auto& semantic = file.semantic();
    const auto source = [&](std::string_view name) -> const lint::ast::Node& {
      return *file.binding(name)->source;
    };
    CHECK_FALSE(semantic.same_branch(source("a"), source("b")));
    CHECK_FALSE(semantic.same_branch(source("c"), source("d")));
    CHECK(semantic.same_branch(source("c"), source("e")));
    CHECK(semantic.dominates(source("f"), source("a")));
    CHECK_FALSE(semantic.dominates(source("a"), source("f")));
  }

  TEST_CASE("code for type checkers only") {
    const WalkedFile file(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a\nimport b\n");
    CHECK(file.binding("a")->context == Context::Typing);
    CHECK(file.binding("b")->context == Context::Runtime);
  }

  TEST_CASE("star imports") {
    const WalkedFile file("from a import *\nx\ndel y\n");
    CHECK(file.semantic().unresolved_references()[0].may_come_from_star_import);
    CHECK_FALSE(file.semantic().unresolved_references()[1].may_come_from_star_import);
    CHECK(file.semantic().global_scope().uses_star_imports());
  }

  TEST_CASE("__all__ uses what it lists") {
    const WalkedFile file("import a, b, c\n__all__ = [\"a\"] + [\"b\"]\n__all__ += (\"c\", 1)\n");
    CHECK(file.binding("a")->is_used());
    CHECK(file.binding("b")->is_used());
    CHECK(file.binding("c")->is_used());
    CHECK(file.semantic().dunder_all()->has(BindingFlag::InvalidAllObject));
    CHECK(WalkedFile("__all__ = 1\n").binding("__all__")->has(BindingFlag::InvalidAllFormat));
    CHECK_FALSE(WalkedFile("__all__ = list([\"a\"])\n")
                    .binding("__all__")
                    ->has(BindingFlag::InvalidAllFormat));
  }

  TEST_CASE("kinds of bindings") {
    const WalkedFile file(
        "for a in (): pass\nwith o0 as b: pass\n(c := 1)\nd, e = f0\nimport g.h\nfrom . import i\n"
        "match m0:\n    case {**j}: pass\n");
    CHECK(file.binding("a")->kind == BindingKind::LoopVar);
    CHECK(file.binding("b")->kind == BindingKind::WithItemVar);
    CHECK(file.binding("c")->kind == BindingKind::NamedExprAssignment);
    CHECK(file.binding("d")->has(BindingFlag::UnpackedAssignment));
    CHECK(file.binding("g")->kind == BindingKind::SubmoduleImport);
    CHECK(file.binding("g")->imported->member() == "g.h");
    CHECK(file.binding("i")->imported->qualified.text() == ".i");
    CHECK(file.binding("j")->kind == BindingKind::Assignment);
  }

  TEST_CASE("definitions and who sees them") {
    using enum lint::semantic::DefinitionKind;
    using enum lint::semantic::Visibility;
    const WalkedFile file(
        "\"\"\"Doc.\"\"\"\nclass A:\n    def _m(self): pass\n    def __len__(self): pass\n"
        "def f():\n    def g(): pass\n__all__ = [\"A\"]\n");
    const auto definitions = file.semantic().definitions();
    REQUIRE(definitions.size() == 6);
    CHECK(definitions[0].docstring != nullptr);
    CHECK((definitions[1].kind == Class && definitions[1].visibility == Public));
    CHECK((definitions[2].kind == Method && definitions[2].visibility == Private));
    CHECK((definitions[3].kind == Method && definitions[3].visibility == Public));
    CHECK((definitions[4].kind == Function && definitions[4].visibility == Private));
    CHECK((definitions[5].kind == NestedFunction && definitions[5].visibility == Private));
  }

  TEST_CASE("errors that only context shows") {
    CHECK(WalkedFile("def f(a, a): pass\n").errors().size() == 1);
    CHECK(WalkedFile("def f(a):\n    return a\n").errors().empty());
  }
}
