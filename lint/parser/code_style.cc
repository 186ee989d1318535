#include "lint/parser/code_style.h"

#include <algorithm>

#include "common/scan/scan.h"
#include "common/text/utf8.h"

namespace lint::parser {

namespace {

constexpr common::scan::ByteClass kLineBreaks("\r\n");

std::string_view detect_line_ending(std::string_view text) {
  const std::size_t at = common::scan::find_in(text, kLineBreaks);
  if (at == common::scan::npos) return "\n";
  return text.substr(at, text.substr(at).starts_with("\r\n") ? 2 : 1);
}

char detect_quote(std::span<const Token> tokens) {
  for (const Token& token : tokens) {
    const bool is_plain = token.kind == TokenKind::String && !token.string_flags.is_triple;
    if (is_plain || token.kind == TokenKind::FStringStart) return token.string_flags.quote();
  }
  return '"';
}

// Of white space at the start, any of Unicode's.
std::size_t blank_size(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    if (!common::is_white_space(common::next_code_point(line, at))) return here;
  }
  return line.size();
}

// Where no block is indented, the first indented line inside brackets.
std::string_view bracket_indentation(std::string_view text, std::span<const Token> tokens) {
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::NonLogicalNewline) continue;
    const std::string_view rest = text.substr(token.range.end);
    const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
    const std::size_t size = blank_size(line);
    if (size != 0 && size != line.size()) return line.substr(0, size);
  }
  return {};
}

std::string_view detect_indentation(std::string_view text, std::span<const Token> tokens) {
  const auto indent = std::ranges::find(tokens, TokenKind::Indent, &Token::kind);
  if (indent == tokens.end()) return bracket_indentation(text, tokens);
  // A form feed begins the indentation anew.
  const std::string_view blanks = indent->range.of(text);
  return blanks.substr(blanks.rfind('\f') + 1);
}

}  // namespace

CodeStyle detect_style(std::string_view text, std::span<const Token> tokens) {
  CodeStyle style{.quote = detect_quote(tokens), .line_ending = detect_line_ending(text)};
  const std::string_view indentation = detect_indentation(text, tokens);
  if (!indentation.empty()) style.indentation = indentation;
  return style;
}

}  // namespace lint::parser
