#include "lint/config/value_types.h"

#include <doctest/doctest.h>

#include "lint/config/settings.h"

namespace lint::config {
namespace {

bool name_matches(std::string_view pattern, std::string_view name) {
  return NamePattern::create(pattern).value().matches(name);
}

std::string name_error(std::string_view pattern) {
  return NamePattern::create(pattern).error().message;
}

TEST_CASE("name patterns match whole names") {
  CHECK(name_matches("setUp", "setUp"));
  CHECK_FALSE(name_matches("setUp", "setUpClass"));
  CHECK(name_matches("set*", "setUp"));
  CHECK(name_matches("*.b", "a.b"));
  CHECK(name_matches("a?c", "aéc"));
  CHECK(name_matches("[a-c_]x", "_x"));
  CHECK(name_matches("[!a-c]x", "dx"));
  CHECK_FALSE(name_matches("[!a-c]x", "ax"));
  CHECK(name_matches("[]]x", "]x"));
  CHECK(name_matches("**", "anything"));
  CHECK(name_matches("**/a", "a"));
  CHECK(name_matches("{a,b}", "{a,b}"));
}

TEST_CASE("bad name patterns say where") {
  CHECK(name_error("[a") == "Pattern syntax error near position 0: invalid range pattern");
  CHECK(name_error("a**b") ==
        "Pattern syntax error near position 0: recursive wildcards must form a single path "
        "component");
  CHECK(name_error("a***") ==
        "Pattern syntax error near position 3: wildcards are either regular `*` or recursive "
        "`**`");
}

TEST_CASE("the default pattern of dummy variables, run and by its shortcut") {
  const OptionRegex& dummy = LintSettings().dummy_variable_rgx;
  const OptionRegex run(dummy.text());
  const auto agree = [&](std::string_view name, bool is_dummy) {
    CAPTURE(name);
    CHECK(dummy.matches(name) == is_dummy);
    CHECK(run.matches(name) == is_dummy);
  };
  for (const char* name : {"_", "___", "_a", "__é1", "_é", "_a_b", "__init__x"}) agree(name, true);
  for (const char* name : {"", "a", "_a_", "__init__", "a_", "_a b", "_a\n"}) agree(name, false);
}

TEST_CASE("anchors of regexes are the ends of the text") {
  const OptionRegex start = OptionRegex::create("^b").value();
  CHECK(start.matches("b\na"));
  CHECK_FALSE(start.matches("a\nb"));
  CHECK(Flake8Copyright().notice_rgx.matches("# x\n# copyright (c) 2019\n"));
  CHECK(OptionRegex::create("(").error().message.contains("unclosed group"));
}

TEST_CASE("file patterns match paths or names") {
  const FilePatternSet builtin = {"*.py", "venv"};
  CHECK(builtin.matches("/a/b.py"));
  CHECK_FALSE(builtin.matches("/a/venv"));
  CHECK(builtin.matches_path_or_name("/a/venv"));
  const auto user = FilePatternSet::create(
                        {FilePattern::below("src/*.py", "/r[1]"), FilePattern::below("x", "/q")})
                        .value();
  CHECK(user.matches("/r[1]/src/a.py"));
  CHECK_FALSE(user.matches("/r1/src/a.py"));
  CHECK(user.matches("/q/x"));
  CHECK(user.matches_path_or_name("/other/x"));
  CHECK(FilePatternSet::create({FilePattern::below("[a", "/r")}).error().message ==
        "error parsing glob '/r/[a': unclosed character class; missing ']'");
}

TEST_CASE("per-file patterns can be inverted") {
  const auto plain = PerFilePattern::create("src/**.py", "/r").value();
  CHECK(plain.applies_to("/r/src/a/b.py"));
  CHECK_FALSE(plain.applies_to("/r/tests/b.py"));
  const auto inverted = PerFilePattern::create("!src/**.py", "/r").value();
  CHECK_FALSE(inverted.applies_to("/r/src/a/b.py"));
  CHECK(inverted.applies_to("/r/tests/b.py"));
  CHECK(PerFilePattern::create("__init__.py", "/r").value().applies_to("/else/__init__.py"));
}

}  // namespace
}  // namespace lint::config
