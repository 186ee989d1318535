#include "common/config/toml.h"

#include <doctest/doctest.h>

#include "common/config/suggest.h"

namespace common::config {
namespace {

Value parsed(std::string_view text) {
  auto value = parse_toml(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *std::move(value);
}

TEST_CASE("values know their places") {
  const Value root = parsed("a = \"x\"\n\"q r\" = [1, \"é\", { y = 2.5 }]\n[t.u]\nz = true\n");
  REQUIRE(root.members.size() == 3);
  CHECK(root.members[0].name == "a");
  CHECK(root.members[0].value.text == "x");
  CHECK(root.members[0].value.region.begin.column == 5);
  CHECK(root.members[0].value.region.end.column == 8);
  const Member& list = root.members[1];
  CHECK(list.name == "q r");
  CHECK(list.name_region.end.column == 6);
  CHECK(list.value.elements[1].text == "é");
  CHECK(list.value.elements[2].find("y")->floating == 2.5);
  CHECK(root.find("t")->find("u")->find("z")->boolean);
  CHECK(root.find("nosuch") == nullptr);
}

TEST_CASE("members are in the order of the text") {
  const Value root = parsed("b = 1\na = 2\n[z]\n[c]\n");
  std::string names;
  for (const Member& member : root.members) names += member.name;
  CHECK(names == "bazc");
}

TEST_CASE("values are written as TOML") {
  CHECK(toml_text(parsed("a = [1, 2.0, true, \"q\\\"\\\\\\n\\u0001\"]\nb.'c d' = {}\n")) ==
        "{ a = [1, 2.0, true, \"q\\\"\\\\\\n\\u0001\"], b = { \"c d\" = {} } }");
  CHECK(toml_text(1e300) == "1e300");
  CHECK(toml_text(-0.0) == "-0.0");
}

TEST_CASE("syntax errors have a place") {
  for (const char* text : {"x = ", "[a", "[*]\n", "a = 1\na = 2\n", "a = \"x\n", "\x01"}) {
    CAPTURE(text);
    const auto value = parse_toml(text);
    REQUIRE_FALSE(value.has_value());
    CHECK(value.error().region.begin.line > 0);
    CHECK_FALSE(value.error().message.empty());
  }
  std::string deep = "a";
  for (int i = 0; i < 2000; ++i) deep += ".a";
  CHECK(parse_toml(deep + " = 1").error().message == "the key has too many parts");
}

TEST_CASE("messages show the line and mark the place") {
  const Problem short_value{.message = "what", .region = {{.line = 2, .column = 3}, {2, 5}}};
  CHECK(located_message(short_value, "a\nbcdef\n") ==
        "TOML parse error at line 2, column 3\n"
        "  |\n"
        "2 | bcdef\n"
        "  |   ^^\n"
        "what");
  // To the end of the line only.
  const Problem long_value{.message = "what", .region = {{.line = 1, .column = 2}, {2, 5}}};
  CHECK(located_message(long_value, "ébc\nd").contains("\n  |  ^^\n"));
  CHECK(located_message({.message = "nowhere", .region = {}}, "") == "nowhere");
}

TEST_CASE("values can be set by dotted keys") {
  Value flags;
  flags.set("lint.select", Value::of(std::vector<Value>{Value::of(std::string_view("F"))}));
  flags.set("lint.preview", Value::of(true));
  flags.set("line-length", Value::of(std::int64_t{3}));
  flags.set("line-length", Value::of(std::int64_t{4}));
  CHECK(toml_text(flags) == "{ lint = { select = [\"F\"], preview = true }, line-length = 4 }");
}

TEST_CASE("edit distance") {
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "abc") == 0);
  CHECK(edit_distance("lenght", "length") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest name") {
  const std::vector<std::string_view> names = {"select", "ignore", "isort"};
  CHECK(closest_name("selekt", names) == "select");
  CHECK(closest_name("sort", names) == "isort");
  CHECK_FALSE(closest_name("preview", names).has_value());
  CHECK_FALSE(closest_name("", names).has_value());
  CHECK_FALSE(closest_name(std::string(1000, 'x'), names).has_value());
}

}  // namespace
}  // namespace common::config
