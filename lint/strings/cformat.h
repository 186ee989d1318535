// Format strings of the operator %: "%(name)-10.2f of %d".
//
// All views lie in the text that was parsed, which is the value of a string
// literal, not its source.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lint::strings {

// Letters between % (or the key) and the width, as bits.
enum class CFormatFlag : std::uint8_t {
  Alternate = 1,   // #
  ZeroPad = 2,     // 0
  LeftAdjust = 4,  // -
  BlankSign = 8,   // a blank
  Sign = 16,       // +
};

// A width or precision.
struct CFormatQuantity {
  enum class Kind : std::uint8_t {
    None,
    Amount,
    FromValues,  // *: the next value says how many
    Empty,       // A precision of a dot alone
  };
  Kind kind = Kind::None;
  std::uint32_t amount = 0;  // Of Amount.

  explicit operator bool() const { return kind != Kind::None; }
  bool is_from_values() const { return kind == Kind::FromValues; }
};

struct CFormatSpec {
  std::optional<std::string_view> key;  // name of %(name)s
  std::uint8_t flags = 0;               // CFormatFlag bits.
  CFormatQuantity width;
  CFormatQuantity precision;
  char type = 's';

  bool has(CFormatFlag flag) const { return (flags & static_cast<std::uint8_t>(flag)) != 0; }
};

// A piece of text with %% made single, or a placeholder.
struct CFormatPart {
  std::string literal;
  std::optional<CFormatSpec> spec;
};

struct CFormatError {
  enum class Kind : std::uint8_t { OpenKey, UnknownType, Incomplete, NumberTooBig };
  Kind kind;
  char32_t type = 0;  // Of UnknownType: the character that is no type.

  // For all kinds but UnknownType.
  std::string_view message() const;
};

enum class CFormatSubject : std::uint8_t { Text, Bytes };

std::expected<std::vector<CFormatPart>, CFormatError> parse_cformat(
    std::string_view text, CFormatSubject subject = CFormatSubject::Text);

// What a format string asks of the value behind the operator.
struct CFormatSummary {
  std::size_t positional_count = 0;      // Placeholders without a key, and each *.
  std::vector<std::string_view> keys{};  // In order, each once.
  bool has_star = false;
};
CFormatSummary summarize(const std::vector<CFormatPart>& parts);

}  // namespace lint::strings
