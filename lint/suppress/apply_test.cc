#include "lint/suppress/apply.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/parser/parsed.h"
#include "lint/registry/catalogue.h"
#include "lint/registry/codes.h"

namespace lint {

namespace {

struct Case {
  std::string text;
  RuleSet enabled = {};
  bool is_preview = false;
  bool is_valid_syntax = true;
  bool keeps_all = false;
  std::vector<std::string> external = {};
};

RuleSet rules(std::initializer_list<RuleId> list) {
  RuleSet set;
  for (RuleId rule : list) set.insert(rule);
  return set;
}

// An F841 for every "bad" in the text and an E501 for every "long".
std::vector<Diagnostic> findings_in(const std::string& text) {
  std::vector<Diagnostic> findings;
  const auto add_all = [&](std::string_view word, RuleId rule) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const auto start = static_cast<std::uint32_t>(at);
      const TextRange range{start, start + static_cast<std::uint32_t>(word.size())};
      findings.push_back({.rule = rule, .range = range, .message = std::string(word)});
    }
  };
  add_all("bad", codes::F841);
  add_all("long", codes::E501);
  return findings;
}

std::vector<Diagnostic> apply(const Case& c, std::vector<Diagnostic> findings) {
  const parser::Parsed parsed = parser::parse(c.text);
  const Suppressions suppressions({parsed.text(), parsed.tokens(), parsed.comments()},
                                  {.external = c.external, .is_preview = c.is_preview});
  apply_suppressions(
      suppressions,
      {.enabled = c.enabled, .is_valid_syntax = c.is_valid_syntax, .keeps_all = c.keeps_all},
      findings);
  return findings;
}

// "F841: bad|RUF100: Unused ... -> text with all fixes of comments|"
std::string outcome(const Case& c) {
  std::string out;
  for (const Diagnostic& finding : apply(c, findings_in(c.text))) {
    out += std::string(row_of(finding.rule).code) + ": " + finding.message;
    if (finding.fix) {
      std::string fixed = c.text;
      for (std::size_t i = finding.fix->edits.size(); i-- > 0;) {
        const Edit& edit = finding.fix->edits[i];
        fixed.replace(edit.range.start, edit.range.size(), edit.content);
      }
      out += " -> " + fixed;
    }
    out += "|";
  }
  return out;
}

const RuleSet kUnused = rules({codes::F841, codes::RUF100});

}  // namespace

TEST_CASE("comments drop findings of their line") {
  CHECK(outcome({.text = "bad  # noqa\nbad  # noqa: F841\nlong  # noqa: F841\nbad\n"}) ==
        "F841: bad|E501: long|");
  CHECK(outcome({.text = "bad = '''\n'''  # noqa\n"}).empty());
  CHECK(outcome({.text = "# noqa\nbad\n"}) == "F841: bad|");
}

TEST_CASE("old codes and names of rules") {
  CHECK(outcome({.text = "bad  # ruff: ignore[unused-variable]\n"}) == "F841: bad|");
  CHECK(outcome({.text = "bad  # ruff: ignore[unused-variable]\n", .is_preview = true}).empty());
  std::vector<Diagnostic> findings = {{.rule = codes::TC001, .range = {0, 1}, .message = "x"}};
  CHECK(apply({.text = "x  # noqa: TCH001\n"}, findings).empty());
}

TEST_CASE("directives for the file") {
  CHECK(outcome({.text = "bad\n# ruff: noqa\nlong\n"}).empty());
  CHECK(outcome({.text = "bad\n# ruff: noqa: F841\nlong\n"}) == "E501: long|");
  CHECK(outcome({.text = "bad\nx = 1  # ruff: noqa\n"}) == "F841: bad|");
}

TEST_CASE("the parent's line counts, too") {
  std::vector<Diagnostic> findings = {
      {.rule = codes::F401, .range = {19, 20}, .message = "a", .parent = 0}};
  const std::string text = "from m import (  # noqa\n    a,\n)\n";
  CHECK(apply({.text = text}, findings).empty());
}

TEST_CASE("a dropped finding leaves its place to the last") {
  CHECK(outcome({.text = "bad1\nbad2  # noqa\nbad3\nlong\n"}) == "F841: bad|E501: long|F841: bad|");
}

