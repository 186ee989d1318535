#include "common/cli/parse_flags.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace common::cli {
namespace {

struct TestOptions {
  std::vector<std::string> names;
  std::string depth = "none";
  bool is_quick = false;
};

constexpr Flag<TestOptions> kFlags[] = {
    {{.name = "depth",
      .short_name = 'd',
      .metavar = "[NUM]",
      .is_value_optional = true,
      .takes_words = true,
      .category = "options",
      .summary = "How deep",
      .docs = "How deep."},
     &TestOptions::depth},
    {{.name = "name",
      .short_name = 'n',
      .metavar = "NAME...",
      .takes_words = true,
      .category = "options",
      .summary = "Who",
      .docs = "Who."},
     &TestOptions::names},
    {{.name = "quick",
      .short_name = 'q',
      .category = "options",
      .summary = "Soon",
      .docs = "Soon."},
     &TestOptions::is_quick},
};
static_assert(well_formed(kFlags));

struct Parsed {
  TestOptions options;
  std::vector<std::string> positionals;
  bool is_good = false;
};

Parsed parse(const std::vector<std::string_view>& arguments) {
  const std::array<std::span<const Flag<TestOptions>>, 1> table = {kFlags};
  Parsed parsed;
  parsed.is_good =
      parse_flags<TestOptions>(table, arguments, parsed.options, parsed.positionals).has_value();
  return parsed;
}

using Words = std::vector<std::string>;

TEST_CASE("a flag may take all words up to the next flag") {
  const Parsed parsed = parse({"-n", "a", "b", "-q", "c", "--name=d", "e", "--", "f"});
  CHECK(parsed.options.names == Words{"a", "b", "d", "e"});
  CHECK(parsed.options.is_quick);
  CHECK(parsed.positionals == Words{"c", "f"});
  CHECK_FALSE(parse({"-q", "-n"}).is_good);
}

TEST_CASE("an optional value is the next word, if that is no flag") {
  CHECK(parse({"-d", "3", "x"}).options.depth == "3");
  CHECK(parse({"-d", "3", "x"}).positionals == Words{"x"});
  CHECK(parse({"-d3"}).options.depth == "3");
  CHECK(parse({"-d=3"}).options.depth == "3");
  CHECK(parse({"--depth=3"}).options.depth == "3");
  CHECK(parse({"--depth", "3"}).options.depth == "3");
  CHECK(parse({"-d"}).options.depth.empty());
  const Parsed before_flag = parse({"--depth", "-q", "x"});
  CHECK(before_flag.options.depth.empty());
  CHECK(before_flag.options.is_quick);
  CHECK(before_flag.positionals == Words{"x"});
}

}  // namespace
}  // namespace common::cli
