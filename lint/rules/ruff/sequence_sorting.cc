// A sequence on one line is its elements' texts in the new order.  One over several
// lines gets a line for each element; in front of them stays what is on the line of
// the opening bracket (the head), behind them what follows the last element's line
// (the tail).  Which comment goes with which element only the tokens tell:
//
//   __all__ = [  # head
//       # goes with b
//       "b",
//       "a", "c",  # goes with a
//       # tail
//   ]
#include "lint/rules/ruff/sequence_sorting.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/letter_case.h"
#include "common/text/utf8.h"
#include "lint/imports/natural_order.h"

namespace lint::ruff {
namespace {

using parser::TokenKind;
using Brackets = StringSequence::Brackets;

std::string_view value_of(const ast::Expr& element) {
  return static_cast<const ast::ExprStringLiteral&>(element).value;
}

enum class NameStyle : std::uint8_t { Constant, Class, Other };

NameStyle style_of(std::string_view name) {
  if (name.size() > 1 && common::is_cased_uppercase(name)) return NameStyle::Constant;
  std::size_t at = 0;
  const bool is_class = !name.empty() && common::is_uppercase(common::next_code_point(name, at));
  return is_class ? NameStyle::Class : NameStyle::Other;
}

bool comes_before(std::string_view left, std::string_view right, SortingStyle style) {
  if (style == SortingStyle::Isort) {
    const NameStyle left_style = style_of(left);
    const NameStyle right_style = style_of(right);
    if (left_style != right_style) return left_style < right_style;
  }
  return imports::natural_compare(left, right) < 0;
}

// ---- on one line ----

std::string sorted_on_one_line(const Checker& c, const StringSequence& sequence,
                               SortingStyle style) {
  std::vector<const ast::Expr*> elements(sequence.elements.begin(), sequence.elements.end());
  std::ranges::stable_sort(elements, [&](const ast::Expr* left, const ast::Expr* right) {
    return comes_before(value_of(*left), value_of(*right), style);
  });
  static constexpr std::string_view kBrackets[] = {"", "()", "[]", "{}"};
  const std::string_view brackets = kBrackets[static_cast<std::size_t>(sequence.brackets)];
  std::string text(brackets.substr(0, 1));
  for (const ast::Expr* element : elements) {
    if (element != elements.front()) text += ", ";
    text += c.text(*element);
  }
  return text.append(brackets.empty() ? "" : brackets.substr(1));
}

// ---- over several lines ----

// An element and the comments that move with it.
struct Item {
  std::string_view value;
  TextRange range;                        // Of the string.
  std::vector<TextRange> comments_above;  // On lines of their own.
  // Behind it or its line, with the blanks in front; empty: none.
  TextRange comment_behind{};

  std::uint32_t start() const {
    return comments_above.empty() ? range.start : comments_above.front().start;
  }
};

struct Items {
  std::vector<Item> items;
  bool ends_with_comma = false;
};

class ItemReader {
 public:
  ItemReader(const Checker& c, const StringSequence& sequence) : c_(c), sequence_(sequence) {}

  // Nothing if there is a token that should not be: parentheses around a string.
  std::optional<Items> read() {
    const auto tokens = parser::tokens_in(c_.tokens(), sequence_.range);
    const auto [open, close] = bracket_tokens();
    if (tokens.empty() || tokens.front().kind != open) return std::nullopt;
    for (const parser::Token& token : tokens.subspan(1)) {
      switch (token.kind) {
        case TokenKind::NonLogicalNewline:
          end_line();
          break;
        case TokenKind::Comment:
          comment_ = {comment_start_.value_or(token.range.start), token.range.end};
          break;
        case TokenKind::String:
          add_string(token.range);
          break;
        case TokenKind::Comma:
          comment_start_ = token.range.end;
          result_.ends_with_comma = true;
          break;
        default:
          if (token.kind != close) return std::nullopt;
          end_line();
          return std::move(result_);
      }
    }
    return std::move(result_);
  }

