#include "common/regex/parse.h"

#include <doctest/doctest.h>

namespace common::regex {
namespace {

std::string dump(std::string_view pattern, ParseOptions options = {}) {
  const auto hir = parse(pattern, options);
  return hir ? to_string(hir->root) : hir.error().message;
}

struct Row {
  std::string_view pattern;
  std::string_view tree;
};

void check(std::initializer_list<Row> rows, ParseOptions options = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CHECK(dump(row.pattern, options) == row.tree);
  }
}

constexpr ParseOptions kBytes{.unicode = false};

}  // namespace

TEST_CASE("literals, sequences, alternatives") {
  check({
      {"", "empty"},
      {"abc", "lit(\"abc\")"},
      {"ab(?:cd)e", "lit(\"abcde\")"},
      {"é", R"(lit("\xC3\xA9"))"},
      {"ab|cd", R"(alt(lit("ab"), lit("cd")))"},
      {"ab|", R"(alt(lit("ab"), empty))"},
      {"a|b|é", R"(class(a-b\xE9))"},
      {"a|[b-d]", "alt(lit(\"a\"), class(b-d))"},
      {"[ab]|[c-e]", "class(a-e)"},
      {"a|(?:bc|(?:de|f))", R"(alt(lit("a"), lit("bc"), lit("de"), lit("f")))"},
      {"x+a|x+b", R"(cat(rep(1..inf, lit("x")), class(a-b)))"},
      {"]}", R"(lit("]}"))"},
  });
}

TEST_CASE("repetition") {
  check({
      {"a*", R"(rep(0..inf, lit("a")))"},
      {"ab+?", R"(cat(lit("a"), lazy(1..inf, lit("b"))))"},
      {"(?:ab)??", R"(lazy(0..1, lit("ab")))"},
      {"a{3}", R"(rep(3..3, lit("a")))"},
      {"a{ 2 , 4 }?", R"(lazy(2..4, lit("a")))"},
      {"a{2,}", R"(rep(2..inf, lit("a")))"},
      {"a**", R"(rep(0..inf, rep(0..inf, lit("a"))))"},
      {"a{0}b", R"(lit("b"))"},
      {"a{1}", R"(lit("a"))"},
      {"(?:){5}", "empty"},
      {"\\b{3}", "look(\\b)"},
      {"(?U)a*b*?", R"(cat(lazy(0..inf, lit("a")), rep(0..inf, lit("b"))))"},
  });
}

TEST_CASE("groups") {
  check({
      {"(a)(?:b)(?<n>c)", R"(cat(cap(1, lit("a")), lit("b"), cap(2 n, lit("c"))))"},
      {"(?P<a.b[0]>x)", R"(cap(1 a.b[0], lit("x")))"},
      {"()", "cap(1, empty)"},
      {"(a|b|)", R"(cap(1, alt(lit("a"), lit("b"), empty)))"},
  });
  const auto hir = parse("(a)(?<n>b){0}(c)", {});
  REQUIRE(hir);
  CHECK(hir->capture_names == std::vector<std::string>{"", "", "n", ""});
}

TEST_CASE("flags") {
  check({
      {"(?i)k", "class(Kk\\x{212A})"},
      {"(?i:k)k", R"(cat(class(Kk\x{212A}), lit("k")))"},
      {"(?i)a(?-i)b|c", R"(alt(cat(class(Aa), lit("b")), lit("c")))"},
      {"(?i-u)k", "class(Kk)"},
      {"(?s).", R"(class(\x00-\x{D7FF}\x{E000}-\x{10FFFF}))"},
      {".", R"(class(\x00-\x09\x0B-\x{D7FF}\x{E000}-\x{10FFFF}))"},
      {"(?R).", R"(class(\x00-\x09\x0B-\x0C\x0E-\x{D7FF}\x{E000}-\x{10FFFF}))"},
      {"(?-u).", R"(bytes(\x00-\x09\x0B-\xFF))"},
      {"^$", "cat(look(^), look($))"},
      {"(?-m)^$", "cat(look(\\A), look(\\z))"},
      {"(?R)^$", "cat(look(c^), look(c$))"},
      {"(?x) a b # c\n d\\ [ e ]", R"(lit("abd e"))"},
      {"(?x: a ) b", R"(lit("a b"))"},
      {"(?x)\\x { 6 1 } + {2 , 3}", R"(rep(2..3, rep(1..inf, lit("a"))))"},
  });
}

