#include "lint/strings/format_string.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "common/text/utf8.h"

namespace lint::strings {
namespace {

// A number, with a plus sign if someone likes; nullopt: none, or too big.
std::optional<std::uint64_t> parse_index(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::uint64_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return index;
}

std::expected<FormatField, FormatError> parse_field(std::string_view text) {
  FormatField field;
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) field.spec = text.substr(colon + 1);
  text = text.substr(0, colon);
  const std::size_t bang = text.find('!');
  field.name = text.substr(0, bang);
  if (bang == std::string_view::npos) return field;
  const std::string_view conversion = text.substr(bang + 1);
  if (conversion.empty()) return std::unexpected(FormatError::UnknownConversion);
  std::size_t at = 0;
  field.conversion = common::next_code_point(conversion, at);
  if (at != conversion.size()) return std::unexpected(FormatError::UnknownConversion);
  return field;
}

class FormatParser {
 public:
  FormatParser(std::string_view text, Escapes escapes) : text_(text), escapes_(escapes) {}

  std::expected<std::vector<FormatPart>, FormatError> parse() {
    while (at_ < text_.size()) {
      read_literal();
      if (at_ == text_.size()) break;
      const auto field = read_field();
      if (!field) return std::unexpected(field.error());
      end_literal();
      parts_.push_back({.literal = {}, .is_field = true, .field = *field});
    }
    end_literal();
    return std::move(parts_);
  }

 private:
  void end_literal() {
    if (!literal_.empty()) parts_.push_back({.literal = std::exchange(literal_, {})});
  }

  // Up to a single brace or the end.
  void read_literal() {
    bool is_escaped = false;
    while (at_ < text_.size()) {
      if (is_escaped && read_character_name()) {
        is_escaped = false;
        continue;
      }
      const char c = text_[at_];
      if (c == '{' || c == '}') {
        if (text_.substr(at_ + 1, 1) != text_.substr(at_, 1)) return;
        ++at_;
      }
      literal_ += c;
      ++at_;
      is_escaped = escapes_ == Escapes::Kept && c == '\\' && !is_escaped;
    }
  }

  // N{DASH}, behind a backslash.
  bool read_character_name() {
    if (!text_.substr(at_).starts_with("N{")) return false;
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) return false;
    literal_ += text_.substr(at_, end + 1 - at_);
    at_ = end + 1;
    return true;
  }

  // Fields nest once, in the specification.
  std::expected<FormatField, FormatError> read_field() {
    if (text_[at_] == '}') return std::unexpected(FormatError::LoneClosingBrace);
    const std::size_t start = ++at_;
    bool is_nested = false;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '{') {
        if (is_nested) return std::unexpected(FormatError::NestedTooDeep);
        is_nested = true;
      } else if (text_[at_] == '}') {
        if (!is_nested) return parse_field(text_.substr(start, at_++ - start));
        is_nested = false;
      }
    }
    return std::unexpected(FormatError::OpenBrace);
  }

  std::string_view text_;
  Escapes escapes_;
  std::size_t at_ = 0;
  std::string literal_;
  std::vector<FormatPart> parts_;
};

// Adds what a field's name asks for.
std::expected<void, FormatError> add_name(std::string_view text, FormatSummary& summary) {
  const std::expected<FieldName, FormatError> name = parse_field_name(text);
  if (!name) return std::unexpected(name.error());
  switch (name->kind) {
    case FieldName::Kind::Auto:
      ++summary.auto_count;
      break;
    case FieldName::Kind::Index:
      summary.indices.push_back(name->index);
      break;
    case FieldName::Kind::Keyword:
      summary.keywords.push_back(name->keyword);
      break;
  }
  return {};
}

// Adds what the field and the fields in its specification ask for.
std::expected<void, FormatError> add_field(const FormatField& field, FormatSummary& summary) {
  if (auto added = add_name(field.name, summary); !added) return added;
  const auto nested = parse_format_string(field.spec);
  if (!nested) return std::unexpected(nested.error());
  for (const FormatPart& part : *nested) {
    if (!part.is_field) continue;
    if (auto added = add_name(part.field.name, summary); !added) return added;
    summary.has_nested_fields = true;
  }
  return {};
}

}  // namespace

std::expected<std::vector<FormatPart>, FormatError> parse_format_string(std::string_view text,
                                                                        Escapes escapes) {
  return FormatParser(text, escapes).parse();
}

std::expected<FieldName, FormatError> parse_field_name(std::string_view text) {
  FieldName name;
  std::size_t at = std::min(text.find_first_of(".["), text.size());
  const std::string_view first = text.substr(0, at);
  if (const std::optional<std::uint64_t> index = parse_index(first)) {
    name.kind = FieldName::Kind::Index;
    name.index = *index;
  } else if (!first.empty()) {
    name.kind = FieldName::Kind::Keyword;
    name.keyword = first;
  }
  while (at < text.size()) {
    const char opener = text[at++];
    if (opener != '.' && opener != '[') return std::unexpected(FormatError::BadBehindIndex);
    const std::size_t end =
        opener == '.' ? std::min(text.find_first_of(".[", at), text.size()) : text.find(']', at);
    if (end == std::string_view::npos) return std::unexpected(FormatError::OpenIndex);
    const std::string_view part = text.substr(at, end - at);
    if (part.empty()) return std::unexpected(FormatError::EmptyAttribute);
    using Kind = FieldName::Access::Kind;
    const Kind index = parse_index(part) ? Kind::Index : Kind::Key;
    name.accesses.push_back({opener == '.' ? Kind::Attribute : index, part});
    at = opener == '.' ? end : end + 1;
  }
  return name;
}

std::expected<FormatSummary, FormatError> summarize_format_string(std::string_view text) {
  const auto parts = parse_format_string(text);
  if (!parts) return std::unexpected(parts.error());
  FormatSummary summary;
  for (const FormatPart& part : *parts) {
    if (!part.is_field) continue;
    if (const auto added = add_field(part.field, summary); !added) {
      return std::unexpected(added.error());
    }
  }
  return summary;
}

}  // namespace lint::strings
