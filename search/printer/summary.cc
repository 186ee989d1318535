#include "search/printer/summary.h"

#include <algorithm>

namespace search {

SummaryPrinter::SummaryPrinter(const PrintConfig& config, const SearchConfig& search,
                               const common::regex::Matcher& matcher, OutputBuffer& out)
    : config_(config),
      out_(out),
      finder_(matcher, search),
      path_(config_),
      ending_(LineEnding::of(search)) {}

void SummaryPrinter::start(std::string_view path, BinaryRule binary) {
  path_.start(config_.with_path || is_list() ? path : std::string_view());
  binary_ = binary;
}

bool SummaryPrinter::begin() {
  match_count_ = 0;
  single_matches_ = 0;
  matched_lines_ = 0;
  failure_.clear();
  if (config_.stats) started_ = std::chrono::steady_clock::now();
  return true;
}

bool SummaryPrinter::matched(const SinkMatch& match) {
  if (!counts_matches() && !finder_.multi_line()) {
    ++match_count_;
    return !first_match_decides();
  }
  const std::size_t start = match.start_in_buffer;
  std::uint64_t count = 0;
  if (!finder_.count(match.buffer, {start, start + match.bytes.size()}, count)) {
    failure_ = finder_.scratch().error;
    return false;
  }
  // The engine saw a match; look-around can keep it from being found again.
  count = std::max<std::uint64_t>(count, 1);
  match_count_ += finder_.multi_line() ? count : 1;
  if (!counts_matches()) return !first_match_decides();
  single_matches_ += count;
  matched_lines_ += count_lines(match.bytes, ending_);
  return true;
}

void SummaryPrinter::count_stats(const SinkFinish& finish) {
  const auto elapsed = std::chrono::steady_clock::now() - started_;
  stats_.elapsed_nanoseconds += static_cast<std::uint64_t>(elapsed / std::chrono::nanoseconds(1));
  ++stats_.searches;
  if (match_count_ > 0) ++stats_.searches_with_match;
  stats_.bytes_searched += finish.byte_count;
  stats_.matches += single_matches_;
  stats_.matched_lines += matched_lines_;
}

void SummaryPrinter::finish(const SinkFinish& finish) {
  if (config_.stats) count_stats(finish);
  // A file found by walking that turns out to be binary was no file to search:
  // no count of it would be right, and it is not listed as lacking a match.
  if (finish.binary_offset && binary_ == BinaryRule::Quit) {
    match_count_ = 0;
    return;
  }
  const bool is_shown = match_count_ > 0 || config_.include_zero;
  switch (config_.mode) {
    case PrintMode::Count:
      if (is_shown) write_count(match_count_);
      break;
    case PrintMode::CountMatches:
      if (is_shown) write_count(single_matches_);
      break;
    case PrintMode::FilesWithMatches:
    case PrintMode::FilesWithoutMatch:
      if (has_match()) write_path_line();
      break;
    case PrintMode::Quiet:
    case PrintMode::QuietWithoutMatch:
    case PrintMode::Standard:
    case PrintMode::Json:
      break;
  }
  out_.end_record();
}

void SummaryPrinter::write_count(std::uint64_t count) {
  if (path_.shown()) {
    path_.write(out_);
    out_.append(config_.path_nul ? '\0' : ':');
  }
  out_.append_number(count);
  out_.append(ending_.bytes());
}

void SummaryPrinter::write_path_line() {
  if (!path_.shown()) return;
  path_.write(out_);
  if (config_.path_nul) {
    out_.append('\0');
  } else {
    out_.append(ending_.bytes());
  }
}

}  // namespace search
