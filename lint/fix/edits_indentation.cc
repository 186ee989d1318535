#include <algorithm>

#include "common/text/lines.h"
#include "lint/fix/edits.h"

namespace lint {
namespace {

using parser::Token;
using parser::TokenKind;

// A line with its end, taken off `text`.
std::string_view take_full_line(std::string_view& text) {
  const std::uint32_t end = common::full_line_end(text, 0);
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

std::string_view without_line_end(std::string_view line) {
  return line.substr(0, common::line_end(line, 0));
}

// Form feeds at the start of a line do not indent it.
std::string_view without_form_feeds(std::string_view line) {
  while (line.starts_with('\f')) line.remove_prefix(1);
  return line;
}

std::string_view indentation_of(std::string_view line) {
  const std::string_view content = common::trim_blanks_start(line);
  return line.substr(0, line.size() - content.size());
}

// The width of the first line with code, or of the first comment if there is none.
std::size_t first_indentation(std::string_view text) {
  std::optional<std::size_t> of_comment;
  while (!text.empty()) {
    const std::string_view line = without_form_feeds(common::take_line(text));
    const std::size_t width = indentation_of(line).size();
    if (width == line.size()) continue;
    if (line[width] != '#' || of_comment) return width;
    of_comment = width;
  }
  return of_comment.value_or(0);
}

// Takes the same number of bytes off all lines; nothing if the text would have to
// be indented more.
std::optional<std::string> dedented(std::string_view text, std::string_view indentation) {
  indentation = without_form_feeds(indentation);
  const std::size_t existing = first_indentation(text);
  if (existing < indentation.size()) return std::nullopt;
  const std::size_t surplus = existing - indentation.size();
  std::string result;
  while (!text.empty()) {
    const std::string_view full = take_full_line(text);
    const std::string_view line = without_line_end(full);
    const std::string_view content = without_form_feeds(line);
    const std::string_view code = common::trim_blanks_start(line);
    if (code.empty()) {
      result += full.substr(line.size());
    } else if (content.size() - code.size() < existing) {
      result += full;
    } else {
      result += line.substr(0, line.size() - content.size());
      result += content.substr(surplus);
      result += full.substr(line.size());
    }
  }
  return result;
}

bool mixes_tabs_and_spaces(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = common::take_line(text);
    const std::string_view indentation = indentation_of(line);
    if (indentation.size() == line.size()) continue;
    if (indentation.find('\t') != indentation.npos && indentation.find(' ') != indentation.npos) {
      return true;
    }
  }
  return false;
}

// Gives each block its new indentation and leaves alone what no block indents:
// the inside of strings and lines behind a backslash.
class Reindenter {
 public:
  Reindenter(const FixSource& source, TextRange range, std::string_view indentation)
      : source_(source), range_(range), base_(indentation) {}
  Reindenter(const FixSource& source, TextRange range, const Reindentation& change)
      : source_(source), range_(range), base_(change.to), level_(change.level) {
    blocks_.push_back({change.from, change.to});
  }

  std::string run() {
    std::string result;
    if (blocks_.empty()) enter_first_block();
    for (std::uint32_t at = range_.start; at < range_.end;) {
      const std::uint32_t end = std::min(common::full_line_end(source_.text(), at), range_.end);
      if (source_.lines.line_start(at) == at) {
        write_line({at, end}, result);
      } else {
        result += source_.text({at, end});
      }
      at = end;
    }
    return result;
  }

 private:
  struct Block {
    std::string_view old_indentation;
    std::string new_indentation;
  };

  // Comments in front of the first statement are of its block.
  void enter_first_block() {
    for (std::uint32_t at = range_.start; at < range_.end;) {
      const std::uint32_t end = common::full_line_end(source_.text(), at);
      if (position_of({at, end}) == Position::Statement) {
        return enter_block(indentation_of(source_.text({at, end})));
      }
      at = end;
    }
  }

