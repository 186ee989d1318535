#include "lint/fix/insertion.h"

#include <doctest/doctest.h>

#include <string>

using namespace lint;

namespace {

std::string with_import(std::string source, bool behind_future) {
  const parser::Parsed parsed = parser::parse(source);
  const Insertion place = behind_future
                              ? insertion_behind(*last_future_import(parsed.module()), source, "\n")
                              : insertion_at_start(parsed, "\n");
  const Edit edit = place.edit("import a");
  return source.replace(edit.range.start, edit.range.size(), edit.content);
}

}  // namespace

TEST_CASE("the start of a file is behind its docstring and comments") {
  CHECK(with_import("x = 1\n", false) == "import a\nx = 1\n");
  CHECK(with_import("\n\nx = 1\n", false) == "import a\n\n\nx = 1\n");
  CHECK(with_import("'''d'''\n# c\n\n# d\n\nx\n", false) == "'''d'''\n# c\n\n# d\n\nimport a\nx\n");
  CHECK(with_import("'d'; x\n", false) == "'d'; import a; x\n");
  CHECK(with_import("'d' \\\n\nx\n", false) == "'d' \\\n\nimport a\nx\n");
  CHECK(with_import("\xEF\xBB\xBFx\n", false) == "\xEF\xBB\xBFimport a\nx\n");
}

TEST_CASE("behind a statement") {
  const std::string future = "from __future__ import b";
  CHECK(with_import(future + "\nx\n", true) == future + "\nimport a\nx\n");
  CHECK(with_import("'d'\n" + future + "; x\n", true) == "'d'\n" + future + "; import a; x\n");
  CHECK(with_import(future + " \\\n\n", true) == future + "; import a \\\n\n");
  CHECK(with_import(future, true) == future + "\nimport a");
}
