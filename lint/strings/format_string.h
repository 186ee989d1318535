// Format strings of str.format: "{name!r:>10} of {0.total[kb]}".
//
// All views lie in the text that was parsed, which is the value of a string
// literal, or its source where escapes are to stay (see Escapes).
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace lint::strings {

enum class FormatError : std::uint8_t {
  OpenBrace,
  LoneClosingBrace,
  NestedTooDeep,
  UnknownConversion,
  EmptyAttribute,
  OpenIndex,       // {a[0}
  BadBehindIndex,  // {a[0]b}
};

// {name!conversion:spec}
struct FormatField {
  std::string_view name;
  char32_t conversion = 0;  // 0: none.
  std::string_view spec;    // May hold fields.
};

// A piece of text with doubled braces made single, or a field.
struct FormatPart {
  std::string literal;
  bool is_field = false;
  FormatField field{};
};

// Do backslashes begin escapes?  Then the braces of \N{DASH} are no field's.
enum class Escapes : std::uint8_t { Kept, Raw };

std::expected<std::vector<FormatPart>, FormatError> parse_format_string(
    std::string_view text, Escapes escapes = Escapes::Kept);

// What the name of a field stands for: {}, {0}, {name}, and what is taken of it.
struct FieldName {
  enum class Kind : std::uint8_t { Auto, Index, Keyword };
  struct Access {
    enum class Kind : std::uint8_t { Attribute, Index, Key };
    Kind kind;
    std::string_view text;  // Without the dot or brackets.
  };
  Kind kind = Kind::Auto;
  std::uint64_t index = 0;     // Of Index.
  std::string_view keyword{};  // Of Keyword.
  std::vector<Access> accesses{};
};
std::expected<FieldName, FormatError> parse_field_name(std::string_view text);

// What a format string asks of the arguments of the call.
struct FormatSummary {
  std::uint64_t auto_count = 0;              // {}
  std::vector<std::uint64_t> indices{};      // {0}, in order.
  std::vector<std::string_view> keywords{};  // {name}, in order.
  bool has_nested_fields = false;            // {:{}}
};
std::expected<FormatSummary, FormatError> summarize_format_string(std::string_view text);

}  // namespace lint::strings
