#include "lint/suppress/suppression_ranges.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/text/lines.h"
#include "lint/suppress/noqa_lines.h"

namespace lint {

namespace {

using parser::Token;
using parser::TokenKind;
using Tokens = std::span<const Token>;

// What is in front of `offset` on its line, if that is nothing but blanks.
std::optional<std::string_view> indentation_at(std::string_view text, std::uint32_t offset) {
  const TextRange before{common::line_start(text, offset), offset};
  if (!std::ranges::all_of(before.of(text), common::is_blank)) return std::nullopt;
  return before.of(text);
}

// The indentation of the block that goes on behind `before`.
std::string_view block_indentation(std::string_view text, Tokens before) {
  int depth = 0;
  for (std::size_t i = before.size(); i-- > 0;) {
    if (before[i].kind == TokenKind::Dedent) ++depth;
    if (before[i].kind == TokenKind::Indent && --depth < 0) return before[i].range.of(text);
  }
  return {};
}

// Is the token in front, comments aside, part of the same statement?
bool is_inside_statement(Tokens before) {
  for (std::size_t i = before.size(); i-- > 0;) {
    if (parser::is_trivia(before[i].kind)) continue;
    return before[i].kind != TokenKind::Newline;
  }
  return false;
}

// Where the logical line ends that `tokens`, a comment first, lead to.
std::uint32_t end_of_logical_line(Tokens tokens, std::uint32_t end) {
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::EndOfFile) break;
    if (token.kind == TokenKind::Newline) return token.range.start;
    if (token.kind != TokenKind::Comment) end = token.range.end;
  }
  return end;
}

// Where the next line with more than comments on it ends.
std::uint32_t end_of_inner_line(Tokens tokens, std::uint32_t end) {
  bool is_behind_comment_line = false;
  bool has_code = false;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::EndOfFile) break;
    if (token.kind == TokenKind::Newline) return token.range.start;
    if (token.kind == TokenKind::Comment) continue;
    if (token.kind != TokenKind::NonLogicalNewline) {
      has_code = true;
      end = token.range.end;
      continue;
    }
    end = token.range.start;
    if (is_behind_comment_line && has_code) return end;
    is_behind_comment_line = true;
    has_code = false;
  }
  return end;
}

class Finder {
 public:
  Finder(std::string_view text, Tokens tokens, SuppressionRanges& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void find() {
    while (next_ < out_.comments.size()) {
      if (add_single(next_)) {
        ++next_;
      } else {
        match_from(next_);
      }
    }
    match_pending("", static_cast<std::uint32_t>(text_.size()));
    std::ranges::sort(out_.suppressions, {}, [this](const RangeSuppression& suppression) {
      const SuppressionComment& comment = out_.comments[suppression.comment];
      return std::tuple(comment.action, comment.range.start, suppression.code);
    });
  }

 private:
  struct Pending {
    std::string_view indentation;
    std::uint32_t comment;
  };

  // The comment's place among the tokens.
  std::size_t token_index(const SuppressionComment& comment) const {
    const auto found = std::ranges::lower_bound(tokens_, comment.token, {},
                                                [](const Token& token) { return token.range; });
    return static_cast<std::size_t>(found - tokens_.begin());
  }

  void add(std::uint32_t index, TextRange range, std::optional<std::uint32_t> enable = {}) {
    for (TextRange code : out_.comments[index].codes) {
      out_.suppressions.push_back(
          {.code = code.of(text_), .range = range, .comment = index, .enable = enable});
    }
  }
  void add_misplaced(std::uint32_t index, Misplacement kind) {
    out_.misplaced.push_back({kind, index});
  }

  // Handles comments that need no other; false: it is a disable or enable.
  bool add_single(std::uint32_t index) {
    const SuppressionComment& comment = out_.comments[index];
    switch (comment.action) {
      case SuppressionAction::Ignore:
        add(index, range_of_ignore(comment));
        return true;
      case SuppressionAction::FileIgnore:
        add_file_ignore(index);
        return true;
      case SuppressionAction::Disable:
      case SuppressionAction::Enable:
        return false;
    }
    return false;
  }

  void add_file_ignore(std::uint32_t index) {
    const auto indentation = indentation_at(text_, out_.comments[index].range.start);
    if (!indentation) {
      add_misplaced(index, Misplacement::Trailing);
    } else if (!indentation->empty()) {
      add_misplaced(index, Misplacement::NotModuleScope);
    } else {
      add(index, {0, static_cast<std::uint32_t>(text_.size())});
    }
  }

  TextRange range_of_ignore(const SuppressionComment& comment) const {
    const std::size_t index = token_index(comment);
    const Tokens before = tokens_.first(index);
    const Tokens after = tokens_.subspan(index);
    const std::uint32_t start = comment.range.start;
    if (!indentation_at(text_, start)) return range_of_line(comment, before);
    const std::uint32_t end = is_inside_statement(before)
                                  ? end_of_inner_line(after, comment.range.end)
                                  : end_of_logical_line(after, comment.range.end);
    const TextRange range{start, end};
    // Below a "#!" line it is about that line, too.
    const TextRange shebang = shebang_line(text_, tokens_);
    const bool is_below = !shebang.empty() && shebang.end == common::line_start(text_, start);
    return is_below ? shebang.cover(range) : range;
  }

  // From the start of a string that ends on the comment's line, if there is one.
  TextRange range_of_line(const SuppressionComment& comment, Tokens before) const {
    std::uint32_t start = comment.token.start;
    for (std::size_t i = before.size(); i-- > 0;) {
      const TokenKind kind = before[i].kind;
      if (kind == TokenKind::Newline || kind == TokenKind::NonLogicalNewline) break;
      start = before[i].range.start;
    }
    return {start, common::line_end(text_, comment.token.end)};
  }

  // Goes through the tokens from a disable or enable on, until no comment of
  // the block waits for another.
  void match_from(std::uint32_t first) {
    const std::size_t start = token_index(out_.comments[first]);
    std::vector<std::string_view> indents = {block_indentation(text_, tokens_.first(start))};
    for (std::size_t i = start; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::Indent) indents.push_back(token.range.of(text_));
      if (token.kind == TokenKind::Comment) take_comments(i, indents.back());
      if (token.kind != TokenKind::Dedent) continue;
      match_pending(indents.back(), token.range.end);
      indents.pop_back();
      if (indents.empty() || pending_.empty()) return;
    }
  }

