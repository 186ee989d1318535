#include "lint/parser/pragma_comment.h"

#include <doctest/doctest.h>

using namespace lint::parser;

TEST_CASE("pragmas of tools") {
  CHECK(is_pragma_comment("# noqa: F401"));
  CHECK(is_pragma_comment("#NoQA"));
  CHECK(is_pragma_comment("# nosec B602"));
  CHECK(is_pragma_comment("# type: ignore"));
  CHECK(is_pragma_comment("# isort: skip"));
  CHECK_FALSE(is_pragma_comment("# typed: yes"));
  CHECK_FALSE(is_pragma_comment("# Type: int"));
  CHECK_FALSE(is_pragma_comment("# because of pylint"));
}

TEST_CASE("the pragma at the end of a comment") {
  CHECK(find_trailing_pragma("# noqa") == 0);
  CHECK(find_trailing_pragma("# why # noqa") == 6);
  CHECK(find_trailing_pragma("## noqa") == 1);
  CHECK(find_trailing_pragma("# nothing") == std::string_view::npos);
}
