#include "lint/parser/line_structure.h"

#include <algorithm>

#include "common/scan/scan.h"
#include "common/text/lines.h"

namespace lint::parser {

namespace {

namespace scan = common::scan;

constexpr scan::ByteClass kLineEndBytes("\r\n");
constexpr std::string_view kBlanks = " \t\f";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

// The first of the sorted ranges, which do not overlap, that ends at or behind
// `offset`; null if none does.
const TextRange* first_ending_at(std::span<const TextRange> ranges, std::uint32_t offset) {
  const auto found = std::ranges::lower_bound(ranges, offset, {}, &TextRange::end);
  return found == ranges.end() ? nullptr : &*found;
}

bool any_touches(std::span<const TextRange> ranges, TextRange range) {
  const TextRange* const found = first_ending_at(ranges, range.start);
  return found != nullptr && found->start <= range.end;
}

}  // namespace

// ---- lines -------------------------------------------------------------------

std::uint32_t LineStructure::line_start(std::uint32_t offset) const {
  const std::size_t at = scan::rfind_in(text_, kLineEndBytes, offset);
  if (at != scan::npos) return static_cast<std::uint32_t>(at + 1);
  return text_.starts_with(common::kByteOrderMark) ? common::kByteOrderMark.size() : 0;
}

std::uint32_t LineStructure::line_end(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(
      std::min(scan::find_in(text_, kLineEndBytes, offset), text_.size()));
}

std::uint32_t LineStructure::full_line_end(std::uint32_t offset) const {
  const std::uint32_t end = line_end(offset);
  if (end == text_.size()) return end;
  return end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
}

bool LineStructure::contains_line_break(TextRange range) const {
  return scan::find_in(range.of(text_), kLineEndBytes) != scan::npos;
}

const common::LineIndex& LineStructure::index() const {
  if (!index_.is_built()) index_ = common::LineIndex(text_);
  return index_;
}

std::optional<std::string_view> LineStructure::indentation_at(std::uint32_t offset) const {
  const std::string_view leading = TextRange{line_start(offset), offset}.of(text_);
  if (!is_blank(leading)) return std::nullopt;
  return leading;
}

bool LineStructure::has_leading_content(std::uint32_t offset) const {
  return !indentation_at(offset);
}

bool LineStructure::has_trailing_content(std::uint32_t offset) const {
  const std::string_view trailing = TextRange{offset, line_end(offset)}.of(text_);
  const std::size_t content = trailing.find_first_not_of(kBlanks);
  return content != trailing.npos && trailing[content] != '#';
}

// ---- one pass over the tokens --------------------------------------------------

const LineStructure::Lists& LineStructure::lists() const {
  if (lists_ != nullptr) return *lists_;
  auto lists = std::make_unique<Lists>();
  std::uint32_t end = 0;    // Of the last token.
  std::uint32_t start = 0;  // Of the line.
  std::vector<std::size_t> open;
  for (const Token& token : tokens_) {
    if (end < token.range.start) add_continued_lines(*lists, {end, token.range.start}, start);
    end = token.range.end;
    if (token.kind == TokenKind::Newline || token.kind == TokenKind::NonLogicalNewline) {
      start = end;
    } else if (token.kind == TokenKind::Comment) {
      lists->comments.push_back(token.range);
    } else if (token.kind >= TokenKind::String && token.kind <= TokenKind::TStringEnd) {
      add_string(*lists, token, open);
      if (contains_line_break(token.range)) start = line_start(end);
    }
  }
  // Strings without an end keep the range of their start.
  std::ranges::reverse(open);
  for (std::size_t i : open) {
    lists->interpolated.erase(lists->interpolated.begin() + static_cast<std::ptrdiff_t>(i));
  }
  lists_ = std::move(lists);
  return *lists_;
}

// Line ends that are not tokens stand behind backslashes.
void LineStructure::add_continued_lines(Lists& lists, TextRange gap, std::uint32_t& start) const {
  for (std::uint32_t at = gap.start; at < gap.end; ++at) {
    const char c = text_[at];
    if (c != '\n' && c != '\r') continue;
    if (c == '\r' && at + 1 < gap.end && text_[at + 1] == '\n') continue;
    lists.continued_lines.push_back(start);
    start = at + 1;
  }
}

// `open`: the strings that have begun, as indices into `interpolated`.
void LineStructure::add_string(Lists& lists, const Token& token,
                               std::vector<std::size_t>& open) const {
  switch (token.kind) {
    case TokenKind::FStringStart:
    case TokenKind::TStringStart:
      open.push_back(lists.interpolated.size());
      lists.interpolated.push_back(token.range);
      break;
    case TokenKind::FStringEnd:
    case TokenKind::TStringEnd:
      if (open.empty()) break;
      lists.interpolated[open.back()].end = token.range.end;
      open.pop_back();
      break;
    case TokenKind::String:
    case TokenKind::FStringMiddle:
      if (token.string_flags.is_triple) lists.multiline_strings.push_back(token.range);
      break;
    default:
      break;
  }
}

// ---- comments ------------------------------------------------------------------

std::span<const TextRange> LineStructure::comments_in(TextRange range) const {
  const auto& all = lists().comments;
  const auto first = std::ranges::lower_bound(all, range.start, {}, &TextRange::start);
  const auto last = std::ranges::upper_bound(first, all.end(), range.end, {}, &TextRange::end);
  return {first, last};
}

bool LineStructure::intersects_comment(TextRange range) const {
  return any_touches(comments(), range);
}

bool LineStructure::has_comments(TextRange range) const {
  const bool has_leading = has_leading_content(range.start);
  const bool has_trailing = has_trailing_content(range.end);
  return intersects_comment({has_leading ? range.start : line_start(range.start),
                             has_trailing ? range.end : line_end(range.end)});
}

bool LineStructure::is_empty_comment(TextRange comment) const {
  return is_blank(comment.of(text_).substr(1));
}

std::vector<TextRange> LineStructure::block_comments() const {
  std::vector<TextRange> blocks;
  const auto add_block = [&](std::span<const TextRange> block) {
    const bool is_block = block.size() > 1 && !std::ranges::all_of(block, [&](TextRange comment) {
                            return is_empty_comment(comment);
                          });
    if (is_block) blocks.insert(blocks.end(), block.begin(), block.end());
  };
  const std::span<const TextRange> all = comments();
  std::size_t first = 0;  // Of the block that may end at i.
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint32_t start = line_start(all[i].start);
    const bool is_alone = is_own_line_comment(all[i]);
    const bool continues =
        is_alone && i > first &&
        all[i].start - start == all[first].start - line_start(all[first].start) &&
        !contains_line_break({std::min(full_line_end(all[i - 1].start), start), start});
    if (!continues) {
      add_block(all.subspan(first, i - first));
      first = is_alone ? i : i + 1;
    }
  }
  if (first < all.size()) add_block(all.subspan(first));
  return blocks;
}

