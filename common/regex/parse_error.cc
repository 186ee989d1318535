#include "common/regex/parse_error.h"

#include <algorithm>
#include <vector>

#include "common/base/check.h"

namespace common::regex {
namespace {

constexpr std::string_view kTexts[] = {
    "invalid escape sequence found in character class",
    "invalid character class range, the start must be <= the end",
    "invalid range boundary, must be a literal",
    "unclosed character class",
    "decimal literal invalid",
    "hexadecimal literal empty",
    "hexadecimal literal is not a Unicode scalar value",
    "invalid hexadecimal digit",
    "incomplete escape sequence, reached end of pattern prematurely",
    "unrecognized escape sequence",
    "dangling flag negation operator",
    "duplicate flag",
    "flag negation operator repeated",
    "expected flag but got end of regex",
    "unrecognized flag",
    "duplicate capture group name",
    "empty capture group name",
    "invalid capture group character",
    "unclosed capture group name",
    "unclosed group",
    "unopened group",
    "exceed the maximum number of nested parentheses/brackets",
    "invalid repetition count range, the start must be <= the end",
    "repetition quantifier expects a valid decimal",
    "unclosed counted repetition",
    "repetition operator missing expression",
    "special word boundary assertion is either unclosed or contains an invalid character",
    "unrecognized special word boundary assertion, valid choices are: start, end, start-half or "
    "end-half",
    "found either the beginning of a special word boundary or a bounded repetition on a \\b with "
    "an opening brace, but no closing brace",
    "invalid Unicode character class",
    "backreferences are not supported",
    "look-around, including look-ahead and look-behind, is not supported",
    "Unicode not allowed here",
    "Unicode property not found",
    "Unicode property value not found",
};
static_assert(std::size(kTexts) ==
              static_cast<std::size_t>(PatternError::UnicodePropertyValueNotFound) + 1);

// Both count from 1; columns count scalar values.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

struct PlacedSpan {
  Place start;
  Place end;
};

Place place_of(std::string_view pattern, std::size_t offset) {
  Place place;
  for (const char c : pattern.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

// The lines without their terminators LF and CRLF.
std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// The line of carets under line `number`, nothing if no span lies in it.
std::string carets(const std::vector<PlacedSpan>& spans, std::size_t number, std::size_t indent) {
  std::string text;
  std::size_t column = 1;
  for (const PlacedSpan& span : spans) {
    if (span.start.line != number || span.end.line != number) continue;
    if (text.empty()) text.assign(indent, ' ');
    if (span.start.column > column) {
      text.append(span.start.column - column, ' ');
      column = span.start.column;
    }
    const std::size_t width =
        span.end.column > span.start.column ? span.end.column - span.start.column : 1;
    text.append(width, '^');
    column += width;
  }
  return text;
}

std::string notated(std::string_view pattern, const std::vector<PlacedSpan>& spans) {
  const std::vector<std::string_view> lines = split_lines(pattern);
  // A place behind a final line terminator counts as one more line.
  const std::size_t count = lines.size() + (pattern.ends_with('\n') ? 1 : 0);
  const std::size_t width = count <= 1 ? 0 : std::to_string(count).size();
  const std::size_t indent = width == 0 ? 4 : width + 2;
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (width == 0) {
      text.append(indent, ' ');
    } else {
      const std::string number = std::to_string(i + 1);
      text.append(width - number.size(), ' ').append(number).append(": ");
    }
    text.append(lines[i]).append("\n");
    if (const std::string under = carets(spans, i + 1, indent); !under.empty()) {
      text.append(under).append("\n");
    }
  }
  return text;
}

// "on line 1 (column 2) through line 3 (column 4)" for spans of several lines.
std::string line_notes(const std::vector<PlacedSpan>& spans) {
  std::string text;
  for (const PlacedSpan& span : spans) {
    if (span.start.line == span.end.line) continue;
    text += "on line " + std::to_string(span.start.line) + " (column " +
            std::to_string(span.start.column) + ") through line " + std::to_string(span.end.line) +
            " (column " + std::to_string(span.end.column - 1) + ")\n";
  }
  return text;
}

}  // namespace

std::string to_string(const SyntaxError& error, std::string_view pattern,
                      std::uint32_t nest_limit) {
  std::vector<SourceSpan> sources = {error.span};
  if (error.original) sources.push_back(*error.original);
  std::sort(sources.begin(), sources.end(), [](const SourceSpan& a, const SourceSpan& b) {
    return a.start != b.start ? a.start < b.start : a.end < b.end;
  });
  std::vector<PlacedSpan> spans;
  for (const SourceSpan& source : sources) {
    spans.push_back({place_of(pattern, source.start), place_of(pattern, source.end)});
  }

  std::string text = "regex parse error:\n";
  if (pattern.find('\n') == std::string_view::npos) {
    text += notated(pattern, spans);
  } else {
    const std::string divider = std::string(79, '~') + "\n";
    text += divider + notated(pattern, spans) + divider + line_notes(spans);
  }
  text.append("error: ").append(kTexts[static_cast<std::size_t>(error.kind)]);
  if (error.kind == PatternError::NestLimitExceeded) {
    text += " (" + std::to_string(nest_limit) + ")";
  }
  return text;
}

}  // namespace common::regex
