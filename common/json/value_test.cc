#include "common/json/value.h"

#include <doctest/doctest.h>

namespace common::json {
namespace {

TEST_CASE("what is written has its names in order, the last of each") {
  std::string out;
  Writer writer(out, Layout::Pretty, 1);
  Value::parse(R"({"b": [1e2, "\u00e9", {}], "a\n": null, "b": [true, 1e2, [], "\u00e9"]})")
      .write(writer);
  CHECK(out == "{\n \"a\\n\": null,\n \"b\": [\n  true,\n  100.0,\n  [],\n  \"\u00e9\"\n ]\n}");
}

TEST_CASE("members are found by name") {
  const Value value = Value::parse(R"({"a": "b"})");
  REQUIRE(value.find("a") != nullptr);
  CHECK(value.find("a")->text() == "b");
  CHECK(value.find("b") == nullptr);
}

}  // namespace
}  // namespace common::json
