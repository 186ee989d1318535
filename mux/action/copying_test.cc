#include <doctest/doctest.h>

#include "mux/action/copy_script_test_support.h"
#include "mux/model/copying.h"
#include "mux/model/scroll.h"

namespace mux::action {
namespace {

using input::CopyKeys;
using input::Mode;

// The cursor stands behind the last line.
constexpr std::string_view kText =
    "one two.three  four\n"
    "\n"
    "  (alpha [beta] gamma)\n"
    "last line\n";

struct MoveCase {
  std::string_view keys;
  std::string_view cursor;
};

TEST_CASE("the cursor moves as vi has it") {
  constexpr MoveCase kCases[] = {
      {"k", "3,0"},
      {"g", "0,0"},
      {"g w", "0,4"},
      {"g w w", "0,7"},
      {"g 3 w", "0,8"},
      {"g W", "0,4"},
      {"g 2 W", "0,15"},
      {"g e", "0,2"},
      {"g 2 e", "0,6"},
      {"g 2 E", "0,12"},
      {"g 5 w", "1,0"},  // An empty line is a word.
      {"g 6 w", "2,2"},
      {"g $", "0,18"},
      {"g $ b", "0,15"},
      {"g $ 2 b", "0,8"},
      {"g $ B B", "0,4"},
      {"g j j ^", "2,2"},
      {"g 1 0 l", "0,10"},
      {"g 1 0 l 0", "0,0"},
      {"g 1 0 l j", "1,0"},
      {"g 1 0 l j j", "2,10"},  // The column is remembered,
      {"g $ j j", "2,21"},      // and the end of lines.
      {"g l l h", "0,1"},
      {"g h", "0,0"},
      {"3 G", "2,0"},
      {"g G", "4,0"},
      {"H", "0,0"},
      {"L", "9,0"},
      {"M", "4,0"},
      {"g }", "1,0"},
      {"g } }", "4,0"},
      {"G { {", "0,0"},
      {"g j j %", "2,21"},
      {"g j j % %", "2,2"},
      {"g j j w w %", "2,14"},
      {"g f t", "0,4"},
      {"g t t", "0,3"},
      {"g f t ;", "0,8"},
      {"g f t ; ,", "0,4"},
      {"g t t ;", "0,7"},
      {"g $ F o", "0,16"},
      {"g $ 2 F o", "0,6"},
      {"g $ T o", "0,17"},
      {"g f Space", "0,3"},
      {"g f Esc l", "0,1"},
      {"g )", "1,0"},
      {"k k k ( (", "0,0"},
  };
  for (const MoveCase& one : kCases) {
    CopyScript script(kText);
    script.type(one.keys);
    CAPTURE(one.keys);
    CHECK(script.cursor() == one.cursor);
  }
}

TEST_CASE("the cursor moves as emacs has it") {
  constexpr MoveCase kCases[] = {
      {"Alt <", "0,0"},
      {"Alt < Ctrl f Ctrl f Ctrl b", "0,1"},
      {"Alt < Alt f", "0,3"},
      {"Alt < Alt f Alt f", "0,7"},
      {"Alt < Ctrl e", "0,19"},
      {"Alt < Ctrl e Ctrl a", "0,0"},
      {"Alt < Ctrl e Alt b", "0,15"},
      {"Alt < Ctrl n Ctrl n Alt m", "2,2"},
      {"Alt < Alt 4 Ctrl f", "0,4"},
      {"Alt >", "4,0"},
  };
  for (const MoveCase& one : kCases) {
    CopyScript script(kText, CopyKeys::Emacs);
    script.type(one.keys);
    CAPTURE(one.keys);
    CHECK(script.cursor() == one.cursor);
  }
}

struct CopyCase {
  std::string_view keys;
  std::string_view text;
};

TEST_CASE("what is selected is copied, and the mode left") {
  constexpr CopyCase kCases[] = {
      {"g v e y", "one"},
      {"g v e Enter", "one"},
      {"g w v b y", "one t"},
      {"g w v b o l y", "one tw"},
      {"g V j j y", "one two.three  four\n\n  (alpha [beta] gamma)"},
      {"g w i y", "two.three"},
      {"g v j j y", "one two.three  four\n\n"},
      {"g l Ctrl v j j l y", "ne\n\n ("},
      {"g l l Ctrl v j j h h y", "one\n\n  ("},
      {"g v V y", "one two.three  four"},
      {"g v w v y", ""},
      {"g v w Esc v y", "t"},
  };
  for (const CopyCase& one : kCases) {
    CopyScript script(kText);
    script.type(one.keys);
    CAPTURE(one.keys);
    CHECK(script.host.copied == one.text);
    CHECK(script.mode() == Mode::Normal);
    CHECK_FALSE(script.pane(0).copying.has_value());
    CHECK_FALSE(script.pane(0).scroll_top.has_value());
  }
}

TEST_CASE("a region ends before the cursor") {
  CopyScript script(kText, CopyKeys::Emacs);
  script.type("Alt < Ctrl Space Alt f Alt w");
  CHECK(script.host.copied == "one");
  CopyScript other(kText, CopyKeys::Emacs);
  other.type("Alt < Ctrl Space Ctrl n Ctrl w");
  CHECK(other.host.copied == "one two.three  four\n");
}

TEST_CASE("escape takes back one thing at a time") {
  CopyScript script(kText);
  script.type("g v l 4 Esc");
  CHECK(script.selected() == "on");
  script.type("Esc");
  CHECK(script.selected() == "");
  CHECK(script.mode() == Mode::Copy);
  script.type("Esc");
  CHECK(script.mode() == Mode::Normal);
}

TEST_CASE("characters stay whole") {
  // Two wide ones, and an e with a mark.
  CopyScript script(
      "a\xe4\xb8\xad\xe6\x96\x87"
      "e\xcc\x81z\nxxxxxx\n");
  script.type("g l");
  CHECK(script.cursor() == "0,1");
  script.type("l");
  CHECK(script.cursor() == "0,3");
  script.type("l");
  CHECK(script.cursor() == "0,5");
  script.type("h h v l y");
  CHECK(script.host.copied == "\xe4\xb8\xad\xe6\x96\x87");
  // A rectangle whose edge goes through one has all of it.
  CopyScript rectangle("a\xe4\xb8\xad\xe6\x96\x87z\nxxxxxx\n");
  rectangle.type("g j l l Ctrl v k y");
  CHECK(rectangle.host.copied == "\xe4\xb8\xad\nxx");
}

TEST_CASE("lines that wrapped are one line") {
  const std::string words = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj";
  CopyScript script(words + "\nend\n", CopyKeys::Vi, {.columns = 15, .rows = 4});
  script.type("g V y");
  CHECK(script.host.copied == words);
  CopyScript cursor(words + "\nend\n", CopyKeys::Vi, {.columns = 15, .rows = 4});
  cursor.type("g $");
  CHECK(cursor.cursor() == "3,3");
  cursor.type("0");
  CHECK(cursor.cursor() == "0,0");
  cursor.type("3 w v e y");
  CHECK(cursor.host.copied == "dddd");
}

TEST_CASE("the view stays where it is while the program writes") {
  CopyScript script(kText);
  script.type("g v e");
  for (int i = 0; i < 30; ++i) script.pane(0).terminal()->write("more\r\n");
  CHECK(script.cursor() == "0,2");
  CHECK(model::scroll_position(script.pane(0)).above_bottom == 25);
  script.type("y");
  CHECK(script.host.copied == "one");
}

TEST_CASE("pages move the view and the cursor") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += std::to_string(i) + "\n";
  CopyScript script(text);
  CHECK(script.cursor() == "100,0");
  script.type("Ctrl b");
  CHECK(script.cursor() == "90,0");
  script.type("Ctrl u");
  CHECK(script.cursor() == "85,0");
  script.type("H");
  CHECK(script.cursor() == "76,0");
  script.type("Ctrl y");
  CHECK(script.cursor() == "76,0");
  script.type("k z");
  CHECK(model::top_line(script.pane(0)) == 70);
  script.type("g Ctrl d Ctrl f");
  CHECK(script.cursor() == "15,0");
}

TEST_CASE("prompts and what commands have printed") {
  constexpr std::string_view kSession =
      "\x1b]133;A\x07$ \x1b]133;B\x07ls\n\x1b]133;C\x07one\ntwo\n\x1b]133;D;0\x07"
      "\x1b]133;A\x07$ \x1b]133;B\x07pwd\n\x1b]133;C\x07/home\n\x1b]133;D;0\x07"
      "\x1b]133;A\x07$ \x1b]133;B\x07";
  CopyScript script(kSession);
  CHECK(script.cursor() == "5,2");
  script.type("[");
  CHECK(script.cursor() == "3,0");
  script.type("[");
  CHECK(script.cursor() == "0,0");
  script.type("2 ]");
  CHECK(script.cursor() == "5,0");
  script.type("a");
  CHECK(script.selected() == "/home");
  script.type("Esc 2 [ j m y");
  CHECK(script.host.copied == "one\ntwo");
  CopyScript last(kSession);
  last.type("c");
  CHECK(last.host.copied == "/home\n");
  CHECK(last.mode() == Mode::Normal);
}

TEST_CASE("another width wraps history anew, and the cursor stays in its line") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += fmt::format("{:02} bcdefghij klmnopqrst\n", i);
  CopyScript script(text);
  script.type("9 G");
  CHECK(script.cursor() == "8,0");
  model::resize_client(script.session, script.host, script.client, {.columns = 12, .rows = 10});
  script.type("$");
  CHECK(script.cursor() == "17,10");
  script.type("V y");
  CHECK(script.host.copied == "08 bcdefghij klmnopqrst");
  script.run("copy-mode");
  script.type("g / 1 9 Space b . * t $ Enter");
  CHECK(script.cursor() == "38,0");
  script.type("v 1 4 l y");
  CHECK(script.host.copied == "19 bcdefghij kl");
  CHECK(script.run("dump-screen --full").starts_with(text.substr(0, 200)));
  model::resize_client(script.session, script.host, script.client, {.columns = 40, .rows = 10});
  script.run("copy-mode");
  script.type("g j V y");
  CHECK(script.host.copied == "01 bcdefghij klmnopqrst");
  script.pane(0).terminal()->write("more\r\nlines\r\n");
  CHECK(script.run("dump-screen --full") == text + "more\nlines\n");
}

TEST_CASE("counts, pages and resizes keep the cursor in the text") {
  CopyScript script(kText);
  script.type("9 9 9 9 9 9 9 9 9 9 9 j 9 9 9 l 9 9 k Ctrl b Ctrl b Ctrl f Ctrl f");
  script.type("v G $");
  model::resize_client(script.session, script.host, script.client, {.columns = 7, .rows = 3});
  script.type("h k y");
  CHECK(script.mode() == Mode::Normal);
}

}  // namespace
}  // namespace mux::action
