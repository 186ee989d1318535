#include "lint/parser/string_decode.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/scan/scan.h"
#include "common/text/character_names.h"
#include "common/text/utf8.h"
#include "lint/parser/identifiers.h"
#include "lint/parser/lexer_bytes.h"

namespace lint::parser {

namespace {

using Failure = std::unexpected<LexicalError>;

// Between the quotes.
TextRange content_range(const Token& token) {
  if (token.kind != TokenKind::String) return token.range;
  const ast::StringFlags flags = token.string_flags;
  const std::uint32_t start = token.range.start + flags.opener_size();
  return {start, std::max(start, token.range.end - flags.closer_size())};
}

unsigned hex_value(char c) {
  return static_cast<unsigned>(has_flag(c, kDigit) ? c - '0' : (c | 0x20) - 'a' + 10);
}

Failure failure(LexicalErrorKind kind, TextRange range, std::string message) {
  return Failure(LexicalError{kind, range, std::move(message)});
}
Failure bad_character(TextRange range) {
  return failure(LexicalErrorKind::Unicode, range, "Got unexpected unicode");
}

class Decoder {
 public:
  Decoder(std::string_view text, const Token& token)
      : text_(text.data()),
        pos_(content_range(token).start),
        end_(content_range(token).end),
        is_raw_(token.string_flags.is_raw),
        is_bytes_(token.is_bytes),
        has_braces_(token.kind != TokenKind::String) {}

  std::expected<std::string, LexicalError> decode() {
    value_.reserve(end_ - pos_);
    for (put_plain_text(); pos_ < end_; put_plain_text()) {
      const char c = text_[pos_++];
      if (c == '\\' && !is_raw_ && !(has_braces_ && is_before_brace_or_end())) {
        if (std::optional<LexicalError> error = decode_escape()) return Failure(*std::move(error));
        continue;
      }
      if (has_braces_ && (c == '{' || c == '}') && peek() == c) ++pos_;
      value_ += c;
    }
    return std::move(value_);
  }

 private:
  char peek() const { return pos_ < end_ ? text_[pos_] : '\0'; }

  // Up to a byte that may need decoding.
  void put_plain_text() {
    const std::uint32_t from = pos_;
    while (pos_ < end_ && text_[pos_] != '\\' && text_[pos_] != '{' && text_[pos_] != '}') ++pos_;
    value_.append(text_ + from, pos_ - from);
  }

  // In an f-string such a backslash stands for itself; the brace is doubled.
  bool is_before_brace_or_end() const {
    const char c = peek();
    return pos_ == end_ || ((c == '{' || c == '}') && pos_ + 1 < end_ && text_[pos_ + 1] == c);
  }

  void put(char32_t c) {
    if (is_bytes_) {
      value_ += static_cast<char>(c);
    } else {
      common::append_utf8(c, value_);
    }
  }
  std::optional<LexicalError> put_result(std::expected<char32_t, LexicalError> c) {
    if (!c) return std::move(c).error();
    put(*c);
    return std::nullopt;
  }

  // Behind the backslash.
  std::optional<LexicalError> decode_escape() {
    if (pos_ == end_) {
      return LexicalError{LexicalErrorKind::String, {pos_, pos_}, "Got unexpected string"};
    }
    const char c = text_[pos_++];
    switch (c) {
      case '\\':
      case '\'':
      case '"':
        value_ += c;
        return std::nullopt;
      case 'a':
        value_ += '\a';
        return std::nullopt;
      case 'b':
        value_ += '\b';
        return std::nullopt;
      case 'f':
        value_ += '\f';
        return std::nullopt;
      case 'n':
        value_ += '\n';
        return std::nullopt;
      case 'r':
        value_ += '\r';
        return std::nullopt;
      case 't':
        value_ += '\t';
        return std::nullopt;
      case 'v':
        value_ += '\v';
        return std::nullopt;
      case '\n':
        return std::nullopt;
      case '\r':
        pos_ += peek() == '\n';
        return std::nullopt;
      case 'x':
        return put_result(decode_hex(2));
      default:
        break;
    }
    if (c >= '0' && c <= '7') {
      put(decode_octal(c));
      return std::nullopt;
    }
    if (!is_bytes_) {
      if (c == 'u') return put_result(decode_hex(4));
      if (c == 'U') return put_result(decode_hex(8));
      if (c == 'N') return put_result(decode_name());
    }
    value_ += '\\';
    value_ += c;
    return std::nullopt;
  }

  char32_t decode_octal(char first) {
    auto value = static_cast<char32_t>(first - '0');
    for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; ++i) {
      value = value * 8 + static_cast<char32_t>(text_[pos_++] - '0');
    }
    return value;
  }

  std::expected<char32_t, LexicalError> decode_hex(int digits) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      if (pos_ == end_) return bad_character({pos_, pos_});
      if (!has_flag(text_[pos_], kHexDigit)) {
        std::uint32_t size = 0;
        decode_code_point({text_ + pos_, end_ - pos_}, &size);
        return bad_character({pos_, pos_ + size});
      }
      value = value << 4 | hex_value(text_[pos_++]);
    }
    if (value > 0x10FFFF) return bad_character({pos_, pos_});
    return value >= 0xD800 && value <= 0xDFFF ? char32_t{0xFFFD} : value;
  }

  std::expected<char32_t, LexicalError> decode_name() {
    if (peek() != '{') {
      return failure(LexicalErrorKind::Unicode, {pos_, pos_},
                     "Missing `{` in Unicode escape sequence");
    }
    const std::string_view rest(text_ + pos_ + 1, end_ - pos_ - 1);
    const std::size_t size = rest.find('}');
    if (size == std::string_view::npos) {
      return failure(LexicalErrorKind::Unicode, {end_, end_},
                     "Missing `}` in Unicode escape sequence");
    }
    const TextRange name{pos_ + 1, pos_ + 1 + static_cast<std::uint32_t>(size)};
    const std::optional<char32_t> c = common::character_named(rest.substr(0, size));
    if (!c) return bad_character(name);
    pos_ = name.end + 1;
    return *c;
  }

  const char* text_;
  std::uint32_t pos_;
  std::uint32_t end_;
  bool is_raw_;
  bool is_bytes_;
  bool has_braces_;  // Doubled ones, as in f-strings.
  std::string value_;
};

std::optional<LexicalError> find_non_ascii_byte(std::string_view text, TextRange content) {
  const std::size_t at = common::scan::find_non_ascii(content.of(text));
  if (at == common::scan::npos) return std::nullopt;
  const std::uint32_t start = content.start + static_cast<std::uint32_t>(at);
  std::uint32_t size = 0;
  decode_code_point(text.substr(start), &size);
  return LexicalError{LexicalErrorKind::BytesLiteral,
                      {start, start + size},
                      "bytes can only contain ASCII literal characters"};
}

}  // namespace

std::expected<std::string_view, LexicalError> decode_string(std::string_view text,
                                                            const Token& token,
                                                            common::Arena& arena) {
  const TextRange content = content_range(token);
  if (token.is_bytes) {
    if (auto error = find_non_ascii_byte(text, content)) return Failure(*std::move(error));
  }
  const bool is_literal =
      !token.has_escapes || (token.string_flags.is_raw && token.kind == TokenKind::String);
  if (is_literal) return content.of(text);
  std::expected<std::string, LexicalError> value = Decoder(text, token).decode();
  if (!value) return Failure(std::move(value).error());
  return arena.copy(*value);
}

}  // namespace lint::parser
