// One line per haystack, or none: -c, --count-matches, -l,
// --files-without-match, -q.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "search/printer/line_ending.h"
#include "search/printer/match_finder.h"
#include "search/printer/path_writer.h"
#include "search/printer/printer.h"

namespace search {

class SummaryPrinter final : public Printer {
 public:
  SummaryPrinter(const PrintConfig& config, const SearchConfig& search,
                 const common::regex::Matcher& matcher, OutputBuffer& out);

  void start(std::string_view path, BinaryRule binary) override;
  bool has_match() const override { return wants_no_match() == (match_count_ == 0); }
  std::string_view failure() const override { return failure_; }
  const Stats& stats() const override { return stats_; }
  std::string_view file_separator() const override { return {}; }

  bool begin() override;
  bool matched(const SinkMatch& match) override;
  bool context(const SinkContext&) override { return true; }
  bool context_break() override { return true; }
  bool binary_data(std::uint64_t) override { return true; }
  void finish(const SinkFinish& finish) override;

 private:
  bool is_list() const {
    return config_.mode == PrintMode::FilesWithMatches ||
           config_.mode == PrintMode::FilesWithoutMatch;
  }
  bool wants_no_match() const {
    return config_.mode == PrintMode::FilesWithoutMatch ||
           config_.mode == PrintMode::QuietWithoutMatch;
  }
  // Whether one match settles what is printed.
  bool first_match_decides() const {
    return config_.mode == PrintMode::FilesWithMatches || config_.mode == PrintMode::Quiet;
  }
  bool counts_matches() const { return config_.stats || config_.mode == PrintMode::CountMatches; }
  void count_stats(const SinkFinish& finish);
  void write_count(std::uint64_t count);
  void write_path_line();

  const PrintConfig config_;
  OutputBuffer& out_;
  MatchFinder finder_;
  PathWriter path_;
  LineEnding ending_;

  // The haystack at hand.
  BinaryRule binary_ = BinaryRule::None;
  std::uint64_t match_count_ = 0;     // As -c counts.
  std::uint64_t single_matches_ = 0;  // As --count-matches counts.
  std::uint64_t matched_lines_ = 0;
  std::string failure_;
  std::chrono::steady_clock::time_point started_;

  Stats stats_;
};

}  // namespace search