TEST_CASE("escapes") {
  check({
      {"\\x61\\x{e9}\\u00e9\\U0001F98A", R"(lit("a\xC3\xA9\xC3\xA9\xF0\x9F\xA6\x8A"))"},
      {"\\a\\f\\t\\n\\r\\v", R"(lit("\x07\x0C\x09\x0A\x0D\x0B"))"},
      {"\\.\\-\\ \\@", "lit(\".- @\")"},
      {"(?-u)\\xff", R"(lit("\xFF"))"},
      {"\\xff", R"(lit("\xC3\xBF"))"},
      {"\\A\\z", "cat(look(\\A), look(\\z))"},
      {"\\b\\B\\<\\>", "cat(look(\\b), look(\\B), look(\\b{start}), look(\\b{end}))"},
      {"\\b{start}\\b{end-half}", "cat(look(\\b{start}), look(\\b{end-half}))"},
      {"(?-u)\\b\\b{start-half}", "cat(look(a\\b), look(a\\b{start-half}))"},
  });
}

TEST_CASE("classes") {
  check({
      {"[a-cb-e]", "class(a-e)"},
      {"[]a]", "class(]a)"},
      {"[--a]", "class(\\-a)"},
      {"[a-]", "class(\\-a)"},
      {"[a&&b]", "class()"},
      {"[a-z&&[^aeiou]]", "class(b-df-hj-np-tv-z)"},
      {"[a-z--b-x]", "class(ay-z)"},
      {"[a-g~~b-h]", "class(ah)"},
      {"[a-d&&b-z--c]", "class(bd)"},
      {"[[a-c][x-z]]", "class(a-cx-z)"},
      {"[[:alpha:]_]", "class(A-Z_a-z)"},
      {"[[:^ascii:]&&\\x{80}-\\x{82}]", R"(class(\x80-\x82))"},
      {"[[:foo:]]", "class(:fo)"},
      {"[x]", "lit(\"x\")"},
      {"[\\x{D7FE}-\\x{E001}]", R"(class(\x{D7FE}-\x{D7FF}\x{E000}-\x{E001}))"},
      {"(?i)[^k]&",
       R"(cat(class(\x00-JL-jl-\x{2129}\x{212B}-\x{D7FF}\x{E000}-\x{10FFFF}), lit("&")))"},
      {"(?i)[k&&K]", "class(Kk\\x{212A})"},
      {"\\pZ&",
       R"(cat(class( \xA0\x{1680}\x{2000}-\x{200A}\x{2028}-\x{2029}\x{202F}\x{205F}\x{3000}), lit("&")))"},
      {"\\p{sc=Ogham}", R"(class(\x{1680}-\x{169C}))"},
      {"\\p{scx!=Ogham}", R"(class(\x{1680}-\x{169C}))"},
      {"[\\P{Any}b-d]", "class(b-d)"},
  });
}

TEST_CASE("classes of bytes") {
  check(
      {
          {"\\w\\d\\s", "cat(class(0-9A-Z_a-z), class(0-9), class(\\x09-\\x0D ))"},
          {"\\W", R"(bytes(\x00-/:-@[-^`{-\xFF))"},
          {"[^a]", R"(bytes(\x00-`b-\xFF))"},
          {"[\\x80-\\xff]", R"(bytes(\x80-\xFF))"},
          {"\\xff|a", R"(bytes(a\xFF))"},
          {"é", R"(lit("\xC3\xA9"))"},
          {"(?i)ké", R"(cat(class(Kk), lit("\xC3\xA9")))"},
      },
      kBytes);
}

TEST_CASE("errors show the place") {
  check({
      {"(foo", "regex parse error:\n    (foo\n    ^\nerror: unclosed group"},
      {"é)", "regex parse error:\n    é)\n     ^\nerror: unopened group"},
      {"(?P<a>x)(?P<a>y)",
       "regex parse error:\n    (?P<a>x)(?P<a>y)\n        ^       ^\n"
       "error: duplicate capture group name"},
      {"a{,2}",
       "regex parse error:\n    a{,2}\n      ^\n"
       "error: repetition quantifier expects a valid decimal"},
      {"x(?=a)",
       "regex parse error:\n    x(?=a)\n     ^^^\n"
       "error: look-around, including look-ahead and look-behind, is not supported"},
      {"[z-a]",
       "regex parse error:\n    [z-a]\n     ^^^\n"
       "error: invalid character class range, the start must be <= the end"},
      {"\\p{Foo}",
       "regex parse error:\n    \\p{Foo}\n    ^^^^^^^\nerror: Unicode property not found"},
      {"\\p{Foo}(", "regex parse error:\n    \\p{Foo}(\n           ^\nerror: unclosed group"},
  });
}

TEST_CASE("errors in patterns of several lines have line numbers") {
  const std::string divider(79, '~');
  CHECK(dump("(?P<a>x)\n(?P<a>y)") == "regex parse error:\n" + divider +
                                          "\n1: (?P<a>x)\n       ^\n2: (?P<a>y)\n       ^\n" +
                                          divider + "\nerror: duplicate capture group name");
  CHECK(dump("ab{2\n\n)") == "regex parse error:\n" + divider + "\n1: ab{2\n2: \n3: )\n" + divider +
                                 "\non line 1 (column 3) through line 3 (column 0)\n"
                                 "error: unclosed counted repetition");
}

