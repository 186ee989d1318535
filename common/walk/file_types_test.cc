#include "common/walk/file_types.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/walk/file_type_rows.h"

namespace common::walk {
namespace {

using Changes = std::vector<FileTypes::Change>;
using enum FileTypes::Change::Kind;

FileTypes types(const Changes& changes) {
  Result<FileTypes> created = FileTypes::create(changes);
  REQUIRE(created.has_value());
  return *std::move(created);
}
std::string error_of(const Changes& changes) {
  Result<FileTypes> created = FileTypes::create(changes);
  return created ? "" : created.error().message;
}

TEST_CASE("every built-in glob compiles") {
  CHECK(file_type_rows().size() == 218);
  CHECK(types({{Select, "all"}}).has_selection());
}

TEST_CASE("selection and negation, the last wins") {
  CHECK(types({{Select, "rust"}}).matched("a.rs") == Verdict::Whitelist);
  CHECK(types({{Select, "rust"}}).matched("a.c") == Verdict::Ignore);
  CHECK(types({{Negate, "rust"}}).matched("a.rs") == Verdict::Ignore);
  CHECK(types({{Negate, "rust"}}).matched("a.c") == Verdict::None);
  CHECK(types({{Select, "c"}, {Negate, "c"}}).matched("a.c") == Verdict::Ignore);
  CHECK(types({{Negate, "c"}, {Select, "c"}}).matched("a.c") == Verdict::Whitelist);
  CHECK(types({{Negate, "all"}}).matched("a.c") == Verdict::Ignore);
  CHECK(types({{Negate, "all"}}).matched("unknown") == Verdict::None);
  CHECK(!types({}).has_selection());
}

TEST_CASE("a name that ends in a dot has no type") {
  CHECK(types({{Add, "x:*"}, {Select, "x"}}).matched("a.") == Verdict::Ignore);
  CHECK(types({{Add, "x:*"}, {Negate, "x"}}).matched("a.") == Verdict::None);
}

TEST_CASE("definitions grow, are combined and cleared") {
  Changes changes = {{Add, "web:*.html"}, {Add, "web:include:css,js"},
                     {Clear, "css"},      {Add, "x1:src/*.c"},
                     {Select, "web"},     {Select, "x1"}};
  FileTypes some = types(changes);
  CHECK(some.matched("a.css") == Verdict::Whitelist);
  CHECK(some.matched("a.html") == Verdict::Whitelist);
  CHECK(some.matched("a.c") == Verdict::Ignore);
  auto definitions = some.definitions();
  CHECK(std::is_sorted(definitions.begin(), definitions.end()));
  CHECK(std::none_of(definitions.begin(), definitions.end(),
                     [](const auto& each) { return each.first == "css"; }));
}

TEST_CASE("what cannot be done is said") {
  CHECK(error_of({{Select, "nope"}}).starts_with("unrecognized file type: nope\n"));
  CHECK(error_of({{Clear, "c"}, {Select, "c"}}).starts_with("unrecognized file type: c\n"));
  std::string invalid = "invalid definition (format is type:glob, e.g., html:*.html)";
  for (const char* text : {"a_b:*.c", "all:*.c", "x", "x:", ":*.c", "x:include:nope", "a:b:c",
                           "x:include:", "a:include:c:d"}) {
    CHECK(error_of({{Add, text}}) == invalid);
  }
  CHECK(error_of({{Add, "\xC3\xA9:*.c"}}).empty());
  CHECK(error_of({{Add, "x:["}, {Select, "x"}}) ==
        "error parsing glob '[': unclosed character class; missing ']'");
}

}  // namespace
}  // namespace common::walk
