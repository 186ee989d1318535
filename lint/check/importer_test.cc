// The importer with a model that the walk has filled.
#include "lint/fix/importer.h"

#include <doctest/doctest.h>

#include "lint/check/hook_table.h"
#include "lint/check/walk.h"
#include "lint/fix/apply_fixes.h"

namespace lint {
namespace {

using Style = ImportRequest::Style;
using Names = std::vector<std::string_view>;

struct Module {
  parser::Parsed parsed;
  parser::LineStructure lines;
  FileInfo file;
  LintSettings settings;
  RuleSet enabled;
  CheckInput input;
  semantic::Semantic semantic;
  Checker checker;

  explicit Module(std::string text)
      : parsed(parser::parse(std::move(text))),
        lines(parsed.text(), parsed.tokens()),
        input{.parsed = parsed,
              .lines = lines,
              .file = file,
              .settings = settings,
              .enabled = enabled},
        semantic(parsed, {}),
        checker(input, semantic) {
    const HookTable hooks({}, enabled);
    Walk(checker, hooks, semantic).run();
  }

  std::uint32_t end() const { return static_cast<std::uint32_t>(parsed.text().size()); }
  const ast::Stmt& statement(std::size_t i) const { return *parsed.module().body[i]; }
  std::string with(std::vector<Edit> edits) const {
    Diagnostic diagnostic;
    diagnostic.fix = Fix::of(Applicability::Safe, std::move(edits));
    return apply_fixes(parsed.text(), {&diagnostic, 1}, Applicability::Safe)->text;
  }
};

// "NAME|fixed text", or "none".
std::string imported(std::string text, ImportRequest request) {
  const Module module(std::move(text));
  const auto symbol = module.checker.importer().get_or_import(request, module.end());
  if (!symbol) return "none";
  return symbol->name + '|' + module.with({symbol->edit});
}

constexpr ImportRequest kSuppress{"contextlib", "suppress", Style::Module};
constexpr ImportRequest kSuppressMember{"contextlib", "suppress", Style::Member};

TEST_CASE("a new import goes behind the last one") {
  CHECK(imported("x\n", kSuppress) == "contextlib.suppress|import contextlib\nx\n");
  CHECK(imported("import os\n\nx\n", kSuppress) ==
        "contextlib.suppress|import os\nimport contextlib\n\nx\n");
  CHECK(imported("import os\n\nx\n", kSuppressMember) ==
        "suppress|import os\nfrom contextlib import suppress\n\nx\n");
  CHECK(imported("\"\"\"Doc.\"\"\"; x = 1\n", kSuppress) ==
        "contextlib.suppress|\"\"\"Doc.\"\"\"; import contextlib; x = 1\n");
  CHECK(imported("import os ; import sys\nif x:\n    import re\n", kSuppress) ==
        "contextlib.suppress|import os ; import sys\nimport contextlib\nif x:\n    import re\n");
}

TEST_CASE("an import that is there is used or extended") {
  CHECK(imported("import contextlib as c\nx\n", kSuppress) ==
        "c.suppress|import contextlib as c\nx\n");
  CHECK(imported("from contextlib import suppress\nx\n", kSuppress) ==
        "suppress|from contextlib import suppress\nx\n");
  CHECK(imported("from contextlib import closing\nx\n", kSuppress) ==
        "suppress|from contextlib import closing, suppress\nx\n");
}

TEST_CASE("names that mean something else are not imported") {
  CHECK(imported("contextlib = 1\n", kSuppress) == "none");
  CHECK(imported("suppress = 1\n", kSuppressMember) == "none");
}

TEST_CASE("builtins are imported if they are shadowed") {
  const Module plain("x\n");
  const auto free = plain.checker.importer().get_or_import_builtin("open", plain.end());
  REQUIRE(free);
  CHECK((free->name == "open" && !free->edit));
  const Module shadowed("open = 1\n");
  const auto bound = shadowed.checker.importer().get_or_import_builtin("open", shadowed.end());
  REQUIRE(bound);
  CHECK(bound->name == "builtins.open");
  CHECK(shadowed.with({*bound->edit}) == "import builtins\nopen = 1\n");
}

TEST_CASE("__future__ imports go first") {
  const Module module("\"\"\"Doc.\"\"\"\n# c\n\nimport os\n");
  CHECK(module.with({module.checker.importer().add_future_import()}) ==
        "\"\"\"Doc.\"\"\"\n# c\n\nfrom __future__ import annotations\nimport os\n");
}

std::string with_typing_import(std::string text, std::size_t statement, const Names& names) {
  const Module module(std::move(text));
  const auto edits = module.checker.importer().add_typing_import(
      {module.statement(statement), names}, module.end());
  return edits ? module.with(*edits) : "none";
}

TEST_CASE("imports for type checkers go into their block") {
  CHECK(with_typing_import("import os\nimport a, b\nx\n", 1, {"a"}) ==
        "import os\nimport a, b\nfrom typing import TYPE_CHECKING\n\n"
        "if TYPE_CHECKING:\n    import a\nx\n");
  CHECK(with_typing_import("from typing import TYPE_CHECKING\nimport a\n"
                           "if TYPE_CHECKING:\n    # c\n    import b\nx\n",
                           1, {"a"}) ==
        "from typing import TYPE_CHECKING\nimport a\n"
        "if TYPE_CHECKING:\n    # c\n    import a\n    import b\nx\n");
  CHECK(with_typing_import("import typing\nimport a\nx\n", 1, {"a"}) ==
        "import typing\nimport a\n\nif typing.TYPE_CHECKING:\n    import a\nx\n");
}

}  // namespace
}  // namespace lint
