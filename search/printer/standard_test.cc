#include "search/printer/standard.h"

#include <doctest/doctest.h>

#include "search/printer/printer_test_support.h"

namespace search {
namespace {

TEST_CASE("plain lines are printed as they are") {
  PrinterRun run("foo");
  run.config.with_path = true;
  run.search.line_numbers = true;
  run.start("file", kThreeLines);
  CHECK_FALSE(run.printer().has_match());
  CHECK(run.match(0));
  CHECK(run.context(1));
  CHECK(run.match(2));
  run.finish();
  CHECK(run.output() == "file:1:one foo\nfile-2-two\nfile:3:three foo foo\n");
  CHECK(run.printer().has_match());
}

TEST_CASE("a last line without its ending gets one") {
  PrinterRun run("foo");
  run.start("file", "foo");
  run.match(0);
  CHECK(run.output() == "foo\n");
}

TEST_CASE("lines that end with NUL are ended with NUL") {
  PrinterRun run("foo");
  run.regex.line_terminator = run.search.line_terminator = '\0';
  run.start("file", std::string_view("foo\0foo", 7));
  run.match(0);
  run.match(1);
  CHECK(run.output() == std::string_view("foo\0foo\0", 8));
}

TEST_CASE("headings come before the first output of a file") {
  PrinterRun run("foo");
  run.config.with_path = run.config.heading = true;
  run.config.separation = Separation::BehindOutput;
  run.search.line_numbers = true;
  for (const char* path : {"a", "b", "c"}) {
    run.start(path, kThreeLines);
    if (*path != 'b') run.match(0);
    run.finish();
  }
  CHECK(run.output() == "a\n1:one foo\n\nc\n1:one foo\n");
  CHECK(run.printer().file_separator() == "\n");
}

TEST_CASE("a message on a binary file is not separated, whoever removes separators") {
  PrinterRun run("foo");
  run.config.separation = Separation::Always;
  run.search.after_context = 1;
  run.search.crlf = true;
  run.start("a", kThreeLines, BinaryRule::Convert);
  run.match(0);
  run.finish();
  CHECK(run.printer().separator_size() == 4);
  run.start("b", kThreeLines, BinaryRule::Convert);
  run.printer().binary_data(1);
  run.match(0);
  run.finish();
  CHECK(run.printer().separator_size() == 0);
  CHECK(run.output() ==
        "--\r\none foo\nbinary file matches (found \"\\0\" byte around offset 1)\n");
}

TEST_CASE("files with contexts are separated like groups of lines") {
  PrinterRun run("foo");
  run.config.separation = Separation::BehindOutput;
  run.search.after_context = 1;
  for (int i = 0; i < 2; ++i) {
    run.start("a", kThreeLines);
    run.match(0);
    run.printer().context_break();
    run.match(2);
    run.finish();
  }
  CHECK(run.output() == "one foo\n--\nthree foo foo\n--\none foo\n--\nthree foo foo\n");
  CHECK(run.printer().file_separator() == "--\n");
}

TEST_CASE("without a context separator nothing is put between groups") {
  PrinterRun run("foo");
  run.config.context_separator = std::nullopt;
  run.search.after_context = 1;
  run.start("a", kThreeLines);
  run.match(0);
  run.printer().context_break();
  run.match(2);
  CHECK(run.output() == "one foo\nthree foo foo\n");
  CHECK(run.printer().file_separator() == "");
}

TEST_CASE("columns and matches alone are found in the line") {
  PrinterRun run("fo*");
  run.config.column = run.config.only_matching = true;
  run.start("file", kThreeLines);
  run.match(0);
  run.match(2);
  CHECK(run.output() == "5:foo\n7:foo\n11:foo\n");
}

TEST_CASE("empty matches are found in the line but not behind it") {
  PrinterRun run("x*");
  run.config.only_matching = run.config.byte_offset = true;
  run.start("file", "ab\n");
  run.match(0);
  CHECK(run.output() == "0:\n1:\n2:\n");
}

TEST_CASE("matches never see the line ending") {
  for (const bool crlf : {false, true}) {
    CAPTURE(crlf);
    PrinterRun run("foo$");
    run.search.crlf = run.regex.crlf = crlf;
    run.config.replacement = "X";
    run.start("file", crlf ? "foo\r\n" : "foo\n");
    run.match(0);
    CHECK(run.output() == (crlf ? "X\r\n" : "X\n"));
  }
}

TEST_CASE("-r replaces every match, with groups where asked for") {
  PrinterRun plain("fo(o)");
  plain.config.replacement = "bar";
  plain.start("file", kThreeLines);
  plain.match(2);
  CHECK(plain.output() == "three bar bar\n");

  PrinterRun groups("(f)o(?P<rest>o)");
  groups.config.replacement = "$rest$1";
  groups.config.column = true;
  groups.start("file", kThreeLines);
  groups.match(2);
  CHECK(groups.output() == "7:three of of\n");
}

TEST_CASE("-r with -o prints the replacements") {
  PrinterRun run("fo(o)");
  run.config.replacement = "<$1>";
  run.config.only_matching = true;
  run.start("file", kThreeLines);
  run.match(2);
  CHECK(run.output() == "<o>\n<o>\n");
}

TEST_CASE("under -v context lines show their matches, others do not") {
  for (const bool invert : {false, true}) {
    CAPTURE(invert);
    PrinterRun run("foo");
    run.search.invert = invert;
    run.config.replacement = "X";
    run.start("file", kThreeLines);
    run.context(0);
    CHECK(run.output() == (invert ? "one X\n" : "one foo\n"));
  }
}

TEST_CASE("a match over lines is found again with what follows it") {
  PrinterRun run("foo\\ntwo");
  run.search.multi_line = run.regex.multi_line = true;
  run.search.line_numbers = true;
  run.config.only_matching = true;
  run.start("file", kThreeLines);
  run.match(0, 2);
  CHECK(run.output() == "1:foo\n2:two\n");
}

TEST_CASE("a file found by walking that turns out binary is warned about") {
  PrinterRun run("foo");
  run.config.with_path = true;
  run.start("file", kThreeLines, BinaryRule::Quit);
  run.match(0);
  run.finish(77);
  CHECK(run.output() ==
        "file:one foo\n"
        "file: WARNING: stopped searching binary file after match (found \"\\0\" byte around "
        "offset 77)\n");
}

TEST_CASE("a binary file that was named is reported instead of its lines") {
  PrinterRun run("foo");
  run.start("file", kThreeLines, BinaryRule::Convert);
  run.match(0);
  run.printer().binary_data(9);
  CHECK_FALSE(run.match(2));
  run.finish(9);
  CHECK(run.output() == "one foo\nbinary file matches (found \"\\0\" byte around offset 9)\n");
}

TEST_CASE("a binary file without a match is not mentioned") {
  PrinterRun run("foo");
  run.start("file", kThreeLines, BinaryRule::Convert);
  run.finish(9);
  CHECK(run.output() == "");
}

TEST_CASE("statistics count matches, lines and bytes of all files") {
  PrinterRun run("foo");
  run.config.stats = true;
  run.start("a", kThreeLines);
  run.match(0);
  run.match(2);
  run.finish();
  run.start("b", kThreeLines);
  run.finish();
  const Stats& stats = run.printer().stats();
  CHECK(stats.searches == 2);
  CHECK(stats.searches_with_match == 1);
  CHECK(stats.matches == 3);
  CHECK(stats.matched_lines == 2);
  CHECK(stats.bytes_searched == 2 * kThreeLines.size());
  CHECK(stats.bytes_printed == run.output().size());

  OutputBuffer out;
  Stats total = stats;
  total.elapsed_nanoseconds = 1'500'000;
  print_stats(total, 2'000'000'000, out);
  CHECK(out.view() ==
        "\n3 matches\n2 matched lines\n1 files contained matches\n2 files searched\n"
        "22 bytes printed\n52 bytes searched\n0.001500 seconds spent searching\n"
        "2.000000 seconds total\n");
}

TEST_CASE("paths of --files end with a newline or NUL") {
  PrintConfig config;
  OutputBuffer out;
  print_path(config, "a/b", out);
  config.path_separator = '#';
  config.path_nul = true;
  print_path(config, "a/b", out);
  CHECK(out.view() == std::string_view("a/b\na#b\0", 8));
}

}  // namespace
}  // namespace search