TEST_CASE("syntax errors and PGH004 are never dropped") {
  std::vector<Diagnostic> findings = {{.rule = kSyntaxError, .range = {0, 1}, .message = "e"},
                                      {.rule = codes::PGH004, .range = {0, 1}, .message = "p"}};
  CHECK(apply({.text = "x  # noqa\n"}, findings).size() == 2);
}

TEST_CASE("unused noqa comments") {
  CHECK(outcome({.text = "x  # noqa\n", .enabled = kUnused}) ==
        "RUF100: Unused blanket `noqa` directive -> x\n|");
  CHECK(outcome({.text = "x  # noqa: F841, E501, E501\n", .enabled = kUnused}) ==
        "RUF100: Unused `noqa` directive (unused: `F841`; non-enabled: `E501`; duplicated: "
        "`E501`) -> x\n|");
  CHECK(outcome({.text = "bad  # noqa:E501,F841 why\n", .enabled = kUnused}) ==
        "RUF100: Unused `noqa` directive (non-enabled: `E501`) -> bad  # noqa: F841 why\n|");
  CHECK(outcome({.text = "# flake8: noqa: F841\n", .enabled = kUnused}) ==
        "RUF100: Unused `noqa` directive (unused: `F841`) -> |");
}

TEST_CASE("what keeps a noqa comment from being unused") {
  CHECK(outcome({.text = "x  # noqa: V101\n", .enabled = kUnused}).empty());
  CHECK(outcome({.text = "x  # noqa: F841\n", .enabled = kUnused, .external = {"F8"}}).empty());
  CHECK(outcome({.text = "x  # noqa: RUF100, F841\n", .enabled = kUnused}).empty());
  CHECK(outcome({.text = "x  # noqa\n", .enabled = rules({codes::F841})}).empty());
  CHECK(outcome({.text = "x  # noqa\nif\n", .enabled = kUnused, .is_valid_syntax = false}).empty());
  CHECK(outcome({.text = "# ruff: noqa\nx  # noqa\n", .enabled = kUnused}).empty());
}

TEST_CASE("unused range comments") {
  CHECK(outcome({.text = "x  # ruff: ignore[F841, E501]\n", .enabled = kUnused}) ==
        "RUF100: Unused suppression (unused: `F841`; non-enabled: `E501`) -> x\n|");
  CHECK(outcome({.text = "# ruff: disable[E501,F841]\nbad\n# ruff: enable[E501, F841]\n",
                 .enabled = kUnused}) ==
        "RUF100: Unused suppression (non-enabled: `E501`) -> # ruff: disable[F841]\nbad\n# ruff: "
        "enable[F841]\n|");
}

TEST_CASE("removing a comment among others is unsafe") {
  const auto safety = [](std::string text) {
    return apply({.text = std::move(text), .enabled = kUnused}, {}).at(0).fix->applicability;
  };
  CHECK(safety("x  # ruff: ignore[F841]\n") == Applicability::Safe);
  CHECK(safety("x  # why # ruff: ignore[F841]\n") == Applicability::Unsafe);
}

TEST_CASE("the other rules about comments") {
  const RuleSet all = rules(
      {codes::RUF101, codes::RUF102, codes::RUF103, codes::RUF104, codes::PGH004, codes::F841});
  CHECK(outcome({.text = "x  # noqa: TCH001\n", .enabled = all}) ==
        "RUF101: `TCH001` is a redirect to `TC001` -> x  # noqa: TC001\n|");
  CHECK(outcome({.text = "x  # noqa: F841, XYZ1, E501\n", .enabled = all}) ==
        "RUF102: Invalid rule code in `# noqa`: XYZ1 -> x  # noqa: F841, E501\n|");
  CHECK(outcome({.text = "x  # noqa: XYZ1, F841\n", .enabled = all}) ==
        "RUF102: Invalid rule code in `# noqa`: XYZ1 -> x  # noqa: F841\n|");
  CHECK(outcome({.text = "x  # ruff: ignore[XYZ1]\n", .enabled = all}) ==
        "RUF102: Invalid rule code in suppression: XYZ1 -> x\n|");
  CHECK(outcome({.text = "x  # ruff: foo[F841]\n", .enabled = all}) ==
        "RUF103: Invalid suppression comment: unknown ruff directive -> x\n|");
  CHECK(outcome({.text = "# ruff: disable[F841]\nbad\n", .enabled = all}) ==
        "RUF104: Suppression comment without matching `#ruff:enable` comment|");
  CHECK(outcome({.text = "x  # noqa F841\n", .enabled = all}) ==
        "PGH004: Use a colon when specifying `noqa` rule codes -> x  # noqa: F841\n|");
  CHECK(outcome({.text = "x  # noqa\n# ruff: noqa\n", .enabled = all}) ==
        "PGH004: Use specific rule codes when using `ruff: noqa`|PGH004: Use specific rule codes "
        "when using `noqa`|");
}

