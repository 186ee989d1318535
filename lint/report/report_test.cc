// Golden texts, one per format, for one set of findings.
#include <doctest/doctest.h>

#include "lint/registry/catalogue.h"
#include "lint/report/report.h"

namespace lint {
namespace {

RuleId rule(std::string_view code) {
  return find_rule_by_code(code).value();
}

struct ReportFixture {
  SourceFile file{"src/a.py", "import os\nimport sys, re\n\ndef f(x):\n    return (x\n"};
  std::vector<Diagnostic> diagnostics;
  std::vector<FileFindings> files;
  ReportContext context;

  ReportFixture() {
    Diagnostic unused;
    unused.rule = rule("F401");
    unused.range = {7, 9};
    unused.message = "`os` imported but unused";
    unused.fix_title = "Remove unused import: `os`";
    unused.fix = Fix::safe({{0, 10}, ""});
    unused.noqa_offset = 7;
    diagnostics.push_back(unused);
    Diagnostic redefined;
    redefined.rule = rule("F811");
    redefined.range = {30, 31};
    redefined.message = "Redefinition of unused `f` from line 1";
    redefined.primary_note = "`f` redefined here";
    redefined.annotations.push_back({{7, 9}, "previous definition of `f` here"});
    diagnostics.push_back(redefined);
    Diagnostic syntax;
    syntax.rule = kSyntaxError;
    syntax.range = {50, 50};
    syntax.message = "unexpected EOF while parsing";
    diagnostics.push_back(syntax);
    files = {{&file, diagnostics}};
    context.working_directory = "/home/me";
    context.shows_fix_status = true;
    context.version = "1.2.3";
  }

