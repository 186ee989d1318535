#include "lint/strings/format_string.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace lint::strings;

// Texts as they are, fields as <name|conversion|spec>.
std::string format_string(std::string_view text, Escapes escapes = Escapes::Kept) {
  const auto parts = parse_format_string(text, escapes);
  if (!parts) return "error " + std::to_string(static_cast<int>(parts.error()));
  std::string shown;
  for (const FormatPart& part : *parts) {
    shown += part.literal;
    if (!part.is_field) continue;
    shown += '<' + std::string(part.field.name) + '|';
    if (part.field.conversion != 0) shown += static_cast<char>(part.field.conversion);
    shown += '|' + std::string(part.field.spec) + '>';
  }
  return shown;
}

std::string error(FormatError error) {
  return "error " + std::to_string(static_cast<int>(error));
}

std::string parse_name(std::string_view text) {
  const auto name = parse_field_name(text);
  if (!name) return error(name.error());
  std::string shown;
  switch (name->kind) {
    case FieldName::Kind::Auto:
      shown = "auto";
      break;
    case FieldName::Kind::Index:
      shown = std::to_string(name->index);
      break;
    case FieldName::Kind::Keyword:
      shown = name->keyword;
      break;
  }
  for (const FieldName::Access& access : name->accesses) {
    constexpr std::string_view kMarks[] = {" .", " #", " @"};
    shown += kMarks[static_cast<std::size_t>(access.kind)];
    shown += access.text;
  }
  return shown;
}

}  // namespace

TEST_CASE("format strings of str.format are parsed") {
  CHECK(format_string("") == "");
  CHECK(format_string("a{{}}b") == "a{}b");
  CHECK(format_string("{}{0!r:>{w}}x{a.b[c]}") == "<||><0|r|>{w}>x<a.b[c]||>");
  CHECK(format_string("{:{a}{b}}") == "<||{a}{b}>");
}

TEST_CASE("names of characters are no fields where escapes are kept") {
  CHECK(format_string("\\N{DASH} {}") == "\\N{DASH} <||>");
  CHECK(format_string("\\\\N{a}") == "\\\\N<a||>");
  CHECK(format_string("\\N{a}", Escapes::Raw) == "\\N<a||>");
}

TEST_CASE("what is no format string says why") {
  CHECK(format_string("a{") == error(FormatError::OpenBrace));
  CHECK(format_string("a}") == error(FormatError::LoneClosingBrace));
  CHECK(format_string("{:{:{}}}") == error(FormatError::NestedTooDeep));
  CHECK(format_string("{!}") == error(FormatError::UnknownConversion));
  CHECK(format_string("{!rr}") == error(FormatError::UnknownConversion));
}

TEST_CASE("names of fields are parsed") {
  CHECK(parse_name("") == "auto");
  CHECK(parse_name("+12") == "12");
  CHECK(parse_name("99999999999999999999") == "99999999999999999999");
  CHECK(parse_name("a.b[0][x].c") == "a .b #0 @x .c");
  CHECK(parse_name("[a") == error(FormatError::OpenIndex));
  CHECK(parse_name("a.") == error(FormatError::EmptyAttribute));
  CHECK(parse_name("a[]") == error(FormatError::EmptyAttribute));
  CHECK(parse_name("a[0]b") == error(FormatError::BadBehindIndex));
}

TEST_CASE("a summary counts what is asked for") {
  const auto summary = summarize_format_string("{}{2}{a}{a:{}{b}}");
  REQUIRE(summary.has_value());
  CHECK(summary->auto_count == 2);
  CHECK(summary->indices == std::vector<std::uint64_t>{2});
  CHECK(summary->keywords == std::vector<std::string_view>{"a", "a", "b"});
  CHECK(summary->has_nested_fields);
  CHECK_FALSE(summarize_format_string("{a:{b.}}").has_value());
}
