#include "lint/suppress/noqa_lines.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lint/parser/parsed.h"

namespace lint {

namespace {

// The 1-based line of the noqa comment for each line's start.
std::string lines(std::string text) {
  const parser::Parsed parsed = parser::parse(text);
  const NoqaLines noqa_lines(parsed.text(), parsed.tokens());
  std::string out;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (at > 0 && text[at - 1] != '\n') continue;
    const std::uint32_t offset = noqa_lines.resolve(at);
    out += std::to_string(std::count(text.begin(), text.begin() + offset, '\n') + 1) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("most lines have their own comments") {
  CHECK(lines("x = 1\ny = (\n  2,\n)\n") == "1 2 3 4 ");
}

TEST_CASE("strings over several lines have theirs behind the last") {
  CHECK(lines("x = '''a\nb\nc'''\ny\n") == "3 3 3 4 ");
  CHECK(lines("x = f'''a{\n1}\nc'''\ny\n") == "3 3 3 4 ");
  CHECK(lines("f(f'''{f'''\n'''}\n''', '''\n''')\n") == "4 4 4 4 ");
  CHECK(lines("x = 'a' '''b'''\ny\n") == "1 2 ");
}

TEST_CASE("lines that end with a backslash have theirs behind the run") {
  CHECK(lines("x = 1 + \\\n  2 + \\\n  3\ny\n") == "3 3 3 4 ");
  CHECK(lines("x = \\\n  1\ny = \\\n  2\n") == "2 2 4 4 ");
  CHECK(lines("x = '''\n''' + \\\n  1\n") == "3 3 3 ");
}

TEST_CASE("a comment below a shebang line is for both") {
  CHECK(lines("#!/usr/bin/python\nx\ny\n") == "2 2 3 ");
  CHECK(lines("# no\nx\n") == "1 2 ");
}

TEST_CASE("unclosed strings do not hide later ones") {
  CHECK(lines("f'a{\nx = f'''\n'''\n").ends_with("3 "));
}

}  // namespace lint