  std::string written(std::string_view format) {
    std::string out;
    find_output_format(format)->write(files, context, out);
    return out;
  }
};

TEST_CASE_FIXTURE(ReportFixture, "concise") {
  CHECK(written("concise") == R"(src/a.py:1:8: F401 [*] `os` imported but unused
src/a.py:4:5: F811 Redefinition of unused `f` from line 1: `f` redefined here
src/a.py:6:1: invalid-syntax: unexpected EOF while parsing
)");
}

TEST_CASE_FIXTURE(ReportFixture, "full") {
  CHECK(written("full") == R"(F401 [*] `os` imported but unused
 --> src/a.py:1:8
  |
1 | import os
  |        ^^
2 | import sys, re
  |
help: Remove unused import: `os`
  |
  - import os
1 | import sys, re
  |

F811 Redefinition of unused `f` from line 1
 --> src/a.py:4:5
  |
1 | import os
  |        -- previous definition of `f` here
2 | import sys, re
3 |
4 | def f(x):
  |     ^ `f` redefined here
5 |     return (x
  |

invalid-syntax: unexpected EOF while parsing
 --> src/a.py:5:15
  |
4 | def f(x):
5 |     return (x
  |              ^

)");
}

TEST_CASE_FIXTURE(ReportFixture, "json-lines") {
  diagnostics.resize(1);
  files = {{&file, diagnostics}};
  CHECK(written("json-lines") ==
        R"({"cell":null,"code":"F401","end_location":{"column":10,"row":1},)"
        R"("filename":"/home/me/src/a.py","fix":{"applicability":"safe","edits":[{"content":"",)"
        R"("end_location":{"column":1,"row":2},"location":{"column":1,"row":1}}],)"
        R"("message":"Remove unused import: `os`"},"location":{"column":8,"row":1},)"
        R"("message":"`os` imported but unused","name":"unused-import","noqa_row":1,)"
        R"("severity":"error","url":"https://docs.astral.sh/ruff/rules/unused-import"})"
        "\n");
}

TEST_CASE_FIXTURE(ReportFixture, "json") {
  diagnostics = {diagnostics[2]};
  files = {{&file, diagnostics}};
  CHECK(written("json") == R"([
  {
    "cell": null,
    "code": "invalid-syntax",
    "end_location": {
      "column": 1,
      "row": 6
    },
    "filename": "/home/me/src/a.py",
    "fix": null,
    "location": {
      "column": 1,
      "row": 6
    },
    "message": "unexpected EOF while parsing",
    "name": "invalid-syntax",
    "noqa_row": null,
    "severity": "error",
    "url": null
  }
])");
  files = {{&file, {}}};
  CHECK(written("json") == "[]");
}

TEST_CASE_FIXTURE(ReportFixture, "pylint, azure and github") {
  CHECK(written("pylint") == R"(src/a.py:1: [F401] `os` imported but unused
src/a.py:4: [F811] Redefinition of unused `f` from line 1: `f` redefined here
src/a.py:6: [invalid-syntax] unexpected EOF while parsing
)");
  diagnostics.pop_back();
  files = {{&file, diagnostics}};
  CHECK(written("azure") ==
        "##vso[task.logissue type=error;sourcepath=/home/me/src/a.py;linenumber=1;columnnumber=8;"
        "code=F401;]`os` imported but unused\n"
        "##vso[task.logissue type=error;sourcepath=/home/me/src/a.py;linenumber=4;columnnumber=5;"
        "code=F811;]Redefinition of unused `f` from line 1: `f` redefined here\n");
  CHECK(written("github") ==
        "::error title=klint (F401),file=/home/me/src/a.py,line=1,col=8,endLine=1,endColumn=10::"
        "src/a.py:1:8: F401 `os` imported but unused%0A  help: Remove unused import: `os`\n"
        "::error title=klint (F811),file=/home/me/src/a.py,line=4,col=5,endLine=4,endColumn=6::"
        "src/a.py:4:5: F811 Redefinition of unused `f` from line 1: `f` redefined here"
        "%0A  src/a.py:1:8: previous definition of `f` here\n");
}

TEST_CASE_FIXTURE(ReportFixture, "grouped") {
  context.is_colored = true;
  CHECK(written("grouped") ==
        "\x1b[4msrc/a.py\x1b[0m:\n"
        "  1\x1b[36m:\x1b[0m8 \x1b[1m\x1b[31mF401\x1b[0m [\x1b[36m*\x1b[0m] "
        "`os` imported but unused\n"
        "  4\x1b[36m:\x1b[0m5 \x1b[1m\x1b[31mF811\x1b[0m "
        "Redefinition of unused `f` from line 1: `f` redefined here\n"
        "  6\x1b[36m:\x1b[0m1 \x1b[1m\x1b[31minvalid-syntax\x1b[0m: "
        "unexpected EOF while parsing\n\n");
}

TEST_CASE_FIXTURE(ReportFixture, "gitlab") {
  // The fingerprint hashes the rule's name and the path.
  files = {{&file, std::span(diagnostics).first(1)}};
  SourceFile same_path("b.py", "import os\n");
  files[0].file = &same_path;
  CHECK(written("gitlab").find(R"("fingerprint": "695480087f7532e5")") != std::string::npos);
  context.ci_project_dir = "/home/you/work";
  CHECK(written("gitlab").find(R"("path": "../../me/b.py")") != std::string::npos);
}

TEST_CASE_FIXTURE(ReportFixture, "junit escapes and counts") {
  diagnostics[0].message = "<a & 'b'>\x01";
  files = {{&file, std::span(diagnostics).first(1)}};
  CHECK(written("junit") == R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="klint" tests="1" skipped="0" failures="1" errors="0">
    <testsuite name="/home/me/src/a.py" tests="1" skipped="0" errors="0" failures="1" package="org.klint">
        <testcase name="org.klint.F401" classname="/home/me/src/a" line="1" column="8">
            <properties>
                <property name="severity" value="error"/>
            </properties>
            <failure message="&lt;a &amp; &apos;b&apos;&gt;">line 1, col 8, &lt;a &amp; &apos;b&apos;&gt;</failure>
        </testcase>
    </testsuite>
</testsuites>
)");
}

TEST_CASE_FIXTURE(ReportFixture, "names replace codes in preview") {
  context.is_preview = true;
  CHECK(written("concise").starts_with("src/a.py:1:8: unused-import: [*] `os`"));
  context.prefers_codes = true;
  CHECK(written("concise").starts_with("src/a.py:1:8: F401 [*] `os`"));
}

TEST_CASE_FIXTURE(ReportFixture, "every format has docs and gives text for no findings and some") {
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    CHECK(!format.docs.empty());
    CHECK(!written(format.name).empty());
  }
  CHECK(find_output_format("text") == nullptr);
}

}  // namespace
}  // namespace lint
