#include "common/diag/frame.h"

#include <doctest/doctest.h>

namespace common::diag {
namespace {

TextRange range_of(std::string_view text, std::string_view part) {
  const auto start = static_cast<std::uint32_t>(text.find(part));
  return {start, start + static_cast<std::uint32_t>(part.size())};
}

// The lines under the path.
std::string drawn(std::string_view text, std::vector<Label> labels) {
  const Excerpt excerpt{"f", text, 1, std::move(labels), true};
  std::string out;
  draw({.id = "X", .message = "m"}, {&excerpt, 1}, false, out);
  return out.substr(out.find("  |\n") + 4);
}

TEST_CASE("marks stand under what they mean, however wide it is") {
  constexpr std::string_view kText = "\tx = \"\u65e5\u672c\" + e\u0301 + bad\n";
  CHECK(drawn(kText, {{range_of(kText, "bad"), "here"}}) ==
        "1 |     x = \"\u65e5\u672c\" + e\u0301 + bad\n"
        "  |                      ^^^ here\n");
}

TEST_CASE("an empty range is one column") {
  CHECK(drawn("ab\n", {{{1, 1}}}) == "1 | ab\n  |  ^\n");
  CHECK(drawn("ab\n", {{{3, 3}}}) == "1 | ab\n  |   ^\n");
}

TEST_CASE("a range over several lines has a bar") {
  constexpr std::string_view kText = "f(\n  a,\n  b\n)\nx\n";
  CHECK(drawn(kText, {{range_of(kText, "f(\n  a,\n  b\n)"), "call"}}) ==
        "1 | / f(\n"
        "2 | |   a,\n"
        "3 | |   b\n"
        "4 | | )\n"
        "  | |_^ call\n"
        "5 |   x\n"
        "  |\n");
  CHECK(drawn(kText, {{range_of(kText, "a,\n  b"), ""}}) ==
        "1 |   f(\n"
        "2 | /   a,\n"
        "3 | |   b\n"
        "  | |___^\n"
        "4 |   )\n"
        "5 |   x\n"
        "  |\n");
  constexpr std::string_view kInner = "x = f(\n  a)\n";
  CHECK(drawn(kInner, {{range_of(kInner, "f(\n  a)"), ""}}) ==
        "1 |   x = f(\n"
        "  |  _____^\n"
        "2 | |   a)\n"
        "  | |____^\n");
}

TEST_CASE("labels of one line do not run into one another") {
  constexpr std::string_view kText = "f(a, b)\n";
  CHECK(drawn(kText, {{range_of(kText, "a"), "first", false}, {range_of(kText, "b"), "second"}}) ==
        "1 | f(a, b)\n"
        "  |   -  ^ second\n"
        "  |   |\n"
        "  |   first\n");
  CHECK(
      drawn(kText, {{range_of(kText, "f(a, b)"), "call", false}, {range_of(kText, "a"), "arg"}}) ==
      "1 | f(a, b)\n"
      "  | --^----\n"
      "  | | |\n"
      "  | | arg\n"
      "  | call\n");
}

TEST_CASE("long lines are cut around the marks") {
  const std::string text =
      "x = '" + std::string(300, 'a') + "' + bad + '" + std::string(300, 'b') + "'\n";
  const std::string out = drawn(text, {{range_of(text, "bad")}});
  const std::string line = out.substr(0, out.find('\n'));
  CHECK(line.starts_with("1 | \u2026a"));
  CHECK(line.ends_with("b\u2026"));
  const std::size_t mark = out.find('^', out.find('\n'));
  // The sign is one column and three bytes.
  CHECK(line.find("bad") - 2 == mark - line.size() - 1);
}

TEST_CASE("control characters have signs") {
  CHECK(drawn("a\x01\u202e\u200d\tb\n", {{{0, 1}}}) == "1 | a\u2401\ufffd    b\n  | ^\n");
}

TEST_CASE("places far away have excerpts of their own") {
  const Excerpt excerpts[] = {{"f", "bad\n", 10, {{{0, 3}}}, true},
                              {"f", "def\n", 2, {{{0, 3}, "defined", false}}, true}};
  std::string out;
  draw({.level_name = "help", .message = "m"}, excerpts, false, out);
  CHECK(out ==
        "help: m\n"
        "  --> f:10:1\n"
        "   |\n"
        "10 | bad\n"
        "   | ^^^\n"
        "   |\n"
        "  ::: f:2:1\n"
        "   |\n"
        " 2 | def\n"
        "   | --- defined\n");
}

TEST_CASE("a finding about a file shows no lines") {
  const Excerpt excerpt{"f", "x\n", 1, {{{0, 0}}}, false};
  std::string out;
  draw({.id = "X", .is_fixable = true, .message = "m"}, {&excerpt, 1}, true, out);
  CHECK(out ==
        "\x1b[1m\x1b[91mX\x1b[0m [\x1b[1m\x1b[96m*\x1b[0m]\x1b[1m m\x1b[0m\n"
        "\x1b[1m\x1b[94m--> \x1b[0mf:1:1\n");
}

}  // namespace
}  // namespace common::diag
