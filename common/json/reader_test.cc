#include "common/json/reader.h"

#include <doctest/doctest.h>

#include <vector>

namespace common::json {
namespace {

// What is wrong with a text; empty: nothing.
std::string problem(std::string_view text) {
  Reader reader(text);
  std::string_view value;
  if (reader.read_value(value)) reader.read_end();
  return reader.error().message;
}

TEST_CASE("values are slices of the text") {
  Reader reader(" [1, {\"a\": \"b\"}] ");
  std::string_view value;
  CHECK(reader.read_value(value));
  CHECK(reader.read_end());
  CHECK(value == "[1, {\"a\": \"b\"}]");
  CHECK(type_of(value) == Type::Array);
}

TEST_CASE("strings are decoded") {
  CHECK(decoded_string(R"("\u0041\u00e9\ud83d\ude00\/\b\n\"\\")") == "A\u00e9\U0001F600/\b\n\"\\");
}

TEST_CASE("what is wrong has the place up to which it was read") {
  struct Row {
    std::string_view text;
    std::string_view problem;
  };
  constexpr Row kRows[] = {
      {"", "EOF while parsing a value at line 1 column 0"},
      {"nope", "expected ident at line 1 column 2"},
      {"nul", "EOF while parsing a value at line 1 column 3"},
      {"x", "expected value at line 1 column 1"},
      {"[1,]", "trailing comma at line 1 column 4"},
      {"[1 2]", "expected `,` or `]` at line 1 column 4"},
      {"[1\n", "EOF while parsing a list at line 2 column 0"},
      {"{\"a\" 1}", "expected `:` at line 1 column 6"},
      {"{\"a\":1,}", "trailing comma at line 1 column 8"},
      {"{1:1}", "key must be a string at line 1 column 2"},
      {"{\"a\":1 \"b\"", "expected `,` or `}` at line 1 column 8"},
      {"01", "invalid number at line 1 column 2"},
      {"1.x", "invalid number at line 1 column 3"},
      {"-", "EOF while parsing a value at line 1 column 1"},
      {"1e999", "number out of range at line 1 column 5"},
      {"\"a", "EOF while parsing a string at line 1 column 2"},
      {"\"\\x\"", "invalid escape at line 1 column 3"},
      {"\"\\ud800\"", "unexpected end of hex escape at line 1 column 8"},
      {"\"\\udc00\"", "lone leading surrogate in hex escape at line 1 column 7"},
      {"\"a\xff\"", "invalid unicode code point at line 1 column 3"},
      {"\"\xff\\n\\n\"", "invalid unicode code point at line 1 column 4"},
      {"1 \n 2", "trailing characters at line 2 column 2"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(problem(row.text) == row.problem);
  }
  CHECK(problem("\"a\nb\"") ==
        "control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0");
}

TEST_CASE("nesting is bounded") {
  CHECK(problem(std::string(127, '[') + std::string(127, ']')).empty());
  CHECK(problem(std::string(128, '[')) == "recursion limit exceeded at line 1 column 128");
}

TEST_CASE("mistakes of the schema get their place where the value or container ends") {
  Reader number("[ 1 ]");
  number.read_array([&] { return number.fail_type("a string"); });
  CHECK(number.error().message ==
        "invalid type: integer `1`, expected a string at line 1 column 4");
  CHECK_FALSE(number.error().is_syntax);
  Reader object("{\"a\": 1}");
  object.read_object([&](const std::string&) { return object.fail("unknown"); },
                     [] { return true; });
  CHECK(object.error().message == "unknown at line 1 column 5");
  Reader empty("{}");
  empty.read_object([](const std::string&) { return true; }, [&] { return empty.fail("missing"); });
  CHECK(empty.error().message == "missing at line 1 column 2");
}

TEST_CASE("values have descriptions") {
  CHECK(description_of("null") == "null");
  CHECK(description_of("true") == "boolean `true`");
  CHECK(description_of("1e3") == "floating point `1000.0`");
  CHECK(description_of("-3") == "integer `-3`");
  CHECK(description_of(R"("a\"\u001b\n")") == R"(string "a\"\u{1b}\n")");
  CHECK(description_of("[]") == "sequence");
  CHECK(description_of("{}") == "map");
}

}  // namespace
}  // namespace common::json
