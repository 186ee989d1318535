#include "lint/parser/match_key.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/parser/parsed.h"

namespace lint::parser {
namespace {

bool are_one_key(const std::string& left, const std::string& right) {
  const Parsed parsed = parse(left + "\n" + right);
  const auto key = [&](std::size_t i) {
    return MatchKey(*static_cast<const ast::StmtExpr*>(parsed.module().body[i])->value);
  };
  return key(0) == key(1);
}

TEST_CASE("numbers are one key if they are equal") {
  CHECK(are_one_key("1", "1.0"));
  CHECK(are_one_key("True", "1 + 0j"));
  CHECK(are_one_key("0", "-0.0"));
  CHECK(are_one_key("-1", "-1.0"));
  CHECK(are_one_key("0x10", "16"));
  CHECK(are_one_key("1 - 2j", "1.0 - 2j"));
  CHECK(!are_one_key("1", "-1"));
  CHECK(!are_one_key("1", "1.5"));
  CHECK(!are_one_key("2j", "2"));
  // A float cannot say it.
  CHECK(!are_one_key("9007199254740993", "9007199254740992.0"));
  CHECK(!are_one_key("99999999999999999999", "99999999999999999998"));
  CHECK(are_one_key("99999999999999999999", "99999999999999999999"));
}

TEST_CASE("other literals are one key if they say the same") {
  CHECK(are_one_key("'a' 'b'", "\"ab\""));
  CHECK(are_one_key("None", "None"));
  CHECK(!are_one_key("'a'", "b'a'"));
  CHECK(!are_one_key("None", "0"));
  CHECK(!are_one_key("a.b", "a.b"));
}

}  // namespace
}  // namespace lint::parser
