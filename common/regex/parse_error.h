// Errors in patterns: what is wrong, where, and the text that shows both.
//
// The layout is that of crate regex-syntax, byte for byte: the pattern with
// carets under the place, line numbers if it has several lines.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "common/regex/ast.h"

namespace common::regex {

enum class PatternError : std::uint8_t {
  ClassEscapeInvalid,
  ClassRangeInvalid,
  ClassRangeLiteral,
  ClassUnclosed,
  DecimalInvalid,
  EscapeHexEmpty,
  EscapeHexInvalid,
  EscapeHexInvalidDigit,
  EscapeUnexpectedEnd,
  EscapeUnrecognized,
  FlagDanglingNegation,
  FlagDuplicate,
  FlagRepeatedNegation,
  FlagUnexpectedEnd,
  FlagUnrecognized,
  GroupNameDuplicate,
  GroupNameEmpty,
  GroupNameInvalid,
  GroupNameUnexpectedEnd,
  GroupUnclosed,
  GroupUnopened,
  NestLimitExceeded,
  RepetitionCountInvalid,
  RepetitionCountEmpty,
  RepetitionCountUnclosed,
  RepetitionMissing,
  WordBoundaryUnclosed,
  WordBoundaryUnrecognized,
  WordBoundaryUnexpectedEnd,
  UnicodeClassInvalid,
  BackreferenceUnsupported,
  LookAroundUnsupported,
  UnicodeNotAllowed,
  UnicodePropertyNotFound,
  UnicodePropertyValueNotFound,
};

struct SyntaxError {
  PatternError kind{};
  SourceSpan span;
  // Where what is repeated stood first (duplicate flags and names).
  std::optional<SourceSpan> original;
};

template <typename T>
using Parsed = std::expected<T, SyntaxError>;

inline std::unexpected<SyntaxError> syntax_error(PatternError kind, SourceSpan span) {
  return std::unexpected(SyntaxError{.kind = kind, .span = span, .original = std::nullopt});
}

// The complete text for the user.  `nest_limit` is named in one of the errors.
std::string to_string(const SyntaxError& error, std::string_view pattern, std::uint32_t nest_limit);

}  // namespace common::regex
