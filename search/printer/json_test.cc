#include "search/printer/json.h"

#include <doctest/doctest.h>

#include "search/printer/printer_test_support.h"

namespace search {
namespace {

// The output up to the statistics, which hold times.
std::string_view without_end(std::string_view output) {
  return output.substr(0, output.find("{\"type\":\"end\""));
}

TEST_CASE("messages have ripgrep's keys in ripgrep's order") {
  PrinterRun run("fo(o)");
  run.config.mode = PrintMode::Json;
  run.search.line_numbers = true;
  run.start("dir/a", "one foo\ntwo\n");
  run.match(0);
  run.context(1);
  run.finish();
  CHECK(without_end(run.output()) ==
        R"({"type":"begin","data":{"path":{"text":"dir/a"}}})"
        "\n"
        R"({"type":"match","data":{"path":{"text":"dir/a"},"lines":{"text":"one foo\n"},)"
        R"("line_number":1,"absolute_offset":0,)"
        R"("submatches":[{"match":{"text":"foo"},"start":4,"end":7}]}})"
        "\n"
        R"({"type":"context","data":{"path":{"text":"dir/a"},"lines":{"text":"two\n"},)"
        R"("line_number":2,"absolute_offset":8,"submatches":[]}})"
        "\n");
  const Stats& stats = run.printer().stats();
  CHECK(stats.bytes_printed == without_end(run.output()).size());
  CHECK(stats.matches == 1);
  CHECK(stats.matched_lines == 1);
  const std::string_view end = run.output().substr(without_end(run.output()).size());
  CHECK(end.starts_with(R"({"type":"end","data":{"path":{"text":"dir/a"},"binary_offset":null,)"
                        R"("stats":{"elapsed":{"secs":0,"nanos":)"));
  CHECK(end.find(R"(s"},"searches":1,"searches_with_match":1,"bytes_searched":12,)") != end.npos);
  CHECK(end.ends_with(R"(,"matched_lines":1,"matches":1}}})"
                      "\n"));
}

TEST_CASE("bytes that are not UTF-8 travel as base64") {
  PrinterRun run("foo");
  run.config.mode = PrintMode::Json;
  run.start("\xff", "\xfe foo\n");
  run.match(0);
  CHECK(run.output() ==
        R"({"type":"begin","data":{"path":{"bytes":"/w=="}}})"
        "\n"
        R"({"type":"match","data":{"path":{"bytes":"/w=="},"lines":{"bytes":"/iBmb28K"},)"
        R"("line_number":null,"absolute_offset":0,)"
        R"("submatches":[{"match":{"text":"foo"},"start":2,"end":5}]}})"
        "\n");
}

TEST_CASE("replacements stand beside their matches") {
  PrinterRun run("fo(o)");
  run.config.mode = PrintMode::Json;
  run.config.replacement = "<$1>";
  run.start("a", "foo foo\n");
  run.match(0);
  CHECK(run.output().find(
            R"("submatches":[{"match":{"text":"foo"},"replacement":{"text":"<o>"},"start":0,)"
            R"("end":3},{"match":{"text":"foo"},"replacement":{"text":"<o>"},"start":4,)"
            R"("end":7}])") != std::string_view::npos);
}

TEST_CASE("matches end with the lines reported") {
  PrinterRun run("foo(?:\\nbar)?");
  run.config.mode = PrintMode::Json;
  run.search.multi_line = run.regex.multi_line = true;
  run.start("a", "foo\nbar\n");
  run.match(0);
  CHECK(run.output().find(R"("submatches":[{"match":{"text":"foo\n"},"start":0,"end":4}])") !=
        std::string_view::npos);
}

TEST_CASE("files without output have no messages, but are counted") {
  PrinterRun run("foo");
  run.config.mode = PrintMode::Json;
  run.start("a", "bar\n");
  run.finish();
  CHECK(run.output() == "");
  CHECK(run.printer().stats().searches == 1);
  CHECK(run.printer().stats().searches_with_match == 0);
}

TEST_CASE("the end tells where the first NUL was") {
  PrinterRun run("foo");
  run.config.mode = PrintMode::Json;
  run.start("a", "foo\n", BinaryRule::Convert);
  run.match(0);
  run.finish(3);
  CHECK(run.output().find(R"("binary_offset":3,)") != std::string_view::npos);
}

TEST_CASE("the summary has its keys in alphabetical order") {
  Stats total;
  total.elapsed_nanoseconds = 15'867;
  total.searches = 1;
  total.searches_with_match = 2;
  total.bytes_searched = 3;
  total.bytes_printed = 4;
  total.matched_lines = 5;
  total.matches = 6;
  OutputBuffer out;
  print_json_summary(total, 1'000'574'981, out);
  CHECK(out.view() == R"({"data":{"elapsed_total":{"human":"1.000575s","nanos":574981,"secs":1},)"
                      R"("stats":{"bytes_printed":4,"bytes_searched":3,)"
                      R"("elapsed":{"human":"0.000016s","nanos":15867,"secs":0},)"
                      R"("matched_lines":5,"matches":6,"searches":1,"searches_with_match":2}},)"
                      R"("type":"summary"})"
                      "\n");
}

}  // namespace
}  // namespace search
