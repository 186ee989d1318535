// The grep-like output: lines with their path, number and colours.
//
// Two ways lead to the output.  Plain lines, by far the most, are a few copies
// into space reserved once.  All others (colours, columns, -o, -r, --vimgrep,
// -M, links, matches over lines) go through Layout.  Matches are located in the
// reported lines only if the output depends on them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/printer/layout.h"
#include "search/printer/match_finder.h"
#include "search/printer/printer.h"
#include "search/printer/replacer.h"

namespace search {

class StandardPrinter final : public Printer {
 public:
  StandardPrinter(const PrintConfig& config, const SearchConfig& search,
                  const common::regex::Matcher& matcher, OutputBuffer& out);

  void start(std::string_view path, BinaryRule binary) override;
  bool has_match() const override { return match_count_ > 0; }
  std::string_view failure() const override { return failure_; }
  const Stats& stats() const override { return stats_; }
  std::string_view file_separator() const override { return file_separator_; }
  std::size_t separator_size() const override { return separator_size_; }

  bool begin() override;
  bool matched(const SinkMatch& match) override;
  bool context(const SinkContext& context) override;
  bool context_break() override;
  bool binary_data(std::uint64_t offset) override;
  void finish(const SinkFinish& finish) override;

 private:
  bool needs_matches() const;
  // Finds matches, and replaces them under -r.  False: the matcher gave up.
  bool locate(std::string_view buffer, common::regex::Span lines);
  // Of the lines at hand, as they are printed.
  const std::vector<common::regex::Span>& matches() const {
    return replacer_ ? replacer_->matches() : matches_;
  }
  bool give_up();
  // After a NUL under BinaryRule::Convert, one line on binary matches is enough.
  bool is_done() const { return binary_ == BinaryRule::Convert && binary_offset_.has_value(); }
  void print(PrintedLines lines);
  void print_plain(LineKind kind, std::string_view line, const LinePlace& place);
  // Separator and heading, before the first output of a haystack.
  void write_opening();
  void write_separator();
  void write_binary_message(std::uint64_t offset);

  const PrintConfig config_;
  const SearchConfig search_;
  OutputBuffer& out_;
  MatchFinder finder_;
  std::optional<Replacer> replacer_;
  PathWriter path_;
  Prelude prelude_;
  LineWriter writer_;
  Layout layout_;
  std::string file_separator_;
  const bool needs_matches_;
  // Lines are printed as they are, whatever the matches in them.
  const bool prints_lines_as_they_are_;

  // The haystack at hand.
  BinaryRule binary_ = BinaryRule::None;
  std::vector<common::regex::Span> matches_;  // Without replacer_.
  std::uint64_t match_count_ = 0;
  std::uint64_t bytes_at_start_ = 0;
  std::uint64_t counted_at_start_ = 0;  // Without escapes.
  std::optional<std::uint64_t> binary_offset_;
  std::string failure_;
  std::size_t separator_size_ = 0;
  std::chrono::steady_clock::time_point started_;

  Stats stats_;
};

}  // namespace search
