#include "lint/suppress/add_comments.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/parser/parsed.h"
#include "lint/registry/codes.h"

namespace lint {

namespace {

constexpr CommentStyle kNoqa{};
constexpr CommentStyle kIgnore{.kind = CommentStyle::Kind::Ignore};

// With comments for an F841 at each "bad" and an E501 at each "long".
CommentedText commented(const std::string& text, CommentStyle style, bool is_preview = false) {
  std::vector<Diagnostic> findings;
  const auto add_all = [&](std::string_view word, RuleId rule) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const auto start = static_cast<std::uint32_t>(at);
      findings.push_back({.rule = rule, .range = {start, start + 1}});
    }
  };
  add_all("bad", codes::F841);
  add_all("long", codes::E501);
  add_all("clock", codes::shared_clock_mock);
  const parser::Parsed parsed = parser::parse(text);
  const Suppressions suppressions({parsed.text(), parsed.tokens(), parsed.comments()},
                                  {.is_preview = is_preview});
  return add_comments(suppressions, style, findings);
}

std::string noqa(const std::string& text) {
  return commented(text, kNoqa).text;
}
std::string ignore(const std::string& text) {
  return commented(text, kIgnore).text;
}

}  // namespace

TEST_CASE("comments go behind their lines") {
  CHECK(noqa("bad + long\nx\n") == "bad + long  # noqa: E501, F841\nx\n");
  CHECK(noqa("x = '''bad\n'''\n") == "x = '''bad\n'''  # noqa: F841\n");
  CHECK(noqa("bad \t\n") == "bad  # noqa: F841\n");
  CHECK(noqa("bad") == "bad  # noqa: F841\n");
  CHECK(ignore("bad + long\n") == "bad + long  # ruff: ignore[E501, F841]\n");
}

TEST_CASE("comments that are there get more codes") {
  CHECK(noqa("bad # noqa: E501 why\n") == "bad  # noqa: E501, F841\n");
  CHECK(noqa("bad # why # noqa:E501\n") == "bad # why  # noqa: E501, F841\n");
  CHECK(ignore("bad # ruff: ignore[E501] why\n") == "bad  # ruff: ignore[E501, F841]\n");
  CHECK(ignore("# ruff: ignore[E501]\nbad\n") == "# ruff: ignore[E501, F841]\nbad\n");
}

TEST_CASE("comments of the other kind stay") {
  CHECK(noqa("bad # ruff: ignore[E501]\n") == "bad # ruff: ignore[E501]  # noqa: F841\n");
  CHECK(ignore("bad # noqa: E501\n") == "bad # noqa: E501  # ruff: ignore[F841]\n");
}

TEST_CASE("what is suppressed needs no comment") {
  for (const std::string text : {"bad  # noqa\n", "bad  # noqa: F841\n", "# ruff: noqa\nbad\n",
                                 "bad  # ruff: ignore[F841]\n"}) {
    CHECK(noqa(text) == text);
    CHECK(commented(text, kIgnore).count == 0);
  }
}

TEST_CASE("the reason and line ends") {
  CHECK(commented("bad\r\n", {.line_end = "\r\n", .reason = "why"}).text ==
        "bad  # noqa: F841 why\r\n");
}

TEST_CASE("names") {
  CHECK(commented("bad\n", kIgnore, true).text == "bad  # ruff: ignore[unused-variable]\n");
  CHECK(commented("bad\n", kNoqa, true).text == "bad  # noqa: F841\n");
  const CommentedText without_code = commented("clock\n", kNoqa, true);
  CHECK(without_code.text == "clock\n");
  CHECK(without_code.has_rules_without_code);
  CHECK(commented("clock\n", kIgnore, true).text == "clock  # ruff: ignore[shared-clock-mock]\n");
}

TEST_CASE("comments are counted by line") {
  const CommentedText result = commented("bad + long\nbad  # noqa: E501\nx\n", kNoqa);
  CHECK(result.count == 2);
}

TEST_CASE("an edit for each finding by itself") {
  const parser::Parsed parsed = parser::parse("x + y\n");
  const Suppressions suppressions({parsed.text(), parsed.tokens(), parsed.comments()}, {});
  const std::vector<Diagnostic> findings = {{.rule = codes::F841, .range = {0, 1}},
                                            {.rule = codes::E501, .range = {4, 5}},
                                            {.rule = kSyntaxError, .range = {4, 5}}};
  const auto edits = suppression_edits(suppressions, kNoqa, findings);
  REQUIRE(edits.size() == 3);
  CHECK(edits[0]->content == "  # noqa: F841\n");
  CHECK(edits[1]->content == "  # noqa: E501\n");
  CHECK_FALSE(edits[2]);
}

}  // namespace lint
