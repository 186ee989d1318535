#include "search/printer/summary.h"

#include <doctest/doctest.h>

#include "search/printer/printer_test_support.h"

namespace search {
namespace {

// What is printed for a file with two matching lines and one with none.
std::string summary(PrintMode mode, void (*adjust)(PrinterRun&)) {
  PrinterRun run("foo");
  run.config.mode = mode;
  run.config.with_path = true;
  adjust(run);
  run.start("yes", kThreeLines);
  if (run.match(0)) run.match(2);
  run.finish();
  run.start("no", kThreeLines);
  run.finish();
  return std::string(run.output());
}

std::string summary(PrintMode mode) {
  return summary(mode, [](PrinterRun&) {});
}

TEST_CASE("counts are of lines or of matches") {
  CHECK(summary(PrintMode::Count) == "yes:2\n");
  CHECK(summary(PrintMode::CountMatches) == "yes:3\n");
}

TEST_CASE("lists name the files with or without a match") {
  CHECK(summary(PrintMode::FilesWithMatches) == "yes\n");
  CHECK(summary(PrintMode::FilesWithoutMatch) == "no\n");
  CHECK(summary(PrintMode::FilesWithMatches,
                [](PrinterRun& run) { run.config.with_path = false; }) == "yes\n");
}

TEST_CASE("zero counts are printed on request") {
  CHECK(summary(PrintMode::Count, [](PrinterRun& run) { run.config.include_zero = true; }) ==
        "yes:2\nno:0\n");
}

TEST_CASE("a count without a path is a number") {
  CHECK(summary(PrintMode::Count, [](PrinterRun& run) { run.config.with_path = false; }) == "2\n");
}

TEST_CASE("-0 ends paths with NUL") {
  const auto with_nul = [](PrinterRun& run) { run.config.path_nul = true; };
  CHECK(summary(PrintMode::Count, with_nul) == std::string_view("yes\0"
                                                                "2\n",
                                                                6));
  CHECK(summary(PrintMode::FilesWithMatches, with_nul) == std::string_view("yes\0", 4));
}

TEST_CASE("the field separator is not for counts") {
  CHECK(summary(PrintMode::Count,
                [](PrinterRun& run) { run.config.field_match_separator = "|"; }) == "yes:2\n");
}

TEST_CASE("one match decides lists and -q, but not with statistics") {
  for (const PrintMode mode : {PrintMode::FilesWithMatches, PrintMode::Quiet}) {
    PrinterRun run("foo");
    run.config.mode = mode;
    run.start("file", kThreeLines);
    CHECK_FALSE(run.match(0));
    CHECK(run.printer().has_match());

    PrinterRun counted("foo");
    counted.config.mode = mode;
    counted.config.stats = true;
    counted.start("file", kThreeLines);
    CHECK(counted.match(0));
    CHECK(counted.match(2));
    counted.finish();
    CHECK(counted.printer().stats().matches == 3);
    CHECK(counted.printer().stats().matched_lines == 2);
    CHECK(counted.printer().stats().bytes_printed == 0);
  }
}

TEST_CASE("-q prints nothing") {
  CHECK(summary(PrintMode::Quiet) == "");
  CHECK(summary(PrintMode::QuietWithoutMatch) == "");
}

TEST_CASE("lines of matches that span lines are counted as matches") {
  PrinterRun run("foo\\n?");
  run.config.mode = PrintMode::Count;
  run.search.multi_line = run.regex.multi_line = true;
  run.start("file", kThreeLines);
  run.match(2);
  run.finish();
  CHECK(run.output() == "2\n");
}

TEST_CASE("binary files found by walking are neither counted nor listed") {
  for (const PrintMode mode :
       {PrintMode::Count, PrintMode::CountMatches, PrintMode::FilesWithoutMatch}) {
    PrinterRun run("foo");
    run.config.mode = mode;
    run.start("file", kThreeLines, BinaryRule::Quit);
    if (mode != PrintMode::FilesWithoutMatch) run.match(0);
    run.finish(5);
    CHECK(run.output() == "");
  }
  PrinterRun named("foo");
  named.config.mode = PrintMode::Count;
  named.start("file", kThreeLines, BinaryRule::Convert);
  named.match(0);
  named.finish(5);
  CHECK(named.output() == "1\n");
}

}  // namespace
}  // namespace search
