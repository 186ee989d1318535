#include "lint/imports/organizer.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace lint;
using namespace lint::imports;

namespace {

using Configure = std::function<void(LintSettings&)>;

// The source with its blocks organised; they must be in order then.
std::string organized(std::string source, const Configure& configure = {}) {
  LintSettings settings;
  if (configure) configure(settings);
  bool is_changed = false;
  do {
    const parser::Parsed parsed = parser::parse(source);
    REQUIRE(parsed.is_valid());
    const bool is_crlf = source.find('\r') != std::string::npos;
    Organizer organizer({.parsed = parsed,
                         .settings = settings,
                         .target_version = kDefaultPython,
                         .package_root = "/project/own",
                         .line_end = is_crlf ? "\r\n" : "\n",
                         .indent = "    "});
    const bool was_changed = is_changed;
    is_changed = false;
    std::vector<ImportBlock> blocks = find_import_blocks(parsed, find_directives(parsed), {});
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
      const std::optional<UnsortedBlock> found = organizer.check(*block);
      if (!found.has_value() || !found->edit.has_value()) continue;
      CHECK_FALSE(was_changed);  // What was organised stays as it is.
      const Edit& edit = *found->edit;
      source.replace(edit.range.start, edit.range.size(), edit.content);
      is_changed = true;
    }
  } while (is_changed);
  return source;
}

}  // namespace

TEST_CASE("sections") {
  CHECK(organized("import third, own.part, os\nfrom . import near\n") ==
        "import os\n\nimport third\n\nimport own.part\n\nfrom . import near\n");
}

TEST_CASE("duplicates fall together, with their comments") {
  CHECK(organized("from a import b  # one\nfrom a import b  # two\n") ==
        "from a import b  # one  # two\n");
}

TEST_CASE("only indentation may differ") {
  CHECK(organized("from a import (\n  b,\n  c,\n)\n") == "from a import (\n  b,\n  c,\n)\n");
}

TEST_CASE("a file without a line end") {
  CHECK(organized("import b\nimport a") == "import a\nimport b\n");
}

TEST_CASE("headings are found above line ends of either kind") {
  const Configure heading = [](LintSettings& settings) {
    settings.isort.import_heading = {{{config::ImportType::StandardLibrary}, "Python"}};
  };
  CHECK(organized("# Python\nimport b\nimport os\n", heading) ==
        "# Python\nimport os\n\nimport b\n");
  CHECK(organized("# Python\r\nimport b\r\nimport os\r\n", heading) ==
        "# Python\r\nimport os\r\n\r\nimport b\r\n");
}

TEST_CASE("a heading is alone in its line") {
  const Configure heading = [](LintSettings& settings) {
    settings.isort.import_heading = {{{config::ImportType::StandardLibrary}, "Python"}};
  };
  CHECK(organized("x = 1  # Python\nimport os\n", heading) ==
        "x = 1  # Python\n# Python\nimport os\n");
}

TEST_CASE("the width of a line includes the indentation of the block") {
  const Configure narrow = [](LintSettings& settings) { settings.line_length = 24; };
  CHECK(organized("from a import b, c, d, e\n", narrow) == "from a import b, c, d, e\n");
  CHECK(organized("if x:\n  from a import b, c, d, e\n", narrow) ==
        "if x:\n  from a import (\n      b,\n      c,\n      d,\n      e,\n  )\n");
}

TEST_CASE("statements that share a line with others have no edit") {
  CHECK(organized("x = 1; import b\nimport a\n") == "x = 1; import b\nimport a\n");
  CHECK(organized("import b\nimport a; x = 1\n") == "import b\nimport a; x = 1\n");
  CHECK(organized("x = 1; \\\nimport b\nimport a\n") == "x = 1; \\\nimport b\nimport a\n");
}

TEST_CASE("many imports") {
  std::string source;
  std::string sorted;
  for (int i = 300; i > 0; --i) source += "from m" + std::to_string(i) + " import a\n";
  for (int i = 1; i <= 300; ++i) sorted += "from m" + std::to_string(i) + " import a\n";
  CHECK(organized(source + source) == sorted);
}
