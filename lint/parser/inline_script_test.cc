#include "lint/parser/inline_script.h"

#include <doctest/doctest.h>

using lint::parser::has_inline_script;
using lint::parser::inline_script_end;

TEST_CASE("an inline script goes to its last closing line") {
  constexpr std::string_view kText = "# /// script\n#\n# x = 1\n# ///\n# y\n# ///\n# z\n#w\n";
  CHECK(inline_script_end(kText, 0) == kText.find("# z"));
  CHECK(has_inline_script(kText));
}

TEST_CASE("an inline script that is not closed is none") {
  CHECK(inline_script_end("# /// script\n# x = 1\n", 0) == 0);
  CHECK(inline_script_end("# /// script\nx = 1\n# ///\n", 0) == 0);
  CHECK(inline_script_end("# /// script\n#x\n# ///\n", 0) == 0);
}

TEST_CASE("an inline script starts with a line of its own, anywhere") {
  CHECK(has_inline_script("import os\r\n# /// script\r\n# ///"));
  CHECK_FALSE(has_inline_script("x = 1  # /// script\n# ///\n"));
  CHECK_FALSE(has_inline_script("# /// script x\n# ///\n"));
  CHECK(has_inline_script("# /// script\n# /// script\n# ///\n"));
}
