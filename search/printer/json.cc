#include "search/printer/json.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/scan/scan.h"

namespace search {

using common::json::Writer;
using common::regex::Span;

namespace {

constexpr std::uint64_t kNanosPerSecond = 1'000'000'000;

// {"text":...} if the bytes are UTF-8, else {"bytes":...}.
void write_data(Writer& json, std::string_view bytes) {
  json.begin_object();
  if (common::scan::is_valid_utf8(bytes)) {
    json.key("text").string(bytes);
  } else {
    json.key("bytes").base64(bytes);
  }
  json.end_object();
}

void write_optional(Writer& json, std::optional<std::uint64_t> number) {
  number ? json.number(*number) : json.null();
}

std::string readable_duration(std::uint64_t nanoseconds) {
  return fmt::format("{:.6f}s", in_seconds(nanoseconds));
}

void write_duration(Writer& json, std::uint64_t nanoseconds) {
  json.begin_object();
  json.key("secs").number(nanoseconds / kNanosPerSecond);
  json.key("nanos").number(nanoseconds % kNanosPerSecond);
  json.key("human").string(readable_duration(nanoseconds));
  json.end_object();
}

void write_stats(Writer& json, const Stats& stats) {
  json.begin_object();
  json.key("elapsed");
  write_duration(json, stats.elapsed_nanoseconds);
  json.key("searches").number(stats.searches);
  json.key("searches_with_match").number(stats.searches_with_match);
  json.key("bytes_searched").number(stats.bytes_searched);
  json.key("bytes_printed").number(stats.bytes_printed);
  json.key("matched_lines").number(stats.matched_lines);
  json.key("matches").number(stats.matches);
  json.end_object();
}

// The summary has its keys in alphabetical order, at every level.
void write_sorted_duration(Writer& json, std::uint64_t nanoseconds) {
  json.begin_object();
  json.key("human").string(readable_duration(nanoseconds));
  json.key("nanos").number(nanoseconds % kNanosPerSecond);
  json.key("secs").number(nanoseconds / kNanosPerSecond);
  json.end_object();
}

void write_sorted_stats(Writer& json, const Stats& stats) {
  json.begin_object();
  json.key("bytes_printed").number(stats.bytes_printed);
  json.key("bytes_searched").number(stats.bytes_searched);
  json.key("elapsed");
  write_sorted_duration(json, stats.elapsed_nanoseconds);
  json.key("matched_lines").number(stats.matched_lines);
  json.key("matches").number(stats.matches);
  json.key("searches").number(stats.searches);
  json.key("searches_with_match").number(stats.searches_with_match);
  json.end_object();
}

// In multi-line mode a match found again may end behind the lines reported.
Span clamped(Span span, std::string_view bytes) {
  return {std::min(span.start, bytes.size()), std::min(span.end, bytes.size())};
}

}  // namespace

JsonPrinter::JsonPrinter(const PrintConfig& config, const SearchConfig& search,
                         const common::regex::Matcher& matcher, OutputBuffer& out)
    : out_(out), finder_(matcher, search), ending_(LineEnding::of(search)), invert_(search.invert) {
  if (config.replacement) replacer_.emplace(*config.replacement, finder_);
}

void JsonPrinter::start(std::string_view path, BinaryRule) {
  path_json_.clear();
  Writer json(path_json_);
  if (path.empty()) {
    json.null();
  } else {
    write_data(json, path);
  }
}

bool JsonPrinter::begin() {
  match_count_ = 0;
  bytes_at_start_ = out_.total_bytes();
  has_begun_ = false;
  failure_.clear();
  stats_ = {};
  started_ = std::chrono::steady_clock::now();
  return true;
}

Writer JsonPrinter::open_message(std::string_view type) {
  message_.clear();
  Writer json(message_);
  json.begin_object().key("type").string(type).key("data").begin_object();
  json.key("path").raw(path_json_);
  return json;
}

// Lets go of what there is of a message; more may follow.
void JsonPrinter::pass_on() {
  out_.append(message_);
  message_.clear();
  out_.relieve();
}

void JsonPrinter::close_message(Writer& json) {
  json.end_object().end_object();
  message_ += '\n';
  pass_on();
  out_.end_record();
}

void JsonPrinter::write_begin() {
  if (has_begun_) return;
  has_begun_ = true;
  Writer json = open_message("begin");
  close_message(json);
}

bool JsonPrinter::locate(std::string_view buffer, Span lines) {
  if (finder_.find(buffer, lines, matches_) && (!replacer_ || replacer_->replace(buffer, lines))) {
    return true;
  }
  failure_ = finder_.scratch().error;
  return false;
}

bool JsonPrinter::matched(const SinkMatch& match) {
  ++match_count_;
  write_begin();
  const std::size_t start = match.start_in_buffer;
  if (!locate(match.buffer, {start, start + match.bytes.size()})) return false;
  stats_.matches += matches_.size();
  stats_.matched_lines += count_lines(match.bytes, ending_);
  write_lines("match", {match.bytes, match.line_number, match.absolute_offset});
  return true;
}

bool JsonPrinter::context(const SinkContext& context) {
  write_begin();
  matches_.clear();
  // Without -v, a line of context has no matches.
  if (invert_ && !locate(context.bytes, {0, context.bytes.size()})) return false;
  write_lines("context", {context.bytes, context.line_number, context.absolute_offset});
  return true;
}

void JsonPrinter::write_lines(std::string_view type, const Lines& lines) {
  Writer json = open_message(type);
  json.key("lines");
  write_data(json, lines.bytes);
  json.key("line_number");
  write_optional(json, lines.line_number);
  json.key("absolute_offset").number(lines.absolute_offset);
  json.key("submatches").begin_array();
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const Span match = clamped(matches_[i], lines.bytes);
    json.begin_object().key("match");
    write_data(json, match.of(lines.bytes));
    if (replacer_ && i < replacer_->matches().size()) {
      json.key("replacement");
      write_data(json, replacer_->matches()[i].of(replacer_->text()));
    }
    json.key("start").number(match.start).key("end").number(match.end);
    json.end_object();
    if (message_.size() >= OutputBuffer::kFlushBytes) pass_on();
  }
  json.end_array();
  close_message(json);
}

void JsonPrinter::finish(const SinkFinish& finish) {
  const auto elapsed = std::chrono::steady_clock::now() - started_;
  stats_.elapsed_nanoseconds = static_cast<std::uint64_t>(elapsed / std::chrono::nanoseconds(1));
  stats_.searches = 1;
  stats_.searches_with_match = match_count_ > 0 ? 1 : 0;
  stats_.bytes_searched = finish.byte_count;
  stats_.bytes_printed = out_.total_bytes() - bytes_at_start_;
  total_ += stats_;
  if (!has_begun_) return;
  Writer json = open_message("end");
  json.key("binary_offset");
  write_optional(json, finish.binary_offset);
  json.key("stats");
  write_stats(json, stats_);
  close_message(json);
}

void print_json_summary(const Stats& total, std::uint64_t elapsed_nanoseconds, OutputBuffer& out) {
  std::string message;
  Writer json(message);
  json.begin_object().key("data").begin_object().key("elapsed_total");
  write_sorted_duration(json, elapsed_nanoseconds);
  json.key("stats");
  write_sorted_stats(json, total);
  json.end_object().key("type").string("summary").end_object();
  message += '\n';
  out.append(message);
  out.end_record();
}

}  // namespace search
