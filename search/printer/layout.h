// Which lines of output reported lines become: one each, one per match
// (--vimgrep), the matches alone (-o), and all of it for matches over lines.
#pragma once

#include <optional>
#include <string_view>

#include "search/printer/line_writer.h"
#include "search/printer/output_buffer.h"
#include "search/printer/prelude.h"
#include "search/printer/printer.h"

namespace search {

class Layout {
 public:
  // All outlive the layout.  `multi_line`: matches may span lines.
  Layout(const PrintConfig& config, bool multi_line, Prelude& prelude, LineWriter& writer,
         OutputBuffer& out);

  void print(const PrintedLines& lines);

 private:
  // One line whose matches are not known, and one whose matches are.
  void print_line(const PrintedLines& lines);
  void print_matched_line(const PrintedLines& lines);
  // The lines of a match over lines, likewise.
  void print_block(const PrintedLines& lines);
  void print_matched_block(const PrintedLines& lines);
  void print_block_matches_only(const PrintedLines& lines);
  // The matches in `line`, which is the `index`th of the block.
  void print_matches_in(const PrintedLines& lines, common::regex::Span line, std::uint64_t index,
                        std::size_t& next_match);
  void print_block_per_match(const PrintedLines& lines);
  // False: the line was too long.
  bool print_one_match_in(const PrintedLines& lines, common::regex::Span line,
                          common::regex::Span match);

  void write_prelude(const PrintedLines& lines, std::size_t offset, std::uint64_t line_index,
                     std::optional<std::uint64_t> column);

  const PrintConfig& config_;
  bool multi_line_;
  Prelude& prelude_;
  LineWriter& writer_;
  OutputBuffer& out_;
};

}  // namespace search