 private:
  std::pair<TokenKind, TokenKind> bracket_tokens() const {
    switch (sequence_.brackets) {
      case Brackets::Square:
        return {TokenKind::LeftSquare, TokenKind::RightSquare};
      case Brackets::Curly:
        return {TokenKind::LeftBrace, TokenKind::RightBrace};
      default:
        return {TokenKind::LeftParen, TokenKind::RightParen};
    }
  }

  void add_string(TextRange range) {
    if (!first_of_line_) first_of_line_ = result_.items.size();
    const ast::Expr& element = *sequence_.elements[result_.items.size()];
    result_.items.push_back({value_of(element), range, {}});
    comment_start_ = range.end;
    result_.ends_with_comma = false;
  }

  void end_line() {
    if (first_of_line_) {
      Item& first = result_.items[*first_of_line_];
      first.comments_above = std::exchange(above_, {});
      if (comment_) first.comment_behind = *comment_;
    } else if (comment_ && !is_in_head(*comment_)) {
      above_.push_back(*comment_);
    }
    first_of_line_.reset();
    comment_.reset();
    comment_start_.reset();
  }

  // On the line of the opening bracket, with no element in front.
  bool is_in_head(TextRange comment) const {
    return result_.items.empty() &&
           c_.lines().line_start(comment.start) == c_.lines().line_start(sequence_.range.start);
  }

  const Checker& c_;
  const StringSequence& sequence_;
  Items result_;
  std::vector<TextRange> above_;
  // Of the line being read:
  std::optional<std::size_t> first_of_line_;
  std::optional<TextRange> comment_;
  std::optional<std::uint32_t> comment_start_;  // Behind the last string or comma.
};

// Is it doubtful which element a comment is about?
bool has_doubtful_comments(const std::vector<Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].comments_above.empty()) return true;
    if (i + 1 < items.size() && items[i + 1].start() < items[i].comment_behind.end) return true;
  }
  return false;
}

constexpr std::string_view kBlanks = " \t\f";

std::string_view indentation_of_line(const Checker& c, std::uint32_t offset) {
  const std::string_view line = c.text(c.lines().line_range(offset));
  return line.substr(0, std::min(line.find_first_not_of(kBlanks), line.size()));
}

std::string_view trimmed_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t\f\v\r\n") + 1);
}

class SequenceWriter {
 public:
  SequenceWriter(const Checker& c, const StringSequence& sequence, const Items& items)
      : c_(c),
        range_(sequence.range),
        line_end_(c.lines().style().line_ending),
        indentation_(indentation_of_line(c, sequence.range.start)),
        item_indentation_(std::string(indentation_) + std::string(c.lines().style().indentation)),
        head_(head(items.items.front().start())),
        tail_(tail(items.items.back().range.end)),
        ends_with_comma_(items.ends_with_comma) {}

  std::string write(const std::vector<Item>& sorted) const {
    std::string text = head_;
    for (const Item& item : sorted) {
      const bool is_last = &item == &sorted.back();
      for (const TextRange comment : item.comments_above) {
        text.append(item_indentation_).append(c_.text(comment)).append(line_end_);
      }
      text.append(item_indentation_).append(c_.text(item.range));
      if (!is_last || (ends_with_comma_ && !tail_starts_with_comma())) text += ',';
      text += c_.text(item.comment_behind);
      if (!is_last) text += line_end_;
    }
    return text + tail_;
  }

 private:
  std::string head(std::uint32_t first_item) const {
    const std::uint32_t line = c_.lines().line_start(first_item);
    const bool is_same_line = line == c_.lines().line_start(range_.start);
    const std::string_view text =
        c_.text(TextRange{range_.start, is_same_line ? first_item : line});
    if (text.ends_with('\r') || text.ends_with('\n')) return std::string(text);
    return std::string(trimmed_end(text)).append(line_end_);
  }

