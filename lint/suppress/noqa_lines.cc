#include "lint/suppress/noqa_lines.h"

#include <algorithm>
#include <optional>

#include "common/text/lines.h"

namespace lint {

namespace {

using parser::Token;
using parser::TokenKind;

bool has_line_end(std::string_view text) {
  return text.find_first_of("\n\r") != std::string_view::npos;
}

bool is_string_piece(TokenKind kind) {
  return kind >= TokenKind::String && kind <= TokenKind::TStringEnd;
}

// Collects what cannot hold a comment of its own, each as the range from the
// start of its first line to where the comment stands.
class Collector {
 public:
  Collector(std::string_view text, std::span<const Token> tokens) : text_(text) {
    for (const Token& token : tokens) visit(token);
    finish_continuation();
  }

  std::vector<TextRange> ranges;

 private:
  void visit(const Token& token) {
    find_continuations({previous_end_, token.range.start});
    switch (token.kind) {
      case TokenKind::Newline:
      case TokenKind::NonLogicalNewline:
        line_start_ = token.range.end;
        break;
      case TokenKind::String:
        if (token.string_flags.is_triple) add_string(token.range);
        break;
      case TokenKind::FStringStart:
      case TokenKind::TStringStart:
        open_.push_back(token.range.start);
        break;
      case TokenKind::FStringEnd:
      case TokenKind::TStringEnd:
        close_string(token);
        break;
      default:
        break;
    }
    if (is_string_piece(token.kind)) line_start_ = common::line_start(text_, token.range.end);
    previous_end_ = token.range.end;
  }

  // Line ends between tokens are those behind backslashes.
  void find_continuations(TextRange gap) {
    for (std::uint32_t at = gap.start; at < gap.end; ++at) {
      if (text_[at] != '\n' && (text_[at] != '\r' || text_.substr(at + 1, 1) == "\n")) continue;
      add_continuation(line_start_);
      line_start_ = at + 1;
    }
  }

  void add_continuation(std::uint32_t line) {
    const std::uint32_t end = common::full_line_end(text_, line);
    if (continuation_ && continuation_->end == line) {
      continuation_->end = end;
      return;
    }
    finish_continuation();
    continuation_ = TextRange{line, end};
  }
  void finish_continuation() {
    if (continuation_) ranges.push_back(*continuation_);
    continuation_.reset();
  }

  void add_string(TextRange range) {
    if (!has_line_end(range.of(text_))) return;
    ranges.push_back({common::line_start(text_, range.start), range.end});
  }

  void close_string(const Token& token) {
    if (open_.empty()) return;
    add_string({open_.back(), token.range.end});
    open_.pop_back();
  }

  std::string_view text_;
  std::uint32_t previous_end_ = 0;
  std::uint32_t line_start_ = 0;     // Of the line that the next token starts on.
  std::vector<std::uint32_t> open_;  // Starts of f- and t-strings.
  std::optional<TextRange> continuation_;
};

}  // namespace

TextRange shebang_line(std::string_view text, std::span<const Token> tokens) {
  if (tokens.empty() || tokens[0].kind != TokenKind::Comment) return {};
  if (!tokens[0].range.of(text).starts_with("#!")) return {};
  return {tokens[0].range.start, common::full_line_end(text, tokens[0].range.end)};
}

NoqaLines::NoqaLines(std::string_view text, std::span<const Token> tokens) {
  Collector collector(text, tokens);
  std::ranges::sort(collector.ranges);
  const TextRange shebang = shebang_line(text, tokens);
  if (!shebang.empty()) add(shebang);
  for (TextRange range : collector.ranges) add(range);
}

void NoqaLines::add(TextRange range) {
  if (!ranges_.empty() && range.start <= ranges_.back().end) {
    ranges_.back() = ranges_.back().cover(range);
  } else {
    ranges_.push_back(range);
  }
}

std::uint32_t NoqaLines::resolve(std::uint32_t offset) const {
  const auto next = std::ranges::upper_bound(ranges_, offset, {}, &TextRange::start);
  if (next == ranges_.begin()) return offset;
  const TextRange range = *(next - 1);
  return range.contains(offset) ? range.end : offset;
}

}  // namespace lint
