#include <algorithm>

#include "common/text/lines.h"
#include "lint/ast/arguments.h"
#include "lint/fix/edits.h"
#include "lint/parser/parentheses.h"

namespace lint {
namespace {

using parser::Token;
using parser::TokenKind;

// The first token of the kind that starts at or behind `offset`; null: none.
const Token* find_token(const FixSource& source, TokenKind kind, std::uint32_t offset) {
  const std::span<const Token> tokens = source.tokens();
  const auto first = std::ranges::lower_bound(tokens, offset, {},
                                              [](const Token& token) { return token.range.start; });
  const auto found =
      std::find_if(first, tokens.end(), [&](const Token& token) { return token.kind == kind; });
  return found == tokens.end() ? nullptr : &*found;
}

// Behind blanks and line ends; comments and continuations stop it.
std::uint32_t skip_white_space(std::string_view text, std::uint32_t offset) {
  while (offset < text.size() &&
         (common::is_blank(text[offset]) || text[offset] == '\n' || text[offset] == '\r')) {
    ++offset;
  }
  return offset;
}

// The end of the comma behind `offset` and of what separates it from the next item.
std::optional<std::uint32_t> behind_comma(const FixSource& source, std::uint32_t offset) {
  const Token* const comma = find_token(source, TokenKind::Comma, offset);
  if (comma == nullptr) return std::nullopt;
  return skip_white_space(source.text(), comma->range.end);
}

// Deletes `item`, which `previous` ends before and something follows or not.
std::optional<Edit> delete_item(const FixSource& source, TextRange item, std::uint32_t item_end,
                                bool is_last, std::uint32_t previous) {
  if (!is_last) {
    const auto next = behind_comma(source, item_end);
    if (!next) return std::nullopt;
    return deletion({item.start, *next});
  }
  const Token* const comma = find_token(source, TokenKind::Comma, previous);
  if (comma == nullptr) return std::nullopt;
  return deletion({comma->range.start, item.end});
}

TextRange argument_range(const FixSource& source, const ast::Argument& argument,
                         const ast::Arguments& arguments) {
  if (argument.keyword != nullptr) return argument.keyword->range;
  return parser::range_with_parentheses(source.tokens(), *argument.positional, arguments);
}

}  // namespace

std::optional<Edit> remove_argument(const FixSource& source, const ast::Node& argument,
                                    const ast::Arguments& arguments, Parentheses parentheses) {
  ast::Argument removed;
  std::uint32_t previous = 0;
  bool is_last = true;
  ast::for_each_argument(arguments, [&](const ast::Argument& other) {
    if (&other.node() == &argument) {
      removed = other;
    } else if (other.node().range.start < argument.range.start) {
      previous = std::max(previous, other.node().range.end);
    } else {
      is_last = false;
    }
  });
  if (!removed) return std::nullopt;
  if (is_last && previous == 0) {
    return replacement(arguments.range, parentheses == Parentheses::Remove ? "" : "()");
  }
  return delete_item(source, argument_range(source, removed, arguments), argument.range.end,
                     is_last, previous);
}

Edit add_argument(const FixSource& source, std::string_view argument,
                  const ast::Arguments& arguments) {
  if (!arguments.keywords.empty()) {
    return insertion(arguments.keywords[0]->range.start, std::string(argument) + ", ");
  }
  if (!arguments.args.empty()) {
    const TextRange last = argument_range(
        source, {.positional = arguments.args.back(), .keyword = nullptr}, arguments);
    return insertion(last.end, ", " + std::string(argument));
  }
  return insertion(arguments.range.start + 1, std::string(argument));
}

std::optional<Edit> remove_listed(const FixSource& source, std::span<const TextRange> ranges,
                                  std::size_t index) {
  const bool is_last = index + 1 == ranges.size();
  if (is_last && index == 0) return deletion(ranges[0]);
  const std::uint32_t previous = index == 0 ? 0 : ranges[index - 1].end;
  return delete_item(source, ranges[index], ranges[index].end, is_last, previous);
}

std::optional<Edit> remove_element(const FixSource& source,
                                   std::span<const ast::Expr* const> elements, std::size_t index) {
  std::vector<TextRange> ranges;
  for (const ast::Expr* element : elements) ranges.push_back(element->range);
  return remove_listed(source, ranges, index);
}

std::optional<Edit> add_parameter(const FixSource& source, std::string_view parameter,
                                  const ast::Parameters& parameters) {
  const std::string before = std::string(parameter) + ", ";
  const std::string behind = ", " + std::string(parameter);
  const auto has_default = [](const ast::ParameterWithDefault* item) {
    return item->default_value != nullptr;
  };
  for (std::size_t i = parameters.args.size(); i-- > 0;) {
    if (!has_default(parameters.args[i])) return insertion(parameters.args[i]->range.end, behind);
  }
  // Behind one with a default value there must be none without.
  if (!parameters.posonlyargs.empty() && has_default(parameters.posonlyargs.back())) {
    return std::nullopt;
  }
  if (!parameters.args.empty()) return insertion(parameters.args.front()->range.start, before);
  if (!parameters.posonlyargs.empty()) {
    const Token* const slash =
        find_token(source, TokenKind::Slash, parameters.posonlyargs.back()->range.end);
    if (slash == nullptr) return std::nullopt;
    const Token* const comma = find_token(source, TokenKind::Comma, slash->range.end);
    if (comma == nullptr || comma->range.end > parameters.range.end) {
      return insertion(slash->range.end, behind);
    }
    return insertion(comma->range.end, ' ' + std::string(parameter) + ',');
  }
  const bool has_star = parameters.vararg != nullptr || !parameters.kwonlyargs.empty();
  if (has_star || parameters.kwarg != nullptr) {
    const Token* const star = find_token(source, has_star ? TokenKind::Star : TokenKind::DoubleStar,
                                         parameters.range.start);
    if (star == nullptr) return std::nullopt;
    return insertion(star->range.start, before);
  }
  return insertion(parameters.range.start + 1, std::string(parameter));
}

}  // namespace lint
