#include "search/cli/special.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace search {
namespace {

TEST_CASE("the last line of --version is --pcre2-version") {
  const std::string pcre2 = special_output(Special::Pcre2Version).text;
  CHECK(pcre2.starts_with("PCRE2 10."));
  CHECK(pcre2.ends_with(" is available (JIT is available)\n"));
  CHECK(std::ranges::count(pcre2, '(') == 1);
  CHECK(special_output(Special::VersionLong).text.ends_with("\n\n" + pcre2));
}

TEST_CASE("-V is the first line of --version") {
  const std::string version = special_output(Special::VersionShort).text;
  CHECK(version.starts_with("kgrep "));
  CHECK(special_output(Special::VersionLong).text.starts_with(version));
}

TEST_CASE("types are listed with their globs") {
  const auto all = type_list(Options());
  REQUIRE(all);
  CHECK(all->exit_code == 0);
  CHECK(all->text.find("cmake: *.cmake, CMakeLists.txt\n") != std::string::npos);
}

}  // namespace
}  // namespace search
