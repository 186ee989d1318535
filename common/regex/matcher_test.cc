// The matcher as the searcher uses it: whatever the plan, candidates confirmed
// one by one must be exactly the lines that a search line by line finds.
#include "common/regex/matcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/regex/matcher_test_support.h"

namespace common::regex {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::size_t> by_line(const Matcher& matcher, std::string_view text) {
  Scratch scratch = matcher.make_scratch();
  std::vector<std::size_t> found;
  for (const std::string_view line : lines_of(text)) {
    Span match;
    if (matcher.find(line, 0, scratch, match) == Found::Yes) {
      found.push_back(static_cast<std::size_t>(line.data() - text.data()));
    }
  }
  return found;
}

std::vector<std::size_t> by_candidates(const Matcher& matcher, std::string_view text) {
  Scratch scratch = matcher.make_scratch();
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < text.size();) {
    const Candidate candidate = matcher.find_candidate_line(text, at, scratch);
    if (candidate.kind == Candidate::None) break;
    REQUIRE(candidate.position >= at);
    const std::size_t before =
        candidate.position == 0 ? std::string_view::npos : text.rfind('\n', candidate.position - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', candidate.position), text.size());
    REQUIRE(start >= at);
    if (candidate.kind == Candidate::Confirmed ||
        matcher.is_match(text.substr(start, end - start), 0, scratch) == Found::Yes) {
      found.push_back(start);
    }
    at = end + 1;
  }
  return found;
}

constexpr const char* kPatterns[] = {
    "foo",
    "foo|bar",
    "bar|foobar",
    "(?i)foo",
    "(?i)kiss",
    "\\w+_\\w+",
    "[A-Z]+_RESUME",
    "^$",
    "^",
    "$",
    "x*",
    "\\bfoo\\b",
    "\\Bo",
    "\\p{Greek}",
    "\\w+\\p{Greek}",
    "\\w{3}\\s+\\w{3}",
    "^foo",
    "foo$",
    "^foo$",
    "(foo|bar)+baz",
    "fo+bar",
    "a.c",
    "(?i)straße",
    "\\d+\\.\\d+",
    "(a|ab)(c|bcd)",
    "foo.*bar",
    "[^a-z]+$",
    "\\s+$",
    "(?i)σ",
    "\\bя",
    "é\\b",
    "\\w+$",
    "(?:)",
    "zq|qz|[xy]zz",
    "\\b\\w{4}\\b",
    "(?-u)\\xff",
    "\\S{6,}",
    "o\\b",
    "\\b{start-half}b",
    "\\<f",
    "fo{2,3}[^b]",
};

constexpr std::string_view kText =
    "foo bar\n\nfoobar foobarbaz\nFOO BAR kiss Ki\xC5\xBFs \xE2\x84\xAAISS\nFREEZE_RESUME a_b\n"
    "\xCE\xB1\xCE\xB2 \xCE\xA3\xCF\x83\nx\xCE\xB1\xCE\xB2\n \n\t\nabc axc a\xC3\xA9"
    "c\nabcd 3.14 2.\nfoo\nfooo fo\n\xD1\x8F\xD0\xB9 x\xD1\x8F caf\xC3\xA9 caf\xC3\xA9s\n"
    "Stra\xC3\x9F"
    "e STRASSE\nbroken \xFF \x80 foo\xC3 \xE2\x82 b\nfoo and then bar\n   trailing \n"
    "abc def ghi\nxzz\nlast line without end foo";

TEST_CASE("candidates are the lines that match") {
  for (const char* pattern : kPatterns) {
    for (const CaseMode case_mode : {CaseMode::Sensitive, CaseMode::Insensitive, CaseMode::Smart}) {
      for (const Boundary boundary : {Boundary::None, Boundary::Word, Boundary::Line}) {
        for (const bool crlf : {false, true}) {
          const Matcher matcher = compiled(
              {.patterns = {pattern}, .case_mode = case_mode, .boundary = boundary, .crlf = crlf});
          CAPTURE(pattern);
          CAPTURE(static_cast<int>(case_mode));
          CAPTURE(static_cast<int>(boundary));
          CAPTURE(matcher.describe());
          REQUIRE(!matcher.can_match_line_terminator());
          CHECK(by_candidates(matcher, kText) == by_line(matcher, kText));
        }
      }
    }
  }
}

// Long enough for the blocks of Dfa::find_line and the verdict on candidates.
TEST_CASE("candidates in a large buffer") {
  std::string filler;
  for (int i = 0; i < 900; ++i) filler += "nothing of note in line " + std::to_string(i) + "\n";
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += filler.substr(0, filler.size() / static_cast<std::size_t>(i + 1));
    if (text.back() != '\n') text += '\n';
    text += kText;
    text += '\n';
  }
  for (const char* pattern : kPatterns) {
    for (const bool crlf : {false, true}) {
      const Matcher matcher = compiled({.patterns = {pattern}, .crlf = crlf});
      CAPTURE(pattern);
      CAPTURE(matcher.describe());
      CHECK(by_candidates(matcher, text) == by_line(matcher, text));
    }
  }
  const Matcher anchored = compiled({.patterns = {"(?:[d-x][0-9]|o )+$|^[a-f]\\w+ .*[x-z]$"}});
  CHECK(by_candidates(anchored, text) == by_line(anchored, text));
}

