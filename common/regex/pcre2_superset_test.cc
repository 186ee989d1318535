#include "common/regex/pcre2_superset.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/regex/matcher_test_support.h"

namespace common::regex {
namespace {

constexpr std::string_view kBeyond = "\\x{80}-\\x{10FFFF}";

RegexSpec pcre2(std::vector<std::string> patterns) {
  return {.patterns = std::move(patterns), .engine = EngineChoice::Pcre2};
}

std::string superset_of(const std::string& pattern) {
  const auto spec = pcre2_superset(pcre2({pattern}), false);
  return spec ? spec->patterns[0] : "none";
}

TEST_CASE("look-around at the edges becomes part of the match") {
  CHECK(superset_of("(?<=return )x") == "(?:return )x");
  CHECK(superset_of("x(?=;)") == "x(?:;)");
  CHECK(superset_of("\\b(?<=a)x(?=b)\\b|y") == "(?:a)x(?:b)|y");
  CHECK(superset_of("y(?<=a)x(?=b)z") == "yxz");
  CHECK(superset_of("(?=a)?x(?<=a)?") == "x");
  CHECK(superset_of("(?!a)x(?<!b)") == "x");
  CHECK(superset_of("(?:(?<=a)x)") == "(?:x)");
}

TEST_CASE("what may be beyond ASCII may be anything there") {
  CHECK(superset_of("\\d") == "[\\x30-\\x39" + std::string(kBeyond) + "]");
  CHECK(superset_of("[a-c]") == "[\\x61-\\x63]");
  CHECK(superset_of("[]a-]") == "[\\x2D\\x5D\\x61]");
  CHECK(superset_of("[^\\x00-`b-\\x7F]") == "[\\x61" + std::string(kBeyond) + "]");
  CHECK(superset_of("[^\\pL]") == superset_of("\\pL"));
  CHECK(superset_of("\\xe9") == "\u00E9");
  const auto caseless = pcre2_superset(pcre2({"\u00E9"}), true);
  REQUIRE(caseless);
  CHECK(caseless->patterns[0] == "[" + std::string(kBeyond) + "]");
}

TEST_CASE("groups, references and repetitions") {
  CHECK(superset_of("(?<n>a)(?P<m>b)(?'o'c)(?>d)(?|e)") == "(?:a)(?:b)(?:c)(?:d)(?:e)");
  CHECK(superset_of("(a)\\1\\g{-1}(?P=n)\\k<n>").starts_with("(?:a)(?:(?s:.)*)(?:(?s:.)*)"));
  CHECK(superset_of("a++b*?c{2}d{2,}e{0,9}f{70}") == "a+b*c{2,2}d+e{0,9}f+");
  CHECK(superset_of("a{b}{") == "a\\{b\\}\\{");
}

TEST_CASE("flags ignore case everywhere") {
  const auto spec = pcre2_superset(pcre2({"x", "a(?i:b)"}), false);
  REQUIRE(spec);
  CHECK(spec->case_mode == CaseMode::Insensitive);
  CHECK(spec->patterns[1] == "a(?:b)");
}

TEST_CASE("no translation where the meaning is in doubt") {
  for (const char* pattern : {"(?x)a b", "(*ACCEPT)a", "a(?#c)", "(?(1)a|b)", "(a)(?1)", "a(?R)?",
                              "\\Qa\\E", "a\\nb", "\\12", "\\g<1>", "a{,3}", "a{ 2 }", "[[:<:]]a",
                              "[[.a.]]", "\\cA", "[\\d-z]", "\\C", "a)"}) {
    CAPTURE(pattern);
    CHECK(superset_of(pattern) == "none");
  }
  RegexSpec spec = pcre2({"a"});
  spec.multi_line = true;
  CHECK(!pcre2_superset(spec, false));
}

TEST_CASE("no translation where PCRE2 may reach its limits") {
  for (const char* pattern : {"(a+)+$", "(x+x+)+y", "(a|aa)+$", "^(.*,)*x", "(?!(?:a*)*b)",
                              "((a+)b)+", "(\\w+\\w?)*;", "(.+?|a){2,}", "(?i)(?:a+A)+"}) {
    CAPTURE(pattern);
    CHECK(superset_of(pattern) == "none");
  }
  for (const char* pattern :
       {"(?:\\w+::)+x", "(\\w+\\s)*x", "(?:[^,]*,)+x", "(a+)?b+", "(?:ab)+", "\\w+\\w+"}) {
    CAPTURE(pattern);
    CHECK(superset_of(pattern) != "none");
  }
}

TEST_CASE("every line that matches is a candidate") {
  const std::vector<std::string> patterns = {"(?<=return )\\w+_\\w+",
                                             "foo(?!bar)",
                                             "(\\w)\\1",
                                             "\\bfoo\\K\\w+",
                                             "(?i)k(?=s)",
                                             "[^\\W\\d]{3}",
                                             "^(?=.*foo).*bar$",
                                             "(?<!\\d)\\d{2}(?!\\d)",
                                             "\\p{Lu}\\p{Ll}+",
                                             "x(?=\\s*$)",
                                             "[^\\p{Greek}]\\z",
                                             "\\X\\R?",
                                             "(?<=[\u03b1-\u03c9])b",
                                             "\\Aa|b\\Z|\\h$",
                                             "(?:(a)|b)(?>\\1)",
                                             "[[:^alpha:]]+(?<=_)"};
  const std::vector<std::string> lines = {"",
                                          "return foo_bar;",
                                          "foobar foobaz",
                                          "aa",
                                          "\u212As",
                                          "\u03b1b\u03c9b",
                                          "12 345 67",
                                          "\u00C9t\u00e9 ",
                                          "x \t",
                                          "ab\xFFx",
                                          "bar foo",
                                          "foo bar",
                                          "a1_",
                                          "\xCE",
                                          "aab",
                                          "__ KS"};
  for (const CaseMode mode : {CaseMode::Sensitive, CaseMode::Insensitive}) {
    for (const std::string& pattern : patterns) {
      RegexSpec spec = pcre2({pattern});
      spec.case_mode = mode;
      const auto superset = pcre2_superset(spec, mode == CaseMode::Insensitive);
      REQUIRE(superset);
      const Matcher exact = compiled(spec);
      const Matcher generous = compiled(*superset);
      Scratch exact_scratch = exact.make_scratch();
      Scratch generous_scratch = generous.make_scratch();
      for (const std::string& line : lines) {
        if (exact.is_match(line, 0, exact_scratch) != Found::Yes) continue;
        CAPTURE(pattern);
        CAPTURE(line);
        CHECK(generous.is_match(line, 0, generous_scratch) == Found::Yes);
      }
    }
  }
}

}  // namespace
}  // namespace common::regex
