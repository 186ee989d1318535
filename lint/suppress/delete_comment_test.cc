#include "lint/suppress/delete_comment.h"

#include <doctest/doctest.h>

#include <string>

namespace lint {

namespace {

// `text` without the comment "#c".
std::string without(std::string text) {
  const auto at = static_cast<std::uint32_t>(text.find("#c"));
  const Edit edit = delete_comment(text, {at, at + 2});
  return text.replace(edit.range.start, edit.range.size(), edit.content);
}

}  // namespace

TEST_CASE("a comment goes with its line or the blanks in front") {
  CHECK(without("x\n  #c  \ny\n") == "x\ny\n");
  CHECK(without("#c\r\ny\n") == "y\n");
  CHECK(without("x  #c\ny\n") == "x\ny\n");
  CHECK(without("x  #c") == "x");
  CHECK(without("x  #c  # other\n") == "x  # other\n");
  CHECK(without("x  #c words\n") == "x\n");
  CHECK(without("  #c words\n") == "\n");
}

}  // namespace lint
