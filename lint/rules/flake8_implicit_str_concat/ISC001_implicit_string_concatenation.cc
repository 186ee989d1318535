#include <optional>
#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::ISC001_implicit_string_concatenation {

using parser::Token;
using parser::TokenKind;

static constexpr std::string_view kSingleLine =
    "Implicitly concatenated string literals on one line";
static constexpr std::string_view kMultiLine =
    "Implicitly concatenated string literals over multiple lines";

// A string literal that just ended.
struct Literal {
  TokenKind end;  // String, FStringEnd or TStringEnd.
  ast::StringFlags flags;
  bool is_bytes;
  TextRange range;
};

// "rb", as Python would print it.
static std::string prefix_of(const Literal& literal) {
  std::string prefix;
  if (literal.flags.is_raw) prefix += literal.flags.is_raw_upper ? 'R' : 'r';
  if (literal.is_bytes) prefix += 'b';
  if (literal.flags.is_unicode) prefix += 'u';
  if (literal.end == TokenKind::FStringEnd) prefix += 'f';
  if (literal.end == TokenKind::TStringEnd) prefix += 't';
  return prefix;
}

static std::string_view body_of(std::string_view text, const Literal& literal) {
  text = literal.range.of(text).substr(literal.flags.opener_size());
  return text.substr(0, text.size() - literal.flags.closer_size());
}

static bool is_octal(char c) {
  return '0' <= c && c <= '7';
}

static bool ends_with_backslash(std::string_view text) {
  const std::size_t other = text.find_last_not_of('\\');
  const std::size_t backslashes = text.size() - (other == text.npos ? 0 : other + 1);
  return backslashes % 2 == 1;
}

// The text so that an octal digit behind it does not lengthen an octal escape at
// its end: \1 becomes \001.
static std::string closed_octal(std::string_view text) {
  std::size_t digits = 0;
  while (digits < 2 && digits < text.size() && is_octal(text[text.size() - 1 - digits])) {
    ++digits;
    const std::string_view before = text.substr(0, text.size() - digits);
    if (!ends_with_backslash(before)) continue;
    return std::string(before) + std::string(3 - digits, '0') +
           std::string(text.substr(text.size() - digits));
  }
  return std::string(text);
}

static std::optional<Fix> joined(const Checker& c, const Literal& left, const Literal& right) {
  if (left.flags.is_unclosed || right.flags.is_unclosed) return std::nullopt;
  const std::string prefix = prefix_of(left);
  if (prefix != prefix_of(right) || left.flags.quote() != right.flags.quote() ||
      left.flags.is_triple != right.flags.is_triple) {
    return std::nullopt;
  }
  const std::string_view left_body = body_of(c.text(), left);
  const std::string_view right_body = body_of(c.text(), right);
  const bool continues_octal =
      !left.flags.is_raw && !right_body.empty() && is_octal(right_body.front());
  const std::string quotes(left.flags.quote_size(), left.flags.quote());
  return Fix::safe({left.range.cover(right.range),
                    prefix + quotes +
                        (continues_octal ? closed_octal(left_body) : std::string(left_body)) +
                        std::string(right_body) + quotes});
}

// Template strings only join each other; those with plain strings are errors.
static bool can_join(TokenKind end, TokenKind start) {
  return end == TokenKind::TStringEnd
             ? start == TokenKind::TStringStart
             : start == TokenKind::String || start == TokenKind::FStringStart;
}

static void report(Checker& c, const Literal& left, const Literal& right) {
  const TextRange range = left.range.cover(right.range);
  if (c.lines().contains_line_break({left.range.end, right.range.start})) {
    if (c.is_enabled(codes::ISC002)) c.report(codes::ISC002, range, std::string(kMultiLine));
    return;
  }
  if (!c.is_enabled(codes::ISC001)) return;
  Diagnostic& finding = c.report(codes::ISC001, range, std::string(kSingleLine));
  finding.fix_title = "Combine string literals";
  finding.fix = joined(c, left, right);
}

static std::optional<Literal> literal_at(const Checker& c, const Token& token) {
  TextRange range = token.range;
  if (token.kind != TokenKind::String) {
    const auto whole = c.lines().innermost_interpolated_string(token.range.start);
    if (!whole) return std::nullopt;
    range = *whole;
  }
  const TokenKind end = token.kind == TokenKind::FStringStart   ? TokenKind::FStringEnd
                        : token.kind == TokenKind::TStringStart ? TokenKind::TStringEnd
                                                                : token.kind;
  return Literal{end, token.string_flags, token.is_bytes, range};
}

static bool ends_string(TokenKind kind) {
  return kind == TokenKind::String || kind == TokenKind::FStringEnd ||
         kind == TokenKind::TStringEnd;
}

static void check(Checker& c, const TokenPass&) {
  const bool skips_line_ends = !c.settings().flake8_implicit_str_concat.allow_multiline;
  const Token* previous = nullptr;
  for (const Token& token : c.tokens()) {
    if (token.kind == TokenKind::Comment) continue;
    if (skips_line_ends && token.kind == TokenKind::NonLogicalNewline) continue;
    if (previous != nullptr && ends_string(previous->kind) &&
        can_join(previous->kind, token.kind)) {
      const std::optional<Literal> left = literal_at(c, *previous);
      const std::optional<Literal> right = literal_at(c, token);
      if (left && right) report(c, *left, *right);
    }
    previous = &token;
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kSingleLineMessages[] = {kSingleLine};
static constexpr std::string_view kMultiLineMessages[] = {kMultiLine};

static constexpr RuleInfo kInfo[] = {{.code = codes::ISC001,
                                      .docs = R"(## What it does
Finds string literals that stand side by side on one line.

## Why is this bad?
They are one string, and could be written as one. They are left over when a line
was put together, or a comma is missing between them.

## Example
```python
greeting = "Hello, " "world"
```

Use instead:
```python
greeting = "Hello, world"
```

## Fix
There is a fix where both have the same prefix and the same quotes.
)",
                                      .messages = kSingleLineMessages,
                                      .hooks = kHooks},
                                     {.code = codes::ISC002,
                                      .docs = R"(## What it does
Finds string literals that a backslash at the end of the line joins; with
`lint.flake8-implicit-str-concat.allow-multiline = false` also those on several
lines in brackets.

## Why is this bad?
Style guides prefer brackets to backslashes, behind which no blank may stand.

## Example
```python
greeting = "Hello, " \
    "world"
```

Use instead:
```python
greeting = (
    "Hello, "
    "world"
)
```

## Options
- `lint.flake8-implicit-str-concat.allow-multiline`
)",
                                      .messages = kMultiLineMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::ISC001_implicit_string_concatenation
