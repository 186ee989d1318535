#include "lint/strings/cformat.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/text/utf8.h"

namespace lint::strings {
namespace {

constexpr std::uint32_t kMaxAmount = std::numeric_limits<std::int32_t>::max();

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::uint8_t flag_bit(char c) {
  switch (c) {
    case '#':
      return static_cast<std::uint8_t>(CFormatFlag::Alternate);
    case '0':
      return static_cast<std::uint8_t>(CFormatFlag::ZeroPad);
    case '-':
      return static_cast<std::uint8_t>(CFormatFlag::LeftAdjust);
    case ' ':
      return static_cast<std::uint8_t>(CFormatFlag::BlankSign);
    case '+':
      return static_cast<std::uint8_t>(CFormatFlag::Sign);
    default:
      return 0;
  }
}

class SpecParser {
 public:
  // `at` is behind the percent sign, in front of the end.
  SpecParser(std::string_view text, std::size_t at, CFormatSubject subject)
      : text_(text), at_(at), types_(subject == CFormatSubject::Bytes ? kByteTypes : kTextTypes) {}

  std::expected<CFormatSpec, CFormatError> parse() {
    CFormatSpec spec;
    if (!parse_key(spec)) return fail(CFormatError::Kind::OpenKey);
    while (const std::uint8_t bit = flag_bit(peek())) {
      spec.flags |= bit;
      ++at_;
    }
    if (!parse_quantity(spec.width)) return fail(CFormatError::Kind::NumberTooBig);
    if (peek() == '.') {
      ++at_;
      spec.precision.kind = CFormatQuantity::Kind::Empty;
      if (!parse_quantity(spec.precision)) return fail(CFormatError::Kind::NumberTooBig);
    }
    // A length, as C has it, says nothing.
    if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++at_;
    if (at_ == text_.size()) return fail(CFormatError::Kind::Incomplete);
    spec.type = text_[at_];
    if (spec.type == '\0' || types_.find(spec.type) == std::string_view::npos) {
      return std::unexpected(
          CFormatError{CFormatError::Kind::UnknownType, common::next_code_point(text_, at_)});
    }
    ++at_;
    return spec;
  }
  std::size_t end() const { return at_; }

 private:
  static constexpr std::string_view kTextTypes = "diuoxXeEfFgGcrsa";
  static constexpr std::string_view kByteTypes = "diuoxXeEfFgGcrsab";

  // Zero, which nothing looks for, behind the end.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  static std::unexpected<CFormatError> fail(CFormatError::Kind kind) {
    return std::unexpected(CFormatError{kind});
  }

  // Parentheses nest in keys.
  bool parse_key(CFormatSpec& spec) {
    if (peek() != '(') return true;
    const std::size_t start = ++at_;
    for (int depth = 1; at_ < text_.size(); ++at_) {
      if (text_[at_] == '(') ++depth;
      if (text_[at_] == ')' && --depth == 0) {
        spec.key = text_.substr(start, at_++ - start);
        return true;
      }
    }
    return false;
  }

  bool parse_quantity(CFormatQuantity& quantity) {
    if (peek() == '*') {
      ++at_;
      quantity.kind = CFormatQuantity::Kind::FromValues;
      return true;
    }
    if (!is_digit(peek())) return true;
    quantity.kind = CFormatQuantity::Kind::Amount;
    std::uint64_t amount = 0;
    for (; is_digit(peek()); ++at_) {
      amount = amount * 10 + static_cast<std::uint64_t>(peek() - '0');
      if (amount > kMaxAmount) return false;
    }
    quantity.amount = static_cast<std::uint32_t>(amount);
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  std::string_view types_;
};

}  // namespace

std::string_view CFormatError::message() const {
  switch (kind) {
    case Kind::OpenKey:
      return "incomplete format key";
    case Kind::Incomplete:
      return "incomplete format";
    case Kind::NumberTooBig:
      return "width/precision too big";
    case Kind::UnknownType:
      break;
  }
  return "unsupported format character";
}

std::expected<std::vector<CFormatPart>, CFormatError> parse_cformat(std::string_view text,
                                                                    CFormatSubject subject) {
  std::vector<CFormatPart> parts;
  std::string literal;
  const auto end_literal = [&] {
    if (!literal.empty()) parts.push_back({std::exchange(literal, {}), std::nullopt});
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '%') {
      literal += text[at++];
      continue;
    }
    if (++at == text.size()) {
      return std::unexpected(CFormatError{CFormatError::Kind::Incomplete});
    }
    if (text[at] == '%') {
      literal += text[at++];
      continue;
    }
    end_literal();
    SpecParser parser(text, at, subject);
    std::expected<CFormatSpec, CFormatError> spec = parser.parse();
    if (!spec) return std::unexpected(spec.error());
    parts.push_back({{}, *spec});
    at = parser.end();
  }
  end_literal();
  return parts;
}

CFormatSummary summarize(const std::vector<CFormatPart>& parts) {
  CFormatSummary summary;
  for (const CFormatPart& part : parts) {
    if (!part.spec) continue;
    if (!part.spec->key) {
      ++summary.positional_count;
    } else if (std::ranges::find(summary.keys, *part.spec->key) == summary.keys.end()) {
      summary.keys.push_back(*part.spec->key);
    }
    for (const CFormatQuantity& quantity : {part.spec->width, part.spec->precision}) {
      if (!quantity.is_from_values()) continue;
      ++summary.positional_count;
      summary.has_star = true;
    }
  }
  return summary;
}

}  // namespace lint::strings
