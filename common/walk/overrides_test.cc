#include "common/walk/overrides.h"

#include <doctest/doctest.h>

namespace common::walk {
namespace {

Overrides overrides(std::vector<Overrides::Rule> rules) {
  Result<Overrides> created = Overrides::create(rules, "/home/me");
  REQUIRE(created.has_value());
  return *std::move(created);
}

TEST_CASE("includes exclude the other files, not the directories") {
  Overrides some = overrides({{"*.foo"}, {"!*.bar"}});
  CHECK(some.matched("a.foo", false) == Verdict::Whitelist);
  CHECK(some.matched("a.foo", true) == Verdict::Whitelist);
  CHECK(some.matched("a.rs", false) == Verdict::Ignore);
  CHECK(some.matched("a.rs", true) == Verdict::None);
  CHECK(some.matched("a.bar", true) == Verdict::Ignore);
}

TEST_CASE("excludes alone leave the rest undecided") {
  Overrides some = overrides({{"!*.bar"}});
  CHECK(some.matched("a.rs", false) == Verdict::None);
  CHECK(some.matched("x/a.bar", false) == Verdict::Ignore);
  CHECK(overrides({}).matched("a", false) == Verdict::None);
}

TEST_CASE("later globs win, anchors are at the working directory") {
  Overrides some = overrides({{"*.c"}, {"!/src/**"}, {"/src/keep.c"}});
  CHECK(some.matched("./src/a.c", false) == Verdict::Ignore);
  CHECK(some.matched("/home/me/src/keep.c", false) == Verdict::Whitelist);
  CHECK(some.matched("lib/src/a.c", false) == Verdict::Whitelist);
}

TEST_CASE("each glob has its own case") {
  Overrides some = overrides({{"*.c"}, {"*.H", true}});
  CHECK(some.matched("a.C", false) == Verdict::Ignore);
  CHECK(some.matched("A.h", false) == Verdict::Whitelist);
}

TEST_CASE("a bad glob is quoted as typed") {
  Result<Overrides> bad = Overrides::create({{"!/x/["}}, "/");
  REQUIRE(!bad.has_value());
  CHECK(bad.error().message == "error parsing glob '!/x/[': unclosed character class; missing ']'");
}

}  // namespace
}  // namespace common::walk
