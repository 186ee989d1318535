#include "lint/imports/organizer.h"

#include <algorithm>

#include "common/text/lines.h"
#include "lint/imports/formatting.h"
#include "lint/imports/sorting.h"

namespace lint::imports {

namespace {

// The comments above sections, as they are written.
std::vector<std::string> headings_of(const config::Isort& settings) {
  std::vector<std::string> headings;
  for (const auto& [section, heading] : settings.import_heading) headings.push_back("# " + heading);
  return headings;
}

// Behind the blank lines that follow the line of `offset`.
std::uint32_t blank_lines_end(std::string_view text, std::uint32_t offset) {
  std::uint32_t end = common::full_line_end(text, offset);
  while (end < text.size()) {
    const std::uint32_t line_end = common::line_end(text, end);
    if (!common::trim_blanks(text.substr(end, line_end - end)).empty()) break;
    end = common::skip_line_end(text, line_end);
  }
  return end;
}

// Line ends and what lines start with do not matter.
bool are_equal_but_for_indentation(std::string_view left, std::string_view right) {
  while (!left.empty() && !right.empty()) {
    const std::string_view left_line = common::trim_blanks_start(common::take_line(left));
    const std::string_view right_line = common::trim_blanks_start(common::take_line(right));
    if (left_line != right_line) return false;
  }
  return left.empty() && right.empty();
}

// Blank lines stay blank.
std::string indented(std::string_view text, std::string_view indentation) {
  if (indentation.empty()) return std::string(text);
  std::string result;
  while (!text.empty()) {
    std::string_view rest = text;
    if (!common::trim_blanks(common::take_line(rest)).empty()) result += indentation;
    result += text.substr(0, text.size() - rest.size());
    text = rest;
  }
  return result;
}

bool has_only_comment(std::string_view rest_of_line) {
  const std::string_view rest = common::trim_blanks_start(rest_of_line);
  return rest.empty() || rest.front() == '#';
}

}  // namespace

Organizer::Organizer(const OrganizerInput& input)
    : input_(input),
      text_(input.parsed.text()),
      headings_(headings_of(input.settings.isort)),
      categorizer_(input.settings, input.target_version, input.package_root),
      normalizer_(input.settings.isort, text_, headings_) {}

std::optional<UnsortedBlock> Organizer::check(const ImportBlock& block) {
  const TextRange range = block.range();
  if (shares_lines(block)) return UnsortedBlock{range, std::nullopt};
  const std::uint32_t line_start = common::line_start(text_, range.start);
  const std::string_view indentation = TextRange{line_start, range.start}.of(text_);
  const TextRange source = {headings_start(line_start),
                            block.trailer == Trailer::None ? common::full_line_end(text_, range.end)
                                                           : blank_lines_end(text_, range.end)};
  write(block, source, indentation);
  if (are_equal_but_for_indentation(source.of(text_), expected_)) return std::nullopt;
  return UnsortedBlock{range, Edit{source, indented(expected_, indentation)}};
}

void Organizer::write(const ImportBlock& block, TextRange source, std::string_view indentation) {
  const std::uint32_t comments_end = common::full_line_end(text_, block.range().end);
  CommentCursor comments(input_.parsed, {source.start, comments_end});
  normalizer_.run(block.imports, comments, set_);
  sort_imports(set_, input_.settings.isort, categorizer_);
  const FormatOptions options = {.settings = input_.settings.isort,
                                 .line_length = input_.settings.line_length,
                                 .tab_size = input_.settings.indent_width,
                                 .line_end = input_.line_end,
                                 .indent = input_.indent,
                                 .is_stub = input_.is_stub};
  expected_.clear();
  format_imports(set_, options, block.trailer, indentation, expected_);
}

// Does another statement stand on the first or the last line of the block?
bool Organizer::shares_lines(const ImportBlock& block) const {
  const TextRange range = block.range();
  const std::uint32_t line_start = common::line_start(text_, range.start);
  const std::string_view before = TextRange{line_start, range.start}.of(text_);
  const std::string_view behind =
      text_.substr(range.end, common::line_end(text_, range.end) - range.end);
  return !common::trim_blanks(before).empty() || !has_only_comment(behind) ||
         follows_continuation(range.start);
}

// Does the line of the statement at `offset` continue the line above it?  Then no
// token ends where it starts.
bool Organizer::follows_continuation(std::uint32_t offset) const {
  using parser::TokenKind;
  const std::span<const parser::Token> tokens = input_.parsed.tokens();
  auto token = std::ranges::lower_bound(tokens, offset, {},
                                        [](const parser::Token& t) { return t.range.start; });
  while (token != tokens.begin()) {
    --token;
    if (token->kind == TokenKind::Indent || token->kind == TokenKind::Dedent) continue;
    return token->range.end < common::line_start(text_, offset);
  }
  return common::line_start(text_, 0) < common::line_start(text_, offset);
}

// The start of the headings that stand directly above the block.
std::uint32_t Organizer::headings_start(std::uint32_t block_start) const {
  std::uint32_t start = block_start;
  while (!headings_.empty()) {
    const std::uint32_t end = common::line_end_before(text_, start);
    if (end == start) break;
    const std::uint32_t above = common::line_start(text_, end);
    const std::string_view line = common::trim_blanks_start(text_.substr(above, end - above));
    if (std::ranges::find(headings_, line) == headings_.end()) break;
    start = above;
  }
  return start;
}

}  // namespace lint::imports
