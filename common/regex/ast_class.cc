// What stands between brackets (see ast_parser.h).
//
// A class is a chain of operators && -- ~~ of equal strength, read from left to
// right, between unions of members.  An open bracket or operator is a frame of
// `classes_`; no two operator frames lie on each other.
#include <algorithm>

#include "common/base/check.h"
#include "common/base/result.h"
#include "common/regex/ascii_class.h"
#include "common/regex/ast_parser.h"

namespace common::regex {

Parsed<AstId> AstParser::parse_class() {
  union_items_ = work_.size();
  union_span_ = here();
  for (;;) {
    skip_space();
    if (at_end()) return std::unexpected(unclosed_class());
    const std::uint32_t next = peek();
    if (current_ == '[') {
      if (classes_.empty() || !parse_ascii_class()) TRY(open_class());
    } else if (current_ == ']') {
      if (const auto whole = close_class()) return *whole;
    } else if (current_ == '&' && next == '&') {
      push_operator(SetOperator::Intersection);
    } else if (current_ == '-' && next == '-') {
      push_operator(SetOperator::Difference);
    } else if (current_ == '~' && next == '~') {
      push_operator(SetOperator::SymmetricDifference);
    } else {
      add_member(TRY(parse_member()));
    }
  }
}

// The bracket with "^", and the members that only mean themselves here: any
// number of "-", or one "]".
Parsed<void> AstParser::open_class() {
  const std::uint32_t start = offset_;
  ClassFrame frame;
  frame.outer_items = union_items_;
  frame.outer_span = union_span_;
  frame.bracket.kind = AstKind::Bracketed;
  union_items_ = work_.size();
  if (!bump_and_skip_space()) return syntax_error(PatternError::ClassUnclosed, from(start));
  if (current_ == '^') {
    frame.bracket.negated = true;
    if (!bump_and_skip_space()) return syntax_error(PatternError::ClassUnclosed, from(start));
  }
  union_span_ = here();
  const auto add_verbatim = [&] {
    add_member(
        add({.kind = AstKind::Literal, .flags = {}, .span = here_char(), .value = current_}));
    return bump_and_skip_space();
  };
  while (current_ == '-') {
    if (!add_verbatim()) return syntax_error(PatternError::ClassUnclosed, {start, start});
  }
  if (work_.size() == union_items_ && current_ == ']') {
    if (!add_verbatim()) return syntax_error(PatternError::ClassUnclosed, from(start));
  }
  frame.bracket.span = from(start);
  classes_.push_back(frame);
  return {};
}

// At "]".  The whole class if it is the outermost that ends.
std::optional<AstId> AstParser::close_class() {
  const AstId content = finish_operation(finish_union());
  const ClassFrame frame = classes_.back();
  classes_.pop_back();
  DCHECK(!frame.is_operator);
  bump();
  AstNode bracket = frame.bracket;
  bracket.span.end = offset_;
  const std::vector<AstId> child = {content};
  const AstId id = add(bracket, child.begin(), child.end());
  union_items_ = frame.outer_items;
  union_span_ = frame.outer_span;
  if (classes_.empty()) return id;
  add_member(id);
  return std::nullopt;
}

void AstParser::add_member(AstId id) {
  const SourceSpan span = ast_.node(id).span;
  if (work_.size() == union_items_) union_span_.start = span.start;
  union_span_.end = span.end;
  work_.push_back(id);
}

AstId AstParser::finish_union() {
  return collect(union_items_, AstKind::SetUnion, union_span_);
}

// `right` as it is, or as the right side of the operator that waits for it.
AstId AstParser::finish_operation(AstId right) {
  if (!classes_.back().is_operator) return right;
  const ClassFrame frame = classes_.back();
  classes_.pop_back();
  const std::vector<AstId> sides = {frame.left, right};
  return add({.kind = AstKind::SetOperation,
              .operation = frame.operation,
              .flags = {},
              .span = {ast_.node(frame.left).span.start, ast_.node(right).span.end}},
             sides.begin(), sides.end());
}

// At the first of the operator's two characters.
void AstParser::push_operator(SetOperator operation) {
  bump();
  bump();
  ClassFrame frame;
  frame.is_operator = true;
  frame.operation = operation;
  frame.left = finish_operation(finish_union());
  classes_.push_back(frame);
  union_span_ = here();
}

// At "[".  Adds [:name:] or [:^name:]; does not move if there is none: then the
// bracket opens a class like any other.
bool AstParser::parse_ascii_class() {
  std::string_view rest = pattern_.substr(offset_);
  if (!rest.starts_with("[:")) return false;
  rest.remove_prefix(2);
  const bool is_negated = rest.starts_with('^');
  if (is_negated) rest.remove_prefix(1);
  const std::size_t end = rest.find(':');
  if (end == std::string_view::npos || !rest.substr(end).starts_with(":]")) return false;
  const std::string_view name = rest.substr(0, end);
  const auto* const row =
      std::find_if(std::begin(kAsciiClasses), std::end(kAsciiClasses),
                   [&](const AsciiClassRow& known) { return known.name == name; });
  if (row == std::end(kAsciiClasses)) return false;

  const std::uint32_t start = offset_;
  move_to(static_cast<std::uint32_t>(pattern_.size() - rest.size() + end + 2));
  add_member(add({.kind = AstKind::AsciiClass,
                  .negated = is_negated,
                  .flags = {},
                  .span = from(start),
                  .value = static_cast<std::uint32_t>(row - std::begin(kAsciiClasses))}));
  return true;
}

// One character, escape or range.
Parsed<AstId> AstParser::parse_member() {
  const AstNode first = TRY(parse_member_primitive());
  skip_space();
  if (at_end()) return std::unexpected(unclosed_class());
  const std::uint32_t behind = peek_behind_space();
  if (current_ != '-' || behind == ']' || behind == '-') {
    if (first.kind == AstKind::Assertion) {
      return syntax_error(PatternError::ClassEscapeInvalid, first.span);
    }
    return add(first);
  }
  if (!bump_and_skip_space()) return std::unexpected(unclosed_class());
  const AstNode last = TRY(parse_member_primitive());
  for (const AstNode& end : {first, last}) {
    if (end.kind != AstKind::Literal)
      return syntax_error(PatternError::ClassRangeLiteral, end.span);
  }
  const SourceSpan span = {first.span.start, last.span.end};
  if (first.value > last.value) return syntax_error(PatternError::ClassRangeInvalid, span);
  const std::vector<AstId> ends = {add(first), add(last)};
  return add({.kind = AstKind::Range, .flags = {}, .span = span}, ends.begin(), ends.end());
}

Parsed<AstNode> AstParser::parse_member_primitive() {
  if (current_ == '\\') return parse_escape();
  const AstNode node{.kind = AstKind::Literal, .flags = {}, .span = here_char(), .value = current_};
  bump();
  return node;
}

// Points at the innermost open bracket.
SyntaxError AstParser::unclosed_class() const {
  const auto frame = std::find_if(classes_.rbegin(), classes_.rend(),
                                  [](const ClassFrame& open) { return !open.is_operator; });
  CHECK(frame != classes_.rend());
  return {
      .kind = PatternError::ClassUnclosed, .span = frame->bracket.span, .original = std::nullopt};
}

}  // namespace common::regex
