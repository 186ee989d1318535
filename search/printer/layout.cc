#include "search/printer/layout.h"

#include <algorithm>

namespace search {

using common::regex::Span;

namespace {

// Calls `visit(line, index)` for the lines of `bytes` until it returns false.
template <typename Visit>
void for_each_line(std::string_view bytes, const LineEnding& ending, Visit visit) {
  std::size_t start = 0;
  for (std::uint64_t index = 0; start < bytes.size(); ++index) {
    const std::size_t end = start + ending.line_size(bytes.substr(start));
    if (!visit(Span{start, end}, index)) return;
    start = end;
  }
}

}  // namespace

Layout::Layout(const PrintConfig& config, bool multi_line, Prelude& prelude, LineWriter& writer,
               OutputBuffer& out)
    : config_(config), multi_line_(multi_line), prelude_(prelude), writer_(writer), out_(out) {}

void Layout::print(const PrintedLines& lines) {
  const bool is_block = multi_line_ && lines.kind == LineKind::Match;
  if (lines.matches.empty()) {
    is_block ? print_block(lines) : print_line(lines);
  } else {
    is_block ? print_matched_block(lines) : print_matched_line(lines);
  }
}

void Layout::write_prelude(const PrintedLines& lines, std::size_t offset, std::uint64_t line_index,
                           std::optional<std::uint64_t> column) {
  LinePlace place;
  place.absolute_offset = lines.absolute_offset + offset;
  if (lines.line_number) place.line_number = *lines.line_number + line_index;
  place.column = column;
  prelude_.write(out_, lines.kind, place);
}

void Layout::print_line(const PrintedLines& lines) {
  write_prelude(lines, 0, 0, std::nullopt);
  writer_.write_line(lines, lines.bytes);
}

void Layout::print_matched_line(const PrintedLines& lines) {
  if (!config_.only_matching && !config_.per_match) {
    write_prelude(lines, 0, 0, lines.matches[0].start + 1);
    writer_.write_colored_line(lines, lines.bytes, lines.matches);
    return;
  }
  for (const Span match : lines.matches) {
    if (out_.is_closed()) return;
    write_prelude(lines, match.start, 0, match.start + 1);
    if (config_.only_matching) {
      const Span whole[] = {{0, match.size()}};
      writer_.write_colored_line(lines, match.of(lines.bytes), whole);
    } else {
      writer_.write_colored_line(lines, lines.bytes, {&match, 1});
    }
    out_.end_record();
  }
}

void Layout::print_block(const PrintedLines& lines) {
  for_each_line(lines.bytes, writer_.ending(), [&](Span line, std::uint64_t index) {
    write_prelude(lines, line.start, index, std::nullopt);
    writer_.write_line(lines, line.of(lines.bytes));
    return true;
  });
}

void Layout::print_matched_block(const PrintedLines& lines) {
  if (config_.only_matching) return print_block_matches_only(lines);
  if (config_.per_match) return print_block_per_match(lines);
  std::size_t next_match = 0;
  for_each_line(lines.bytes, writer_.ending(), [&](Span line, std::uint64_t index) {
    write_prelude(lines, line.start, index, lines.matches[0].start + 1);
    line = writer_.trimmed(lines.bytes, line);
    if (writer_.is_too_long(line.of(lines.bytes))) {
      writer_.write_too_long(lines, lines.bytes, line, lines.matches, next_match);
    } else {
      writer_.write_colored_part(lines.kind, lines.bytes, line, lines.matches, next_match);
      writer_.write_ending();
    }
    return true;
  });
}

void Layout::print_block_matches_only(const PrintedLines& lines) {
  std::size_t next_match = 0;
  for_each_line(lines.bytes, writer_.ending(), [&](Span line, std::uint64_t index) {
    line.end = line.start + writer_.ending().strip(line.of(lines.bytes)).size();
    print_matches_in(lines, writer_.trimmed(lines.bytes, line), index, next_match);
    return true;
  });
}

void Layout::print_matches_in(const PrintedLines& lines, Span line, std::uint64_t index,
                              std::size_t& next_match) {
  while (!line.empty()) {
    const Span match = lines.matches[next_match];
    if (match.end <= line.start) {
      if (next_match + 1 == lines.matches.size()) return;
      ++next_match;
      continue;
    }
    if (line.start < match.start) {
      line.start = std::min(line.end, match.start);
      continue;
    }
    const Span shown = {line.start, std::min(line.end, match.end)};
    write_prelude(lines, match.start, index, match.start + 1);
    line.start = shown.end;
    if (writer_.is_too_long(shown.of(lines.bytes))) {
      writer_.write_too_long(lines, lines.bytes, shown, lines.matches, next_match);
    } else {
      writer_.write_match_text(shown.of(lines.bytes));
      writer_.write_ending();
    }
    out_.end_record();
  }
}

void Layout::print_block_per_match(const PrintedLines& lines) {
  for (const Span match : lines.matches) {
    if (out_.is_closed()) return;
    for_each_line(lines.bytes, writer_.ending(), [&](Span line, std::uint64_t index) {
      if (line.start >= match.end) return false;
      if (line.end <= match.start) return true;
      const std::size_t column = match.start > line.start ? match.start - line.start : 0;
      write_prelude(lines, line.start, index, column + 1);
      const bool is_whole = print_one_match_in(lines, line, match);
      out_.end_record();
      // As in ripgrep, a line left out does not count as the one line.
      return !is_whole || !config_.per_match_one_line;
    });
  }
}

bool Layout::print_one_match_in(const PrintedLines& lines, Span line, Span match) {
  line.end = line.start + writer_.ending().strip(line.of(lines.bytes)).size();
  line = writer_.trimmed(lines.bytes, line);
  if (writer_.is_too_long(line.of(lines.bytes))) {
    std::size_t next_match = 0;
    writer_.write_too_long(lines, lines.bytes, line, {&match, 1}, next_match);
    return false;
  }
  const std::size_t start = std::clamp(match.start, line.start, line.end);
  const std::size_t end = std::clamp(match.end, start, line.end);
  out_.append(Span{line.start, start}.of(lines.bytes));
  if (start < end) writer_.write_match_text(Span{start, end}.of(lines.bytes));
  out_.append(Span{end, line.end}.of(lines.bytes));
  writer_.write_ending();
  return true;
}

}  // namespace search
