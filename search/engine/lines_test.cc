#include "search/engine/lines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace search {

TEST_CASE("lines around a range") {
  const std::string_view text = "one\ntwo\n\nfour";
  CHECK(lines_around(text, '\n', 0, 0) == LineRange{0, 4});
  CHECK(lines_around(text, '\n', 3, 3) == LineRange{0, 4});
  CHECK(lines_around(text, '\n', 4, 4) == LineRange{4, 8});
  CHECK(lines_around(text, '\n', 1, 5) == LineRange{0, 8});
  // A range that ends with a terminator does not reach into the next line.
  CHECK(lines_around(text, '\n', 1, 4) == LineRange{0, 4});
  CHECK(lines_around(text, '\n', 8, 8) == LineRange{8, 9});
  CHECK(lines_around(text, '\n', 13, 13) == LineRange{9, 13});
  CHECK(lines_around("one\n", '\n', 4, 4) == LineRange{4, 4});
}

TEST_CASE("the start of the last lines") {
  const std::string_view text = "one\ntwo\nthree\n";
  CHECK(start_of_last_lines(text, '\n', 0) == 8);
  CHECK(start_of_last_lines(text, '\n', 1) == 4);
  CHECK(start_of_last_lines(text, '\n', 2) == 0);
  CHECK(start_of_last_lines(text, '\n', 99) == 0);
  CHECK(start_of_last_lines("one\ntwo", '\n', 0) == 4);
  CHECK(start_of_last_lines("\n\n", '\n', 0) == 1);
  CHECK(start_of_last_lines("\n\n", '\n', 1) == 0);
  CHECK(start_of_last_lines("", '\n', 0) == 0);
}

TEST_CASE("terminators are taken off as ripgrep does") {
  SearchConfig config;
  CHECK(without_terminator("a\n", config) == "a");
  CHECK(without_terminator("a\r\n", config) == "a\r");
  CHECK(without_terminator("a", config) == "a");
  config.crlf = true;
  CHECK(without_terminator("a\r\n", config) == "a");
  CHECK(without_terminator("a\n", config) == "a\n");
  config = {};
  config.line_terminator = '\0';
  CHECK(without_terminator(std::string_view("a\0", 2), config) == "a");
}

TEST_CASE("a cursor walks over lines") {
  LineCursor cursor("one\n\ntwo", '\n', 0, 8);
  std::vector<LineRange> lines;
  for (LineRange line; cursor.next(line);) lines.push_back(line);
  CHECK(lines == std::vector<LineRange>{{0, 4}, {4, 5}, {5, 8}});
}

}  // namespace search
