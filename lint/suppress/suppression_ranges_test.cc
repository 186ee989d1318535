#include "lint/suppress/suppression_ranges.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lint/parser/parsed.h"

namespace lint {

namespace {

std::string line_of(std::string_view text, std::uint32_t offset) {
  return std::to_string(std::count(text.begin(), text.begin() + offset, '\n') + 1);
}

// "F401 1-3;" for a code that is suppressed from line 1 to line 3, then what is
// wrong with other comments.
std::string ranges(std::string_view text) {
  const parser::Parsed parsed = parser::parse(std::string(text));
  const SuppressionRanges found =
      find_suppression_ranges(parsed.text(), parsed.tokens(), parsed.comments());
  std::string out;
  for (const RangeSuppression& suppression : found.suppressions) {
    out += std::string(suppression.code) + " " + line_of(text, suppression.range.start) + "-" +
           line_of(text, suppression.range.end) + ";";
  }
  for (const MisplacedComment& misplaced : found.misplaced) {
    out += std::string(describe(misplaced.kind)) + ";";
  }
  for (const InvalidComment& error : found.errors) {
    out += std::string(describe(error.error)) + ";";
  }
  return out;
}

}  // namespace

TEST_CASE("ignore behind code is for its line") {
  CHECK(ranges("x = 1  # ruff: ignore[F401]\ny\n") == "F401 1-1;");
  CHECK(ranges("x = 1  # klint:ignore[F401, E501] why\n") == "E501 1-1;F401 1-1;");
  CHECK(ranges("x = '''\n'''  # ruff: ignore[F401]\n") == "F401 1-2;");
  CHECK(ranges("f(\n  1,  # ruff: ignore[F401]\n)\n") == "F401 2-2;");
}

TEST_CASE("ignore on its own line is for the next logical line") {
  CHECK(ranges("# ruff: ignore[F401]\nx = (\n  1\n)\ny\n") == "F401 1-4;");
  CHECK(ranges("# ruff: ignore[F401]\n# why\ndef f(\n  a\n):\n  x\n") == "F401 1-5;");
  CHECK(ranges("f(\n  # ruff: ignore[F401]\n  1,\n  2,\n)\n") == "F401 2-3;");
  CHECK(ranges("#!/bin/sh\n# ruff: ignore[EXE001]\nx\n") == "EXE001 1-3;");
}

TEST_CASE("disable lasts to enable or to the end of the block") {
  CHECK(ranges("# ruff: disable[F401]\nx\n# ruff: enable[F401]\ny\n") == "F401 1-3;");
  CHECK(ranges("if x:\n    # ruff: disable[F401]\n    y\nz\n") == "F401 2-4;");
  CHECK(ranges("# ruff: disable[F401]\nx\n") == "F401 1-3;");
  CHECK(ranges("# ruff: disable[F401]\nif x:\n    # ruff: enable[F401]\n    y\n") ==
        "F401 1-5;no matching 'disable' comment;");
  CHECK(ranges("# ruff: disable[A1]\n# ruff: disable[B1]\nx\n# ruff: enable[A1]\n") ==
        "A1 1-4;B1 2-5;");
  CHECK(ranges("# ruff: disable[A1,B1]\nx\n# ruff: enable[B1, A1]\n") ==
        "A1 1-4;B1 1-4;no matching 'disable' comment;");
}

TEST_CASE("file-ignore is for the whole file") {
  CHECK(ranges("x\n# ruff: file-ignore[F401]\ny\n") == "F401 1-4;");
  CHECK(ranges("if x:\n    # ruff: file-ignore[F401]\n    y\n") ==
        "file-level suppressions must be at global module scope;");
  CHECK(ranges("x  # ruff: file-ignore[F401]\n") ==
        "trailing comments are only supported for ruff:ignore suppressions;");
}

TEST_CASE("comments in the wrong place") {
  CHECK(ranges("x  # ruff: disable[F401]\n") ==
        "trailing comments are only supported for ruff:ignore suppressions;");
  CHECK(ranges("def f():\n    x\n  # ruff: disable[F401]\n    y\n") == "unexpected indentation;");
}

TEST_CASE("malformed comments") {
  CHECK(ranges("# ruff: nothing[F401]\n") == "unknown ruff directive;");
  CHECK(ranges("# ruff: ignore\n") == "missing suppression codes like `[E501, ...]`;");
  CHECK(ranges("# ruff: ignore[]\n") == "missing suppression codes like `[E501, ...]`;");
  CHECK(ranges("# ruff: ignore[F401\n") == "missing closing bracket;");
  CHECK(ranges("# ruff: ignore[F401 E501]\n") == "missing comma between codes;");
  CHECK(ranges("# ruff: ignore[1]\n") == "invalid error code;");
  CHECK(ranges("# ruff: noqa\n# ruff: isort: skip_file\n# ruff\n").empty());
}

TEST_CASE("several in one comment") {
  CHECK(ranges("x  # why # ruff: ignore[A1] # ruff: ignore[B1] # ruff: foo\n") ==
        "A1 1-1;B1 1-1;unknown ruff directive;");
}

}  // namespace lint
