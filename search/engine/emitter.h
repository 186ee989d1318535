// The state of one search between the engine and its Sink: which lines were
// shown, how many context lines are still due, the number of the current line.
//
// The haystack passes by in windows of whole lines, each a view into the line
// buffer; all positions are relative to the current window.  A window may begin
// with lines of the one before, kept because they may be wanted as context.
// Line numbers are counted lazily, up to the lines that are shown.
//
// Calls return whether to go on.  A matcher that gives up (PCRE2's match limit)
// ends the search; failed() tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/regex/matcher.h"
#include "search/engine/lines.h"
#include "search/engine/search_config.h"
#include "search/engine/sink.h"

namespace search {

// Where ripgrep looks for NUL before it searches a file it has mapped.
inline constexpr std::size_t kCheckedFront = 64 * 1024;

class Emitter {
 public:
  Emitter(const SearchConfig& config, const common::regex::Matcher& matcher,
          common::regex::Scratch& scratch)
      : config_(config), matcher_(matcher), scratch_(scratch) {}

  // `checks_lines`: NUL is looked for in every line shown (whole_file_binary_rule).
  void start(Sink& sink, BinaryRule rule, bool checks_lines);
  void set_window(std::string_view window) { window_ = window; }
  // For a window that does not follow the one before: where it lies.
  void move_to(std::uint64_t absolute_offset, std::uint64_t line_number);
  // Leaves the window.  Returns how much of its front is not needed any more;
  // the next window begins behind that.
  std::size_t leave_window();

  std::size_t position() const { return position_; }
  void set_position(std::size_t position) { position_ = position; }
  std::uint64_t absolute_position() const { return absolute_offset_ + position_; }
  std::uint64_t absolute_offset() const { return absolute_offset_; }

  // Shows lines of the window.  before_context() and its siblings show what is
  // due between the last line shown and `upto`.
  bool matched(LineRange lines);
  bool before_context(std::size_t upto);
  bool after_context(std::size_t upto);
  bool other_context(std::size_t upto);
  // One line, known to be due.
  bool after_line(LineRange line);
  bool other_line(LineRange line);

  bool matches_line(LineRange line);
  // The same for a candidate of `rest`, which the pattern may see from its start.
  bool confirms(std::string_view rest, LineRange line);
  bool owes_after_context() const { return after_left_ > 0; }
  void count_match() { ++match_count_; }
  bool reached_limit() const {
    return config_.max_count.has_value() && match_count_ >= *config_.max_count;
  }

  // Looks for NUL in a part of the window; false: the search ends here.
  bool check_for_nul(LineRange range);
  // NUL was found by the line buffer.
  bool report_nul(std::uint64_t absolute_offset);
  bool checks_lines() const { return checks_lines_; }
  std::optional<std::uint64_t> nul_offset() const { return nul_offset_; }

  void fail() { failed_ = true; }
  bool failed() const { return failed_; }

 private:
  bool show_context(ContextKind kind, LineRange line);
  bool show_break(std::size_t line_start);
  void count_lines(std::size_t upto);
  std::optional<std::uint64_t> line_number() const {
    return config_.line_numbers ? std::optional(line_number_) : std::nullopt;
  }

  const SearchConfig& config_;
  const common::regex::Matcher& matcher_;
  common::regex::Scratch& scratch_;
  Sink* sink_ = nullptr;
  BinaryRule rule_ = BinaryRule::None;
  bool checks_lines_ = false;
  bool failed_ = false;
  bool has_shown_ = false;

  std::string_view window_;
  std::uint64_t absolute_offset_ = 0;  // Of the window's first byte.
  std::size_t position_ = 0;           // Where searching goes on.
  std::uint64_t line_number_ = 1;      // Of the line at counted_upto_.
  std::size_t counted_upto_ = 0;
  std::size_t shown_upto_ = 0;  // End of the last line shown.
  std::size_t after_left_ = 0;  // Lines of after-context still due.
  std::uint64_t match_count_ = 0;
  std::optional<std::uint64_t> nul_offset_;
};

}  // namespace search