TEST_CASE("the nest limit counts groups, brackets and repetitions") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  CHECK(parse(nested(250), {}));
  CHECK(dump(nested(251))
            .ends_with("error: exceed the maximum number of nested parentheses/brackets (250)"));
  CHECK(!parse("a" + std::string(251, '*'), {}));
  CHECK(!parse(std::string(200000, '('), {}));
  CHECK(!parse(std::string(200000, '['), {}));
  CHECK(!parse("a" + std::string(200000, '+'), {}));
  CHECK(!parse(nested(100000), {}));
}

TEST_CASE("patterns that are not UTF-8 are refused") {
  CHECK(dump("a\xFFz") == "the pattern is not valid UTF-8 from byte offset 1 on");
}

TEST_CASE("smart case looks at literals") {
  const auto found = [](std::string_view pattern) {
    const auto result = literal_case(pattern, {});
    REQUIRE(result);
    return std::pair(result->has_literal, result->has_uppercase);
  };
  CHECK(found("foo") == std::pair(true, false));
  CHECK(found("\\pL\\W.") == std::pair(false, false));
  CHECK(found("[E]conomie") == std::pair(true, true));
  CHECK(found("[a-z--\\n]|Σ{0}").second);
  CHECK(found("\\x41") == std::pair(true, true));
  CHECK(found("(?<N>a)[[:upper:]]") == std::pair(true, false));
  CHECK(!literal_case("(", {}));
}

TEST_CASE("texts as patterns") {
  const std::vector<std::string> patterns = {"a", "(b"};
  CHECK(join_patterns(patterns) == "(?:a)|(?:(b)");
  CHECK(join_patterns({}).empty());
  CHECK(escape("a.b-[") == "a\\.b\\-\\[");
  CHECK(is_plain("a b/é"));
  CHECK(!is_plain("a}"));
  CHECK(to_string(literal_hir("a.\xFFk", {}).root) == R"(lit("a.\xFFk"))");
  CHECK(to_string(literal_hir("-\xFFk", {.ignore_case = true}).root) ==
        R"(cat(lit("-\xFF"), class(Kk\x{212A})))");
  CHECK(to_string(literal_hir("", {}).root) == "empty");
}

TEST_CASE("an alternation renumbers the groups") {
  std::vector<Hir> parts = {*parse("(a)(?<x>b)", {}), *parse("c(?<y>d)", {})};
  const Hir whole = alternation(std::move(parts));
  CHECK(whole.capture_names == std::vector<std::string>{"", "", "x", "y"});
  CHECK(to_string(whole.root) ==
        R"(alt(cat(cap(1, lit("a")), cap(2 x, lit("b"))), cat(lit("c"), cap(3 y, lit("d")))))");
  CHECK(to_string(alternation({}).root) == "class()");
  CHECK(to_string(alternation({*parse("a", {})}).root) == R"(lit("a"))");
}

TEST_CASE("the line terminator goes out of classes and is refused in literals") {
  const auto stripped = [](std::string_view pattern, char terminator = '\n') {
    Hir hir = *parse(pattern, {});
    const auto result = strip_line_terminator(hir.root, terminator);
    return result ? to_string(hir.root) : result.error().message;
  };
  CHECK(stripped("[\\n-\\x0C]") == R"(class(\x0B-\x0C))");
  CHECK(stripped("a[\\nb]+") == R"(cat(lit("a"), rep(1..inf, lit("b"))))");
  CHECK(stripped("[a\\nb]c") == R"(cat(class(a-b), lit("c")))");
  CHECK(stripped("(\\n|a)") == R"(cap(1, lit("a")))");
  CHECK(stripped("[a&&b]\\s{0}") == "class()");
  CHECK(stripped("a\\nb") == R"(the literal "\n" is not allowed in a regex)");
  CHECK(stripped("(?:a|[\\n])?") == R"(rep(0..1, lit("a")))");
  CHECK(stripped("ab|\\x00", '\0') == R"(the literal "\0" is not allowed in a regex)");
  CHECK(stripped("\\r", '\r') == R"(the literal "\r" is not allowed in a regex)");
}

TEST_CASE("a banned byte is refused where it is needed") {
  const auto verdict = [](std::string_view pattern) {
    const auto result = check_banned_byte(parse(pattern, {})->root, '\0');
    return result ? "" : result.error().message;
  };
  CHECK(verdict("a\\x00b") == R"(pattern contains "\0" but it is impossible to match)");
  CHECK(!verdict("(x|y\\x00)?").empty());
  CHECK(verdict("[\\x00a].").empty());
}

}  // namespace common::regex