  void write_line(TextRange range, std::string& out) {
    const std::string_view line = source_.text(range);
    if (is_inside_string(range.start) || is_continued(range.start)) {
      out += line;
      return;
    }
    const Position position = position_of(range);
    if (position == Position::Statement) enter_block(indentation_of(line));
    for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
      if (line.starts_with(block->old_indentation)) {
        out += block->new_indentation;
        out += line.substr(block->old_indentation.size());
        return;
      }
      // A statement's further lines are those of its own block or of none.
      if (position == Position::Inside) break;
    }
    out += line;
  }

  bool is_inside_string(std::uint32_t offset) const {
    const Token& token = parser::token_at_or_after(source_.tokens(), offset);
    const bool is_text = token.kind == TokenKind::String ||
                         token.kind == TokenKind::FStringMiddle ||
                         token.kind == TokenKind::TStringMiddle;
    return is_text && token.range.start < offset;
  }

  bool is_continued(std::uint32_t offset) const {
    return offset > range_.start && source_.lines.is_continued_line(offset - 1);
  }

  enum class Position : std::uint8_t {
    Statement,  // The line starts one.
    Inside,     // In a statement: in its brackets.
    Between,    // Comments and blanks.
  };

  Position position_of(TextRange line) const {
    const std::span<const Token> tokens = source_.tokens();
    auto token = std::ranges::lower_bound(tokens, line.start, {},
                                          [](const Token& t) { return t.range.start; });
    auto before = token;
    while (before != tokens.begin() && is_skipped((before - 1)->kind)) --before;
    if (before != tokens.begin() && (before - 1)->kind != TokenKind::Newline) {
      return Position::Inside;
    }
    while (token != tokens.end() && is_indentation(token->kind)) ++token;
    const bool is_code = token != tokens.end() && token->range.start < line.end &&
                         !parser::is_trivia(token->kind) && token->kind != TokenKind::Newline;
    return is_code ? Position::Statement : Position::Between;
  }

  static bool is_indentation(TokenKind kind) {
    return kind == TokenKind::Indent || kind == TokenKind::Dedent;
  }
  static bool is_skipped(TokenKind kind) { return parser::is_trivia(kind) || is_indentation(kind); }

  void enter_block(std::string_view indentation) {
    while (!blocks_.empty() && blocks_.back().old_indentation.size() > indentation.size()) {
      blocks_.pop_back();
    }
    if (blocks_.empty()) {
      // A step as deep as the first block is taken for one level of the file.
      if (!level_) level_ = indentation;
      blocks_.push_back({indentation, std::string(base_)});
      return;
    }
    const Block& outer = blocks_.back();
    if (outer.old_indentation.size() == indentation.size()) return;
    std::string_view step = indentation.substr(outer.old_indentation.size());
    if (step == level_) step = source_.style().indentation;
    blocks_.push_back({indentation, outer.new_indentation + std::string(step)});
  }

  const FixSource& source_;
  TextRange range_;
  std::string_view base_;
  std::optional<std::string_view> level_;
  std::vector<Block> blocks_;  // From the outermost one.
};

}  // namespace

std::string indented(std::string_view text, std::string_view prefix) {
  if (prefix.empty()) return std::string(text);
  std::string_view blank_prefix = prefix;
  while (!blank_prefix.empty() && common::is_blank(blank_prefix.back())) {
    blank_prefix.remove_suffix(1);
  }
  std::string result;
  while (!text.empty()) {
    const std::string_view line = take_full_line(text);
    const bool is_blank = common::trim_blanks_start(without_line_end(line)).empty();
    result += is_blank ? blank_prefix : prefix;
    result += line;
  }
  return result;
}

std::string reindented(const FixSource& source, TextRange range, std::string_view indentation) {
  const std::string_view text = source.text(range);
  const bool is_simple = !source.lines.intersects_multiline_string(range) &&
                         !source.lines.intersects_interpolated_string(range) &&
                         !mixes_tabs_and_spaces(text);
  if (is_simple) {
    if (std::optional<std::string> result = dedented(text, indentation)) return std::move(*result);
  }
  return Reindenter(source, range, indentation).run();
}

std::string reindented(const FixSource& source, TextRange range, const Reindentation& change) {
  return Reindenter(source, range, change).run();
}

}  // namespace lint