TEST_CASE("PCRE2 agrees with the default engine where both can") {
  for (const char* pattern : kPatterns) {
    const std::string_view view(pattern);
    if (view.find("(?-u)") != view.npos || view.find("\\b{") != view.npos ||
        view.find("\\<") != view.npos) {
      continue;
    }
    for (const CaseMode case_mode : {CaseMode::Sensitive, CaseMode::Insensitive}) {
      for (const Boundary boundary : {Boundary::None, Boundary::Word, Boundary::Line}) {
        RegexSpec spec{.patterns = {pattern}, .case_mode = case_mode, .boundary = boundary};
        const Matcher regular = compiled(spec);
        spec.engine = EngineChoice::Pcre2;
        const Matcher pcre2 = compiled(spec);
        CAPTURE(pattern);
        CAPTURE(static_cast<int>(case_mode));
        CAPTURE(static_cast<int>(boundary));
        // Its words and case rules differ next to what is not valid UTF-8.
        const std::string_view valid = kText.substr(0, kText.find("broken"));
        CHECK(by_candidates(pcre2, valid) == by_line(pcre2, valid));
        CHECK(by_line(regular, valid) == by_line(pcre2, valid));
      }
    }
  }
}

TEST_CASE("PCRE2 and automatic choice") {
  const Matcher matcher =
      compiled({.patterns = {"(?<first>\\w)\\g{first}(?=x)"}, .engine = EngineChoice::Auto});
  Scratch scratch = matcher.make_scratch();
  std::vector<std::optional<Span>> groups;
  REQUIRE(matcher.captures("aab bbx", 0, scratch, groups) == Found::Yes);
  CHECK(groups[0] == Span{4, 6});
  CHECK(groups[1] == Span{4, 5});
  CHECK(matcher.capture_names() == std::vector<std::string>{"", "first"});
  const Result<Matcher> neither =
      Matcher::compile({.patterns = {"("}, .engine = EngineChoice::Auto});
  REQUIRE(!neither);
  CHECK(neither.error().message.ends_with(
      "PCRE2: error compiling pattern at offset 5: missing closing parenthesis"));

  const Matcher slow = compiled({.patterns = {"(x+x+)+y"}, .engine = EngineChoice::Pcre2});
  Scratch slow_scratch = slow.make_scratch();
  CHECK(slow.is_match(std::string(3000, 'x') + "z", 0, slow_scratch) != Found::Yes);
}

TEST_CASE("matches and groups") {
  const Matcher matcher = compiled({.patterns = {"(?P<key>\\w+)=(\\d+)?", "(x)y"}});
  Scratch scratch = matcher.make_scratch();
  std::vector<std::optional<Span>> groups;
  REQUIRE(matcher.captures("  width=40", 0, scratch, groups) == Found::Yes);
  REQUIRE(groups.size() == 4);
  CHECK(groups[0] == Span{2, 10});
  CHECK(groups[1] == Span{2, 7});
  CHECK(groups[2] == Span{8, 10});
  CHECK(!groups[3]);
  CHECK(matcher.capture_names() == std::vector<std::string>{"", "key", "", ""});
  REQUIRE(matcher.captures("xy", 0, scratch, groups) == Found::Yes);
  CHECK(groups[3] == Span{0, 1});
}

TEST_CASE("what reaches beyond a line") {
  CHECK(!compiled({.patterns = {"a\\s+b"}}).can_match_line_terminator());
  CHECK(compiled({.patterns = {"\\Aa"}}).can_match_line_terminator());
  CHECK(compiled({.patterns = {"a\\s+b"}, .multi_line = true}).can_match_line_terminator());
  CHECK(!compiled({.patterns = {"a.b"}, .multi_line = true}).can_match_line_terminator());
  CHECK(compiled({.patterns = {"^ab"}, .multi_line = true}).can_match_line_terminator());
}

TEST_CASE("patterns that are refused") {
  const auto message = [](const RegexSpec& spec) {
    const Result<Matcher> matcher = Matcher::compile(spec);
    return matcher ? std::string() : matcher.error().message;
  };
  CHECK(message({.patterns = {"\\w{1000}{100}"}}) ==
        "compiled regex exceeds size limit of 104857600");
  CHECK(message({.patterns = {"a", "("}}).starts_with("regex parse error:\n    (?:a)|(?:()\n"));
  CHECK(message({.patterns = {"a\\x00"}, .ban_nul = true})
            .starts_with("pattern contains \"\\0\" but it is impossible to match\n\nConsider"));
  CHECK(
      message({.patterns = {"a\nb"}, .fixed_strings = true})
          .starts_with("the literal \"\\n\" is not allowed in a regex\n\nConsider enabling multi"));
  CHECK(message({.patterns = {"(?=a)"}}).ends_with("and look-around."));
}

TEST_CASE("parts of a haystack that cannot hold a match") {
  const auto overlap = [](const std::string& pattern, bool is_pcre2 = false) {
    RegexSpec spec{.patterns = {pattern}, .multi_line = true};
    if (is_pcre2) spec.engine = EngineChoice::Pcre2;
    const auto matcher = Matcher::compile(spec);
    REQUIRE(matcher.has_value());
    const auto size = matcher->part_overlap();
    if (size) CHECK(matcher->part_may_match("some foxes\nand so on"));
    if (size) CHECK(!matcher->part_may_match("......"));
    return size;
  };
  CHECK(overlap("fox") == 2);
  CHECK(overlap(R"(foxes\s+and)") == 4);
  CHECK(overlap(R"([xyz]\s?[^a])") == 0);
  CHECK(overlap("x*") == std::nullopt);
  CHECK(overlap(R"((?<=f)ox)", true) == 0);
  CHECK(overlap("x*", true) == std::nullopt);
}

}  // namespace
}  // namespace common::regex