TEST_CASE("newer ways to write comments") {
  const RuleSet all = rules({codes::RUF105, codes::RUF106, codes::F841});
  CHECK(outcome({.text = "bad  # noqa\n", .enabled = all, .is_preview = true}) ==
        "RUF105: `noqa` comment used instead of `ruff: ignore` -> bad  # ruff: ignore[F841]\n|");
  CHECK(outcome({.text = "# ruff: noqa: F841\nbad\n", .enabled = all, .is_preview = true}) ==
        "RUF105: `ruff: noqa` comment used instead of `ruff: file-ignore` -> # ruff: "
        "file-ignore[F841]\nbad\n|");
  CHECK(outcome({.text = "bad  # ruff: ignore[F841]\n", .enabled = all, .is_preview = true}) ==
        "RUF106: Rule code used instead of name in suppression comment -> bad  # ruff: "
        "ignore[unused-variable]\n|");
}

TEST_CASE("findings know where their noqa comment would stand") {
  const std::vector<Diagnostic> findings = apply({.text = "bad = '''\n'''\n"}, findings_in("bad"));
  CHECK(findings.at(0).noqa_offset == 13);
}

TEST_CASE("keeping all findings, comments are looked at for some rules only") {
  const std::string text = "x  # ruff: foo\n";
  const RuleSet malformed = rules({codes::RUF103});
  CHECK(apply({.text = text, .enabled = malformed, .keeps_all = true}, {}).empty());
  const RuleSet both = rules({codes::RUF103, codes::RUF100});
  CHECK(apply({.text = text, .enabled = both, .keeps_all = true}, {}).size() == 1);
}

TEST_CASE("all findings can be kept") {
  CHECK(outcome({.text = "bad  # noqa\nx  # noqa\n", .enabled = kUnused, .keeps_all = true}) ==
        "F841: bad|RUF100: Unused blanket `noqa` directive -> bad  # noqa\nx\n|");
}

TEST_CASE("rules may ask whether a noqa comment is there") {
  const std::string text = "x = '''\n'''  # noqa: F841\ny  # ruff: ignore[F841]\n";
  const parser::Parsed parsed = parser::parse(text);
  const Suppressions suppressions({parsed.text(), parsed.tokens(), parsed.comments()}, {});
  CHECK(suppressions.covers(codes::F841, 0));
  CHECK_FALSE(suppressions.covers(codes::F401, 0));
  CHECK_FALSE(suppressions.covers(codes::F841, 26));
}

TEST_CASE("malformed noqa comments are warned of") {
  const parser::Parsed parsed = parser::parse("x  # noqa: a\ny  # ruff: noqa\n");
  const Suppressions suppressions({parsed.text(), parsed.tokens(), parsed.comments()}, {});
  const std::vector<CommentWarning> warnings = suppressions.warnings();
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0].text("p/a.py") ==
        "Unexpected `# ruff: noqa` directive at p/a.py:2. File-level suppression comments must "
        "appear on their own line. For line-level suppression, omit the `ruff:` prefix.");
  CHECK(warnings[1].text("p/a.py") ==
        "Invalid `# noqa` directive on p/a.py:1: expected a comma-separated list of codes (e.g., "
        "`# noqa: F401, F841`).");
}

}  // namespace lint
