#include "common/regex/engine_pcre2.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace common::regex {
namespace {

std::unique_ptr<const Pcre2Engine> pcre2_engine(std::vector<std::string> patterns, CaseMode mode) {
  auto engine = Pcre2Engine::compile({.patterns = std::move(patterns), .case_mode = mode});
  if (!engine) FAIL(engine.error().message);
  return std::move(*engine);
}

std::vector<Span> matches(const Pcre2Engine& engine, std::string_view text) {
  Pcre2Engine::Workspace workspace(engine);
  std::vector<Span> found;
  std::string error;
  Span match;
  for (std::size_t at = 0;
       at <= text.size() && engine.find(text, at, workspace, match, error) == Found::Yes;) {
    found.push_back(match);
    at = match.end + (match.empty() ? 1 : 0);
  }
  CHECK(error.empty());
  return found;
}

// An alternative that never matches keeps the program without Unicode away.
TEST_CASE("ASCII is matched the same without Unicode") {
  const std::vector<std::string> patterns = {
      "\\w+",         "\\b\\w",          "\\s+\\S",   "[^\\w\\s]",  "\\p{Lu}\\p{Ll}*",
      "\\P{L}",       "(?<=a)b",         "(?<!\\w)k", "\\X",        "(\\w)\\1",
      "(?i)K\\B",     "[\\x7f-\\xff]|_", "^\\h*\\d",  "\\d(?=\\D)", "(?<=\\bab)\\d",
      "[^\\xe9]{2}$", "\\R|\\v|\\N"};
  const std::vector<std::string> lines = {
      "", "foo_bar(12, Kk) ab9", "  9 lives\t\x1F\x7F", "aab bba! AB", "k-K \\ {x}", "s\rS"};
  for (const CaseMode mode : {CaseMode::Sensitive, CaseMode::Insensitive}) {
    for (const std::string& pattern : patterns) {
      const auto twice = pcre2_engine({pattern}, mode);
      const auto once = pcre2_engine({pattern, "\u00E9(?!)"}, mode);
      for (const std::string& line : lines) {
        CAPTURE(pattern);
        CAPTURE(line);
        CHECK(matches(*twice, line) == matches(*once, line));
      }
    }
  }
}

TEST_CASE("what is not ASCII is seen behind and before the start of the search") {
  const auto engine = pcre2_engine({"(?<=\u00E9|\\W\\w)b|\\Bc"}, CaseMode::Sensitive);
  CHECK(matches(*engine, "\u00E9b \u00E9c abc") ==
        std::vector<Span>{{2, 3}, {6, 7}, {9, 10}, {10, 11}});
  const auto ascii = pcre2_engine({"(?<=\\w)b"}, CaseMode::Sensitive);
  Pcre2Engine::Workspace workspace(*ascii);
  std::string error;
  Span match;
  CHECK(ascii->find("\u00E9b", 2, workspace, match, error) == Found::Yes);
  CHECK(ascii->find("\xFF"
                    "b",
                    1, workspace, match, error) == Found::No);
}

}  // namespace
}  // namespace common::regex
