#include "common/walk/gitignore.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/walk/name_key.h"

namespace common::walk {
namespace {

Verdict match(const char* rules, std::string_view path, bool is_directory = false) {
  std::vector<std::string> messages;
  Gitignore file = Gitignore::parse(rules, "f", false, messages);
  CHECK(messages.empty());
  return file.match(path, NameKey(base_name(path)), is_directory);
}
bool ignored(const char* rules, std::string_view path, bool is_directory = false) {
  return match(rules, path, is_directory) == Verdict::Ignore;
}

TEST_CASE("rules without a slash match at any depth, others are anchored") {
  CHECK(ignored("months", "months"));
  CHECK(ignored("months", "a/months"));
  CHECK(ignored("*.rs", "src/main.rs"));
  CHECK(!ignored("/*.c", "x/a.c"));
  CHECK(ignored("/*.c", "a.c"));
  CHECK(ignored("foo/bar", "foo/bar"));
  CHECK(!ignored("foo/bar", "x/foo/bar"));
  CHECK(ignored("**/foo/**", "x/foo/y"));
  CHECK(!ignored("**/foo/**", "x/foo", true));
  CHECK(!ignored("./a", "a"));
}

TEST_CASE("a slash at the end means directories") {
  CHECK(!ignored("foo/", "foo"));
  CHECK(ignored("foo/", "x/foo", true));
  CHECK(ignored("foo\\/", "foo", true));
  CHECK(!ignored("/", "a"));
  CHECK(!ignored("a//", "a", true));
}

TEST_CASE("the last rule decides") {
  CHECK(match("*.c\n!a.c\n", "a.c") == Verdict::Whitelist);
  CHECK(match("!a.c\n*.c\n", "a.c") == Verdict::Ignore);
  CHECK(match("*\n!**/\n", "d", true) == Verdict::Whitelist);
  CHECK(match("/*\n!/bar", "foo/bar") == Verdict::None);
  CHECK(match("!", "anything") == Verdict::Whitelist);
  CHECK(match("a/\n!a\n", "a") == Verdict::Whitelist);
  CHECK(match("!a\na/\n", "a") == Verdict::Whitelist);
}

TEST_CASE("signs and blanks") {
  CHECK(!ignored("# a\n", "# a"));
  CHECK(ignored("\\#a", "#a"));
  CHECK(ignored("\\!a", "!a"));
  CHECK(ignored("a   ", "a"));
  CHECK(ignored("a\\ ", "a "));
  CHECK(ignored(" a", " a"));
  CHECK(!ignored(" \n", " "));
  CHECK(ignored("a\r\nb\r\n", "b"));
  CHECK(ignored("a\t\xC2\xA0\n", "a"));
  CHECK(
      ignored("\xEF\xBB\xBF"
              "a\n",
              "a"));
  CHECK(
      ignored("a\n\xEF\xBB\xBF"
              "b\n",
              "\xEF\xBB\xBF"
              "b"));
  CHECK(!ignored("\n\n", ""));
}

TEST_CASE("a bad line is reported and the others count") {
  std::vector<std::string> messages;
  Gitignore file = Gitignore::parse("[z-a]\n!{a\n*.c\n", "d/.ignore", false, messages);
  REQUIRE(messages.size() == 2);
  CHECK(messages[0] == "d/.ignore: line 1: error parsing glob '[z-a]': invalid range; 'z' > 'a'");
  CHECK(messages[1].starts_with("d/.ignore: line 2: error parsing glob '!{a': unclosed alternate"));
  CHECK(file.match("x.c", NameKey("x.c"), false) == Verdict::Ignore);
}

TEST_CASE("what is not UTF-8 ends the file") {
  std::vector<std::string> messages;
  Gitignore file = Gitignore::parse("a\n\xFF\nb\n", "f", false, messages);
  REQUIRE(messages.size() == 1);
  CHECK(messages[0] == "f: line 2: stream did not contain valid UTF-8");
  CHECK(file.match("a", NameKey("a"), false) == Verdict::Ignore);
  CHECK(file.match("b", NameKey("b"), false) == Verdict::None);
}

TEST_CASE("case folding") {
  std::vector<std::string> messages;
  Gitignore file = Gitignore::parse("*.TXT\nFoo\n", "f", true, messages);
  CHECK(file.match("x/a.txt", NameKey("a.txt"), false) == Verdict::Ignore);
  CHECK(file.match("fOO", NameKey("fOO"), false) == Verdict::Ignore);
}

TEST_CASE("paths relative to the working directory") {
  CHECK(relative_to_root("./a/b", "/w") == "a/b");
  CHECK(relative_to_root("/w/a/b", "/w") == "a/b");
  CHECK(relative_to_root("/v/a", "/w") == "/v/a");
  CHECK(relative_to_root("../a", "/w") == "../a");
  CHECK(relative_to_root("/a/b", "/") == "a/b");
  CHECK(relative_to_root("a", "") == "a");
}

TEST_CASE("hundreds of rules") {
  std::string rules;
  for (int i = 0; i < 500; ++i) {
    rules += "name" + std::to_string(i) + "\n*.e" + std::to_string(i) + "\n/p/q" +
             std::to_string(i) + "\n";
  }
  CHECK(ignored(rules.c_str(), "a/name499"));
  CHECK(ignored(rules.c_str(), "x.e0"));
  CHECK(ignored(rules.c_str(), "p/q250"));
  CHECK(!ignored(rules.c_str(), "q250"));
  CHECK(!ignored(rules.c_str(), "name500"));
}

}  // namespace
}  // namespace common::walk
