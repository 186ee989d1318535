// What lines look like, for matches at known places: no matcher is needed.
#include "search/printer/layout.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace search {
namespace {

using common::regex::Span;
using common::tty::Color;

struct Screen {
  Screen() {
    config.colors.path.foreground = Color{Color::Basic, 5};
    config.colors.line.foreground = Color{Color::Basic, 2};
    config.colors.match.foreground = Color{Color::Basic, 1};
    config.colors.match.bold = true;
  }

  // What `bytes` with `matches` in it becomes.
  std::string print(std::string_view bytes, std::vector<Span> matches = {},
                    LineKind kind = LineKind::Match) {
    PathWriter path(config);
    path.start(config.with_path ? "dir/file" : "");
    Prelude prelude(config, path);
    OutputBuffer out;
    LineWriter writer(config, search, out);
    Layout layout(config, search.multi_line, prelude, writer, out);
    layout.print({bytes, 100, search.line_numbers ? std::optional<std::uint64_t>(7) : std::nullopt,
                  kind, matches, matches.size()});
    counted_bytes = out.counted_bytes();
    return std::string(out.view());
  }

  PrintConfig config;
  SearchConfig search;
  std::uint64_t counted_bytes = 0;
};

TEST_CASE("fields stand in the order path, line, column, byte offset") {
  Screen screen;
  CHECK(screen.print("a line\n") == "a line\n");
  CHECK(screen.print("no end") == "no end\n");
  screen.config.with_path = true;
  screen.search.line_numbers = true;
  screen.config.column = true;
  screen.config.byte_offset = true;
  CHECK(screen.print("a line\n", {{2, 4}}) == "dir/file:7:3:100:a line\n");
  CHECK(screen.print("a line\n", {}, LineKind::Context) == "dir/file-7-100-a line\n");
  screen.config.path_nul = true;
  CHECK(screen.print("a line\n", {{2, 4}}) == std::string("dir/file\0"
                                                          "7:3:100:a line\n",
                                                          24));
  screen.config.heading = true;
  CHECK(screen.print("a line\n", {{2, 4}}) == "7:3:100:a line\n");
}

TEST_CASE("separators may be anything, even empty") {
  Screen screen;
  screen.search.line_numbers = true;
  screen.config.field_match_separator = "";
  screen.config.field_context_separator = "->";
  CHECK(screen.print("x\n") == "7x\n");
  CHECK(screen.print("x\n", {}, LineKind::Context) == "7->x\n");
}

TEST_CASE("the path separator is replaced") {
  Screen screen;
  screen.config.with_path = true;
  screen.config.path_separator = '\\';
  CHECK(screen.print("x\n") == "dir\\file:x\n");
}

TEST_CASE("-o prints each match with its own place") {
  Screen screen;
  screen.config.only_matching = true;
  screen.config.column = true;
  screen.config.byte_offset = true;
  CHECK(screen.print("foo bar\n", {{0, 3}, {4, 7}}) == "1:100:foo\n5:104:bar\n");
  CHECK(screen.print("foo\n", {{3, 3}}) == "4:103:\n");
  CHECK(screen.print("foo\n") == "100:foo\n");
}

TEST_CASE("--vimgrep repeats the line for each match") {
  Screen screen;
  screen.config.per_match = true;
  screen.config.column = true;
  CHECK(screen.print("foo bar\n", {{0, 3}, {4, 7}}) == "1:foo bar\n5:foo bar\n");
}

TEST_CASE("colours are resets and one escape per attribute") {
  Screen screen;
  screen.config.color = true;
  screen.config.with_path = true;
  screen.search.line_numbers = true;
  screen.config.column = true;
  CHECK(screen.print("a foo b\n", {{2, 5}}) ==
        "\x1b[0m\x1b[35mdir/file\x1b[0m:\x1b[0m\x1b[32m7\x1b[0m:\x1b[0m3\x1b[0m:"
        "a \x1b[0m\x1b[1m\x1b[31mfoo\x1b[0m b\n");
  CHECK(screen.counted_bytes == std::string_view("dir/file:7:3:a foo b\n").size());
}

TEST_CASE("adjacent matches are one run of colour, empty ones none") {
  Screen screen;
  screen.config.color = true;
  CHECK(screen.print("foofoo\n", {{0, 3}, {3, 6}}) == "\x1b[0m\x1b[1m\x1b[31mfoofoo\x1b[0m\n");
  CHECK(screen.print("foo\n", {{1, 1}, {3, 3}}) == "foo\n");
}

TEST_CASE("highlight colours the rest of matching lines only") {
  Screen screen;
  screen.config.color = true;
  screen.config.colors.highlight.background = Color{Color::Basic, 4};
  CHECK(screen.print("a foo b\n", {{2, 5}}) ==
        "\x1b[0m\x1b[44ma \x1b[0m\x1b[1m\x1b[31mfoo\x1b[0m\x1b[44m b\x1b[0m\n");
  CHECK(screen.print("a foo\n", {{2, 5}}, LineKind::Context) ==
        "a \x1b[0m\x1b[1m\x1b[31mfoo\x1b[0m\n");
}

TEST_CASE("coloured lines end with the full line ending, plain ones as they are") {
  Screen screen;
  screen.search.crlf = true;
  CHECK(screen.print("foo\n", {{0, 3}}) == "foo\n");
  CHECK(screen.print("foo", {{0, 3}}) == "foo\r\n");
  screen.config.color = true;
  CHECK(screen.print("foo\n", {{0, 3}}) == "\x1b[0m\x1b[1m\x1b[31mfoo\x1b[0m\r\n");
  CHECK(screen.print("foo\r\n", {{0, 3}}) == "\x1b[0m\x1b[1m\x1b[31mfoo\x1b[0m\r\n");
}

TEST_CASE("--trim takes leading blanks but not the line ending") {
  Screen screen;
  screen.config.trim = true;
  CHECK(screen.print(" \t\v\f\rfoo \n") == "foo \n");
  CHECK(screen.print("  \n") == "\n");
  screen.search.crlf = true;
  CHECK(screen.print("  \r\n") == "\r\n");
}

TEST_CASE("-M leaves out lines that are longer, endings included") {
  Screen screen;
  screen.config.max_columns = 4;
  CHECK(screen.print("abc\n") == "abc\n");
  CHECK(screen.print("abcd\n") == "[Omitted long matching line]\n");
  CHECK(screen.print("abcd\n", {}, LineKind::Context) == "[Omitted long context line]\n");
  CHECK(screen.print("abcd\n", {{0, 1}}) == "[Omitted long line with 1 matches]\n");
  CHECK(screen.print("abcd\n", {{0, 1}, {2, 3}}) == "[Omitted long line with 2 matches]\n");
  screen.config.only_matching = true;
  CHECK(screen.print("abcdef\n", {{0, 5}}) == "[Omitted long matching line]\n");
}

TEST_CASE("the preview shows the beginning of a long line") {
  Screen screen;
  screen.config.max_columns = 3;
  screen.config.max_columns_preview = true;
  CHECK(screen.print("abcdef\n") == "abc [... omitted end of long line]\n");
  CHECK(screen.print("abcdef\n", {{0, 1}}) == "abc [... 0 more matches]\n");
  CHECK(screen.print("abcdef\n", {{0, 1}, {4, 5}}) == "abc [... 1 more match]\n");
  CHECK(screen.print("\u00e4\u00f6\u00fc!!\n") ==
        "\u00e4\u00f6\u00fc [... omitted end of long line]\n");
}

TEST_CASE("the lines of a match are numbered, the first column is repeated") {
  Screen screen;
  screen.search.multi_line = true;
  screen.search.line_numbers = true;
  screen.config.column = true;
  screen.config.byte_offset = true;
  CHECK(screen.print("a foo\nbar b\n", {{2, 9}}) == "7:3:100:a foo\n8:3:106:bar b\n");
  CHECK(screen.print("a foo\nbar b\n") == "7:100:a foo\n8:106:bar b\n");
}

TEST_CASE("-o splits a match into its lines") {
  Screen screen;
  screen.search.multi_line = true;
  screen.search.line_numbers = true;
  screen.config.only_matching = true;
  CHECK(screen.print("a foo\nbar b\n", {{2, 9}}) == "7:foo\n8:bar\n");
  CHECK(screen.print("foo\n\nbar\n", {{0, 8}}) == "7:foo\n9:bar\n");
  screen.config.max_columns = 2;
  CHECK(screen.print("a foo\nba\n", {{2, 8}}) == "7:[Omitted long matching line]\n8:ba\n");
}

TEST_CASE("--vimgrep prints the first line of each match") {
  Screen screen;
  screen.search.multi_line = true;
  screen.search.line_numbers = true;
  screen.config.per_match = true;
  screen.config.column = true;
  CHECK(screen.print("a foo\nbar b\nc\n", {{2, 9}, {10, 13}}) == "7:3:a foo\n8:5:bar b\n");
  screen.config.per_match_one_line = false;
  CHECK(screen.print("a foo\nbar b\n", {{2, 9}}) == "7:3:a foo\n8:1:bar b\n");
  screen.config.color = true;
  screen.config.column = false;
  screen.search.line_numbers = false;
  CHECK(screen.print("a foo\nbar b\n", {{2, 9}}) ==
        "a \x1b[0m\x1b[1m\x1b[31mfoo\x1b[0m\n\x1b[0m\x1b[1m\x1b[31mbar\x1b[0m b\n");
}

TEST_CASE("links go around the fields and end before the last separator") {
  Screen screen;
  screen.config.color = true;
  screen.config.colors = {};
  screen.config.with_path = true;
  screen.search.line_numbers = true;
  screen.config.hyperlink = *HyperlinkFormat::parse("x:{path}", "", "");
  // No such file: no link.
  CHECK(screen.print("foo\n") == "\x1b[0mdir/file\x1b[0m:\x1b[0m7\x1b[0m:foo\n");
  PathWriter path(screen.config);
  path.start("/");
  Prelude prelude(screen.config, path);
  OutputBuffer out;
  prelude.write(out, LineKind::Match, {0, 7, std::nullopt});
  CHECK(out.view() == "\x1b]8;;x:/\x1b\\\x1b[0m/\x1b[0m:\x1b[0m7\x1b[0m\x1b]8;;\x1b\\:");
  CHECK(out.counted_bytes() == 4);
}

}  // namespace
}  // namespace search
