#include "lint/report/summary.h"

#include <doctest/doctest.h>

#include "lint/registry/codes.h"
#include "lint/report/file_diff.h"
#include "lint/report/statistics.h"

namespace lint {
namespace {

struct SummaryFixture {
  SourceFile file{"a.py", "import os\nx == None\n"};
  std::vector<Diagnostic> diagnostics;
  std::vector<FileFindings> files;
  std::vector<FixedFile> fixed;
  ReportContext context;

  void add(RuleId rule, std::optional<Applicability> applicability) {
    Diagnostic diagnostic;
    diagnostic.rule = rule;
    if (applicability) diagnostic.fix = Fix::of(*applicability, {{{0, 10}, ""}});
    diagnostics.push_back(std::move(diagnostic));
    files = {{&file, diagnostics}};
  }
  std::string summary(FixMode mode = FixMode::None, bool shows_findings = true,
                      bool hints_at_unsafe = true) {
    std::string out;
    write_summary({files, fixed, mode, shows_findings, hints_at_unsafe}, context, out);
    return out;
  }
};

TEST_CASE_FIXTURE(SummaryFixture, "what was found and what flags would fix") {
  CHECK(summary() == "All checks passed!\n");
  add(codes::E711, Applicability::Unsafe);
  CHECK(summary() == "Found 1 error.\n1 unsafe fix available with `--fix --unsafe-fixes`.\n");
  CHECK(summary(FixMode::None, true, false) == "Found 1 error.\n");
  add(codes::E712, Applicability::Unsafe);
  CHECK(summary() == "Found 2 errors.\n2 unsafe fixes available with `--fix --unsafe-fixes`.\n");
  add(codes::F401, Applicability::Safe);
  CHECK(summary() ==
        "Found 3 errors.\n[*] 1 fixable with `--fix` (2 unsafe fixes available with `--fix "
        "--unsafe-fixes`).\n");
  CHECK(summary(FixMode::None, true, false) == "Found 3 errors.\n[*] 1 fixable with `--fix`.\n");
  fixed = {{"a.py", {{codes::F401, 2}}}};
  CHECK(summary(FixMode::Apply).starts_with("Found 5 errors (2 fixed, 3 remaining).\n"));
}

TEST_CASE_FIXTURE(SummaryFixture, "what was fixed if findings are not shown") {
  CHECK(summary(FixMode::Diff, false).empty());
  add(codes::E711, Applicability::Unsafe);
  CHECK(summary(FixMode::Apply, false) ==
        "No errors fixed (1 fix available with `--unsafe-fixes`).\n");
  CHECK(summary(FixMode::Diff, false) ==
        "No errors would be fixed (1 fix available with `--unsafe-fixes`).\n");
  fixed = {{"a.py", {{codes::F401, 1}}}};
  CHECK(summary(FixMode::Apply, false) ==
        "Fixed 1 error (1 additional fix available with `--unsafe-fixes`).\n");
  diagnostics.clear();
  files.clear();
  CHECK(summary(FixMode::Diff, false) == "Would fix 1 error.\n");
}

TEST_CASE_FIXTURE(SummaryFixture, "fixes by file and rule") {
  std::string out;
  write_fixed_files(fixed, context, out);
  CHECK(out.empty());
  fixed = {{"a.py", {{codes::E401, 1}, {codes::F401, 10}}}, {"b.py", {{codes::F401, 1}}}};
  write_fixed_files(fixed, context, out);
  CHECK(out ==
        "\nFixed 12 errors:\n"
        "- a.py:\n"
        "    10 × F401 (unused-import)\n"
        "     1 × E401 (multiple-imports-on-one-line)\n"
        "- b.py:\n"
        "     1 × F401 (unused-import)\n\n");
}

TEST_CASE_FIXTURE(SummaryFixture, "statistics start with what is most frequent") {
  CHECK(statistics_text("full", files, context).value().empty());
  add(kSyntaxError, std::nullopt);
  add(codes::E711, Applicability::Unsafe);
  add(codes::F401, Applicability::Safe);
  add(codes::F401, std::nullopt);
  CHECK(statistics_text("full", files, context).value() ==
        "2\tF401\t[-] unused-import\n"
        "1\t    \t[ ] invalid-syntax\n"
        "1\tE711\t[ ] none-comparison\n");
  const std::string json = statistics_text("json", files, context).value();
  CHECK(
      json.starts_with("[\n  {\n    \"code\": \"F401\",\n    \"name\": \"unused-import\",\n"
                       "    \"count\": 2,\n    \"fixable\": false,\n    \"fixable_count\": 1\n"));
  CHECK(statistics_text("json-lines", files, context).error().message ==
        "Unsupported serialization format for statistics: JsonLines");
}

TEST_CASE_FIXTURE(SummaryFixture, "the diff of a file has a header, standard input has none") {
  context.working_directory = "/home/me";
  std::string out;
  write_file_diff("src/a.py", "import os\nx", "x\n", context, out);
  CHECK(out ==
        "--- src/a.py\n+++ src/a.py\n@@ -1,2 +1 @@\n-import os\n-x\n"
        "\\ No newline at end of file\n+x\n\n");
  out.clear();
  context.is_colored = true;
  write_file_diff("", "a\n", "b\n", context, out);
  CHECK(out ==
        "@@ -1 +1 @@\n\x1b[31m-\x1b[0m\x1b[31ma\n\x1b[0m\x1b[32m+\x1b[0m\x1b[32mb\n\x1b[0m\n");
}

}  // namespace
}  // namespace lint
