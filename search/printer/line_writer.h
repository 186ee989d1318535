// The text of a line behind its prelude: trimmed, coloured, cut short.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/regex/matcher.h"
#include "search/printer/line_ending.h"
#include "search/printer/output_buffer.h"
#include "search/printer/prelude.h"
#include "search/printer/printer.h"

namespace search {

// What the engine reported, with replacements made and matches located.
struct PrintedLines {
  std::string_view bytes;
  std::uint64_t absolute_offset = 0;
  std::optional<std::uint64_t> line_number;
  LineKind kind = LineKind::Match;
  std::span<const common::regex::Span> matches;  // In `bytes`; empty if not located.
  std::size_t original_match_count = 0;          // Before replacement.
};

class LineWriter {
 public:
  // Both outlive the writer.
  LineWriter(const PrintConfig& config, const SearchConfig& search, OutputBuffer& out);

  const LineEnding& ending() const { return ending_; }
  void write_ending() { out_.append(ending_.bytes()); }
  // `text` as the colour of matches wants it.
  void write_match_text(std::string_view text);
  // A whole line, ended if it is not.
  void write_line(const PrintedLines& lines, std::string_view line);
  // The same, with `matches` (positions in `line`) coloured.
  void write_colored_line(const PrintedLines& lines, std::string_view line,
                          std::span<const common::regex::Span> matches);
  // The part `line` of `bytes` without its ending.  `next_match`: the first of
  // `matches` that may touch it; moved on, for the line after.
  void write_colored_part(LineKind kind, std::string_view bytes, common::regex::Span line,
                          std::span<const common::regex::Span> matches, std::size_t& next_match);
  bool is_too_long(std::string_view line) const {
    return config_.max_columns && line.size() > *config_.max_columns;
  }
  // What stands for a line that is too long, ended.
  void write_too_long(const PrintedLines& lines, std::string_view bytes, common::regex::Span line,
                      std::span<const common::regex::Span> matches, std::size_t& next_match);
  // Without the leading blanks, if they are to be trimmed.
  common::regex::Span trimmed(std::string_view bytes, common::regex::Span line) const;

 private:
  bool is_highlighted(LineKind kind) const { return has_highlight_ && kind == LineKind::Match; }
  void write_preview(const PrintedLines& lines, std::string_view bytes, common::regex::Span line,
                     std::span<const common::regex::Span> matches, std::size_t& next_match);

  const PrintConfig& config_;
  LineEnding ending_;
  OutputBuffer& out_;
  bool colors_matches_;
  bool has_highlight_;
  std::string match_open_;
  std::string highlight_open_;
  std::string reset_;
};

}  // namespace search
