#include "lint/rules/pyflakes/format_arguments.h"

namespace lint::pyflakes {
namespace {

using parser::Token;
using parser::TokenKind;

// The first token from `offset` on that is neither a comment nor a line end.
const Token* next_token(std::span<const Token> tokens, std::uint32_t offset) {
  const Token* token = &parser::token_at_or_after(tokens, offset);
  while (token->range.start < offset || parser::is_trivia(token->kind)) ++token;
  return token;
}

// An item with the parentheses around it.
struct Slot {
  TextRange range;
  std::uint32_t end_with_comma;
  std::uint32_t next;  // The start of the next item, or of the closing bracket.
};

Slot slot_of(std::span<const Token> tokens, std::uint32_t start, TextRange item,
             std::uint32_t list_end) {
  std::uint32_t end = item.end;
  const Token* token = next_token(tokens, end);
  while (token->kind != TokenKind::Comma && token->range.end < list_end) {
    end = token->range.end;
    token = next_token(tokens, end);
  }
  if (token->kind != TokenKind::Comma) return {{start, end}, end, token->range.start};
  const std::uint32_t next = next_token(tokens, token->range.end)->range.start;
  return {{start, end}, token->range.end, next};
}

}  // namespace

std::string without_unused(const Checker& c, TextRange list, const std::vector<ListedItem>& items,
                           TailBlanks tail) {
  std::string text;
  std::uint32_t copied = list.start;
  std::uint32_t start = next_token(c.tokens(), list.start + 1)->range.start;
  for (const ListedItem& item : items) {
    const Slot slot = slot_of(c.tokens(), start, item.range, list.end);
    start = slot.next;
    if (!item.is_unused) continue;
    text += c.text(TextRange{copied, slot.range.start});
    const bool keeps_blanks = &item == &items.back() && tail == TailBlanks::Keep;
    copied = keeps_blanks ? slot.end_with_comma : slot.next;
  }
  return text.append(c.text(TextRange{copied, list.end}));
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

}  // namespace lint::pyflakes
