#include "search/engine/emitter.h"

#include <algorithm>

#include "common/scan/scan.h"

namespace search {

namespace scan = common::scan;

void Emitter::start(Sink& sink, BinaryRule rule, bool checks_lines) {
  sink_ = &sink;
  rule_ = rule;
  checks_lines_ = checks_lines && rule != BinaryRule::None;
  failed_ = false;
  has_shown_ = false;
  window_ = {};
  absolute_offset_ = 0;
  position_ = 0;
  line_number_ = 1;
  counted_upto_ = 0;
  shown_upto_ = 0;
  after_left_ = 0;
  match_count_ = 0;
  nul_offset_.reset();
}

void Emitter::move_to(std::uint64_t absolute_offset, std::uint64_t line_number) {
  absolute_offset_ = absolute_offset;
  line_number_ = line_number;
  position_ = 0;
  counted_upto_ = 0;
  shown_upto_ = 0;
}

// With contexts the last lines stay: as before-context of the next window, and
// the very last one in any case, or a gap between groups could not be noticed.
// ripgrep keeps the larger number of lines, so that its next read is as much
// smaller and assertions see them.
std::size_t Emitter::leave_window() {
  std::size_t done = window_.size();
  if (config_.has_context()) {
    done = std::max(shown_upto_,
                    start_of_last_lines(window_, config_.line_terminator,
                                        std::max(config_.before_context, config_.after_context)));
  }
  count_lines(done);
  absolute_offset_ += done;
  position_ = window_.size() - done;
  counted_upto_ = 0;
  shown_upto_ = 0;
  return done;
}

bool Emitter::matched(LineRange lines) {
  if (checks_lines_ && !check_for_nul(lines)) return false;
  if (!show_break(lines.start)) return false;
  count_lines(lines.start);
  const bool go_on = sink_->matched({.bytes = lines.in(window_),
                                     .absolute_offset = absolute_offset_ + lines.start,
                                     .line_number = line_number(),
                                     .buffer = window_,
                                     .start_in_buffer = lines.start});
  if (!go_on) return false;
  shown_upto_ = lines.end;
  after_left_ = config_.after_context;
  has_shown_ = true;
  return true;
}

bool Emitter::before_context(std::size_t upto) {
  if (config_.before_context == 0 || shown_upto_ >= upto) return true;
  const std::string_view gap = window_.substr(shown_upto_, upto - shown_upto_);
  const std::size_t start =
      shown_upto_ + start_of_last_lines(gap, config_.line_terminator, config_.before_context - 1);
  LineCursor cursor(window_, config_.line_terminator, start, upto);
  for (LineRange line; cursor.next(line);) {
    if (!show_break(line.start) || !show_context(ContextKind::Before, line)) return false;
  }
  return true;
}

// Behind the last match that --max-count allows, a matching line inside the
// context is still shown as a match, and does not prolong the context.
bool Emitter::after_context(std::size_t upto) {
  if (after_left_ == 0) return true;
  const bool at_limit = reached_limit();
  LineCursor cursor(window_, config_.line_terminator, shown_upto_, upto);
  for (LineRange line; after_left_ > 0 && cursor.next(line);) {
    if (at_limit && matches_line(line) != config_.invert) {
      const std::size_t left = after_left_;
      position_ = line.end;
      if (!matched(line)) return false;
      after_left_ = left - 1;
    } else if (failed_ || !after_line(line)) {
      return false;
    }
  }
  return true;
}

bool Emitter::other_context(std::size_t upto) {
  LineCursor cursor(window_, config_.line_terminator, shown_upto_, upto);
  for (LineRange line; cursor.next(line);) {
    if (!other_line(line)) return false;
  }
  return true;
}

bool Emitter::after_line(LineRange line) {
  if (!show_context(ContextKind::After, line)) return false;
  --after_left_;
  return true;
}

bool Emitter::other_line(LineRange line) {
  return show_context(ContextKind::Other, line);
}

bool Emitter::matches_line(LineRange line) {
  const std::string_view text = without_terminator(line.in(window_), config_);
  const common::regex::Found found = matcher_.is_match(text, 0, scratch_);
  if (found == common::regex::Found::Failed) failed_ = true;
  return found == common::regex::Found::Yes;
}

bool Emitter::confirms(std::string_view rest, LineRange line) {
  const std::size_t size = without_terminator(line.in(rest), config_).size();
  const common::regex::Found found =
      matcher_.confirm_line(rest.substr(0, line.start + size), line.start, scratch_);
  if (found == common::regex::Found::Failed) failed_ = true;
  return found == common::regex::Found::Yes;
}

bool Emitter::check_for_nul(LineRange range) {
  if (rule_ == BinaryRule::None) return true;
  if (!nul_offset_) {
    const std::size_t found = scan::find_byte(range.in(window_), '\0');
    if (found == scan::npos) return true;
    if (!report_nul(absolute_offset_ + range.start + found)) return false;
  }
  return rule_ != BinaryRule::Quit;
}

bool Emitter::report_nul(std::uint64_t absolute_offset) {
  nul_offset_ = absolute_offset;
  return sink_->binary_data(absolute_offset);
}

bool Emitter::show_context(ContextKind kind, LineRange line) {
  if (checks_lines_ && !check_for_nul(line)) return false;
  count_lines(line.start);
  const bool go_on = sink_->context({.kind = kind,
                                     .bytes = line.in(window_),
                                     .absolute_offset = absolute_offset_ + line.start,
                                     .line_number = line_number()});
  if (!go_on) return false;
  shown_upto_ = line.end;
  has_shown_ = true;
  return true;
}

bool Emitter::show_break(std::size_t line_start) {
  if (!config_.has_context() || !has_shown_ || shown_upto_ >= line_start) return true;
  return sink_->context_break();
}

void Emitter::count_lines(std::size_t upto) {
  if (!config_.line_numbers || counted_upto_ >= upto) return;
  line_number_ += scan::count_byte(window_.substr(counted_upto_, upto - counted_upto_),
                                   config_.line_terminator);
  counted_upto_ = upto;
}

}  // namespace search
