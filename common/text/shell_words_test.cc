#include "common/text/shell_words.h"

#include <doctest/doctest.h>

namespace common::text {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("words of a line are parted as a shell does it") {
  CHECK(split_words("") == Words{});
  CHECK(split_words("  vim\t'a b'  \"c d\"\n") == Words{"vim", "a b", "c d"});
  CHECK(split_words("a\\ b \"\" x'y'\"z\"") == Words{"a b", "", "xyz"});
  CHECK(split_words(R"("a\"b\\c\d" 'e\f' \')") == Words{R"(a"b\c\d)", R"(e\f)", "'"});
  CHECK(split_words("ends\\") == Words{"ends\\"});
  CHECK_FALSE(split_words("it's").has_value());
  CHECK_FALSE(split_words("\"open").has_value());
}

TEST_CASE("what is joined is parted again into the same words") {
  const Words words = {"vim", "", "a b", "it's", "say \"x\"", "back\\slash", "line\nline", "$HOME"};
  CHECK(split_words(joined_words(words)) == words);
  CHECK(joined_words(Words{"vim", "a b"}) == "vim \"a b\"");
}

}  // namespace
}  // namespace common::text
