#include "lint/parser/identifiers.h"

#include <doctest/doctest.h>

using namespace lint::parser;

TEST_CASE("identifiers") {
  CHECK(is_identifier("_a1"));
  CHECK(is_identifier("été"));
  CHECK(is_identifier("x\u0301"));
  CHECK(is_identifier("\u2118"));  // Other_ID_Start.
  CHECK(!is_identifier(""));
  CHECK(!is_identifier("1a"));
  CHECK(!is_identifier("a-b"));
  CHECK(!is_identifier("\u0301x"));
  CHECK(!is_identifier("a€"));
}

TEST_CASE("identifiers in normal form") {
  CHECK(normalize_identifier("ﬁx") == "fix");
  CHECK(normalize_identifier("e\u0301") == "é");
  CHECK(normalize_identifier("ｘ") == "x");
  CHECK(normalize_identifier("plain") == "plain");
}
