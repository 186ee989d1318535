// Line mode: what is shown, in which order, and where a search stops.
#include <doctest/doctest.h>

#include "search/engine/searcher_test_support.h"

namespace search {

namespace {
constexpr std::string_view kTen = "1\n2 fox\n3\n4\n5 fox\n6\n7\n8\n9 fox\n10\n";
}

TEST_CASE("matching lines are numbered and the last one may lack its terminator") {
  CHECK(SearchCase("fox").in_file(kTen) == "2:2 fox\n5:5 fox\n9:9 fox\nend 33\n");
  CHECK(SearchCase("c").in_file("a\nb\nc") == "3:c\nend 5\n");
  CHECK(SearchCase("c").in_file("") == "end 0\n");
}

TEST_CASE("an empty match behind the last terminator is in no line") {
  CHECK(SearchCase("^$").in_file("a\n\n") == "2:\nend 3\n");
  CHECK(SearchCase("^$").in_file("a\n") == "end 2\n");
  CHECK(SearchCase("").in_file("a\nb\n") == "1:a\n2:b\nend 4\n");
}

TEST_CASE("contexts: before, after, breaks, and lines shown once") {
  SearchCase run("fox");
  run.config.before_context = 1;
  run.config.after_context = 1;
  CHECK(run.in_file(kTen) ==
        "1<1\n2:2 fox\n3>3\n4<4\n5:5 fox\n6>6\n--\n8<8\n9:9 fox\n10>10\nend 33\n");
}

TEST_CASE("context over the border of windows") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "line " + std::to_string(i) + "\n";
  text += "fox\nbehind\n";
  SearchCase run("fox");
  run.config.before_context = 2;
  run.config.after_context = 3;
  CHECK(run.in_file(text) == "19999<line 19998\n20000<line 19999\n20001:fox\n20002>behind\nend " +
                                 std::to_string(text.size()) + "\n");
}

TEST_CASE("inverted: runs of lines without a match") {
  SearchCase run("fox");
  run.config.invert = true;
  CHECK(run.in_file("a\nfox\nfox\nb\nc") == "1:a\n4:b\n5:c\nend 13\n");
}

TEST_CASE("inverted with contexts") {
  SearchCase run("[0-9]");
  run.config.invert = true;
  run.config.before_context = run.config.after_context = 1;
  CHECK(run.in_file("1\n2\na\n3\n4\n5\nb\n") == "2<2\n3:a\n4>3\n--\n6<5\n7:b\nend 14\n");
}

TEST_CASE("max count ends the search behind the last match") {
  SearchCase run("fox");
  run.config.max_count = 2;
  CHECK(run.in_file(kTen) == "2:2 fox\n5:5 fox\nend 18\n");
}

TEST_CASE("trailing context behind the limit shows matching lines as matches") {
  SearchCase run("fox");
  run.config.max_count = 1;
  run.config.after_context = 4;
  CHECK(run.in_file("fox\na\nfox\nb\nc\nfox\n") == "1:fox\n2>a\n3:fox\n4>b\n5>c\nend 10\n");
}

TEST_CASE("max count counts inverted lines") {
  SearchCase run("x");
  run.config.invert = true;
  run.config.max_count = 2;
  CHECK(run.in_file("a\nb\nc\nx\nd\n") == "1:a\n2:b\nend 8\n");
}

TEST_CASE("passthru shows every line") {
  SearchCase run("fox");
  run.config.passthru = true;
  run.config.before_context = 3;  // Without effect.
  CHECK(run.in_file("a\nfox\nb\n") == "1=a\n2:fox\n3=b\nend 8\n");
}

TEST_CASE("passthru goes on behind the limit") {
  SearchCase run("fox");
  run.config.passthru = true;
  run.config.max_count = 1;
  CHECK(run.in_file("fox\na\nfox\n") == "1:fox\n2=a\n3=fox\nend 10\n");
}

TEST_CASE("stop on the first line that does not match behind one that does") {
  SearchCase run("fox");
  run.config.stop_on_nonmatch = true;
  CHECK(run.in_file("a\nfox\nfox 2\nb\nfox\n") == "2:fox\n3:fox 2\nend 14\n");
}

TEST_CASE("a sink that has had enough ends the search") {
  SearchCase run("fox");
  run.sink.stops_after = 1;
  CHECK(run.in_file(kTen) == "2:2 fox\nend 8\n");
}

TEST_CASE("CRLF: line ends are seen, lines are shown as they are") {
  SearchCase run("fox$");
  run.config.crlf = true;
  CHECK(run.in_file("a fox\r\nb\r\nfox\nfox x\r\n") == "1:a fox\r\n3:fox\nend 21\n");
}

TEST_CASE("NUL may end lines") {
  SearchCase run("fox$");
  run.config.line_terminator = '\0';
  run.rule = BinaryRule::None;
  CHECK(run.in_file(std::string_view("a fox\0b\0c fox\0", 14)) ==
        std::string("1:a fox\0\n3:c fox\0\nend 14\n", 25));
}

TEST_CASE("a line longer than all buffers") {
  std::string text = "short\n" + std::string(700000, 'q') + "fox\nfox\n";
  SearchCase run("fox");
  run.sink.shows_offsets = true;
  CHECK(run.in_file(text) == "2@6:(700003)\n3@700010:fox\nend 700014\n");
}

TEST_CASE("offsets and numbers go on over many windows") {
  std::string text;
  while (text.size() < 500000) text += "some line\n";
  const std::size_t start = text.size();
  text += "fox\n";
  SearchCase run("fox");
  run.sink.shows_offsets = true;
  CHECK(run.in_file(text) == std::to_string(start / 10 + 1) + "@" + std::to_string(start) +
                                 ":fox\nend " + std::to_string(start + 4) + "\n");
}

TEST_CASE("a byte order mark is taken off and offsets count from behind it") {
  SearchCase run("^fox");
  run.sink.shows_offsets = true;
  CHECK(run.in_file("\xEF\xBB\xBF"
                    "fox\nfox\n") == "1@0:fox\n2@4:fox\nend 8\n");
  SearchCase raw("^fox");
  raw.config.sniff_bom = false;
  CHECK(raw.in_file("\xEF\xBB\xBF"
                    "fox\nfox\n") == "2:fox\nend 11\n");
}

TEST_CASE("UTF-16 with a mark is decoded, other encodings by name") {
  SearchCase run("f\xC3\xB6x");
  CHECK(run.in_file(std::string_view("\xFF\xFE"
                                     "f\0\xF6\0x\0\n\0",
                                     10)) == "1:f\xC3\xB6x\nend 5\n");
  SearchCase named("f\xC3\xB6x");
  named.config.encoding = common::decode::find_encoding("latin1");
  CHECK(named.in_file("f\xF6x\n") == "1:f\xC3\xB6x\nend 5\n");
}

}  // namespace search
