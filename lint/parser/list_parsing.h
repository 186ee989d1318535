// The loops behind every list of the grammar; what makes a list is in recovery.h.
#pragma once

#include <optional>

#include "lint/parser/parser.h"

namespace lint::parser {

template <typename ParseElement>
void Parser::parse_list(ListKind list, ParseElement parse_element) {
  const ListRow& row = row_of(list);
  const OpenLists outer = open_lists_;
  open_lists_ = outer.with(list);
  // Of indents that were skipped; their dedents do not end the list.
  unsigned stray_indents = 0;
  while (true) {
    if (stray_indents > 0 && at(TokenKind::Dedent)) {
      --stray_indents;
      bump();
    } else if (at(row.elements)) {
      parse_element();
    } else if (at(row.ends) || at(TokenKind::EndOfFile)) {
      break;
    } else if (open_lists_.claim(kind())) {
      stream_.relex_logical_line();
      break;
    } else {
      report_unlisted_token(row);
      const bool is_block = list == ListKind::ModuleStatements || list == ListKind::BlockStatements;
      if (is_block && at(TokenKind::Indent)) ++stray_indents;
      bump();
    }
  }
  open_lists_ = outer;
}

template <typename ParseElement>
bool Parser::parse_comma_list(ListKind list, ParseElement parse_element) {
  const ListRow& row = row_of(list);
  const OpenLists outer = open_lists_;
  open_lists_ = outer.with(list);
  bool is_first = true;
  std::optional<TextRange> trailing_comma;
  while (true) {
    if (at(row.elements)) {
      parse_element();
      is_first = false;
      const TextRange comma = range();
      if (eat(TokenKind::Comma)) {
        trailing_comma = comma;
        continue;
      }
      trailing_comma.reset();
    }
    if (at(row.ends) || at(TokenKind::EndOfFile)) break;
    if (at(row.elements)) {
      expect(TokenKind::Comma);
      continue;
    }
    if (open_lists_.claim(kind())) {
      stream_.relex_logical_line();
      break;
    }
    trailing_comma.reset();
    if (is_first || at(TokenKind::Comma)) {
      // An element is missing in front of a comma, or this cannot be one.
      report_unlisted_token(row);
      if (at(TokenKind::Comma)) trailing_comma = range();
    } else {
      expect(TokenKind::Comma);
    }
    bump();
  }
  if (trailing_comma && !row.allows_trailing_comma) {
    add_error("Trailing comma not allowed", *trailing_comma);
  }
  open_lists_ = outer;
  return trailing_comma.has_value();
}

}  // namespace lint::parser
