#include "common/regex/ast_parser.h"

#include <algorithm>
#include <array>
#include <limits>

#include "common/base/check.h"
#include "common/base/result.h"
#include "common/regex/hir.h"
#include "common/regex/unicode.h"
#include "common/regex/utf8.h"

namespace common::regex {
namespace {

// Whether the kind counts for the nest limit.
bool is_nesting(AstKind kind) {
  switch (kind) {
    case AstKind::Bracketed:
    case AstKind::SetUnion:
    case AstKind::SetOperation:
    case AstKind::Repeat:
    case AstKind::Group:
    case AstKind::Alternate:
    case AstKind::Concat:
      return true;
    default:
      return false;
  }
}

bool is_name_char(std::uint32_t c, bool is_first) {
  if (c == '_') return true;
  if (is_first) return is_alphabetic(c);
  return c == '.' || c == '[' || c == ']' || is_alphanumeric(c);
}

std::uint8_t flag_bit(std::uint32_t c) {
  switch (c) {
    case 'i':
      return kIgnoreCase;
    case 'm':
      return kMultiLine;
    case 's':
      return kDotMatchesNewline;
    case 'U':
      return kSwapGreed;
    case 'u':
      return kUnicode;
    case 'R':
      return kCrlf;
    case 'x':
      return kIgnoreWhitespace;
    default:
      return 0;
  }
}

}  // namespace

AstParser::AstParser(std::string_view pattern, bool ignore_whitespace, std::uint32_t nest_limit)
    : pattern_(pattern), nest_limit_(nest_limit), ignore_whitespace_(ignore_whitespace) {
  move_to(0);
}

Parsed<Ast> AstParser::parse() {
  groups_.emplace_back();
  for (;;) {
    skip_space();
    if (at_end()) break;
    TRY(parse_item());
  }
  if (groups_.size() > 1) {
    return syntax_error(PatternError::GroupUnclosed, groups_.back().group.span);
  }
  ast_.root = finish_frame();
  TRY(check_depth(ast_.root, 0));
  return std::move(ast_);
}

// ---- the place in the pattern

void AstParser::move_to(std::uint32_t offset) {
  offset_ = offset;
  const DecodedScalar scalar = decode_scalar(pattern_.substr(offset));
  current_ = scalar.length == 0 ? kEnd : scalar.value;
  current_length_ = scalar.length;
}

bool AstParser::bump() {
  if (!at_end()) move_to(offset_ + current_length_);
  return !at_end();
}

bool AstParser::bump_and_skip_space() {
  if (!bump()) return false;
  skip_space();
  return !at_end();
}

bool AstParser::bump_if(std::string_view prefix) {
  if (!pattern_.substr(offset_).starts_with(prefix)) return false;
  move_to(offset_ + static_cast<std::uint32_t>(prefix.size()));
  return true;
}

void AstParser::skip_space() {
  if (!ignore_whitespace_) return;
  while (!at_end()) {
    if (is_white_space(current_)) {
      bump();
    } else if (current_ == '#') {
      while (!at_end() && current_ != '\n') bump();
      bump();
    } else {
      break;
    }
  }
}

std::uint32_t AstParser::peek() const {
  if (at_end()) return kEnd;
  const DecodedScalar next = decode_scalar(pattern_.substr(offset_ + current_length_));
  return next.length == 0 ? kEnd : next.value;
}

std::uint32_t AstParser::peek_behind_space() const {
  if (!ignore_whitespace_) return peek();
  bool saw_hash = false;
  for (std::size_t at = offset_ + current_length_; at < pattern_.size();) {
    const DecodedScalar next = decode_scalar(pattern_.substr(at));
    // The dialect looks at the first word of a comment here, not behind it.
    const bool is_skipped = is_white_space(next.value) || (next.value == '#' && !saw_hash);
    if (!is_skipped) return next.value;
    saw_hash = saw_hash || next.value == '#';
    at += next.length;
  }
  return kEnd;
}

// ---- the tree

AstId AstParser::add(AstNode node) {
  ast_.nodes.push_back(node);
  return static_cast<AstId>(ast_.nodes.size() - 1);
}

AstId AstParser::add(AstNode node, std::vector<AstId>::const_iterator first,
                     std::vector<AstId>::const_iterator last) {
  node.first_child = static_cast<std::uint32_t>(ast_.children.size());
  node.child_count = static_cast<std::uint32_t>(last - first);
  ast_.children.insert(ast_.children.end(), first, last);
  return add(node);
}

AstId AstParser::collect(std::size_t first, AstKind kind, SourceSpan span) {
  const std::size_t count = work_.size() - first;
  const auto items = work_.begin() + static_cast<std::ptrdiff_t>(first);
  AstId id = 0;
  if (count == 0) {
    id = add({.kind = AstKind::Empty, .flags = {}, .span = span});
  } else if (count == 1) {
    id = *items;
  } else {
    id = add({.kind = kind, .flags = {}, .span = span}, items, work_.end());
  }
  work_.resize(first);
  return id;
}

Parsed<void> AstParser::check_depth(AstId id, std::uint32_t depth) const {
  const AstNode& node = ast_.node(id);
  if (!is_nesting(node.kind)) return {};
  if (depth + 1 > nest_limit_) return syntax_error(PatternError::NestLimitExceeded, node.span);
  for (const AstId child : ast_.children_of(node)) {
    TRY(check_depth(child, depth + 1));
  }
  return {};
}

// ---- groups

Parsed<void> AstParser::parse_item() {
  switch (current_) {
    case '(':
      return open_group();
    case ')':
      return close_group();
    case '|':
      end_branch();
      return {};
    case '[':
      work_.push_back(TRY(parse_class()));
      return {};
    case '?':
    case '*':
    case '+':
      return parse_repetition();
    case '{':
      return parse_counted_repetition();
    default:
      work_.push_back(add(TRY(parse_primitive())));
      return {};
  }
}

void AstParser::end_branch() {
  GroupFrame& frame = groups_.back();
  work_.push_back(collect(frame.base + frame.branches, AstKind::Concat, from(frame.branch_start)));
  ++frame.branches;
  bump();
  frame.branch_start = offset_;
}

// The content of the innermost frame as one node; pops the frame.
AstId AstParser::finish_frame() {
  const GroupFrame frame = groups_.back();
  groups_.pop_back();
  work_.push_back(collect(frame.base + frame.branches, AstKind::Concat, from(frame.branch_start)));
  return collect(frame.base, AstKind::Alternate, from(frame.first_branch_start));
}

Parsed<void> AstParser::open_group() {
  const SourceSpan open = here_char();
  AstNode group{.kind = AstKind::Group, .flags = {}, .span = open};
  bump();
  skip_space();
  for (const std::string_view look_around : {"?=", "?!", "?<=", "?<!"}) {
    if (bump_if(look_around)) {
      return syntax_error(PatternError::LookAroundUnsupported, from(open.start));
    }
  }
  const SourceSpan question = here();
  if (bump_if("?P<") || bump_if("?<")) {
    group.group = GroupKind::NamedCapture;
    group.value = ++ast_.capture_count;
    group.last = TRY(parse_group_name());
  } else if (bump_if("?")) {
    return open_flagged_group(group, question);
  } else {
    group.group = GroupKind::Capture;
    group.value = ++ast_.capture_count;
  }
  push_group(group);
  return {};
}

// Behind "(?": either flags up to ")" for the rest of the group around, or a
// group of its own behind ":".
Parsed<void> AstParser::open_flagged_group(AstNode group, SourceSpan question) {
  if (at_end()) return syntax_error(PatternError::GroupUnclosed, group.span);
  group.group = GroupKind::NonCapture;
  group.flags = TRY(parse_flags());
  const bool is_group = current_ == ':';
  bump();
  if (is_group) {
    push_group(group);
    return {};
  }
  const std::uint8_t changed = group.flags.on | group.flags.off;
  if (changed == 0) return syntax_error(PatternError::RepetitionMissing, question);
  if ((changed & kIgnoreWhitespace) != 0) {
    ignore_whitespace_ = (group.flags.on & kIgnoreWhitespace) != 0;
  }
  work_.push_back(
      add({.kind = AstKind::Flags, .flags = group.flags, .span = from(group.span.start)}));
  return {};
}

void AstParser::push_group(AstNode group) {
  groups_.push_back({.group = group,
                     .outer_ignore_whitespace = ignore_whitespace_,
                     .base = work_.size(),
                     .branches = 0,
                     .first_branch_start = offset_,
                     .branch_start = offset_});
  if (((group.flags.on | group.flags.off) & kIgnoreWhitespace) != 0) {
    ignore_whitespace_ = (group.flags.on & kIgnoreWhitespace) != 0;
  }
}

Parsed<void> AstParser::close_group() {
  if (groups_.size() == 1) return syntax_error(PatternError::GroupUnopened, here_char());
  AstNode group = groups_.back().group;
  ignore_whitespace_ = groups_.back().outer_ignore_whitespace;
  const AstId content = finish_frame();
  bump();
  group.span.end = offset_;
  const std::vector<AstId> child = {content};
  work_.push_back(add(group, child.begin(), child.end()));
  return {};
}

// Up to and with the ">"; gives the index in Ast::names.
Parsed<std::uint32_t> AstParser::parse_group_name() {
  if (at_end()) return syntax_error(PatternError::GroupNameUnexpectedEnd, here());
  const std::uint32_t start = offset_;
  while (current_ != '>') {
    if (!is_name_char(current_, offset_ == start)) {
      return syntax_error(PatternError::GroupNameInvalid, here_char());
    }
    if (!bump()) return syntax_error(PatternError::GroupNameUnexpectedEnd, here());
  }
  const SourceSpan span = from(start);
  bump();
  if (span.start == span.end) return syntax_error(PatternError::GroupNameEmpty, span);

  const std::string_view name = pattern_.substr(span.start, span.end - span.start);
  const auto place =
      std::lower_bound(group_names_.begin(), group_names_.end(), name,
                       [](const auto& known, std::string_view n) { return known.first < n; });
  if (place != group_names_.end() && place->first == name) {
    return std::unexpected(SyntaxError{
        .kind = PatternError::GroupNameDuplicate, .span = span, .original = place->second});
  }
  group_names_.insert(place, {name, span});
  ast_.names.emplace_back(name);
  return static_cast<std::uint32_t>(ast_.names.size() - 1);
}

// Up to the ":" or ")".
Parsed<FlagChange> AstParser::parse_flags() {
  FlagChange flags;
  std::array<std::optional<SourceSpan>, 128> seen;  // By ASCII character.
  std::optional<SourceSpan> dangling;
  while (current_ != ':' && current_ != ')') {
    const bool is_negation = current_ == '-';
    const std::uint8_t bit = flag_bit(current_);
    if (!is_negation && bit == 0) return syntax_error(PatternError::FlagUnrecognized, here_char());
    if (seen[current_]) {
      return std::unexpected(SyntaxError{
          .kind = is_negation ? PatternError::FlagRepeatedNegation : PatternError::FlagDuplicate,
          .span = here_char(),
          .original = seen[current_]});
    }
    std::uint8_t& target = seen['-'] ? flags.off : flags.on;
    target = static_cast<std::uint8_t>(target | bit);
    seen[current_] = here_char();
    dangling = is_negation ? seen[current_] : std::nullopt;
    if (!bump()) return syntax_error(PatternError::FlagUnexpectedEnd, here());
  }
  if (dangling) return syntax_error(PatternError::FlagDanglingNegation, *dangling);
  return flags;
}

// ---- repetition

// The operator stands at the current place; what it repeats ends `work_`.
Parsed<void> AstParser::check_repeatable() const {
  const GroupFrame& frame = groups_.back();
  const bool has_item = work_.size() > frame.base + frame.branches;
  if (!has_item || ast_.node(work_.back()).kind == AstKind::Flags) {
    return syntax_error(PatternError::RepetitionMissing, here());
  }
  return {};
}

void AstParser::wrap_in_repeat(std::uint32_t min, std::uint32_t max, bool greedy) {
  AstNode repeat{.kind = AstKind::Repeat,
                 .greedy = greedy,
                 .flags = {},
                 .span = from(ast_.node(work_.back()).span.start),
                 .value = min,
                 .last = max};
  work_.back() = add(repeat, work_.end() - 1, work_.end());
}

Parsed<void> AstParser::parse_repetition() {
  TRY(check_repeatable());
  const std::uint32_t min = current_ == '+' ? 1 : 0;
  const std::uint32_t max = current_ == '?' ? 1 : kUnbounded;
  const bool is_lazy = bump() && current_ == '?';
  if (is_lazy) bump();
  wrap_in_repeat(min, max, !is_lazy);
  return {};
}

Parsed<void> AstParser::parse_counted_repetition() {
  TRY(check_repeatable());
  const std::uint32_t start = offset_;
  const auto [min, max] = TRY(parse_count(start));
  const bool is_lazy = bump_and_skip_space() && current_ == '?';
  if (is_lazy) bump();
  if (min > max) return syntax_error(PatternError::RepetitionCountInvalid, from(start));
  wrap_in_repeat(min, max, !is_lazy);
  return {};
}

// From "{" up to the "}": {n}, {n,} and {n,m}.
Parsed<std::pair<std::uint32_t, std::uint32_t>> AstParser::parse_count(std::uint32_t start) {
  const auto unclosed = [&] {
    return syntax_error(PatternError::RepetitionCountUnclosed, from(start));
  };
  if (!bump_and_skip_space()) return unclosed();
  // A number that is missing or too large is reported only if more follows.
  const Parsed<std::uint32_t> first = parse_decimal();
  if (at_end()) return unclosed();
  std::uint32_t max = 0;
  if (current_ != ',') {
    max = TRY(first);
  } else {
    if (!bump_and_skip_space()) return unclosed();
    TRY(first);
    max = current_ == '}' ? kUnbounded : TRY(parse_decimal());
  }
  if (current_ != '}') return unclosed();
  return std::pair(*first, max);
}

Parsed<std::uint32_t> AstParser::parse_decimal() {
  while (!at_end() && is_white_space(current_)) bump();
  const std::uint32_t start = offset_;
  std::uint64_t value = 0;
  bool is_too_large = false;
  while (current_ >= '0' && current_ <= '9') {
    value = value * 10 + (current_ - '0');
    is_too_large = is_too_large || value > std::numeric_limits<std::uint32_t>::max();
    if (is_too_large) value = 0;
    bump_and_skip_space();
  }
  const SourceSpan span = from(start);
  while (!at_end() && is_white_space(current_)) bump_and_skip_space();
  if (span.start == span.end) return syntax_error(PatternError::RepetitionCountEmpty, span);
  if (is_too_large) return syntax_error(PatternError::DecimalInvalid, span);
  return static_cast<std::uint32_t>(value);
}

}  // namespace common::regex
