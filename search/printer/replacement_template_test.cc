#include "search/printer/replacement_template.h"

#include <doctest/doctest.h>

namespace search {
namespace {

// The expansion for the match "quick fox" in "the quick fox runs", whose groups
// are 1 "quick", 2 named "animal" "fox" and 3, which took no part.
std::string expanded(std::string_view text) {
  const ReplacementTemplate replacement(text, {"", "", "animal", ""});
  using common::regex::Span;
  std::string out;
  replacement.expand("the quick fox runs", {Span{4, 13}, Span{4, 9}, Span{10, 13}, std::nullopt},
                     out);
  return out;
}

TEST_CASE("groups are referred to by number and by name") {
  CHECK(expanded("$2 $1") == "fox quick");
  CHECK(expanded("<$0>") == "<quick fox>");
  CHECK(expanded("$animal!") == "fox!");
  CHECK(expanded("${animal}s ${1}er") == "foxs quicker");
  CHECK(expanded("$002") == "fox");
}

TEST_CASE("names are as long as they can be") {
  CHECK(expanded("$1a") == "");
  CHECK(expanded("$animals") == "");
  CHECK(expanded("$animal_$1") == "quick");
}

TEST_CASE("groups that do not exist or took no part are empty") {
  CHECK(expanded("[$3]") == "[]");
  CHECK(expanded("[$9]") == "[]");
  CHECK(expanded("[$nope]") == "[]");
  CHECK(expanded("[$99999999999]") == "[]");
}

TEST_CASE("a dollar that begins no reference is literal") {
  CHECK(expanded("$$1") == "$1");
  CHECK(expanded("a$") == "a$");
  CHECK(expanded("$ 1") == "$ 1");
  CHECK(expanded("${1") == "${1");
  CHECK(expanded("${}") == "${}");
  CHECK(expanded("${a b}") == "${a b}");
  CHECK(expanded("$$$1") == "$quick");
}

TEST_CASE("groups are needed only if the template refers to them") {
  CHECK_FALSE(ReplacementTemplate("x$$y", {""}).uses_groups());
  CHECK_FALSE(ReplacementTemplate("<$0>", {"", ""}).uses_groups());
  CHECK_FALSE(ReplacementTemplate("$7", {"", ""}).uses_groups());
  CHECK(ReplacementTemplate("$1", {"", ""}).uses_groups());
}

}  // namespace
}  // namespace search
