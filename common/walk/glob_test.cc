#include "common/walk/glob.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace common::walk {
namespace {

struct Case {
  const char* glob;
  const char* path;
  bool expected;
};

bool matches(const char* glob, std::string_view path, const GlobOptions& options = {}) {
  Result<Glob> compiled = Glob::compile(glob, options);
  REQUIRE_MESSAGE(compiled.has_value(), glob);
  std::vector<Glob> one;
  bool alone = compiled->matches(path);
  one.push_back(*std::move(compiled));
  CHECK_MESSAGE((GlobSet(std::move(one)).last_match(path) == 0) == alone, glob << " on " << path);
  return alone;
}

void check_all(const std::vector<Case>& cases, const GlobOptions& options = {}) {
  for (const Case& c : cases) {
    CHECK_MESSAGE(matches(c.glob, c.path, options) == c.expected, c.glob << " on " << c.path);
  }
}

std::string error_of(const char* glob) {
  Result<Glob> compiled = Glob::compile(glob, {});
  return compiled ? "" : compiled.error().message;
}

TEST_CASE("wildcards stop at slashes") {
  check_all({
      {"a", "a", true},
      {"a", "b/a", false},
      {"a*b", "a_b", true},
      {"a*b", "ab", true},
      {"a*b", "a/b", false},
      {"a?b", "a/b", false},
      {"a*b*c", "a___b___c", true},
      {"a*b*c", "abcd", false},
      {"abc*abc*abc", "abcabcabcabcabcabcabc", true},
      {"abc*abc*abc", "abcabcabcabcabcabcabca", false},
      {"a*a*a*a*a*a*a*a*a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true},
      {"*.c", "x/y.c", false},
      {"some/*/needle.txt", "some/one/needle.txt", true},
      {"some/*/needle.txt", "some/one/two/needle.txt", false},
      {"some/*/needle.txt", "some/needle.txt", false},
      {"", "", true},
      {"", "a", false},
      {"*", "", true},
  });
}

TEST_CASE("two stars cross slashes only as a component") {
  check_all({
      {"some/**/needle.txt", "some/needle.txt", true},
      {"some/**/needle.txt", "some/one/two/needle.txt", true},
      {"some/**/**/needle.txt", "some/one/needle.txt", true},
      {"some/**/needle.txt", "some/other/notthis.txt", false},
      {"**", "", true},
      {"**", "/x/.asdf", true},
      {"**/test", "one/two/test", true},
      {"**/test", "test", true},
      {"**/test", "atest", false},
      {"/**/test", "/one/test", true},
      {"/**/test", "/test", true},
      {"/**/test", "test", false},
      {"**/.*", "abc/.abc", true},
      {"**/.*", "abc/ab.c", false},
      {"**/foo/bar", "foo/bar", true},
      {"**/foo/bar", "x/foo/bar", true},
      {"**/foo/bar", "foofoo/bar", false},
      {".*/**", ".abc/abc", true},
      {".*/**", ".abc", false},
      {"test/**", "test/", true},
      {"test/**", "test/one/two", true},
      {"foo/**", "foo", false},
      {"a**b", "a_b", true},
      {"a**b", "a/b", false},
      {"**a", "x/a", false},
      {"***", "x/a", false},
      {"**/**/*", "a/b", true},
      {"a/**/**", "a/b/c", true},
  });
}

TEST_CASE("classes") {
  check_all({
      {"a[0-9]b", "a5b", true},
      {"a[!0-9]b", "a5b", false},
      {"a[^0-9]b", "a_b", true},
      {"[a-z123]", "1", true},
      {"[abc-]", "-", true},
      {"[-a-c]", "b", true},
      {"[a-c-]", "-", true},
      {"[-]", "-", true},
      {"[!-]", "-", false},
      {"[]]", "]", true},
      {"[*]", "*", true},
      {"[!!]", "a", true},
      {"_[[]_[]]_[?]_[*]_!_", "_[_]_?_*_!_", true},
      {"a[/]b", "a/b", true},
      {"**/b[!a]x", "b/x", true},
      {"[a-\xC3\xA9]", "z", true},
      {"*[[:alpha:]].c", "a.c", false},
  });
}

TEST_CASE("alternation") {
  check_all({
      {"a,b", "a,b", true},
      {"{a,b}", "b", true},
      {"{a,b}", "c", false},
      {"{**/src/**,foo}", "abc/src/bar", true},
      {"{**/src/**,foo}", "foo", true},
      {"{[}],foo}", "}", true},
      {"{}", "", true},
      {"{,}", "", true},
      {"{*.foo,*.bar}", "test.bar", true},
      {"foo{,.txt}", "foo.txt", true},
      {"foo{,.txt}", "foo", false},
      {"{a,b{c,d}}", "bd", true},
      {"{a,b{c,d}}", "b", false},
      {"{{a,b},{c,d}}", "c", true},
      {"{a,{}}b", "ab", true},
      {"{a,{}}b", "b", false},
      {"{x/**,y}", "x/a/b", true},
      {"a{,b,}c", "abc", true},
      {"a{,b,}c", "ac", false},
  });
  GlobOptions options;
  options.empty_alternates = true;
  check_all({{"foo{,.txt}", "foo", true}, {"a{b,}c", "ac", true}}, options);
}

TEST_CASE("escapes") {
  check_all({{"\\[", "[", true}, {"\\*", "*", true}, {"\\*", "a", false}, {"\\a", "a", true}});
  GlobOptions options;
  options.backslash_escape = false;
  check_all({{"\\[a-z]", "\\a", true}, {"\\?", "\\a", true}}, options);
}

TEST_CASE("stars that cross slashes") {
  GlobOptions options;
  options.literal_separator = false;
  check_all({{"*.c", "x/y.c", true}, {"a?b", "a/b", true}, {"*hello", "x/hello!", false}}, options);
}

TEST_CASE("paths are bytes: a question mark is one of them") {
  check_all({{"?.txt", "\xC3\xBC.txt", false},
             {"??.txt", "\xC3\xBC.txt", true},
             {"*.txt", "\xFF.txt", true},
             {"\xE2\x98\x83", "\xE2\x98\x83", true}});
}

TEST_CASE("case is folded in ASCII only") {
  GlobOptions options;
  options.ignore_case = true;
  check_all({{"aBcDeFg", "AbCdEfG", true},
             {"**/*.TXT", "a/b.txt", true},
             {"[A-C]x", "bX", true},
             {"[!A]x", "ax", false},
             {"\xC3\x89", "\xC3\xA9", false}},
            options);
}

TEST_CASE("what is wrong with a glob is said") {
  CHECK(error_of("[a") == "error parsing glob '[a': unclosed character class; missing ']'");
  CHECK(error_of("[]") == "error parsing glob '[]': unclosed character class; missing ']'");
  CHECK(error_of("[z-a]") == "error parsing glob '[z-a]': invalid range; 'z' > 'a'");
  CHECK(error_of("a\\") == "error parsing glob 'a\\': dangling '\\'");
  CHECK(error_of("{a,b") ==
        "error parsing glob '{a,b': unclosed alternate group; missing '}' (maybe escape '{' with "
        "'[{]'?)");
  CHECK(error_of("a}") ==
        "error parsing glob 'a}': unopened alternate group; missing '{' (maybe escape '}' with "
        "'[}]'?)");
}

TEST_CASE("an unclosed class may be literal") {
  GlobOptions options;
  options.allow_unclosed_class = true;
  check_all({{"[abc", "[abc", true}, {"[*[", "[x[", true}, {"[!", "[!", true}}, options);
}

TEST_CASE("the last glob of a set wins, whatever way it is matched") {
  std::vector<Glob> globs;
  for (const char* glob : {"**/foo", "**/*.c", "src/foo", "**/a/foo", "**/f*", "src/**", "{x,y}"}) {
    globs.push_back(*Glob::compile(glob, {}));
  }
  GlobSet set(std::move(globs), {false, false, false, false, false, true, false});
  CHECK(set.last_match("x/foo") == 4);
  CHECK(set.last_match("foo.c") == 4);
  CHECK(set.last_match("z.c") == 1);
  CHECK(set.last_match("y") == 6);
  CHECK(set.last_match("src/z", true) == 5);
  CHECK(set.last_match("src/z", false) == -1);
  CHECK(set.last_match("src/foo", false) == 4);
  CHECK(GlobSet().last_match("x") == -1);
}

TEST_CASE("no nesting or repetition is too much") {
  std::string deep(20000, '{');
  deep += std::string(20000, '}');
  CHECK(matches(deep.c_str(), ""));
  std::string stars;
  for (int i = 0; i < 200; ++i) stars += "*a";
  CHECK(!matches((stars + "b").c_str(), std::string(300, 'a')));
  std::string groups;
  for (int i = 0; i < 200; ++i) groups += "{a,b,*}";
  CHECK(matches(groups.c_str(), std::string(150, 'a')));
}

}  // namespace
}  // namespace common::walk
