#include "lint/config/version_specifiers.h"

#include <doctest/doctest.h>

namespace lint::config {
namespace {

Version version(std::string_view text) {
  const auto parsed = Version::parse(text);
  REQUIRE_MESSAGE(parsed.has_value(), text);
  return *parsed;
}

bool meets(std::string_view text, std::string_view specifiers) {
  return VersionSpecifiers::parse(specifiers).value().contains(version(text));
}

std::string oldest(std::string_view specifiers) {
  const auto python = VersionSpecifiers::parse(specifiers).value().oldest_python();
  return python ? python->text() : "none";
}

TEST_CASE("versions are ordered by their phases") {
  const char* const ordered[] = {"1.0.dev1", "1.0a1.dev2", "1.0a1",    "1.0b2", "1.0rc1",
                                 "1.0",      "1.0.post1",  "1.1.dev0", "1.1",   "1!0.1"};
  for (std::size_t i = 0; i + 1 < std::size(ordered); ++i) {
    CAPTURE(ordered[i]);
    CHECK(compare(version(ordered[i]), version(ordered[i + 1])) < 0);
    CHECK(compare(version(ordered[i + 1]), version(ordered[i])) > 0);
  }
  CHECK(compare(version("1.0"), version("1")) == 0);
  CHECK(compare(version("v1.0-rc.1"), version("1rc1")) == 0);
}

TEST_CASE("what is no version") {
  for (const char* text : {"", "a", "1.", "1.x", "1.0+", "1 2"}) {
    CHECK_FALSE(Version::parse(text).has_value());
  }
}

TEST_CASE("specifiers") {
  CHECK(meets("0.17.5", ">=0.9"));
  CHECK(meets("0.17.5", ">=0.17.0,<0.18"));
  CHECK_FALSE(meets("0.17.5", ">1"));
  CHECK(meets("0.17.5", "~=0.17.2"));
  CHECK_FALSE(meets("0.17.5", "~=0.16.2"));
  CHECK(meets("0.17.5", "==0.17.*"));
  CHECK_FALSE(meets("0.17.5", "!=0.17.*"));
  CHECK(meets("1.0", "== 1.0.0"));
  CHECK_FALSE(meets("1.0.post1", ">1.0"));
  CHECK(VersionSpecifiers::parse_required("0.3.1").value().text() == "==0.3.1");
  CHECK(VersionSpecifiers::parse_required(">=1,<2").value().text() == ">=1, <2");
  for (const char* text : {"foo", ">=", "=1", ">=1.*", "~=1", ">=1,,<2"}) {
    CHECK_FALSE(VersionSpecifiers::parse(text).has_value());
  }
}

TEST_CASE("the oldest Python") {
  CHECK(oldest(">=3.9") == "3.9");
  CHECK(oldest(">=3.9.2,<4") == "3.9");
  CHECK(oldest("==3.11.*") == "3.11");
  CHECK(oldest("~=3.8") == "3.8");
  CHECK(oldest(">=3.10, >=3.8") == "3.8");
  CHECK(oldest(">3.8") == "3.8");
  CHECK(oldest("<3.9") == "none");
  CHECK(oldest(">=3") == "none");
  CHECK(oldest(">=3.6") == "none");
  CHECK(oldest(">=2.7") == "none");
}

}  // namespace
}  // namespace lint::config