  // The comments in the token at `index`, in a block of the given indentation.
  void take_comments(std::size_t index, std::string_view block) {
    for (; next_ < out_.comments.size() && out_.comments[next_].token == tokens_[index].range;
         ++next_) {
      if (add_single(next_)) continue;
      const auto indentation = indentation_at(text_, out_.comments[next_].range.start);
      if (!indentation) {
        add_misplaced(next_, Misplacement::Trailing);
      } else if (*indentation == block || is_before_block_border(index)) {
        pending_.push_back({*indentation, next_});
      } else {
        add_misplaced(next_, Misplacement::Indentation);
      }
    }
  }

  bool is_before_block_border(std::size_t index) const {
    for (const Token& token : tokens_.subspan(index)) {
      if (parser::is_trivia(token.kind)) continue;
      return token.kind == TokenKind::Dedent || token.kind == TokenKind::Indent;
    }
    return false;
  }

  bool ends(const Pending& disable, const Pending& enable) const {
    const SuppressionComment& first = out_.comments[disable.comment];
    const SuppressionComment& second = out_.comments[enable.comment];
    const auto text_of = [this](TextRange code) { return code.of(text_); };
    return first.action == SuppressionAction::Disable &&
           second.action == SuppressionAction::Enable &&
           disable.indentation == enable.indentation &&
           std::ranges::equal(first.codes, second.codes, {}, text_of, text_of);
  }

  // The block of the given indentation ends at `end`: pairs its comments, and
  // those of blocks in it.
  void match_pending(std::string_view block, std::uint32_t end) {
    for (std::size_t i = 0; i < pending_.size();) {
      const Pending candidate = pending_[i];
      if (candidate.indentation.size() < block.size()) {
        ++i;
        continue;
      }
      const auto rest = pending_.begin() + static_cast<std::ptrdiff_t>(i);
      const auto other = std::find_if(
          rest + 1, pending_.end(), [&](const Pending& enable) { return ends(candidate, enable); });
      const SuppressionComment& comment = out_.comments[candidate.comment];
      if (other != pending_.end()) {
        const TextRange last = out_.comments[other->comment].range;
        add(candidate.comment, {comment.range.start, last.end}, other->comment);
        pending_.erase(other);
      } else if (comment.action == SuppressionAction::Disable) {
        add(candidate.comment, {comment.range.start, end});
      } else {
        add_misplaced(candidate.comment, Misplacement::Unmatched);
      }
      pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  std::string_view text_;
  Tokens tokens_;
  SuppressionRanges& out_;
  std::uint32_t next_ = 0;        // The first comment that is not handled yet.
  std::vector<Pending> pending_;  // Disables and enables of open blocks.
};

}  // namespace

SuppressionRanges find_suppression_ranges(std::string_view text, Tokens tokens,
                                          std::span<const std::uint32_t> comments) {
  SuppressionRanges out;
  SuppressionComments parsed;
  for (std::uint32_t index : comments) {
    parse_suppression_comment(text, tokens[index].range, parsed);
  }
  out.comments = std::move(parsed.comments);
  out.errors = std::move(parsed.errors);
  Finder(text, tokens, out).find();
  return out;
}

std::string_view describe(Misplacement kind) {
  switch (kind) {
    case Misplacement::Trailing:
      return "trailing comments are only supported for ruff:ignore suppressions";
    case Misplacement::Unmatched:
      return "no matching 'disable' comment";
    case Misplacement::Indentation:
      return "unexpected indentation";
    case Misplacement::NotModuleScope:
      return "file-level suppressions must be at global module scope";
  }
  return {};
}

}  // namespace lint