// ---- strings -------------------------------------------------------------------

bool LineStructure::is_in_multiline_string(TextRange range) const {
  const TextRange* const found = first_ending_at(lists().multiline_strings, range.end);
  return found != nullptr && found->contains(range);
}

bool LineStructure::intersects_multiline_string(TextRange range) const {
  return any_touches(lists().multiline_strings, range);
}

bool LineStructure::intersects_interpolated_string(TextRange range) const {
  return std::ranges::any_of(interpolated_strings(), [&](TextRange string) {
    return string.start < range.end && range.start <= string.end;
  });
}

std::optional<TextRange> LineStructure::innermost_interpolated_string(std::uint32_t offset) const {
  const auto& strings = lists().interpolated;
  auto at = std::ranges::upper_bound(strings, offset, {}, &TextRange::start);
  while (at != strings.begin()) {
    if ((--at)->contains(offset)) return *at;
  }
  return std::nullopt;
}

std::optional<TextRange> LineStructure::outermost_interpolated_string(std::uint32_t offset) const {
  for (const TextRange& string : interpolated_strings()) {
    if (string.start > offset) break;
    if (string.contains(offset)) return string;
  }
  return std::nullopt;
}

// ---- continuations ---------------------------------------------------------------

bool LineStructure::is_continued_line(std::uint32_t offset) const {
  return std::ranges::binary_search(continued_lines(), line_start(offset));
}

// The backslash at the end of the line in front of `line_start`.
std::optional<std::uint32_t> LineStructure::continuation_before(std::uint32_t start) const {
  if (start == 0) return std::nullopt;
  const char last = text_[start - 1];
  if (last != '\n' && last != '\r') return std::nullopt;
  const std::uint32_t size = last == '\n' && start > 1 && text_[start - 2] == '\r' ? 2 : 1;
  const std::uint32_t end = start - size;
  if (!is_continued_line(end)) return std::nullopt;
  return end - 1;
}

std::optional<std::uint32_t> LineStructure::preceding_continuation(std::uint32_t offset) const {
  std::optional<std::uint32_t> first;
  for (;;) {
    const std::optional<std::string_view> blanks = indentation_at(offset);
    if (!blanks) return first;
    const auto before = continuation_before(offset - static_cast<std::uint32_t>(blanks->size()));
    if (!before) return first;
    first = before;
    offset = *before;
  }
}

bool LineStructure::is_preceded_by_statement(TextRange statement) const {
  return has_leading_content(statement.start) || preceding_continuation(statement.start);
}

const CodeStyle& LineStructure::style() const {
  if (!style_) style_ = detect_style(text_, tokens_);
  return *style_;
}

}  // namespace lint::parser
