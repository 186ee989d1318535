#include "common/cli/layout.h"

#include <doctest/doctest.h>

using namespace common::cli;

TEST_CASE("paragraphs are filled, code is left alone") {
  const char* docs = "one two\nthree\n\n    code  here\n\n      more\n\nlast";
  CHECK(filled(docs, "  ", 12) ==
        "  one two\n  three\n\n      code  here\n\n        more\n\n  last\n");
  const auto parts = paragraphs(docs);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].text == "one two three");
  CHECK(parts[1].text == "code  here\n\n  more");
  CHECK(parts[1].is_code);
}

TEST_CASE("a word longer than the line stands alone") {
  CHECK(filled("a longword b", "", 4) == "a\nlongword\nb\n");
}

TEST_CASE("what the docs leave out is added") {
  constexpr std::string_view kChoices[] = {"one", "two"};
  constexpr std::string_view kAliases[] = {"kolour"};
  const FlagInfo flag{.name = "colour",
                      .short_name = 'c',
                      .negated = "no-colour",
                      .aliases = kAliases,
                      .metavar = "WHEN",
                      .choices = kChoices,
                      .category = "x",
                      .summary = "S",
                      .docs = "Either one."};
  CHECK(flag_synopsis(flag) == "-c WHEN, --colour=WHEN");
  CHECK(flag_docs(flag) ==
        "Either one.\n\nValues: one and two. Also known as --kolour. Taken back by --no-colour.");
}
