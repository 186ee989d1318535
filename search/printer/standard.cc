#include "search/printer/standard.h"

#include <cstring>

namespace search {

using common::regex::Span;

StandardPrinter::StandardPrinter(const PrintConfig& config, const SearchConfig& search,
                                 const common::regex::Matcher& matcher, OutputBuffer& out)
    : config_(config),
      search_(search),
      out_(out),
      finder_(matcher, search),
      path_(config_),
      prelude_(config_, path_),
      writer_(config_, search, out),
      layout_(config_, finder_.multi_line(), prelude_, writer_, out),
      needs_matches_(needs_matches()),
      prints_lines_as_they_are_(!needs_matches_ && !finder_.multi_line() && !config_.trim &&
                                !config_.max_columns) {
  if (config_.replacement) replacer_.emplace(*config_.replacement, finder_);
  const bool has_contexts = search_.before_context > 0 || search_.after_context > 0;
  if (config_.heading) {
    file_separator_ = '\n';
  } else if (has_contexts && !search_.passthru && config_.context_separator) {
    file_separator_ = *config_.context_separator;
    file_separator_ += '\n';
  }
}

bool StandardPrinter::needs_matches() const {
  return (config_.color && has_effect(config_.colors.match)) || config_.column ||
         config_.replacement || config_.per_match || config_.only_matching || config_.stats;
}

void StandardPrinter::start(std::string_view path, BinaryRule binary) {
  path_.start(config_.with_path ? path : std::string_view());
  prelude_.start();
  binary_ = binary;
}

bool StandardPrinter::begin() {
  match_count_ = 0;
  bytes_at_start_ = out_.total_bytes();
  counted_at_start_ = out_.counted_bytes();
  binary_offset_.reset();
  failure_.clear();
  separator_size_ = 0;
  if (config_.stats) started_ = std::chrono::steady_clock::now();
  return true;
}

bool StandardPrinter::give_up() {
  failure_ = finder_.scratch().error;
  return false;
}

bool StandardPrinter::locate(std::string_view buffer, Span lines) {
  const bool is_located =
      replacer_ ? replacer_->replace(buffer, lines) : finder_.find(buffer, lines, matches_);
  return is_located || give_up();
}

bool StandardPrinter::matched(const SinkMatch& match) {
  ++match_count_;
  if (needs_matches_) {
    const Span lines = {match.start_in_buffer, match.start_in_buffer + match.bytes.size()};
    if (!locate(match.buffer, lines)) return false;
    if (config_.stats) {
      stats_.matches += matches().size();
      stats_.matched_lines += count_lines(match.bytes, writer_.ending());
    }
  }
  if (is_done()) return false;
  if (prints_lines_as_they_are_ && !prelude_.is_linked()) {
    print_plain(LineKind::Match, match.bytes, {match.absolute_offset, match.line_number, {}});
  } else {
    print({match.bytes, match.absolute_offset, match.line_number, LineKind::Match, {}, 0});
  }
  return true;
}

bool StandardPrinter::context(const SinkContext& context) {
  matches_.clear();
  if (replacer_) replacer_->clear();
  // Without -v, a line of context has no matches.
  if (search_.invert && needs_matches_ && !locate(context.bytes, {0, context.bytes.size()})) {
    return false;
  }
  if (is_done()) return false;
  if (prints_lines_as_they_are_ && !prelude_.is_linked()) {
    print_plain(LineKind::Context, context.bytes,
                {context.absolute_offset, context.line_number, {}});
  } else {
    print({context.bytes, context.absolute_offset, context.line_number, LineKind::Context, {}, 0});
  }
  return true;
}

bool StandardPrinter::context_break() {
  if (config_.context_separator) {
    out_.append(*config_.context_separator);
    writer_.write_ending();
    out_.end_record();
  }
  return true;
}

bool StandardPrinter::binary_data(std::uint64_t offset) {
  binary_offset_ = offset;
  return true;
}

void StandardPrinter::finish(const SinkFinish& finish) {
  if (binary_offset_ && match_count_ > 0) write_binary_message(*binary_offset_);
  if (!config_.stats) return;
  const auto elapsed = std::chrono::steady_clock::now() - started_;
  stats_.elapsed_nanoseconds += static_cast<std::uint64_t>(elapsed / std::chrono::nanoseconds(1));
  ++stats_.searches;
  if (match_count_ > 0) ++stats_.searches_with_match;
  stats_.bytes_searched += finish.byte_count;
  stats_.bytes_printed += out_.counted_bytes() - counted_at_start_;
}

void StandardPrinter::print(PrintedLines lines) {
  lines.matches = matches();
  lines.original_match_count = lines.matches.size();
  if (replacer_ && replacer_->has_matches()) lines.bytes = replacer_->text();
  write_opening();
  layout_.print(lines);
  out_.end_record();
}

void StandardPrinter::print_plain(LineKind kind, std::string_view line, const LinePlace& place) {
  write_opening();
  const std::string_view ending = writer_.ending().ends(line) ? "" : writer_.ending().bytes();
  char* const start = out_.reserve(prelude_.size_limit() + line.size() + ending.size());
  char* at = prelude_.put(start, kind, place);
  std::memcpy(at, line.data(), line.size());
  at += line.size();
  for (const char byte : ending) *at++ = byte;
  out_.advance(static_cast<std::size_t>(at - start));
  out_.end_record();
}

void StandardPrinter::write_opening() {
  if (out_.total_bytes() != bytes_at_start_) return;
  write_separator();
  if (!config_.heading || !path_.shown()) return;
  path_.write(out_);
  if (config_.path_nul) {
    out_.append('\0');
  } else {
    writer_.write_ending();
  }
}

void StandardPrinter::write_separator() {
  if (file_separator_.empty() || config_.separation == Separation::ByDriver) return;
  if (config_.separation == Separation::BehindOutput && bytes_at_start_ == 0) return;
  out_.append(std::string_view(file_separator_).substr(0, file_separator_.size() - 1));
  writer_.write_ending();
  separator_size_ = static_cast<std::size_t>(out_.total_bytes() - bytes_at_start_);
}

void StandardPrinter::write_binary_message(std::uint64_t offset) {
  if (binary_ == BinaryRule::None) return;
  if (path_.shown()) {
    path_.write(out_);
    out_.append(": ");
  }
  out_.append(binary_ == BinaryRule::Quit
                  ? "WARNING: stopped searching binary file after match (found \"\\0\" byte around "
                    "offset "
                  : "binary file matches (found \"\\0\" byte around offset ");
  out_.append_number(offset);
  out_.append(")\n");
  out_.end_record();
}

}  // namespace search
