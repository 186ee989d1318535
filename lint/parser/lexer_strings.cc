// Strings, and the literal pieces of f- and t-strings.
//
// An f-string is a start, then middles and replacement fields, then an end.  A
// field's tokens are those of ordinary code between a LeftBrace and a
// RightBrace; behind its colon, in the format spec, there are middles again.
// So the lexer only has to know, for the innermost open string, whether more
// brackets are open than format specs: then it is inside a field.
#include <algorithm>

#include "common/scan/scan.h"
#include "lint/parser/lexer.h"
#include "lint/parser/lexer_bytes.h"

namespace lint::parser {

namespace {

namespace scan = common::scan;

constexpr scan::ByteClass kSingleQuotedStops("'\\");
constexpr scan::ByteClass kDoubleQuotedStops("\"\\");

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

enum class StringType : std::uint8_t { Plain, Bytes, Format, Template };

struct Prefix {
  ast::StringFlags flags;
  StringType type = StringType::Plain;
};

// Of one or two letters, `second` being 0 then; nothing if there is no such prefix.
std::optional<Prefix> prefix_of(char first, char second) {
  Prefix prefix;
  prefix.flags.prefix_size = second == '\0' ? 1 : 2;
  for (char c : {first, second}) {
    switch (to_lower(c)) {
      case '\0':
        break;
      case 'r':
        if (prefix.flags.is_raw) return std::nullopt;
        prefix.flags.is_raw = true;
        prefix.flags.is_raw_upper = c == 'R';
        break;
      case 'u':
        prefix.flags.is_unicode = true;
        break;
      case 'b':
        prefix.type = StringType::Bytes;
        break;
      case 'f':
        prefix.type = StringType::Format;
        break;
      case 't':
        prefix.type = StringType::Template;
        break;
      default:
        return std::nullopt;
    }
  }
  // Two letters are r and one of b, f and t.
  const bool is_pair = prefix.flags.is_raw && prefix.type != StringType::Plain;
  if (second != '\0' && !is_pair) return std::nullopt;
  return prefix;
}

constexpr bool is_quote(char c) {
  return c == '\'' || c == '"';
}

}  // namespace

// A name's first letter may be a string's prefix.
bool Lexer::lex_prefixed_string(Token& made) {
  const char second = peek(1);
  const bool is_short = is_quote(second);
  const char quote = is_short ? second : peek(2);
  if (!is_quote(quote)) return false;
  const std::optional<Prefix> prefix = prefix_of(peek(), is_short ? '\0' : second);
  if (!prefix) return false;
  ast::StringFlags flags = prefix->flags;
  flags.is_double_quoted = quote == '"';
  pos_ += flags.prefix_size + 1u;
  state_ = State::InLogicalLine;
  if (prefix->type == StringType::Format || prefix->type == StringType::Template) {
    made = lex_interpolated_start(flags, prefix->type == StringType::Template);
  } else {
    made = lex_string(flags, prefix->type == StringType::Bytes);
  }
  return true;
}

// The first quote has been eaten.
Token Lexer::lex_string(ast::StringFlags flags, bool is_bytes) {
  flags.is_triple = eat_twice(flags.quote());
  saw_escape_ = false;
  flags.is_triple ? skip_triple_quoted_text(flags) : skip_quoted_text(flags.quote());
  flags.is_unclosed = !eat_closing_quotes(flags);
  Token string = token(TokenKind::String);
  string.string_flags = flags;
  string.is_bytes = is_bytes;
  string.has_escapes = saw_escape_;
  if (flags.is_unclosed) {
    add_error(LexicalErrorKind::UnclosedString, token_range(),
              "missing closing quote in string literal");
  }
  return string;
}

bool Lexer::is_at_closing_quotes(ast::StringFlags flags) const {
  const char quote = flags.quote();
  if (is_at_end() || peek() != quote) return false;
  return !flags.is_triple || (peek(1) == quote && peek(2) == quote);
}

bool Lexer::eat_closing_quotes(ast::StringFlags flags) {
  if (!is_at_closing_quotes(flags)) return false;
  pos_ += flags.quote_size();
  return true;
}

// What stands behind a backslash; \r\n counts as one.
void Lexer::skip_escaped() {
  saw_escape_ = true;
  if (eat('\r')) {
    eat('\n');
  } else if (!is_at_end()) {
    ++pos_;
  }
}

// Up to the quote, the end of the line or of the text.
void Lexer::skip_quoted_text(char quote) {
  for (;;) {
    while (!is_at_end() && !has_flag(text_[pos_], kStringStop)) ++pos_;
    const char c = peek();
    if (is_at_end() || c == quote || c == '\n' || c == '\r') return;
    ++pos_;
    if (c == '\\') skip_escaped();
  }
}

void Lexer::skip_triple_quoted_text(ast::StringFlags flags) {
  const scan::ByteClass& stops = flags.is_double_quoted ? kDoubleQuotedStops : kSingleQuotedStops;
  const std::string_view text(text_, end_);
  for (;;) {
    pos_ =
        static_cast<std::uint32_t>(std::min<std::size_t>(scan::find_in(text, stops, pos_), end_));
    if (is_at_end() || is_at_closing_quotes(flags)) return;
    const char c = text_[pos_++];
    if (c == '\\') skip_escaped();
  }
}

// ---- f- and t-strings ------------------------------------------------------

Token Lexer::lex_interpolated_start(ast::StringFlags flags, bool is_template) {
  flags.is_triple = eat_twice(flags.quote());
  strings_.push({flags, is_template, nesting_, 0});
  Token start = token(is_template ? TokenKind::TStringStart : TokenKind::FStringStart);
  start.string_flags = flags;
  return start;
}

// Inside a replacement field, outside its format spec.
bool Lexer::is_in_replacement(const InterpolatedString& string) const {
  return nesting_ > string.nesting && nesting_ - string.nesting > string.format_specs;
}

bool Lexer::is_in_format_spec(const InterpolatedString& string) const {
  return string.format_specs > 0 && !is_in_replacement(string);
}

// The end of the string or its text up to the next field; nothing where a
// field begins or the string was given up.
bool Lexer::lex_interpolated_part(Token& made) {
  const InterpolatedString string = strings_.top();
  saw_escape_ = false;
  TokenKind kind = string.is_template ? TokenKind::TStringMiddle : TokenKind::FStringMiddle;
  if (eat_closing_quotes(string.flags)) {
    strings_.pop();
    kind = string.is_template ? TokenKind::TStringEnd : TokenKind::FStringEnd;
  } else {
    skip_interpolated_text(string);
    if (pos_ == start_) return false;
  }
  made = token(kind);
  made.string_flags = string.flags;
  made.has_escapes = saw_escape_;
  return true;
}

void Lexer::skip_interpolated_text(const InterpolatedString& string) {
  const bool in_format_spec = is_in_format_spec(string);
  bool in_character_name = false;  // Of \N{...}
  for (;;) {
    while (!is_at_end() && !has_flag(text_[pos_], kStringStop | kFieldStop)) ++pos_;
    const char c = peek();
    if (is_at_end() || (!string.flags.is_triple && (c == '\n' || c == '\r'))) {
      return give_up_line(string, in_format_spec);
    }
    if (is_at_closing_quotes(string.flags)) return;
    if (c == '{' || c == '}') {
      if (c == '}' && in_character_name) {
        in_character_name = false;
      } else if (in_format_spec || peek(1) != c) {
        return;
      } else {
        saw_escape_ = true;
        ++pos_;
      }
      ++pos_;
    } else {
      ++pos_;
      // A brace behind a backslash is a brace.
      if (c != '\\' || peek() == '{' || peek() == '}') continue;
      if (!string.flags.is_raw && peek() == 'N' && peek(1) == '{') {
        in_character_name = saw_escape_ = true;
        pos_ += 2;
      } else {
        skip_escaped();
      }
    }
  }
}

// The string's text runs into the end of the line or of the text.
void Lexer::give_up_line(const InterpolatedString& string, bool in_format_spec) {
  if (in_format_spec && !is_at_end()) {
    return give_up_interpolated(
        LexicalErrorKind::NewlineInFormatSpec,
        "newlines are not allowed in format specifiers when using single quotes");
  }
  give_up_interpolated(
      LexicalErrorKind::UnclosedInterpolatedString,
      string.flags.is_triple ? "unterminated triple-quoted string" : "unterminated string");
}

// Lexes on as if the innermost string were not open.
void Lexer::give_up_interpolated(LexicalErrorKind kind, std::string_view message) {
  const InterpolatedString string = strings_.top();
  nesting_ = string.nesting;
  strings_.pop();
  add_interpolated_error(kind, string, message);
}

void Lexer::add_interpolated_error(LexicalErrorKind kind, const InterpolatedString& string,
                                   std::string_view message) {
  add_error(kind, token_range(),
            (string.is_template ? "t-string: " : "f-string: ") + std::string(message));
}

// ---- recovery --------------------------------------------------------------

void Lexer::relex_string_as_end(Token& current) {
  if (strings_.empty()) return;
  const InterpolatedString string = strings_.top();
  const ast::StringFlags flags = current.string_flags;
  const bool is_candidate = current.kind == TokenKind::String && flags.is_unclosed &&
                            flags.prefix_size == 0 &&
                            flags.is_double_quoted == string.flags.is_double_quoted &&
                            flags.is_triple == string.flags.is_triple;
  if (!is_candidate) return;
  const std::uint32_t behind = current.range.start + flags.quote_size();
  const std::string_view rest(text_ + behind, end_ - behind);
  const std::size_t first = std::min(rest.find_first_not_of(" \t\f"), rest.size());
  const bool is_blank =
      first == rest.size() || rest[first] == '\n' || rest[first] == '\r' || rest[first] == '#';
  if (!is_blank) return;
  forget_unclosed_string(current);
  nesting_ = string.nesting;
  strings_.pop();
  pos_ = behind;
  current = {.range = {current.range.start, behind},
             .kind = string.is_template ? TokenKind::TStringEnd : TokenKind::FStringEnd,
             .string_flags = string.flags};
}

void Lexer::relex_raw_string_as_name(Token& current) {
  const ast::StringFlags flags = current.string_flags;
  const bool is_candidate = current.kind == TokenKind::String && flags.is_unclosed &&
                            flags.prefix_size == 1 && flags.is_raw && !flags.is_raw_upper;
  if (!is_candidate) return;
  forget_unclosed_string(current);
  pos_ = current.range.start + 1;
  current = {.range = {current.range.start, pos_}, .kind = TokenKind::Name};
}

void Lexer::forget_unclosed_string(const Token& token) {
  if (errors_.empty()) return;
  const LexicalError& last = errors_.back();
  if (last.kind == LexicalErrorKind::UnclosedString && last.range == token.range) {
    errors_.pop_back();
  }
}

}  // namespace lint::parser
