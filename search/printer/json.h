// --json: one object per line, in the schema and byte for byte as ripgrep.
//
// "begin" and "end" frame the haystacks that have a match or context; "match"
// and "context" carry lines with the places of the matches in them; "summary"
// ends the run.  Bytes that are not UTF-8 travel as base64.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/json/writer.h"
#include "search/printer/line_ending.h"
#include "search/printer/match_finder.h"
#include "search/printer/printer.h"
#include "search/printer/replacer.h"

namespace search {

class JsonPrinter final : public Printer {
 public:
  JsonPrinter(const PrintConfig& config, const SearchConfig& search,
              const common::regex::Matcher& matcher, OutputBuffer& out);

  void start(std::string_view path, BinaryRule binary) override;
  bool has_match() const override { return match_count_ > 0; }
  std::string_view failure() const override { return failure_; }
  const Stats& stats() const override { return total_; }
  std::string_view file_separator() const override { return {}; }

  bool begin() override;
  bool matched(const SinkMatch& match) override;
  bool context(const SinkContext& context) override;
  bool context_break() override { return true; }
  bool binary_data(std::uint64_t) override { return true; }
  void finish(const SinkFinish& finish) override;

 private:
  // The lines of one "match" or "context" message.
  struct Lines {
    std::string_view bytes;
    std::optional<std::uint64_t> line_number;
    std::uint64_t absolute_offset = 0;
  };

  bool locate(std::string_view buffer, common::regex::Span lines);
  void write_begin();
  void write_lines(std::string_view type, const Lines& lines);
  // Opens a message of `type` up to its path.
  common::json::Writer open_message(std::string_view type);
  void pass_on();
  void close_message(common::json::Writer& json);

  OutputBuffer& out_;
  MatchFinder finder_;
  std::optional<Replacer> replacer_;
  LineEnding ending_;
  const bool invert_;
  std::string message_;  // Reused.

  // The haystack at hand.
  std::string path_json_;  // The path as a value.
  std::vector<common::regex::Span> matches_;
  std::uint64_t match_count_ = 0;
  std::uint64_t bytes_at_start_ = 0;
  bool has_begun_ = false;
  std::string failure_;
  std::chrono::steady_clock::time_point started_;
  Stats stats_;

  Stats total_;
};

}  // namespace search
