#include "search/printer/line_writer.h"

#include <algorithm>

#include "search/printer/grapheme_prefix.h"

namespace search {

using common::regex::Span;

namespace {

bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

}  // namespace

LineWriter::LineWriter(const PrintConfig& config, const SearchConfig& search, OutputBuffer& out)
    : config_(config),
      ending_(LineEnding::of(search)),
      out_(out),
      colors_matches_(config.color && has_effect(config.colors.match)),
      has_highlight_(has_effect(config.colors.highlight)) {
  if (!config.color) return;
  match_open_ = config.colors.match.opening();
  highlight_open_ = config.colors.highlight.opening();
  reset_ = common::tty::kReset;
}

void LineWriter::write_match_text(std::string_view text) {
  out_.append_escape(match_open_);
  out_.append(text);
  out_.append_escape(reset_);
}

Span LineWriter::trimmed(std::string_view bytes, Span line) const {
  if (!config_.trim) return line;
  while (!line.empty() && is_blank(bytes[line.start]) && !ending_.contains(bytes[line.start])) {
    ++line.start;
  }
  return line;
}

void LineWriter::write_line(const PrintedLines& lines, std::string_view line) {
  line = trimmed(line, {0, line.size()}).of(line);
  if (is_too_long(line)) {
    std::size_t next_match = 0;
    write_too_long(lines, line, {0, line.size()}, lines.matches, next_match);
    return;
  }
  out_.append(line);
  if (!ending_.ends(line)) write_ending();
}

void LineWriter::write_colored_line(const PrintedLines& lines, std::string_view line,
                                    std::span<const Span> matches) {
  if (!colors_matches_) {
    write_line(lines, line);
    return;
  }
  const Span shown = trimmed(line, {0, line.size()});
  std::size_t next_match = 0;
  if (is_too_long(line)) {
    write_too_long(lines, line, shown, matches, next_match);
    return;
  }
  write_colored_part(lines.kind, line, shown, matches, next_match);
  write_ending();
}

void LineWriter::write_colored_part(LineKind kind, std::string_view bytes, Span line,
                                    std::span<const Span> matches, std::size_t& next_match) {
  line.end = line.start + ending_.strip(line.of(bytes)).size();
  if (matches.empty()) {
    out_.append(line.of(bytes));
    return;
  }
  const bool highlighted = is_highlighted(kind);
  const std::string& between = highlighted ? highlight_open_ : reset_;
  bool in_match = false;
  // Adjacent matches run into one: colours change only where they differ.
  const auto write = [&](std::size_t end, bool matched) {
    if (in_match != matched) out_.append_escape(matched ? match_open_ : between);
    in_match = matched;
    out_.append(Span{line.start, end}.of(bytes));
    out_.relieve();
    line.start = end;
  };
  if (highlighted) out_.append_escape(highlight_open_);
  while (!line.empty()) {
    while (next_match + 1 < matches.size() && matches[next_match].end <= line.start) ++next_match;
    const Span match = matches[next_match];
    if (match.end <= line.start) {
      write(line.end, false);
    } else if (line.start < match.start) {
      write(std::min(line.end, match.start), false);
    } else {
      write(std::min(line.end, match.end), true);
    }
  }
  if (in_match) out_.append_escape(between);
  if (highlighted) out_.append_escape(reset_);
}

void LineWriter::write_preview(const PrintedLines& lines, std::string_view bytes, Span line,
                               std::span<const Span> matches, std::size_t& next_match) {
  const std::size_t end =
      line.start + grapheme_prefix(line.of(bytes), config_.max_columns.value_or(0));
  write_colored_part(lines.kind, bytes, {line.start, end}, matches, next_match);
  if (matches.empty()) {
    out_.append(" [... omitted end of long line]");
    return;
  }
  const auto hidden = std::ranges::count_if(
      matches, [&](Span match) { return match.start >= end && match.start < line.end; });
  out_.append(" [... ");
  out_.append_number(static_cast<std::uint64_t>(hidden));
  out_.append(hidden == 1 ? " more match]" : " more matches]");
}

void LineWriter::write_too_long(const PrintedLines& lines, std::string_view bytes, Span line,
                                std::span<const Span> matches, std::size_t& next_match) {
  if (config_.max_columns_preview) {
    write_preview(lines, bytes, line, matches, next_match);
  } else if (lines.original_match_count != 0 && !config_.only_matching) {
    out_.append("[Omitted long line with ");
    out_.append_number(lines.original_match_count);
    out_.append(" matches]");
  } else if (lines.kind == LineKind::Context) {
    out_.append("[Omitted long context line]");
  } else {
    out_.append("[Omitted long matching line]");
  }
  write_ending();
}

}  // namespace search
