#include "lint/parser/line_structure.h"

#include <doctest/doctest.h>

#include <string>

#include "lint/parser/lexer.h"

namespace {

using namespace lint::parser;

struct Source {
  explicit Source(std::string_view source)
      : text(source), tokens(lex(text).tokens), lines(text, tokens) {}
  std::uint32_t find(std::string_view piece) const {
    return static_cast<std::uint32_t>(text.find(piece));
  }
  TextRange range(std::string_view piece) const {
    return {find(piece), find(piece) + static_cast<std::uint32_t>(piece.size())};
  }
  std::string of(std::optional<TextRange> range) const {
    return range ? std::string(range->of(text)) : "none";
  }
  std::string text;
  std::vector<Token> tokens;
  LineStructure lines;
};

}  // namespace

TEST_CASE("lines") {
  const Source source("\xEF\xBB\xBFx = 1\r\n  y\rz");
  const LineStructure& lines = source.lines;
  CHECK(lines.line_start(4) == 3);
  CHECK(lines.line_end(4) == 8);
  CHECK(lines.full_line_end(4) == 10);
  CHECK(source.of(lines.full_line_range(source.find("y"))) == "  y\r");
  CHECK(source.of(lines.line_range(source.find("z"))) == "z");
  CHECK(source.of(lines.lines_range({8, source.find("y")})) == "x = 1\r\n  y");
  CHECK(lines.contains_line_break({8, 9}));
  CHECK(!lines.contains_line_break({3, 8}));
  CHECK(lines.indentation_at(source.find("y")) == "  ");
  CHECK(!lines.indentation_at(source.find("1")));
  CHECK(lines.index().line_count() == 3);
}

TEST_CASE("content around a place") {
  const Source source("a; b  # c\n  d");
  CHECK(source.lines.has_leading_content(source.find("b")));
  CHECK(!source.lines.has_leading_content(source.find("d")));
  CHECK(source.lines.has_trailing_content(1));
  CHECK(!source.lines.has_trailing_content(source.find("  #")));
}

TEST_CASE("comments") {
  const Source source("# a\nx = [  # b\n  1,\n  # c\n]\n");
  CHECK(source.lines.comments().size() == 3);
  CHECK(source.lines.comments_in({4, 20}).size() == 1);
  CHECK(source.lines.intersects_comment(source.range("# c\n]")));
  CHECK(!source.lines.intersects_comment(source.range("  1,")));
  CHECK(source.lines.has_comments(source.range("x = [")));
  CHECK(!source.lines.has_comments(source.range("1")));
  CHECK(source.lines.is_own_line_comment(source.range("# c")));
  CHECK(!source.lines.is_own_line_comment(source.range("# b")));
}

TEST_CASE("blocks of comments") {
  const auto blocks = [](std::string_view text) {
    return Source(text).lines.block_comments().size();
  };
  CHECK(blocks("# a\n# b\n") == 2);
  CHECK(blocks("# a\n\n# b\n") == 0);
  CHECK(blocks("#\n#\n") == 0);
  CHECK(blocks("#\n# a\n#\n") == 3);
  CHECK(blocks("x = 1  # a\ny = 2  # b\n") == 0);
  CHECK(blocks("x = 1  # a\n# b\n# c\n") == 2);
  CHECK(blocks("# a\n  # b\n# c\n") == 0);
  CHECK(blocks("# a\nx\n# b\n") == 0);
}

TEST_CASE("strings of several lines") {
  const Source source("a = '''x\ny'''\nb = 'z'\nf'''p{q}r'''\n");
  CHECK(source.lines.is_in_multiline_string(source.range("x\ny")));
  CHECK(!source.lines.is_in_multiline_string(source.range("z")));
  CHECK(source.lines.is_in_multiline_string(source.range("p")));
  CHECK(!source.lines.is_in_multiline_string(source.range("q")));
  CHECK(source.lines.intersects_multiline_string(source.range("= '''x")));
}

TEST_CASE("f-strings") {
  const Source source("f'a{f\"b{c}\"}' t'd' f'e{");
  CHECK(source.lines.interpolated_strings().size() == 3);
  CHECK(source.of(source.lines.innermost_interpolated_string(source.find("c"))) == "f\"b{c}\"");
  CHECK(source.of(source.lines.outermost_interpolated_string(source.find("c"))) ==
        "f'a{f\"b{c}\"}'");
  CHECK(source.of(source.lines.innermost_interpolated_string(source.find("d"))) == "t'd'");
  CHECK(source.of(source.lines.innermost_interpolated_string(source.find("e"))) == "none");
  CHECK(source.lines.intersects_interpolated_string(source.range("' t")));
}

TEST_CASE("continuations") {
  const Source source("x = \\\n  1\ny = 1; \\\r\n \\\r\n  z = 2\n'a\\\nb' \\\n;c");
  CHECK(source.lines.continued_lines().size() == 4);
  CHECK(source.lines.is_continued_line(2));
  CHECK(!source.lines.is_continued_line(source.find("1")));
  CHECK(source.lines.preceding_continuation(source.find("z")) == source.find("\\\r"));
  CHECK(!source.lines.preceding_continuation(source.find("y")));
  CHECK(!source.lines.preceding_continuation(source.find("2")));
  CHECK(source.lines.shares_line(source.range("z = 2")));
  CHECK(source.lines.is_followed_by_statement(source.range("y = 1")));
  CHECK(!source.lines.shares_line(source.range("x = \\\n  1")));
}

TEST_CASE("style") {
  const auto style = [](const Source& source) { return source.lines.style(); };
  const Source plain("x = 1");
  CHECK(style(plain).indentation == "    ");
  CHECK(style(plain).quote == '"');
  CHECK(style(plain).line_ending == "\n");
  const Source tabs("'''a'''\r\nif x:\r\n\ty = 'b'\r\n");
  CHECK(style(tabs).indentation == "\t");
  CHECK(style(tabs).quote == '\'');
  CHECK(style(tabs).line_ending == "\r\n");
  const Source brackets("x = (\n\n  1)");
  CHECK(style(brackets).indentation == "  ");
}
