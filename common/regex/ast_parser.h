// The text of a pattern to its syntax tree.
//
// A single pass over scalar values with explicit stacks instead of recursion,
// so no pattern can exhaust the stack; the nest limit is checked on the finished
// tree.  In (?x) mode white space and comments are skipped wherever the dialect
// allows them, which includes the inside of escapes and counted repetitions.
//
//   ast_parser.cc   groups, flags, alternation, repetition
//   ast_escape.cc   what begins with a backslash
//   ast_class.cc    what stands between brackets
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/regex/ast.h"
#include "common/regex/parse_error.h"

namespace common::regex {

class AstParser {
 public:
  // `pattern` is valid UTF-8 and outlives the parser, which is used once.
  AstParser(std::string_view pattern, bool ignore_whitespace, std::uint32_t nest_limit);
  Parsed<Ast> parse();

 private:
  // Stands for the end of the pattern where a character is asked for.
  static constexpr std::uint32_t kEnd = 0xFFFFFFFF;

  // An open group, or at the bottom the whole pattern.  Its part of `work_`
  // holds the finished branches, then the items of the current branch.
  struct GroupFrame {
    AstNode group;
    bool outer_ignore_whitespace = false;
    std::size_t base = 0;
    std::size_t branches = 0;
    std::uint32_t first_branch_start = 0;
    std::uint32_t branch_start = 0;
  };

  // An open bracket with the union that it interrupts, or an operator with its
  // left side.
  struct ClassFrame {
    bool is_operator = false;
    AstNode bracket;
    SetOperator operation{};
    AstId left = 0;
    std::size_t outer_items = 0;
    SourceSpan outer_span;
  };

  // ---- the place in the pattern
  bool at_end() const { return current_ == kEnd; }
  void move_to(std::uint32_t offset);
  // Advance by one character; true if there is one at the new place.
  bool bump();
  bool bump_and_skip_space();
  bool bump_if(std::string_view prefix);
  void skip_space();
  std::uint32_t peek() const;
  // The character behind the current one and white space (in (?x) mode).
  std::uint32_t peek_behind_space() const;
  SourceSpan here() const { return {offset_, offset_}; }
  SourceSpan here_char() const { return {offset_, offset_ + current_length_}; }
  SourceSpan from(std::uint32_t start) const { return {start, offset_}; }

  // ---- the tree
  AstId add(AstNode node);
  AstId add(AstNode node, std::vector<AstId>::const_iterator first,
            std::vector<AstId>::const_iterator last);
  // The items of `work_` from `first` on as one node, taken from `work_`.
  AstId collect(std::size_t first, AstKind kind, SourceSpan span);
  Parsed<void> check_depth(AstId id, std::uint32_t depth) const;

  // ---- groups and repetition
  Parsed<void> parse_item();
  Parsed<void> open_group();
  Parsed<void> open_flagged_group(AstNode group, SourceSpan question);
  void push_group(AstNode group);
  Parsed<void> close_group();
  AstId finish_frame();
  void end_branch();
  Parsed<std::uint32_t> parse_group_name();
  Parsed<FlagChange> parse_flags();
  Parsed<void> parse_repetition();
  Parsed<void> parse_counted_repetition();
  Parsed<std::pair<std::uint32_t, std::uint32_t>> parse_count(std::uint32_t start);
  Parsed<std::uint32_t> parse_decimal();
  Parsed<void> check_repeatable() const;
  void wrap_in_repeat(std::uint32_t min, std::uint32_t max, bool greedy);

  // ---- escapes
  Parsed<AstNode> parse_primitive();
  Parsed<AstNode> parse_escape();
  Parsed<AstNode> parse_letter_escape(std::uint32_t letter, SourceSpan span);
  Parsed<AstNode> parse_hex(std::uint32_t start);
  Parsed<AstNode> parse_hex_digits(std::uint32_t start, std::uint32_t letter);
  Parsed<AstNode> parse_hex_brace(std::uint32_t start);
  Parsed<AstNode> parse_property(std::uint32_t start);
  Parsed<std::optional<AssertionKind>> parse_word_boundary(std::uint32_t start);

  // ---- classes
  Parsed<AstId> parse_class();
  Parsed<void> open_class();
  std::optional<AstId> close_class();
  void add_member(AstId id);
  AstId finish_union();
  AstId finish_operation(AstId right);
  void push_operator(SetOperator operation);
  bool parse_ascii_class();
  Parsed<AstId> parse_member();
  Parsed<AstNode> parse_member_primitive();
  SyntaxError unclosed_class() const;

  std::string_view pattern_;
  std::uint32_t nest_limit_;
  bool ignore_whitespace_;
  std::uint32_t offset_ = 0;
  std::uint32_t current_ = kEnd;
  std::uint32_t current_length_ = 0;
  Ast ast_;
  std::vector<AstId> work_;
  std::vector<GroupFrame> groups_;
  std::vector<ClassFrame> classes_;
  // The union being read: its items are work_[union_items_..].
  std::size_t union_items_ = 0;
  SourceSpan union_span_;
  // Sorted by name, with the place of the name.
  std::vector<std::pair<std::string_view, SourceSpan>> group_names_;
};

}  // namespace common::regex
