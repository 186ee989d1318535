#include <doctest/doctest.h>

#include "mux/action/copy_script_test_support.h"
#include "mux/model/scroll.h"
#include "mux/model/search.h"

namespace mux::action {
namespace {

using input::CopyKeys;
using input::Mode;

std::string numbered_lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "line " + std::to_string(i) + " (x)\n";
  return text;
}

TEST_CASE("a search goes to matches as it is typed") {
  CopyScript script(numbered_lines(50));
  script.type("g / l i n e Space 3");
  CHECK(script.cursor() == "3,0");
  script.type("4");
  CHECK(script.cursor() == "34,0");
  script.type("Backspace Backspace 9");
  CHECK(script.cursor() == "9,0");
  CHECK(script.mode() == Mode::CopySearch);
  script.type("Enter n");
  CHECK(script.mode() == Mode::Copy);
  CHECK(script.cursor() == "9,0");  // Around the end: there is one alone.
  script.type("g / 7 Ctrl c");
  CHECK(script.cursor() == "0,0");
  CHECK(script.pane(0).search.pattern.empty());
}

TEST_CASE("searches go both ways and around the end") {
  CopyScript script(numbered_lines(50));
  script.type("g ? e Space 1 $ Backspace Enter");
  CHECK(script.cursor() == "19,3");
  script.type("n");
  CHECK(script.cursor() == "18,3");
  script.type("N N");
  CHECK(script.cursor() == "1,3");
  script.type("2 n");
  CHECK(script.cursor() == "18,3");
}

TEST_CASE("patterns are regular expressions for vi and plain text for emacs") {
  CopyScript vi(numbered_lines(50));
  vi.type("g / ^ l . * [ 4 5 ] 7 Enter");
  CHECK(vi.cursor() == "47,0");
  CopyScript emacs(numbered_lines(50), CopyKeys::Emacs);
  emacs.type("Alt < Ctrl s 7 Space ( x Enter");
  CHECK(emacs.cursor() == "7,5");
  emacs.type("Ctrl s 1 . Space Alt r");
  CHECK(emacs.cursor() == "10,5");
}

TEST_CASE("a pattern that is none says why and marks nothing") {
  CopyScript script(numbered_lines(5));
  script.type("g / ( 3");
  CHECK(script.pane(0).search.error == "unclosed group");
  CHECK(model::matches_in(script.pane(0), 0, 10).empty());
  CHECK(model::search_title(script.pane(0).search) == "(3: unclosed group");
  CHECK(script.cursor() == "0,0");
  script.type(")");
  CHECK(script.pane(0).search.error.empty());
  CHECK(script.cursor() == "3,5");
  script.type("Ctrl u w x y z Enter n");
  CHECK(script.error == "not found: wxyz");
}

TEST_CASE("capitals make case matter, or a switch does") {
  CopyScript script("Word word\nWORD words\n");
  const auto count = [&] { return model::matches_in(script.pane(0), 0, 10).size(); };
  script.type("/ w o r d");
  CHECK(count() == 4);
  script.type("Alt o");
  CHECK(count() == 3);
  script.type("Alt c");
  CHECK(count() == 1);
  script.type("Alt o Alt c Ctrl u W o");
  CHECK(count() == 1);
}

TEST_CASE("matches go over the ends of rows but not of lines") {
  CopyScript script("aaaa bbbb cccc dddd\neeee\n\xe4\xb8\xad\xe6\x96\x87x\n", CopyKeys::Vi,
                    {.columns = 7, .rows = 6});
  const auto matches = [&](std::string_view pattern) {
    model::set_pattern(script.pane(0), pattern);
    script.pane(0).search.is_regex = true;
    std::string text;
    for (const model::TextSpan& span : model::matches_in(script.pane(0), 0, 100)) {
      text += fmt::format("{},{}-{},{} ", span.begin.line, span.begin.column, span.end.line,
                          span.end.column);
    }
    return text;
  };
  CHECK(matches("bbbb") == "0,5-1,2 ");
  CHECK(matches("d.?e") == "");
  CHECK(matches("d\\s*e") == "");
  CHECK(matches("^e") == "3,0-3,1 ");
  CHECK(matches("dddd$") == "2,1-2,5 ");
  CHECK(matches("a+|b+") == "0,0-0,4 0,5-1,2 ");
  CHECK(matches("\xe6\x96\x87") == "4,2-4,4 ");
  CHECK(matches("x*y*") == "4,4-4,5 ");
  CHECK(matches("\\Aaaaa") == "0,0-0,4 ");
}

TEST_CASE("the word at the cursor") {
  CopyScript script("foo bar foo\nbar.foo foo\n");
  script.type("g *");
  CHECK(script.cursor() == "0,8");
  script.type("n");
  CHECK(script.cursor() == "1,4");
  script.type("g 0 #");
  CHECK(script.cursor() == "1,8");
}

TEST_CASE("the search of scroll mode starts at the bottom") {
  CopyScript script(numbered_lines(50));
  script.type("q");
  script.run("switch-mode entersearch");
  script.run(input_call("search-input", "ine 1"));
  CHECK(script.pane(0).search.current->begin == model::TextPosition{.line = 19, .column = 1});
  script.type("Enter p");
  CHECK(script.pane(0).search.current->begin.line == 18);
  script.type("n n");
  CHECK(script.pane(0).search.current->begin.line == 19);
  script.type("w n");
  CHECK(script.pane(0).search.current->begin.line == 1);
  script.type("Enter");
  CHECK(script.mode() == Mode::Normal);
  CHECK(script.pane(0).search.pattern.empty());
}

}  // namespace
}  // namespace mux::action