  std::string tail(std::uint32_t last_item) const {
    const std::uint32_t line_end = c_.lines().line_end(last_item);
    const bool is_same_line = line_end == c_.lines().line_end(range_.end);
    const std::string_view text =
        c_.text(TextRange{is_same_line ? last_item : line_end, range_.end});
    const auto own_line = [&](std::string_view bracket) {
      return std::string(line_end_).append(indentation_).append(bracket);
    };
    // Nothing but the bracket and maybe a comma.
    if (text.size() == 1 || (text.size() == 2 && text.starts_with(','))) {
      return ',' + own_line(text.substr(text.size() - 1));
    }
    if (!text.starts_with('\r') && !text.starts_with('\n')) return std::string(text);
    // A bracket far to the right, below the elements that stood there, moves.
    const std::string_view lines = text.substr(text.find_first_not_of("\r\n"));
    if (lines.find_first_not_of(kBlanks) <= item_indentation_.size()) return std::string(text);
    const std::string_view rest = text.substr(text.find_first_not_of(" \t\f\v\r\n"));
    return rest.find_first_of("])}") == 0 ? own_line(rest) : std::string(text);
  }

  // Behind comments, too.
  bool tail_starts_with_comma() const {
    std::string_view rest = tail_;
    while (true) {
      rest = rest.substr(std::min(rest.find_first_not_of(" \t\f\r\n\\"), rest.size()));
      if (!rest.starts_with('#')) return rest.starts_with(',');
      rest = rest.substr(std::min(rest.find_first_of("\r\n"), rest.size()));
    }
  }

  const Checker& c_;
  TextRange range_;
  std::string_view line_end_;
  std::string_view indentation_;
  std::string item_indentation_;
  std::string head_;
  std::string tail_;
  bool ends_with_comma_;
};

}  // namespace

std::optional<StringSequence> string_sequence(const ast::Expr& display) {
  StringSequence sequence{display.range, Brackets::Square, {}};
  if (const auto* list = ast::as<ast::ExprList>(display)) {
    sequence.elements = list->elts;
  } else if (const auto* tuple = ast::as<ast::ExprTuple>(display)) {
    sequence.elements = tuple->elts;
    sequence.brackets = tuple->parenthesized ? Brackets::Round : Brackets::None;
  } else if (const auto* set = ast::as<ast::ExprSet>(display)) {
    sequence.elements = set->elts;
    sequence.brackets = Brackets::Curly;
  }
  const bool is_all_strings = std::ranges::all_of(sequence.elements, [](const ast::Expr* element) {
    return ast::is<ast::ExprStringLiteral>(element);
  });
  if (sequence.elements.size() < 2 || !is_all_strings) return std::nullopt;
  return sequence;
}

bool is_sorted(const StringSequence& sequence, SortingStyle style) {
  return std::ranges::is_sorted(sequence.elements,
                                [&](const ast::Expr* left, const ast::Expr* right) {
                                  return comes_before(value_of(*left), value_of(*right), style);
                                });
}

std::optional<Fix> sort_sequence(const Checker& c, const StringSequence& sequence,
                                 SortingStyle style) {
  const bool is_plain = std::ranges::all_of(sequence.elements, [](const ast::Expr* element) {
    return static_cast<const ast::ExprStringLiteral*>(element)->parts.size() == 1;
  });
  if (!is_plain) return std::nullopt;
  if (!c.lines().contains_line_break(sequence.range)) {
    return Fix::safe({sequence.range, sorted_on_one_line(c, sequence, style)});
  }
  auto items = ItemReader(c, sequence).read();
  if (!items) return std::nullopt;
  const bool is_doubtful = has_doubtful_comments(items->items);
  const SequenceWriter writer(c, sequence, *items);
  std::ranges::stable_sort(items->items, [&](const Item& left, const Item& right) {
    return comes_before(left.value, right.value, style);
  });
  const Edit edit{sequence.range, writer.write(items->items)};
  return is_doubtful ? Fix::unsafe(edit) : Fix::safe(edit);
}

}  // namespace lint::ruff
